package org.crosstally.consensus;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Trim-and-fill under the restricted likelihood as a program computes it that stops at an absolute
 * threshold: Fisher scoring from the moment estimate until tau squared moves by no more than 1e-5.
 * Written out here from its formulas, so that a golden value of such a program can be met to all
 * digits, and the exact estimate is known to differ from it by the early stop alone.
 */
final class ScoringToAThreshold {

  private static final double THRESHOLD = 1e-5;

  private ScoringToAThreshold() {}

  private static double mean(double[] y, double[] v) {
    double tau2 = tauSquared(y, v);
    double total = 0;
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      total += 1 / (v[i] + tau2);
      sum += y[i] / (v[i] + tau2);
    }
    return sum / total;
  }

  private static double tauSquared(double[] y, double[] v) {
    int k = y.length;
    double moment = Samples.sumOfSquares(y) / (k - 1) - Arrays.stream(v).average().orElseThrow();
    double tau2 = Math.max(0, moment);
    double change = Double.POSITIVE_INFINITY;
    while (change > THRESHOLD) {
      WeightSums sums = new WeightSums(y, v).at(tau2);
      double step = (sums.q2 - sums.trP) / sums.trPP;
      while (tau2 + step < 0) {
        step /= 2;
      }
      tau2 += step;
      change = Math.abs(step);
    }
    return tau2;
  }

  static double trimAndFill(double[] values, double[] v, TrimAndFill.Side side) {
    int sign = side == TrimAndFill.Side.RIGHT ? -1 : 1;
    int k = values.length;
    int[] order =
        IntStream.range(0, k)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> sign * values[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] y = Arrays.stream(order).mapToDouble(i -> sign * values[i]).toArray();
    double[] u = Arrays.stream(order).mapToDouble(i -> v[i]).toArray();
    int filled = 0;
    int before = -1;
    double centre = 0;
    while (filled != before) {
      before = filled;
      centre = mean(Arrays.copyOf(y, k - filled), Arrays.copyOf(u, k - filled));
      double ranks = ranksAbove(y, centre);
      filled = (int) Math.max(0, Math.rint((4 * ranks - k * (k + 1.0)) / (2.0 * k - 1)));
    }
    double[] all = Arrays.copyOf(y, k + filled);
    double[] variances = Arrays.copyOf(u, k + filled);
    for (int i = 0; i < filled; i++) {
      all[k + i] = 2 * centre - y[k - filled + i];
      variances[k + i] = u[k - filled + i];
    }
    return sign * mean(all, variances);
  }

  private static double ranksAbove(double[] y, double centre) {
    double sum = 0;
    for (double value : y) {
      double distance = Math.abs(value - centre);
      long rank = Arrays.stream(y).filter(other -> Math.abs(other - centre) <= distance).count();
      sum += value > centre ? rank : 0;
    }
    return sum;
  }
}
