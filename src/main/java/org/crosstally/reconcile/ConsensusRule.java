package org.crosstally.reconcile;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crosstally.consensus.ConfidenceInterval;
import org.crosstally.consensus.Consensus;
import org.crosstally.consensus.Report;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.OriginCombination.Basis;
import org.crosstally.reconcile.OriginCombination.Part;
import org.crosstally.series.Estimate.Component;

/** Combines independent origins by a consensus estimator. */
final class ConsensusRule {
  private final Consensus consensus;

  ConsensusRule(Consensus consensus) {
    this.consensus = consensus;
  }

  /**
   * The number of all origins together; the median of the exact ones where the estimator finds
   * none.
   *
   * @param deciding the origins that name a number, at least one
   * @param sets the origins that state a set of possible numbers
   * @param figures the figures of the cell that state a level
   */
  Combination combine(
      Cell cell, List<OriginFinding> deciding, List<Part> sets, List<Figure> figures) {
    List<Part> parts =
        inOrder(
            Stream.concat(
                deciding.stream().map(finding -> OriginParts.of(cell, finding)), sets.stream()));
    Combination median = Combination.of(cell, deciding, figures);
    if (parts.size() == 1) {
      return median;
    }
    Outcome<Consensus.Combined> found = consensus.combine(reports(parts));
    return found
        .asOptional()
        .map(combined -> combination(combined, parts, Combination.areWhole(figures)))
        .orElseGet(
            () ->
                median.with(
                    new OriginCombination(
                        median.rule(),
                        "The estimator that was asked for finds no number, because "
                            + found.whyNot().orElseThrow().sentence()
                            + ".",
                        parts)));
  }

  /** The number of origins that all state sets of possible numbers, or why there is none. */
  Outcome<Combination> combine(List<Part> sets) {
    List<Part> parts = inOrder(sets.stream());
    Outcome<Consensus.Combined> found = consensus.combine(reports(parts));
    return found
        .asOptional()
        .map(combined -> Outcome.of(combination(combined, parts, false)))
        .orElseGet(() -> Outcome.undetermined(found.whyNot().orElseThrow()));
  }

  private static List<Part> inOrder(Stream<Part> parts) {
    return parts.sorted(Comparator.comparing(Part::origin)).toList();
  }

  private static List<Report> reports(List<Part> parts) {
    return parts.stream().map(Part::report).toList();
  }

  private static Combination combination(
      Consensus.Combined combined, List<Part> parts, boolean whole) {
    double value = combined.line().estimate();
    Combination.Widening interval = new Combination.Widening(value);
    Outcome<ConfidenceInterval> found = combined.line().interval();
    // Without an interval of its own, a number is as doubtful as its origins are far apart.
    double low = found.asOptional().map(i -> i.low()).orElse(OriginParts.lowest(parts, value));
    double high = found.asOptional().map(i -> i.high()).orElse(OriginParts.highest(parts, value));
    interval.widen(covers(parts), low, high);
    return new Combination(
            interval.estimate(whole), combined.method() + " of " + parts.size() + " origins")
        .with(new OriginCombination(combined.method(), combined.reason(), parts));
  }

  private static Set<Component> covers(List<Part> parts) {
    Set<Component> covers = EnumSet.noneOf(Component.class);
    for (Part part : parts) {
      covers.add(part.basis() == Basis.STATED ? Component.STATED : Component.ROUNDING);
      if (part.basis() == Basis.ROUNDING_AND_REVISIONS) {
        covers.add(Component.REVISION);
      }
    }
    if (parts.stream().map(Part::report).distinct().count() > 1) {
      covers.add(Component.ORIGINS);
    }
    return covers;
  }
}
