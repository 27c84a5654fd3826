package org.crosstally.consensus;

import java.util.Arrays;
import java.util.Locale;

/** Checks the values and variances that the procedures of this package take. */
final class Samples {

  /** Squares, fourth powers of weights and their products stay finite up to here. */
  private static final double LARGEST = 1e50;

  private static final double SMALLEST = 1e-50;

  private Samples() {}

  /** A copy without negative zeros. */
  static double[] requireValues(double[] values) {
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "y[%d] is %s: not a finite number", i, copy[i]));
      }
      if (Math.abs(copy[i]) > LARGEST) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "y[%d] is %s: choose a unit in which values are at most %s",
                i,
                copy[i],
                LARGEST));
      }
      copy[i] += 0.0;
    }
    return copy;
  }

  static double[] requireVariances(double[] y, double[] v) {
    if (y.length != v.length) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%d variances for %d values", v.length, y.length));
    }
    double[] copy = v.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!(copy[i] >= SMALLEST && copy[i] <= LARGEST)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "v[%d] is %s: a variance is a number from %s to %s",
                i,
                copy[i],
                SMALLEST,
                LARGEST));
      }
    }
    return copy;
  }

  /** The value of the smallest variance: sums of differences from it keep their digits. */
  static double centre(double[] y, double[] v) {
    int best = 0;
    for (int i = 1; i < v.length; i++) {
      if (v[i] < v[best]) {
        best = i;
      }
    }
    return y[best];
  }

  static double[] minus(double[] y, double centre) {
    double[] shifted = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      shifted[i] = y[i] - centre;
    }
    return shifted;
  }

  static double mean(double[] y) {
    double sum = 0;
    for (double value : y) {
      sum += value - y[0];
    }
    return y[0] + sum / y.length;
  }

  static double sumOfSquares(double[] y) {
    double mean = mean(y);
    double sum = 0;
    for (double value : y) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }

  static double min(double[] values) {
    double min = values[0];
    for (double value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  static double max(double[] values) {
    double max = values[0];
    for (double value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  static double[] without(double[] values, int omitted) {
    double[] rest = new double[values.length - 1];
    System.arraycopy(values, 0, rest, 0, omitted);
    System.arraycopy(values, omitted + 1, rest, omitted, rest.length - omitted);
    return rest;
  }

  static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /** The mean of the one or two middle values. */
  static double median(double[] values) {
    double[] sorted = sorted(values);
    double low = sorted[(sorted.length - 1) / 2];
    return low + (sorted[sorted.length / 2] - low) / 2;
  }

  /** The median absolute deviation from the median, without a factor. */
  static double mad(double[] values) {
    double median = median(values);
    double[] deviations = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      deviations[i] = Math.abs(values[i] - median);
    }
    return median(deviations);
  }
}
