package org.crosstally.trend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Checks and orders the series that the procedures of this package take. */
final class Samples {

  /** Fourth powers and quotients of numbers up to here, and of their differences, stay finite. */
  private static final double LARGEST = 1e50;

  private static final double SMALLEST_GAP = 1e-50;

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
    double[] sorted = copy.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      double gap = i == 0 ? 0 : sorted[i] - sorted[i - 1];
      if (Math.abs(sorted[i]) > LARGEST || (gap > 0 && gap < SMALLEST_GAP)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has %s: choose a unit in which numbers are at most %s and differ by %s or more",
                name,
                sorted[i],
                LARGEST,
                SMALLEST_GAP));
      }
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

  /** Why points determine no trend, whatever the procedure. */
  static Optional<TrendReason> whyNoTrend(double[] times, double[] values) {
    if (times.length < 3) {
      return Optional.of(TrendReason.TOO_FEW_POINTS);
    }
    if (isConstant(times)) {
      return Optional.of(TrendReason.CONSTANT_TIMES);
    }
    return isConstant(values) ? Optional.of(TrendReason.CONSTANT_VALUES) : Optional.empty();
  }

  static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /** At least 99 draws, or a p-value below 0.01 cannot be told. */
  static int requireDraws(int count) {
    if (count < 99) {
      throw new IllegalArgumentException(count + " draws: 99 or more");
    }
    return count;
  }

  static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  /** The positions ordered by x, those of equal x by y. */
  static int[] order(double[] x, double[] y) {
    return CountingSort.order(x, y);
  }

  /** The positions ordered by x, those of equal x as they come. */
  static int[] orderOfTimes(double[] x) {
    return CountingSort.order(x, new double[x.length]);
  }

  static double[] pick(double[] values, int[] order) {
    double[] picked = new double[order.length];
    Arrays.setAll(picked, i -> values[order[i]]);
    return picked;
  }

  /** The ranks from 1 on, equal values sharing their mean rank. */
  static double[] midRanks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    Arrays.setAll(
        ranks,
        i -> {
          int from = Arrays.binarySearch(sorted, values[i]);
          int to = from;
          while (from > 0 && sorted[from - 1] == values[i]) {
            from--;
          }
          while (to < sorted.length && sorted[to] == values[i]) {
            to++;
          }
          return (from + 1 + to) / 2.0;
        });
    return ranks;
  }

  /** The mean of the one or two middle values. */
  static double median(double[] values) {
    return median(values, MedianRule.MEAN_OF_MIDDLE);
  }

  static double median(double[] values, MedianRule rule) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double low = sorted[(n - 1) / 2];
    double high = sorted[n / 2];
    return rule == MedianRule.UPPER_MIDDLE ? high : low + (high - low) / 2;
  }
}
