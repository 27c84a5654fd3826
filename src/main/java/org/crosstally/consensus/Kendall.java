package org.crosstally.consensus;

import java.util.Arrays;

/** Kendall's rank correlation with its p-value. */
final class Kendall {

  private static final int LARGEST_EXACT = 500;

  private Kendall() {}

  static FunnelTests.RankTest test(double[] x, double[] y) {
    int n = x.length;
    long score = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        score += (long) Double.compare(x[i], x[j]) * Double.compare(y[i], y[j]);
      }
    }
    double[] tiesX = ties(x);
    double[] tiesY = ties(y);
    double pairs = 0.5 * n * (n - 1);
    double tau = score / Math.sqrt((pairs - tiesX[0] / 2) * (pairs - tiesY[0] / 2));
    if (tiesX[0] == 0 && tiesY[0] == 0 && n <= LARGEST_EXACT) {
      return new FunnelTests.RankTest(tau, exact(n, score), FunnelTests.Distribution.EXACT);
    }
    double z = score / Math.sqrt(variance(n, tiesX, tiesY));
    return new FunnelTests.RankTest(
        tau, Math.max(Double.MIN_VALUE, Normal.twoSided(z)), FunnelTests.Distribution.NORMAL);
  }

  /** Over the groups of equal values: the sums of t(t-1), t(t-1)(2t+5) and t(t-1)(t-2). */
  private static double[] ties(double[] values) {
    double[] sorted = Samples.sorted(values);
    double[] sums = new double[3];
    for (int start = 0; start < sorted.length; ) {
      int end = start;
      while (end < sorted.length && sorted[end] == sorted[start]) {
        end++;
      }
      double t = end - start;
      sums[0] += t * (t - 1);
      sums[1] += t * (t - 1) * (2 * t + 5);
      sums[2] += t * (t - 1) * (t - 2);
      start = end;
    }
    return sums;
  }

  private static double variance(double n, double[] x, double[] y) {
    double variance = (n * (n - 1) * (2 * n + 5) - x[1] - y[1]) / 18;
    variance += x[0] * y[0] / (2 * n * (n - 1));
    return n < 3 ? variance : variance + x[2] * y[2] / (9 * n * (n - 1) * (n - 2));
  }

  /** Twice the share of all orders with so few or so many concordant pairs. */
  private static double exact(int n, long score) {
    int largest = n * (n - 1) / 2;
    int discordant = (int) ((largest - Math.abs(score)) / 2);
    // After m values, p[d] is the share of their orders with d discordant pairs.
    double[] p = new double[discordant + 1];
    p[0] = 1;
    for (int m = 2; m <= n; m++) {
      double[] next = new double[discordant + 1];
      double window = 0;
      for (int d = 0; d <= discordant; d++) {
        window += p[d];
        if (d >= m) {
          window -= p[d - m];
        }
        next[d] = Math.max(0, window) / m;
      }
      p = next;
    }
    return Math.min(1, Math.max(Double.MIN_VALUE, 2 * Arrays.stream(p).sum()));
  }
}
