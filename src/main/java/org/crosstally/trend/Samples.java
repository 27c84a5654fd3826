package org.crosstally.trend;

import java.util.Arrays;
import java.util.Locale;

/** Checks and orders the series that the procedures of this package take. */
final class Samples {

  /** Squares and quotients of numbers up to here, and of their differences, stay finite. */
  private static final double LARGEST = 1e100;

  private static final double SMALLEST_SPREAD = 1e-100;

  private Samples() {}

  /** A copy without negative zeros, so that ties are the same by == and by compare. */
  static double[] requireFinite(String name, double[] values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s[%d] is %s: not a finite number", name, i, copy[i]));
      }
      copy[i] += 0.0;
    }
    return copy;
  }

  /** As {@link #requireFinite}, and of a size that arithmetic on doubles can carry. */
  static double[] requireScale(String name, double[] values) {
    double[] copy = requireFinite(name, values);
    double min = Arrays.stream(copy).min().orElse(0);
    double max = Arrays.stream(copy).max().orElse(0);
    if (Math.max(max, -min) > LARGEST || (max > min && max - min < SMALLEST_SPREAD)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s from %s to %s: choose a unit in which values are below %s and differ by more"
                  + " than %s",
              name,
              min,
              max,
              LARGEST,
              SMALLEST_SPREAD));
    }
    return copy;
  }

  static void requireSameLength(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d times for %d values", x.length, y.length));
    }
  }

  /** The times 1, 2, …, n of a series without times. */
  static double[] indices(int n) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> i + 1);
    return x;
  }

  static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** The positions ordered by x, those of equal x by y. */
  static int[] order(double[] x, double[] y) {
    Integer[] order = new Integer[x.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (i, j) -> x[i] != x[j] ? Double.compare(x[i], x[j]) : Double.compare(y[i], y[j]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  static double[] pick(double[] values, int[] order) {
    double[] picked = new double[order.length];
    Arrays.setAll(picked, i -> values[order[i]]);
    return picked;
  }

  /** The mean of the one or two middle values. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double low = sorted[(n - 1) / 2];
    return low + (sorted[n / 2] - low) / 2;
  }
}
