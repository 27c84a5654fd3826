package org.crosstally.consensus;

import java.util.Locale;

/**
 * An interval with its nominal coverage, both ends included: a confidence or a prediction interval.
 *
 * @param low the lower end, finite, in the unit of the estimate
 * @param high the upper end, finite and not below {@code low}
 * @param level the nominal coverage, between 0 and 1
 */
public record ConfidenceInterval(double low, double high, double level) {

  /**
   * A confidence interval.
   *
   * @param low the lower end
   * @param high the upper end
   * @param level the nominal coverage
   * @throws IllegalArgumentException if an end is not finite, {@code low > high}, or the level is
   *     not between 0 and 1
   */
  public ConfidenceInterval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "not an interval: %s to %s", low, high));
    }
    requireLevel(level);
  }

  /**
   * Whether a number lies in the interval.
   *
   * @param number any number
   * @return true if {@code low <= number <= high}
   */
  public boolean contains(double number) {
    return low <= number && number <= high;
  }

  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "confidence level %s: a number between 0 and 1", level));
    }
    return level;
  }
}
