package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Role;
import org.crosstally.series.Estimate;

/**
 * A row of the chart of sources: one number in one form, and who states it.
 *
 * @param kind whether it is the reconciled number
 * @param name the origin, where it says it itself, or who says it first
 * @param suffixes what follows the name and is never cut, from the longest to the shortest
 * @param place where it stands along the axis; empty where it has no place there
 * @param weight how much the row is worth where there is no room for all
 */
record Statement(
    Kind kind,
    String name,
    List<String> suffixes,
    Mark mark,
    OptionalDouble place,
    double low,
    double high,
    Said.Side bound,
    Texts texts,
    double weight) {

  /** Whose number a row has. */
  enum Kind {
    RECONCILED,
    STATED
  }

  Statement {
    suffixes = List.copyOf(suffixes);
  }

  /** The name with the longest suffix that leaves it whole, or room enough. */
  String who(double size, double room) {
    for (String suffix : suffixes) {
      double rest = room - Type.width(suffix, size);
      if (rest >= Math.min(Type.width(name, size), 0.6 * room)) {
        return Type.fitted(name, size, rest) + suffix;
      }
    }
    String shortest = suffixes.get(suffixes.size() - 1);
    return Type.fitted(
        Type.fitted(name, size, room - Type.width(shortest, size)) + shortest, size, room);
  }

  /** The text columns to the right. */
  record Texts(String value, String interval, String difference, String cause) {}

  /** The rows of one period. */
  record Group(String period, List<Statement> rows, boolean isContested, int figures) {
    Group {
      rows = List.copyOf(rows);
    }

    /** The rows that are worth most, in their order. */
    Group limited(int most) {
      List<Statement> kept =
          rows.stream()
              .sorted(Comparator.comparingDouble(Statement::weight).reversed())
              .limit(most)
              .toList();
      return new Group(period, rows.stream().filter(kept::contains).toList(), isContested, figures);
    }
  }

  private record Key(String amount, Status status) {}

  static Group group(CellOutcome outcome, Sources sources, RowAxis axis) {
    Map<Key, List<Said>> alike = new LinkedHashMap<>();
    for (Said said : LinesBySource.said(outcome)) {
      Figure figure = said.account().figure();
      alike
          .computeIfAbsent(
              new Key(figure.amount().format(), figure.status()), k -> new ArrayList<>())
          .add(said);
    }
    OptionalDouble reference = outcome.estimate().stream().mapToDouble(Estimate::value).findFirst();
    List<List<Said>> ordered = new ArrayList<>(alike.values());
    Comparator<Said> originFirst = Comparator.comparing(s -> !sources.isOrigin(s.source()));
    ordered.forEach(said -> said.sort(originFirst.thenComparing(FIRST_PUBLISHED)));
    ordered.sort(
        Comparator.<List<Said>, Role>comparing(s -> strongest(s))
            .thenComparing(s -> s.get(0).value())
            .thenComparing(s -> s.get(0), FIRST_PUBLISHED));
    List<Statement> rows = new ArrayList<>();
    outcome.estimate().ifPresent(estimate -> rows.add(reconciled(estimate, axis)));
    ordered.forEach(said -> rows.add(of(said, reference, sources, axis)));
    boolean contested = outcome.accounts().stream().anyMatch(Statement::isConflict);
    return new Group(period(outcome.cell().period()), rows, contested, outcome.accounts().size());
  }

  static String period(Period period) {
    return switch (period.length()) {
      case OPEN -> period.format().replace("../", "to ");
      case YEARS -> period.start().getYear() + "–" + period.end().getYear();
      default -> period.format();
    };
  }

  private static final Comparator<Said> FIRST_PUBLISHED =
      Comparator.<Said, Period>comparing(
              s -> s.account().figure().published().orElse(Period.ofYear(9999)))
          .thenComparing(s -> s.account().figure().id());

  private static boolean isConflict(Account account) {
    return account
        .cause()
        .filter(cause -> cause != Cause.ROUNDING && cause != Cause.FORECAST)
        .isPresent();
  }

  private static Role strongest(List<Said> said) {
    return said.stream().map(s -> s.account().role()).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static Statement reconciled(Estimate estimate, RowAxis axis) {
    Mark mark = new Mark(Mark.Form.DIAMOND, Look.INK, Mark.Fill.FILLED, Look.MARK);
    OptionalDouble reference = OptionalDouble.of(estimate.value());
    Texts texts = texts(estimate);
    return new Statement(
        Kind.RECONCILED,
        "Reconciled",
        List.of(""),
        mark,
        axis.place(estimate.value(), reference),
        axis.end(estimate.low(), reference),
        axis.end(estimate.high(), reference),
        Said.Side.NEITHER,
        texts,
        Double.MAX_VALUE);
  }

  /** With an interval, all three numbers have the decimals that its width is worth. */
  private static Texts texts(Estimate estimate) {
    if (!estimate.hasWidth()) {
      return new Texts(Numbers.estimate(estimate.value()), "–", "ref.", "");
    }
    int decimals = Numbers.decimals(estimate.value(), estimate.low(), estimate.high());
    return new Texts(
        Numbers.plain(estimate.value(), decimals),
        Numbers.pair(
            Numbers.plain(estimate.low(), decimals), Numbers.plain(estimate.high(), decimals)),
        "ref.",
        "");
  }

  private static Statement of(
      List<Said> alike, OptionalDouble reference, Sources sources, RowAxis axis) {
    Said first = alike.get(0);
    Figure figure = first.account().figure();
    TreeSet<String> who =
        alike.stream().map(Said::source).collect(Collectors.toCollection(TreeSet::new));
    String status = figure.status() == Status.OBSERVED ? "" : " (" + figure.status().code() + ")";
    int more = who.size() - 1;
    List<String> suffixes =
        more == 0
            ? List.of(status, "")
            : List.of(status + " + " + more + " more", " + " + more + " more", " +" + more);
    OptionalDouble difference = RowAxis.DIFFERENCE.place(first.value(), reference);
    Interval set = figure.amount().interval();
    Texts texts =
        new Texts(
            Numbers.amount(figure.amount()),
            set.isBounded() ? interval(figure.amount(), set) : "–",
            difference.isEmpty() ? "–" : sign(first) + Numbers.difference(difference.getAsDouble()),
            cause(alike));
    Mark mark = sources.rowMark(first.source()).filled(first.fill());
    double weight = who.size() + (alike.stream().anyMatch(s -> isConflict(s.account())) ? 1000 : 0);
    return new Statement(
        Kind.STATED,
        sources.name(first.source()),
        suffixes,
        mark,
        axis.place(first.value(), reference),
        axis.end(first.low(), reference),
        axis.end(first.high(), reference),
        first.bound(),
        texts,
        weight);
  }

  private static String sign(Said said) {
    return switch (said.bound()) {
      case NEITHER -> "";
      case BELOW -> "< ";
      case ABOVE -> "> ";
    };
  }

  private static String interval(Amount amount, Interval set) {
    return amount instanceof Amount.Measured measured
        ? Numbers.interval(set, Numbers.decimals(measured))
        : interval(set.low(), set.high());
  }

  private static String interval(double low, double high) {
    return low < high ? Numbers.pair(Numbers.estimate(low), Numbers.estimate(high)) : "–";
  }

  /** The causes in one or two words each; the full sentences are in the explanation. */
  private static String cause(List<Said> alike) {
    String causes =
        alike.stream()
            .flatMap(s -> s.account().cause().stream())
            .distinct()
            .sorted()
            .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", "));
    return causes.isEmpty() ? strongest(alike).label() : causes;
  }
}
