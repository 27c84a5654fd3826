package org.crosstally.figure;

import java.util.OptionalDouble;

/**
 * The standard uncertainty of an amount, with the rule that it comes from (JCGM 100:2008, section
 * 4.3).
 *
 * @param value the standard uncertainty in the unit of the amount; empty where the rule gives none
 * @param rule where it comes from, or why there is none
 */
public record Uncertainty(OptionalDouble value, Rule rule) {

  /** Where a standard uncertainty comes from. */
  public enum Rule {
    /** Stated with the value: {@code 1400±50}. */
    STATED,
    /**
     * Printed as it is: nothing says that it was rounded, so the printed number has no uncertainty
     * of its own.
     */
    EXACT,
    /** Rectangular over the rounding interval: its width divided by √12. */
    ROUNDING,
    /** Rectangular over the stated range: its width divided by √12. */
    RANGE,
    /** A bound on one side allows no standard uncertainty. */
    ONE_SIDED,
    /** There is no value. */
    MISSING
  }

  static Uncertainty of(double value, Rule rule) {
    return new Uncertainty(OptionalDouble.of(value), rule);
  }

  static Uncertainty none(Rule rule) {
    return new Uncertainty(OptionalDouble.empty(), rule);
  }

  /** Rectangular distribution over an interval: width / √12. */
  static Uncertainty rectangular(Interval interval, Rule rule) {
    return of(interval.width() / Math.sqrt(12), rule);
  }
}
