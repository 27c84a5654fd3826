package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Cell;
import org.crosstally.reconcile.Cause;
import org.crosstally.simulation.Statement.Form;

/**
 * The right answers to a world.
 *
 * <p><b>The number of a cell.</b> Of each office, the latest vintage that the table attests: that a
 * clean figure of the office's own document prints, or clean figures of two relays that read it
 * independently. A later vintage that a clean figure prints is right as well, for it is what the
 * office holds by then. Where nothing is attested, the latest vintage that a clean figure prints.
 * Where several offices are attested in one cell, any number from the least to the largest of
 * theirs is right, since they measure the same truth each with its own error. Cells in which no
 * clean figure states a number exactly have no answer.
 *
 * <p><b>The final number.</b> What the office holds after its last revision, which may come after
 * the last document; of several offices, the median of that.
 *
 * <p><b>The cause of a slip.</b> The one that made it, and every other that describes it as well: a
 * number that happens to stand in two other cells is explained by either. Whether a slip can be
 * known at all is {@link #isIdentifiable}.
 */
final class AnswerKey {
  private static final int TWO_DIGITS = 10;

  /**
   * The right number of a cell.
   *
   * @param acceptable the vintages that are right, of all offices
   * @param oneOffice whether they are all of one office
   * @param latest the latest vintage that is printed; of several offices, that of one of them
   * @param finalValue the number after all revisions
   */
  record Target(TreeSet<Long> acceptable, boolean oneOffice, long latest, double finalValue) {
    boolean accepts(double value) {
      return oneOffice
          ? value == Math.rint(value) && acceptable.contains((long) value)
          : acceptable.first() <= value && value <= acceptable.last();
    }
  }

  /** The least and the largest of the numbers that clean figures print. */
  private record Range(long low, long high) {
    Range with(Range other) {
      return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    boolean contains(long value) {
      return low <= value && value <= high;
    }
  }

  private final World world;
  private final Map<Cell, List<Statement>> byCell = new TreeMap<>();
  private final Map<Long, Set<Topic>> printedAs = new HashMap<>();
  private final Map<Topic, Range> ranges = new HashMap<>();

  AnswerKey(World world) {
    this.world = world;
    for (Statement statement : world.statements()) {
      byCell
          .computeIfAbsent(statement.topic().cell(world.dimension()), cell -> new ArrayList<>())
          .add(statement);
      if (statement.statesTruthExactly()) {
        printedAs
            .computeIfAbsent(statement.stated(), value -> new java.util.LinkedHashSet<>())
            .add(statement.topic());
        Range only = new Range(statement.stated(), statement.stated());
        ranges.merge(statement.topic(), only, Range::with);
      }
    }
  }

  List<Statement> statements(Cell cell) {
    return byCell.getOrDefault(cell, List.of());
  }

  Set<Cell> cells() {
    return Collections.unmodifiableSet(byCell.keySet());
  }

  /** The right number; empty where no clean figure states it exactly. */
  Optional<Target> target(Cell cell) {
    Map<String, List<Statement>> byOffice = new TreeMap<>();
    for (Statement statement : statements(cell)) {
      if (statement.statesTruthExactly()) {
        byOffice
            .computeIfAbsent(statement.reading().office(), office -> new ArrayList<>())
            .add(statement);
      }
    }
    if (byOffice.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<Long> acceptable = new TreeSet<>();
    byOffice.values().forEach(statements -> acceptable.addAll(acceptable(statements)));
    long latest = latest(byOffice.values().iterator().next());
    return Optional.of(new Target(acceptable, byOffice.size() == 1, latest, finalValue(byOffice)));
  }

  private static long latest(List<Statement> statements) {
    return statements.stream()
        .max(Comparator.comparingInt(AnswerKey::vintage))
        .orElseThrow()
        .stated();
  }

  private static double finalValue(Map<String, List<Statement>> byOffice) {
    double[] values =
        byOffice.values().stream()
            .map(statements -> statements.get(0))
            .mapToDouble(first -> first.reading().register().finalValue(first.topic()))
            .sorted()
            .toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static Set<Long> acceptable(List<Statement> statements) {
    TreeMap<Integer, List<Statement>> byVintage = new TreeMap<>();
    for (Statement statement : statements) {
      byVintage.computeIfAbsent(vintage(statement), v -> new ArrayList<>()).add(statement);
    }
    int attested =
        byVintage.keySet().stream()
            .filter(vintage -> isAttested(byVintage.getOrDefault(vintage, List.of())))
            .reduce(-1, Math::max);
    int from = attested < 0 ? byVintage.lastKey() : attested;
    Set<Long> values = new TreeSet<>();
    byVintage.tailMap(from).values().forEach(printed -> values.add(printed.get(0).stated()));
    return values;
  }

  private static int vintage(Statement statement) {
    return statement.reading().register().vintage(statement.topic(), statement.reading().asOf());
  }

  private static boolean isAttested(List<Statement> statements) {
    for (Statement one : statements) {
      if (one.head().source().equals(one.reading().office())) {
        return true;
      }
      for (Statement other : statements) {
        if (!one.head().origin().isEmpty()
            && !other.head().origin().isEmpty()
            && one.isIndependentOf(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All causes that describe a slip. */
  Set<Cause> causes(Statement slip) {
    Topic topic = slip.topic();
    Set<Cause> causes = EnumSet.of(slip.printing().slip().orElseThrow());
    for (Topic other : printedAs.getOrDefault(slip.stated(), Set.of())) {
      relation(topic, other).ifPresent(causes::add);
    }
    for (Register.Held held : slip.reading().register().vintages(topic)) {
      if (Misprints.isOne(held.value(), slip.stated())) {
        causes.add(Cause.MISPRINT);
      }
    }
    return causes;
  }

  private static Optional<Cause> relation(Topic topic, Topic other) {
    if (topic.equals(other)) {
      return Optional.empty();
    }
    boolean sameSeries =
        topic.measure() == other.measure()
            && topic.part() == other.part()
            && topic.basis().equals(other.basis());
    if (sameSeries) {
      boolean disjoint = topic.isStock() || !topic.overlaps(other);
      return Optional.of(disjoint ? Cause.PERIOD_SLIP : Cause.WRONG_SPAN);
    }
    boolean samePeriod =
        topic.last() == other.last()
            && (topic.first() == other.first() || topic.isStock() != other.isStock());
    return samePeriod ? Optional.of(Cause.WRONG_PART) : Optional.empty();
  }

  /**
   * Whether a slip can be known from the table. All of this must hold:
   *
   * <ol>
   *   <li>a clean figure of the same cell, read by somebody else, states the number exactly;
   *   <li>it is farther from every vintage of its cell than any two vintages of such a cell are
   *       from each other, and than the place value of its last digit that is not zero;
   *   <li>what it was taken for stands in the table: clean figures of another cell print the same
   *       number, or two with the number between them, or, for a misprint, a clean figure of the
   *       same cell prints a number that differs by one misprint;
   *   <li>it has two digits or more, since a single digit stands in too many cells.
   * </ol>
   */
  boolean isIdentifiable(Statement slip) {
    return slip.stated() >= TWO_DIGITS
        && hasContrast(slip)
        && isFarFromVintages(slip)
        && isSourceAtHand(slip);
  }

  boolean hasContrast(Statement slip) {
    return statements(slip.topic().cell(world.dimension())).stream()
        .anyMatch(other -> other.statesTruthExactly() && other.isIndependentOf(slip));
  }

  boolean isFarFromVintages(Statement slip) {
    Register register = slip.reading().register();
    long value = slip.stated();
    double usual = Math.max(1, largestRevision(register, slip.topic()) * slip.meant());
    double allowed = Math.max(usual, (double) Wording.grainOf(value));
    return register.vintages(slip.topic()).stream()
        .allMatch(held -> Math.abs(held.value() - value) > allowed);
  }

  /** The largest relative range of vintages over all periods like this one. */
  private static double largestRevision(Register register, Topic topic) {
    double largest = 0;
    int years = (register.lastMonth() - register.firstMonth() + 1) / 12;
    for (int year = -years; year <= years; year++) {
      Topic other = topic.moved(12 * year);
      if (register.holds(other)) {
        LongSummaryStatistics held =
            register.vintages(other).stream().mapToLong(Register.Held::value).summaryStatistics();
        if (held.getMax() > 0) {
          largest = Math.max(largest, 1 - (double) held.getMin() / held.getMax());
        }
      }
    }
    return largest;
  }

  boolean isSourceAtHand(Statement slip) {
    if (slip.printing().slip().orElseThrow() == Cause.MISPRINT) {
      return statements(slip.topic().cell(world.dimension())).stream()
          .filter(Statement::statesTruthExactly)
          .anyMatch(other -> Misprints.isOne(other.stated(), slip.stated()));
    }
    return ranges.entrySet().stream()
        .filter(range -> range.getValue().contains(slip.stated()))
        .anyMatch(range -> relation(slip.topic(), range.getKey()).isPresent());
  }

  /** Whether a clean figure of the cell states the number, exactly or rounded. */
  boolean isStated(Cell cell) {
    return statements(cell).stream()
        .anyMatch(
            statement ->
                !statement.isSlip()
                    && Arrays.asList(Form.EXACT, Form.ROUNDED)
                        .contains(statement.printing().form()));
  }
}
