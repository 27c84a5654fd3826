package org.crosstally.series;

import org.crosstally.outcome.Reason;

/** Why two valid values determine no growth. */
public enum GrowthReason implements Reason {
  /** The value compared with is zero. */
  ZERO_BASE("the base is zero"),
  /** The value compared with is below zero. */
  NEGATIVE_BASE("the base is negative"),
  /** The interval of the value compared with reaches zero: the growth has no upper end. */
  BASE_MAY_BE_ZERO("the interval of the base reaches zero"),
  /** A value that a logarithm or a root needs above zero is not. */
  NOT_POSITIVE("a value is not above zero"),
  /** The values are in per cent already: their change is in percentage points. */
  PERCENTAGE_POINTS("a change of shares is in percentage points"),
  /** A value that is taken for a count is no whole number from 0 on. */
  NOT_A_COUNT("a value is no whole number from 0 on"),
  /** The confidence interval of the ratio is not bounded. */
  UNBOUNDED("the interval of the ratio has no end"),
  /** The period itself has no value. */
  NO_VALUE("no value"),
  /** The period compared with has no value. */
  NO_BASE("no value in the base period"),
  /** Some of the months have no value in one of the years. */
  MISSING_MONTHS("some of the months have no value");

  private final String sentence;

  GrowthReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
