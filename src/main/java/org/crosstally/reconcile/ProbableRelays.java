package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import tech.tablesaw.api.Table;

/**
 * Sources that probably took numbers from each other without saying so, found by the rare values
 * that they share.
 *
 * <p>After Dong, Berti-Equille and Srivastava (Integrating conflicting data: the role of source
 * dependence, PVLDB 2009): that two sources print the same true value tells nothing, for both can
 * have it from where it is true; that they print the same wrong one does. Rare are values that are
 * set aside: a slip, a vintage that was out of date when it was printed, a number that one chain
 * alone has. With {@code e} the share of rare values of a source, drawn towards the share of all
 * sources, {@code c} the share of its numbers that a relay takes over, and {@code q} the
 * probability that two sources which both go wrong print the same, the odds of relaying are
 * multiplied
 *
 * <ul>
 *   <li>for each shared rare value by {@code c / (e q) + 1 - c}; {@code q} is a half for an
 *       outdated vintage, a tenth for the value of another cell, a hundredth for a misprint or a
 *       number without a cause;
 *   <li>for each shared cell with different values by {@code 1 - c};
 *   <li>for each shared true value by one.
 * </ul>
 *
 * <p>They start from {@code p / (1 - p)} with the prior probability p. The source that printed the
 * shared rare values later for certain relays the other; where that differs or is not known, the
 * direction is open. Cells in which both name a common relay, document, or each other are no
 * evidence: that is lineage as declared.
 *
 * <p>Only pairs that share a rare value are looked at; time grows with the figures and with the
 * square of the number of sources that print one rare value.
 *
 * <p>Immutable.
 *
 * @param list the relays, the most probable first
 */
public record ProbableRelays(List<ProbableRelay> list) {
  /** The probability that a given source relays a given other one, before anything is seen. */
  static final double PRIOR = 0.02;

  /** The share of its numbers that a relay takes over. */
  static final double COPY_RATE = 0.8;

  /** How many figures of an average source the error rate of each source is drawn by. */
  private static final double SHRINKAGE = 20;

  /**
   * Two sources of which one probably relays the other.
   *
   * @param copier the id of the source that relays; where the direction is open, the first by id
   * @param copied the id of the source that is relayed
   * @param probability the probability that one of them relays the other
   * @param directed whether it is known which one relays
   * @param sharedCells the number of cells about which both print a number
   * @param sharedRare the number of those in which they print the same rare value
   * @param different the number of those in which they print different values
   * @param evidence the figures of both that print the shared rare values
   */
  public record ProbableRelay(
      String copier,
      String copied,
      double probability,
      boolean directed,
      int sharedCells,
      int sharedRare,
      int different,
      List<Figure> evidence) {
    /**
     * Copies the evidence.
     *
     * @param copier the id of the source that relays
     * @param copied the id of the source that is relayed
     * @param probability the probability that one of them relays the other
     * @param directed whether it is known which one relays
     * @param sharedCells the number of cells about which both print a number
     * @param sharedRare the number of those in which they print the same rare value
     * @param different the number of those in which they print different values
     * @param evidence the figures of both that print the shared rare values
     */
    public ProbableRelay {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * Copies the list.
   *
   * @param list the relays
   */
  public ProbableRelays {
    list = List.copyOf(list);
  }

  /**
   * Looks for relays that nobody declares.
   *
   * @param reconciliation a reconciliation by lineage
   * @return all pairs that share a rare value, the most probable first
   */
  public static ProbableRelays of(Reconciliation reconciliation) {
    return new Search(reconciliation).run();
  }

  /**
   * The relays of at least some probability.
   *
   * @param probability the least probability
   * @return those relays
   */
  public ProbableRelays atLeast(double probability) {
    return new ProbableRelays(list.stream().filter(r -> r.probability() >= probability).toList());
  }

  /**
   * One line for each pair.
   *
   * @return a table with the columns copier, copied, probability, direction, shared_cells,
   *     shared_rare, different, evidence (ids of figures)
   */
  public Table toTable() {
    return ReconciliationTables.of(this);
  }

  /** A pair of sources, ordered by id. */
  private record Pair(String first, String second) implements Comparable<Pair> {
    static Pair of(String one, String other) {
      return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    @Override
    public int compareTo(Pair other) {
      int order = first.compareTo(other.first);
      return order == 0 ? second.compareTo(other.second) : order;
    }
  }

  /** Two figures of different sources that print the same rare value. */
  private record Match(Account one, Account other) {}

  /** One search. */
  private static final class Search {
    private final Reconciliation reconciliation;
    private final Lineages lineages;
    private final SortedMap<Pair, List<Match>> matches = new TreeMap<>();
    private final Map<String, SortedMap<Cell, Account>> bySource = new TreeMap<>();
    private final Map<String, Integer> rare = new TreeMap<>();
    private int allFigures;
    private int allRare;

    Search(Reconciliation reconciliation) {
      this.reconciliation = reconciliation;
      this.lineages = new Lineages(reconciliation.catalogue());
    }

    ProbableRelays run() {
      for (CellOutcome outcome : reconciliation.outcomes()) {
        read(outcome);
      }
      List<ProbableRelay> relays = new ArrayList<>();
      matches.forEach((pair, shared) -> relays.add(relay(pair, shared)));
      relays.sort(
          Comparator.comparing(ProbableRelay::probability)
              .reversed()
              .thenComparing(ProbableRelay::copier)
              .thenComparing(ProbableRelay::copied));
      return new ProbableRelays(relays);
    }

    private void read(CellOutcome outcome) {
      SortedMap<Double, List<Account>> rareValues = new TreeMap<>();
      for (Account account : outcome.accounts()) {
        if (account.role() == Role.OUT_OF_SCOPE || account.figure().amount().point().isEmpty()) {
          continue;
        }
        String source = account.figure().source();
        bySource
            .computeIfAbsent(source, key -> new TreeMap<>())
            .putIfAbsent(outcome.cell(), account);
        allFigures++;
        if (isRare(account)) {
          allRare++;
          rare.merge(source, 1, Integer::sum);
          rareValues
              .computeIfAbsent(
                  account.figure().amount().point().getAsDouble(), key -> new ArrayList<>())
              .add(account);
        }
      }
      rareValues.values().forEach(this::addMatches);
    }

    private static boolean isRare(Account account) {
      return account
          .cause()
          .filter(
              cause ->
                  cause.isSlip()
                      || cause == Cause.STALE
                      || cause == Cause.UNATTESTED
                      || cause == Cause.UNEXPLAINED)
          .isPresent();
    }

    private void addMatches(List<Account> same) {
      for (int i = 0; i < same.size(); i++) {
        for (int j = i + 1; j < same.size(); j++) {
          Account one = same.get(i);
          Account other = same.get(j);
          String source = one.figure().source();
          if (!source.equals(other.figure().source()) && isUndeclared(one, other)) {
            matches
                .computeIfAbsent(Pair.of(source, other.figure().source()), key -> new ArrayList<>())
                .add(
                    source.compareTo(other.figure().source()) < 0
                        ? new Match(one, other)
                        : new Match(other, one));
          }
        }
      }
    }

    private boolean isUndeclared(Account one, Account other) {
      Lineage first = lineages.of(one.figure());
      Lineage second = lineages.of(other.figure());
      return first.isDisjointFrom(second)
          && !first.origin().equals(other.figure().source())
          && !second.origin().equals(one.figure().source());
    }

    private ProbableRelay relay(Pair pair, List<Match> shared) {
      SortedMap<Cell, Account> second = bySource.getOrDefault(pair.second(), new TreeMap<>());
      SortedSet<Cell> alike = new TreeSet<>();
      shared.forEach(match -> alike.add(match.one().figure().cell()));
      int cells = 0;
      int different = 0;
      for (Map.Entry<Cell, Account> entry :
          bySource.getOrDefault(pair.first(), new TreeMap<>()).entrySet()) {
        Account other = second.get(entry.getKey());
        if (other != null) {
          cells++;
          boolean differ = !alike.contains(entry.getKey()) && differ(entry.getValue(), other);
          different += differ ? 1 : 0;
        }
      }
      Optional<Boolean> firstIsLater = firstIsLater(shared);
      boolean swapped = firstIsLater.filter(later -> !later).isPresent();
      String copier = swapped ? pair.second() : pair.first();
      String copied = swapped ? pair.first() : pair.second();
      return new ProbableRelay(
          copier,
          copied,
          probability(copier, shared, different),
          firstIsLater.isPresent(),
          cells,
          alike.size(),
          different,
          shared.stream()
              .flatMap(m -> List.of(m.one().figure(), m.other().figure()).stream())
              .distinct()
              .toList());
    }

    private static boolean differ(Account one, Account other) {
      return !one.figure().amount().interval().intersects(other.figure().amount().interval());
    }

    private static Optional<Boolean> firstIsLater(List<Match> shared) {
      boolean first = shared.stream().allMatch(m -> isLater(m.one(), m.other()));
      boolean second = shared.stream().allMatch(m -> isLater(m.other(), m.one()));
      return first == second ? Optional.empty() : Optional.of(first);
    }

    private static boolean isLater(Account one, Account other) {
      return one.figure().published().isPresent()
          && other.figure().published().isPresent()
          && one.figure().published().get().isAfter(other.figure().published().get());
    }

    private double probability(String copier, List<Match> shared, int different) {
      double overall = (allRare + 1.0) / (allFigures + 2.0);
      int figures = bySource.getOrDefault(copier, new TreeMap<>()).size();
      double own = (rare.getOrDefault(copier, 0) + SHRINKAGE * overall) / (figures + SHRINKAGE);
      double logOdds = Math.log(PRIOR / (1 - PRIOR)) + different * Math.log(1 - COPY_RATE);
      for (Match match : shared) {
        logOdds += Math.log(COPY_RATE / (own * coincidence(match.one())) + 1 - COPY_RATE);
      }
      return 1 / (1 + Math.exp(-logOdds));
    }

    /** The probability that two sources which both go wrong print the same. */
    private static double coincidence(Account account) {
      return switch (account.cause().orElse(Cause.UNEXPLAINED)) {
        case STALE -> 0.5;
        case PERIOD_SLIP, WRONG_PART, WRONG_SPAN -> 0.1;
        default -> 0.01;
      };
    }
  }
}
