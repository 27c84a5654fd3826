package org.crosstally.consensus;

import java.util.Locale;

/**
 * What a source says about a number that need not be a point: an exact value, or a set of possible
 * values.
 *
 * <p>Each report is a measurement with its own variance, 0 unless stated, of which only the set in
 * which it fell is known. An exact value enters a likelihood with its density, a set with its
 * probability.
 *
 * @param low the lowest possible value, {@code -Infinity} for none
 * @param high the highest possible value, {@code Infinity} for none; equal to {@code low} for an
 *     exact value
 * @param variance the variance of the measurement itself, in squared units, 0 or more
 */
public record Report(double low, double high, double variance) {

  /**
   * A report.
   *
   * @param low the lowest possible value
   * @param high the highest possible value
   * @param variance the variance of the measurement
   * @throws IllegalArgumentException if the set is empty or holds every number, an end is NaN or
   *     beyond 1e50, or the variance is neither 0 nor between 1e-50 and 1e50
   */
  public Report {
    boolean open = Double.isInfinite(low) && Double.isInfinite(high);
    if (!(low <= high) || open || !usable(low) || !usable(high)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "not a set of possible values: %s to %s", low, high));
    }
    if (variance != 0 && !(variance >= 1e-50 && variance <= 1e50)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "variance %s: 0 or a number from 1e-50 to 1e50", variance));
    }
  }

  private static boolean usable(double end) {
    return Double.isInfinite(end) || Math.abs(end) <= 1e50;
  }

  /**
   * An exact value.
   *
   * @param value the value
   * @return the report
   */
  public static Report exact(double value) {
    return new Report(value, value, 0);
  }

  /**
   * A rounded value: anything within half a grain of it.
   *
   * @param value the value as printed
   * @param grain the step to which it is rounded, above 0: 100 for 1400 that stands for 1350 to
   *     1450
   * @return the report
   * @throws IllegalArgumentException if the grain is not positive
   */
  public static Report rounded(double value, double grain) {
    if (!(grain > 0)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "grain %s: a number above 0", grain));
    }
    return new Report(value - grain / 2, value + grain / 2, 0);
  }

  /**
   * A range.
   *
   * @param low its lower end
   * @param high its upper end
   * @return the report
   */
  public static Report between(double low, double high) {
    return new Report(low, high, 0);
  }

  /**
   * A lower bound: more than, at least.
   *
   * @param low the bound
   * @return the report
   */
  public static Report atLeast(double low) {
    return new Report(low, Double.POSITIVE_INFINITY, 0);
  }

  /**
   * An upper bound: fewer than, at most.
   *
   * @param high the bound
   * @return the report
   */
  public static Report atMost(double high) {
    return new Report(Double.NEGATIVE_INFINITY, high, 0);
  }

  /**
   * The same report with the variance of its measurement.
   *
   * @param v the variance, in squared units
   * @return a copy
   */
  public Report withVariance(double v) {
    return new Report(low, high, v);
  }

  /**
   * Whether the report is a point.
   *
   * @return true if the lowest possible value is the highest
   */
  public boolean isExact() {
    return low == high;
  }

  /**
   * Whether the report limits the number on both sides.
   *
   * @return true for an exact value, a rounded one and a range
   */
  public boolean isTwoSided() {
    return !Double.isInfinite(low) && !Double.isInfinite(high);
  }
}
