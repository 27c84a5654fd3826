package org.crosstally.agreement;

import java.util.Locale;

/** Checks and sums of numbers that come in pairs. */
final class Pairs {
  /** Squares and their sums stay finite up to here. */
  private static final double LARGEST = 1e100;

  private Pairs() {}

  static void require(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d numbers stand against %d", x.length, y.length));
    }
    requireNumbers("x", x);
    requireNumbers("y", y);
  }

  static void requireNumbers(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "%s[%d] is %s: a number of at most %s", name, i, values[i], LARGEST));
      }
    }
  }

  static double requireShare(String name, double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s %s: a number between 0 and 1", name, share));
    }
    return share;
  }

  /** The mean, by differences from the first number, so that equal numbers give themselves. */
  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /** The sum of the products of the deviations from the means. */
  static double products(double[] x, double meanX, double[] y, double meanY) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum;
  }
}
