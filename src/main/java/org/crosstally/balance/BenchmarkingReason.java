package org.crosstally.balance;

import org.crosstally.outcome.Reason;

/** Why benchmarking, disaggregating or balancing valid data gives no values. */
public enum BenchmarkingReason implements Reason {
  /** Without a benchmark there is nothing to adjust to. */
  NO_BENCHMARKS("there are no benchmarks"),
  /** The criterion leaves a level, slope or curvature free that the benchmarks do not fix. */
  TOO_FEW_BENCHMARKS(
      "not identified: the benchmarks do not fix what the criterion leaves free, such as the level"
          + " or the trend of the adjustments"),
  /** No series satisfies all benchmarks: overlapping ones disagree, or a fixed span is off. */
  CONTRADICTORY_BENCHMARKS("no series satisfies all benchmarks"),
  /** A ratio to the indicator is needed where the indicator is 0. */
  ZERO_INDICATOR("the indicator is 0 where a ratio to it is needed"),
  /** Growth rates are preserved for positive numbers only. */
  NOT_POSITIVE("growth rates need an indicator and benchmarks above 0"),
  /** The iteration did not settle within its limit. */
  NOT_CONVERGED("the iteration did not settle"),
  /** The indicators, summed over the benchmarked periods, depend on each other. */
  COLLINEAR_INDICATORS("not identified: the indicators are collinear over the benchmarked periods"),
  /** The benchmarks lie on the regression, so that the errors say nothing about their model. */
  EXACT_FIT("not identified: the benchmarks lie exactly on the regression"),
  /** The totals of the rows and those of the columns have different sums. */
  TOTALS_DISAGREE("the totals of the rows and of the columns have different sums"),
  /** No values satisfy all constraints and bounds. */
  INFEASIBLE("no values satisfy all constraints and bounds");

  private final String sentence;

  BenchmarkingReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
