package org.crosstally.trend;

import org.crosstally.outcome.Reason;

/** Why valid data determine no value. */
public enum TrendReason implements Reason {
  /** Fewer than three points: any two points lie on a line. */
  TOO_FEW_POINTS("fewer than three points"),
  /** All values are equal, so that no order among them and no share of variance is defined. */
  CONSTANT_VALUES("all values are equal"),
  /** All points have the same time, so that no slope is defined. */
  CONSTANT_TIMES("all times are equal"),
  /** Two points share a time; the exact distribution is for distinct times. */
  TIED_TIMES("two points have the same time, and the exact distribution is for distinct times"),
  /** More points than the exact distribution is computed for. */
  TOO_MANY_POINTS("more points than the exact distribution is computed for"),
  /** The procedure was configured to leave it out. */
  NOT_ASKED_FOR("not asked for"),
  /** The points lie on one line, up to rounding, so that there is no error to estimate. */
  EXACT_LINE("the points lie on one line, up to rounding"),
  /** One point alone fixes a coefficient, so that its error says nothing about it. */
  FULL_LEVERAGE("one point alone fixes the line at its time"),
  /** The robust covariance gives a coefficient no variance, so that no test statistic exists. */
  ZERO_VARIANCE("the error model gives a coefficient no variance"),
  /** The times do not lie on an even grid, so that no lag is defined. */
  UNEVEN_TIMES("the times are not evenly spaced, so that no lag is defined"),
  /** The correction for serial correlation turns the variance of the score negative. */
  NEGATIVE_VARIANCE("the correction for serial correlation gives a variance that is not positive"),
  /** Values that a logarithm needs above zero are not. */
  NOT_POSITIVE("some values are not above zero"),
  /** A count model was asked of values that are not whole numbers from 0 on. */
  NOT_COUNTS("some values are not whole numbers from 0 on"),
  /**
   * The counts vary no more than the Poisson law says, so that no theta is largest in likelihood.
   */
  NO_OVERDISPERSION("the counts vary no more than those of a Poisson process"),
  /** The likelihood has its maximum at infinity. */
  NO_MAXIMUM("the likelihood has no maximum at finite values"),
  /** The likelihood of autocorrelated errors grows up to a correlation of 1. */
  UNIT_ROOT("the errors wander like a random walk, with a correlation of 1"),
  /** The series is too short for so many segments. */
  TOO_SHORT("the series is too short for that many segments"),
  /** Joins can be at more places than are gone through. */
  TOO_MANY_PLACES("the joins can be at more places than are gone through"),
  /** The distribution gives the confidence interval no end. */
  NO_INTERVAL("the distribution gives the interval no end"),
  /** Every value is taken as printed, so that there is nothing to draw from. */
  NO_WIDTH("no value has an interval"),
  /** Several parameters fit equally well. */
  NOT_IDENTIFIED("the data do not identify all parameters");

  private final String sentence;

  TrendReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
