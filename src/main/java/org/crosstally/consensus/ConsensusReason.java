package org.crosstally.consensus;

import org.crosstally.outcome.Reason;

/** Why valid data determine no value. */
public enum ConsensusReason implements Reason {
  /** There is no value at all. */
  NO_VALUES("there are no values"),
  /** One value alone says nothing about a spread, a correlation or an influence. */
  TOO_FEW_VALUES("there are too few values"),
  /** The procedure weighs reports by their variances, and not all have one. */
  NO_VARIANCES("not every report has an uncertainty to weigh it by"),
  /** The procedure averages points, and a bound on one side has no middle. */
  ONE_SIDED("a bound on one side is no point that could be averaged"),
  /** The procedure has no such quantity: equal effects have no between-source variance. */
  NOT_PART_OF_MODEL("the model has no such quantity"),
  /** The values agree to the last digit, so that their spread gives no standard error. */
  ZERO_STANDARD_ERROR("the values agree exactly, so that their spread gives no standard error"),
  /** More than half of the values agree, so that the median absolute deviation is 0. */
  ZERO_SCALE("more than half of the values agree, so that the median absolute deviation is 0"),
  /** All variances are equal, so that nothing can depend on the precision of the values. */
  EQUAL_VARIANCES("all variances are equal"),
  /** All values are equal, so that no order among them is defined. */
  EQUAL_VALUES("all values are equal"),
  /** The values depend on their standard errors without any scatter. */
  EXACT_LINE("the values lie on one line, up to rounding"),
  /** No exact report, and all sets of possible values overlap: a set, not a point. */
  ONLY_OVERLAPPING_INTERVALS(
      "not identified: no report is exact and all sets of possible values overlap, so that the"
          + " reports agree on a set and not on a point"),
  /** No report is bounded on both sides, so that the spread can grow without limit. */
  ONLY_BOUNDS("not identified: every report is a bound on one side only"),
  /** The exact reports agree on one value within all other sets: no spread can be estimated. */
  NO_SPREAD(
      "not identified: all reports are compatible with one exact value, so that the spread"
          + " has no lower limit"),
  /** The likelihood has no maximum at a finite spread. */
  UNBOUNDED_SPREAD("not identified: the likelihood has no maximum at a finite spread"),
  /** The reports contradict each other, and only one of them is bounded on both sides. */
  ONE_SET_AND_BOUNDS(
      "not identified: one report is bounded on both sides and bounds contradict it, which leaves"
          + " open how far apart the sources are"),
  /** The likelihood rises towards a spread of 0, where reports without error become certain. */
  VANISHING_SPREAD("not identified: the likelihood has no maximum at a positive spread"),
  /** Sources and cells fall into parts that share no report, so that biases cannot be compared. */
  DISCONNECTED("not identified: sources and cells fall into parts that share no report"),
  /** The iteration did not settle within its limit. */
  NOT_CONVERGED("the iteration did not settle"),
  /** More values than the search over subsets is made for. */
  TOO_MANY_VALUES("there are more values than the search over subsets is made for"),
  /** No two values agree within their uncertainties. */
  NO_CONSISTENT_SUBSET("no two values agree within their uncertainties"),
  /** Several subsets of the same size are equally consistent. */
  AMBIGUOUS_SUBSET("several subsets of the same size are equally consistent");

  private final String sentence;

  ConsensusReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
