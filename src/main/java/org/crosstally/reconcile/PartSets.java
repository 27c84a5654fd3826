package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;

/**
 * The sets of values of a dimension that are complete: where a table prints them beside their
 * total, they mostly sum up to it. Nothing is known of a set by its names.
 *
 * <p>A set is complete for a measure if it sums up to the total exactly at least twice and twice as
 * often as not; where a measure has it less than three times, a set that does so for all measures
 * together at least three times, and three times as often as not. Sets of shares count apart, for a
 * sum of rounded shares near 100 is a weaker sign, and tell of shares only.
 */
final class PartSets {
  private static final String ANY_MEASURE = "";
  private static final int FEW = 3;

  /** By first value. */
  private final Map<Series, Map<String, List<List<String>>>> complete;

  private final Set<Candidate> rejected;

  private PartSets(Map<Series, Map<String, List<List<String>>>> complete, Set<Candidate> rejected) {
    this.complete = complete;
    this.rejected = rejected;
  }

  /** What a set is a set of. */
  private record Series(String measure, String dimension, boolean isShares) {
    Series ofAnyMeasure() {
      return new Series(ANY_MEASURE, dimension, isShares);
    }
  }

  private record Candidate(Series series, List<String> values) {}

  /** How often a set summed up to its total. */
  private static final class Tally {
    private int holds;
    private int fails;

    /** A sum that holds in another reading only tells nothing. */
    void add(DocumentCheck.Verdict verdict) {
      switch (verdict) {
        case HOLDS -> holds++;
        case BROKEN -> fails++;
        case HOLDS_IF_CUT, HOLDS_IF_ROUNDED -> {}
      }
    }

    boolean isMostly(int least, int timesAsOften) {
      return holds >= least && holds >= timesAsOften * fails;
    }

    int all() {
      return holds + fails;
    }
  }

  /** Collects what documents print. */
  static final class Builder {
    private final Map<Candidate, Tally> tallies = new LinkedHashMap<>();

    void add(PrintedDocument document) {
      for (PartGroup group : PartGroup.of(document)) {
        List<String> values = List.copyOf(group.parts().keySet());
        group.claim(document, values).ifPresent(claim -> add(group, values, claim));
      }
    }

    private void add(PartGroup group, List<String> values, SlotEquation claim) {
      Series series = new Series(group.total().measure(), group.dimension(), group.isShares());
      for (Equation equation : claim.equations().stream().limit(1).toList()) {
        if (equation.figures().stream().allMatch(Builder::isPlain)) {
          DocumentCheck.Verdict verdict =
              equation.evaluate(Reading.of(equation.figures())).verdict();
          tally(new Candidate(series, values)).add(verdict);
          tally(new Candidate(series.ofAnyMeasure(), values)).add(verdict);
        }
      }
    }

    private static boolean isPlain(Figure figure) {
      return figure.amount() instanceof Amount.Exact;
    }

    private Tally tally(Candidate candidate) {
      return tallies.computeIfAbsent(candidate, key -> new Tally());
    }

    PartSets build() {
      Map<Series, Map<String, List<List<String>>>> complete = new HashMap<>();
      Set<Candidate> rejected = new HashSet<>();
      tallies.forEach(
          (candidate, tally) -> {
            boolean isPooled = candidate.series().measure().equals(ANY_MEASURE);
            if (isPooled ? tally.isMostly(FEW, 3) : tally.isMostly(2, 2)) {
              complete
                  .computeIfAbsent(candidate.series(), key -> new HashMap<>())
                  .computeIfAbsent(candidate.values().get(0), key -> new ArrayList<>())
                  .add(candidate.values());
            } else if (!isPooled && tally.all() >= FEW) {
              rejected.add(candidate);
            }
          });
      return new PartSets(complete, rejected);
    }
  }

  /** The complete sets among the parts of a group. */
  Set<List<String>> within(PartGroup group) {
    Set<List<String>> sets = new LinkedHashSet<>();
    Series counts = new Series(group.total().measure(), group.dimension(), false);
    addWithin(counts, group, sets);
    if (group.isShares()) {
      addWithin(new Series(counts.measure(), counts.dimension(), true), group, sets);
    }
    return sets;
  }

  private void addWithin(Series series, PartGroup group, Set<List<String>> sets) {
    for (String first : group.parts().keySet()) {
      sets.addAll(starting(series, first, group));
      for (List<String> values : starting(series.ofAnyMeasure(), first, group)) {
        if (!rejected.contains(new Candidate(series, values))) {
          sets.add(values);
        }
      }
    }
  }

  private List<List<String>> starting(Series series, String first, PartGroup group) {
    return complete.getOrDefault(series, Map.of()).getOrDefault(first, List.of()).stream()
        .filter(values -> group.parts().keySet().containsAll(values))
        .toList();
  }
}
