package org.crosstally.consensus;

import java.util.Locale;
import java.util.function.Function;
import org.crosstally.outcome.Outcome;

/** Locations from the order of values. */
final class Locations {

  /** From the median absolute deviation to the standard deviation of a normal distribution. */
  static final double MAD_TO_SIGMA = 1.4826;

  private Locations() {}

  static Outcome<RobustMean.Location> of(
      double[] y, Function<double[], Outcome<RobustMean.Location>> procedure) {
    double[] sorted = Samples.sorted(Samples.requireValues(y));
    return sorted.length == 0
        ? Outcome.undetermined(ConsensusReason.NO_VALUES)
        : procedure.apply(sorted);
  }

  static Outcome<RobustMean.Location> median(double[] y) {
    double scale = MAD_TO_SIGMA * Samples.mad(y);
    double error = Math.sqrt(Math.PI / 2) * scale / Math.sqrt(y.length);
    return located(Samples.median(y), scale, error, y.length);
  }

  static Outcome<RobustMean.Location> hodgesLehmann(double[] sorted) {
    int k = sorted.length;
    long pairs = (long) k * (k + 1) / 2;
    double low = walsh(sorted, (pairs + 1) / 2);
    double high = pairs % 2 == 1 ? low : walsh(sorted, pairs / 2 + 1);
    double scale = MAD_TO_SIGMA * Samples.mad(sorted);
    double error = Math.sqrt(Math.PI / 3) * scale / Math.sqrt(k);
    return located(low + (high - low) / 2, scale, error, k);
  }

  /**
   * The Walsh average of a rank: the smallest double that has at least so many of them below or at
   * it, found by halving the doubles between the smallest and the largest value in their own order.
   */
  private static double walsh(double[] sorted, long rank) {
    long low = key(sorted[0]);
    long high = key(sorted[sorted.length - 1]);
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (averagesUpTo(sorted, fromKey(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return fromKey(low);
  }

  private static long key(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double fromKey(long key) {
    return Double.longBitsToDouble(key < 0 ? Long.MIN_VALUE - key : key);
  }

  private static long averagesUpTo(double[] sorted, double limit) {
    long count = 0;
    int j = sorted.length - 1;
    for (int i = 0; i < sorted.length; i++) {
      while (j >= i && sorted[i] + (sorted[j] - sorted[i]) / 2 > limit) {
        j--;
      }
      if (j < i) {
        break;
      }
      count += j - i + 1;
    }
    return count;
  }

  static Outcome<RobustMean.Location> trimmed(double[] sorted, double share) {
    int k = sorted.length;
    int cut = cut(k, share);
    double sum = 0;
    for (int i = cut; i < k - cut; i++) {
      sum += sorted[i] - sorted[cut];
    }
    double scale = deviation(winsorise(sorted, cut));
    double error = scale * Math.sqrt(k) / (k - 2.0 * cut);
    return located(sorted[cut] + sum / (k - 2 * cut), scale, error, k);
  }

  static Outcome<RobustMean.Location> winsorised(double[] sorted, double share) {
    int k = sorted.length;
    int cut = cut(k, share);
    double[] values = winsorise(sorted, cut);
    double scale = deviation(values);
    double mean = Samples.mean(values);
    int kept = k - 2 * cut;
    if (kept < 2) {
      return Outcome.of(
          new RobustMean.Location(
              mean, scale, Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES)));
    }
    return located(mean, scale, scale * (k - 1) / ((kept - 1) * Math.sqrt(k)), k);
  }

  private static int cut(int k, double share) {
    return Math.min((int) Math.floor(share * k), (k - 1) / 2);
  }

  private static double[] winsorise(double[] sorted, int cut) {
    double[] values = sorted.clone();
    for (int i = 0; i < cut; i++) {
      values[i] = sorted[cut];
      values[values.length - 1 - i] = sorted[values.length - 1 - cut];
    }
    return values;
  }

  private static double deviation(double[] y) {
    return y.length == 1 ? 0 : Math.sqrt(Samples.sumOfSquares(y) / (y.length - 1));
  }

  static Outcome<RobustMean.Location> located(
      double estimate, double scale, double standardError, int k) {
    return Outcome.of(new RobustMean.Location(estimate, scale, error(standardError, k)));
  }

  private static Outcome<Double> error(double standardError, int k) {
    if (k < 2) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    return standardError > 0 && Double.isFinite(standardError)
        ? Outcome.of(standardError)
        : Outcome.undetermined(ConsensusReason.ZERO_STANDARD_ERROR);
  }

  static void requireShare(double share) {
    if (!(share >= 0 && share < 0.5)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "share %s: a number from 0 to below 1/2", share));
    }
  }

  static void requireTuning(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s %s: a positive number", name, value));
    }
  }
}
