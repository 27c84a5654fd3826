package org.crosstally.balance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds minimal sets of statements that cannot all be true.
 *
 * <p>Sets of two that speak of the same form, and sets of three of which one form is the sum of the
 * others, are all found at once. Beyond these, rows that cannot hold together come from the
 * simplex, first of all from small neighbourhoods, and each set is made minimal in exact fractions;
 * the statement that takes part in most sets is left out, and so on until the rest can be true.
 * Then each statement that was left out is confronted with that rest alone, in neighbourhoods that
 * grow until one has a contradiction and then once more, and the sets that it belongs to are
 * enumerated by a hitting-set tree (Reiter 1987).
 */
final class ConflictFinder {
  private static final Comparator<MinimalSet> SMALLEST_FIRST =
      Comparator.comparing((MinimalSet set) -> set.members().size())
          .thenComparing(set -> set.members().toString());

  private final List<Statement> statements;
  private final MinimalSet.Prover prover;
  private final Function<MinimalSet, Optional<Integer>> outdated;
  private final int limit;
  private final StatementSystem system;
  private final Neighbourhoods neighbourhoods;
  private final Map<List<Integer>, MinimalSet> found = new LinkedHashMap<>();
  private final Map<List<Integer>, MinimalSet> revisions = new LinkedHashMap<>();
  private final Set<Integer> revised = new TreeSet<>();
  private final Set<Integer> leftOut = new TreeSet<>();
  private boolean isComplete = true;

  /**
   * Prepares the search.
   *
   * @param statements the statements
   * @param flows the latent flows
   * @param outdated which statement of a set is merely of an earlier date, so that the set is no
   *     contradiction; empty where none is
   * @param limit how many sets are looked for with each statement that contradicts the others
   */
  ConflictFinder(
      List<Statement> statements,
      LatentFlows flows,
      Function<MinimalSet, Optional<Integer>> outdated,
      int limit) {
    this.statements = statements;
    this.prover = new MinimalSet.Prover(statements, flows);
    this.outdated = outdated;
    this.limit = limit;
    this.neighbourhoods = new Neighbourhoods(statements);
    this.system = new StatementSystem(statements, flows);
  }

  /** What was found. */
  record Result(
      List<MinimalSet> sets,
      List<MinimalSet> revisions,
      Set<Integer> revised,
      Set<Integer> leftOut,
      boolean isComplete) {}

  Result find() {
    for (int s = 0; s < statements.size(); s++) {
      if (!statements.get(s).isUsed()) {
        leftOut.add(s);
      }
    }
    new SmallSets(statements, prover)
        .find().stream().filter(this::isOfInterest).forEach(this::record);
    makePossible();
    for (int suspect : List.copyOf(leftOut)) {
      if (!revised.contains(suspect)) {
        confront(suspect);
      }
    }
    // Each was confronted with the rest alone: a set with two of them may have been missed.
    isComplete &= leftOut.stream().filter(s -> statements.get(s).isUsed()).count() <= 1;
    List<MinimalSet> sets =
        found.values().stream()
            .filter(set -> Collections.disjoint(set.members(), revised))
            .filter(this::isOfInterest)
            .sorted(SMALLEST_FIRST)
            .toList();
    return new Result(sets, List.copyOf(revisions.values()), revised, leftOut, isComplete);
  }

  /** Forecasts that contradict each other contradict nothing that was seen. */
  private boolean isOfInterest(MinimalSet set) {
    long unseen = set.statements().stream().filter(s -> !s.isUsed()).count();
    return unseen <= 1 || set.statements().stream().noneMatch(Statement::isForecast);
  }

  /** Keeps a set; a revision takes the earlier statement out of the system. */
  private void record(MinimalSet set) {
    if (found.containsKey(set.members()) || !Collections.disjoint(set.members(), revised)) {
      return;
    }
    Optional<Integer> earlier = outdated.apply(set);
    if (earlier.isPresent()) {
      revisions.put(set.members(), set);
      revised.add(earlier.get());
      found.values().removeIf(other -> other.members().contains(earlier.get()));
    } else {
      found.put(set.members(), set);
    }
  }

  private void makePossible() {
    while (true) {
      Optional<MinimalSet> set = known(this::isIn);
      if (set.isEmpty()) {
        set = search(allIn()).map(this::smaller);
      }
      if (set.isEmpty()) {
        return;
      }
      record(set.get());
      if (found.containsKey(set.get().members())) {
        leftOut.add(suspect(set.get()));
      }
    }
  }

  private Set<Integer> allIn() {
    Set<Integer> all = new TreeSet<>();
    for (int s = 0; s < statements.size(); s++) {
      if (isIn(s)) {
        all.add(s);
      }
    }
    return all;
  }

  /** A smaller set near some member of a set, if there is one. */
  private MinimalSet smaller(MinimalSet set) {
    List<Neighbourhoods.Growing> around = new ArrayList<>();
    set.members().forEach(member -> around.add(neighbourhoods.of(member)));
    for (int steps = 0; steps < set.members().size() / 2; steps++) {
      Optional<MinimalSet> best = Optional.empty();
      for (Neighbourhoods.Growing growing : around) {
        Set<Integer> near = new TreeSet<>(growing.statements());
        near.removeIf(s -> !isIn(s));
        Optional<MinimalSet> found = near.size() < 2 ? Optional.empty() : search(near);
        if (found.isPresent()
            && (best.isEmpty() || SMALLEST_FIRST.compare(found.get(), best.get()) < 0)) {
          best = found;
        }
        growing.grow(this::isIn);
      }
      if (best.isPresent()) {
        return best.get().members().size() < set.members().size() ? best.get() : set;
      }
    }
    return set;
  }

  private boolean isIn(int statement) {
    return !leftOut.contains(statement) && !revised.contains(statement);
  }

  private Optional<MinimalSet> known(java.util.function.IntPredicate allowed) {
    return found.values().stream()
        .filter(set -> set.members().stream().allMatch(allowed::test))
        .min(SMALLEST_FIRST);
  }

  /** The statement that takes part in most sets; of several, the one that fewest figures state. */
  private int suspect(MinimalSet set) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int member : set.members()) {
      int count = 0;
      for (MinimalSet other : found.values()) {
        if (other.members().contains(member) && other.members().stream().allMatch(this::isIn)) {
          count++;
        }
      }
      counts.put(member, count);
    }
    return set.members().stream()
        .max(
            Comparator.comparing((Integer member) -> counts.getOrDefault(member, 0))
                .thenComparing(member -> -statements.get(member).reports().size())
                .thenComparing(member -> statements.get(member).isAmount() ? 0 : 1)
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** A minimal set among some statements. */
  private Optional<MinimalSet> search(Set<Integer> among) {
    Set<Integer> members = system.contradictory(among);
    if (members.isEmpty()) {
      return Optional.empty();
    }
    Optional<MinimalSet> set = prover.minimal(List.copyOf(members));
    if (set.isEmpty()) {
      // What rounding errors alone made of it is no contradiction; the rest is not searched.
      isComplete = false;
    }
    return set;
  }

  /**
   * The sets of a statement with those that can be true together, in neighbourhoods that grow until
   * the sets that a step adds are far larger than the smallest.
   */
  private void confront(int suspect) {
    Neighbourhoods.Growing growing = neighbourhoods.of(suspect);
    // One reason is enough to refute what is not used anyway.
    boolean isUsed = statements.get(suspect).isUsed();
    int most = isUsed ? limit : 1;
    Set<List<Integer>> met = new LinkedHashSet<>();
    boolean isWhole = false;
    boolean isFar = false;
    while (!isWhole && !isFar && met.size() < most && !revised.contains(suspect)) {
      Set<Integer> near = new TreeSet<>(growing.statements());
      near.removeIf(s -> !isIn(s));
      near.add(suspect);
      int before = met.size();
      enumerate(suspect, near, met, most);
      isFar = isFar(met, before);
      isWhole = !growing.grow(this::isIn);
    }
    isComplete &= !isUsed || (isWhole && met.size() < most);
  }

  private static boolean isFar(Set<List<Integer>> met, int before) {
    int smallest = met.stream().mapToInt(List::size).min().orElse(0);
    int added = met.stream().skip(before).mapToInt(List::size).min().orElse(0);
    return added > 2 * smallest + 1;
  }

  /** A hitting-set tree over the sets with a statement. */
  private void enumerate(int suspect, Set<Integer> near, Set<List<Integer>> met, int most) {
    Deque<Set<Integer>> queue = new ArrayDeque<>();
    Set<Set<Integer>> seen = new HashSet<>();
    queue.add(Set.of());
    for (int nodes = 0; !queue.isEmpty(); nodes++) {
      if (nodes >= 4 * most || met.size() >= most) {
        isComplete &= !statements.get(suspect).isUsed();
        return;
      }
      Set<Integer> without = queue.remove();
      Set<Integer> rest = new TreeSet<>(near);
      rest.removeAll(without);
      Optional<MinimalSet> set = known(rest::contains).or(() -> search(rest));
      if (set.isEmpty()) {
        continue;
      }
      record(set.get());
      met.add(set.get().members());
      if (revised.contains(suspect)) {
        return;
      }
      near.removeAll(revised);
      for (int member : set.get().members()) {
        Set<Integer> more = new TreeSet<>(without);
        more.add(member);
        if (member != suspect && seen.add(more)) {
          queue.add(more);
        }
      }
    }
  }

  /**
   * The values of a form that some statements allow, and with them all that is never negative.
   *
   * @param form the form
   * @param without the statements that are not to count
   * @return the least and the greatest value; empty where they contradict each other
   */
  Optional<double[]> range(Form form, Set<Integer> without) {
    Set<Integer> wanted = allIn();
    wanted.removeAll(without);
    return system.range(form, wanted);
  }

  /** The statements in the order of their reports, each once. */
  static List<Statement> statements(Reports reports, AccountingRules rules) {
    Map<Statement.Content, List<Report>> alike = new LinkedHashMap<>();
    for (Report report : reports.list()) {
      boolean isSaid = report.use() != Use.REVISED && isDecidable(report, reports, rules);
      if (isSaid) {
        alike.computeIfAbsent(Statement.Content.of(report), c -> new ArrayList<>()).add(report);
      }
    }
    List<Statement> statements = new ArrayList<>();
    for (List<Report> list : alike.values()) {
      statements.add(Statement.of(list, isWhole(list.get(0), reports, rules)));
    }
    return statements;
  }

  private static boolean isWhole(Report report, Reports reports, AccountingRules rules) {
    return reports.reader().flowOf(report.figure().measure()).filter(rules::isWhole).isPresent();
  }

  /** A quotient is a pair of inequalities only if its denominator cannot be negative. */
  static boolean isDecidable(Report report, Reports reports, AccountingRules rules) {
    return !report.isQuotient()
        || reports
            .reader()
            .flowOf(report.figure().measure())
            .filter(rules::isNonNegative)
            .isPresent();
  }

  /** The positions of statements by their content. */
  static Map<Statement.Content, Integer> positions(List<Statement> statements) {
    Map<Statement.Content, Integer> positions = new HashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      positions.put(Statement.Content.of(statements.get(i).first()), i);
    }
    return positions;
  }
}
