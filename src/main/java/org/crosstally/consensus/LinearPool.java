package org.crosstally.consensus;

import java.util.Arrays;
import java.util.Locale;

/**
 * The linear opinion pool: every report is a normal distribution, and the consensus is their
 * mixture.
 *
 * <p>The density is {@code sum p[i] N(y[i], v[i])}, with equal weights p unless others are given.
 * It does not grow narrow with the number of reports: it says where the number would be if one of
 * the reports were right, and not how well they determine it together.
 *
 * <p>Stone, M. (1961), The opinion pool, Annals of Mathematical Statistics 32, 1339-1342. Koepke,
 * A., Lafarge, T., Possolo, A. and Toman, B. (2017), Metrologia 54, S34-S62.
 */
public final class LinearPool {

  private static final int STEPS = 400;

  private final double[] y;
  private final double[] s;
  private final double[] p;

  private LinearPool(double[] y, double[] s, double[] p) {
    this.y = y;
    this.s = s;
    this.p = p;
  }

  /**
   * The pool with equal weights.
   *
   * @param y the values, one at least
   * @param v the variance of each value
   * @return the mixture
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}, or if there
   *     is no value
   */
  public static LinearPool of(double[] y, double[] v) {
    double[] weights = new double[y.length];
    Arrays.fill(weights, 1);
    return of(y, v, weights);
  }

  /**
   * The pool with given weights.
   *
   * @param y the values, one at least
   * @param v the variance of each value
   * @param weights a weight for each value, above 0; they need not sum to 1
   * @return the mixture
   * @throws IllegalArgumentException as {@link #of(double[], double[])}, or if a weight is not
   *     positive and finite
   */
  public static LinearPool of(double[] y, double[] v, double[] weights) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length == 0 || weights.length != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d weights for %d values: one at least, and as many",
              weights.length,
              values.length));
    }
    double total = 0;
    for (double weight : weights) {
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "weight %s: a positive number", weight));
      }
      total += weight;
    }
    double sum = total;
    return new LinearPool(
        values,
        Arrays.stream(variances).map(Math::sqrt).toArray(),
        Arrays.stream(weights).map(weight -> weight / sum).toArray());
  }

  /**
   * The mean of the mixture.
   *
   * @return {@code sum p y}
   */
  public double mean() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * (y[i] - y[0]);
    }
    return y[0] + sum;
  }

  /**
   * The standard deviation of the mixture.
   *
   * @return {@code sqrt(sum p (v + (y - mean)^2))}
   */
  public double standardDeviation() {
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * (s[i] * s[i] + (y[i] - mean) * (y[i] - mean));
    }
    return Math.sqrt(sum);
  }

  /**
   * The probability of numbers up to a limit.
   *
   * @param x the limit
   * @return between 0 and 1
   */
  public double probabilityUpTo(double x) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += p[i] * Normal.upper((y[i] - x) / s[i]);
    }
    return Math.min(1, sum);
  }

  /**
   * The number below which a given share of the mixture lies.
   *
   * @param share the share, between 0 and 1
   * @return the quantile, to the last digits
   * @throws IllegalArgumentException if the share is not between 0 and 1
   */
  public double quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "share %s: a number between 0 and 1", share));
    }
    // The quantile lies between the smallest and the largest of those of the parts.
    double z = Normal.quantile(share);
    double low = y[0] + z * s[0];
    double high = low;
    for (int i = 1; i < y.length; i++) {
      low = Math.min(low, y[i] + z * s[i]);
      high = Math.max(high, y[i] + z * s[i]);
    }
    double atLow = probabilityUpTo(low) - share;
    double atHigh = probabilityUpTo(high) - share;
    if (atLow >= 0) {
      return low;
    }
    return atHigh <= 0
        ? high
        : Roots.between(x -> probabilityUpTo(x) - share, low, atLow, high, atHigh, Samples.min(s));
  }

  /**
   * The shortest single interval that holds a share of the mixture. Where the reports fall into
   * groups, the most probable numbers are several intervals; this one spans them.
   *
   * @param level the share, between 0 and 1
   * @return the interval; its ends are found by a scan in 400 steps of probability and then by
   *     golden section, to about 8 digits of its length
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval shortestInterval(double level) {
    ConfidenceInterval.requireLevel(level);
    double room = 1 - level;
    int best = 1;
    double shortest = Double.POSITIVE_INFINITY;
    for (int step = 1; step < STEPS; step++) {
      double length = length(room * step / STEPS, level);
      best = length < shortest ? step : best;
      shortest = Math.min(length, shortest);
    }
    double low = room * (best - 1 + 1e-9) / STEPS;
    double high = room * (best + 1 - 1e-9) / STEPS;
    double golden = (Math.sqrt(5) - 1) / 2;
    for (int step = 0; step < 60; step++) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (length(left, level) <= length(right, level)) {
        high = right;
      } else {
        low = left;
      }
    }
    double from = low + (high - low) / 2;
    return new ConfidenceInterval(quantile(from), quantile(from + level), level);
  }

  private double length(double from, double level) {
    return quantile(from + level) - quantile(from);
  }
}
