package org.crosstally.trend;

import java.util.Arrays;

/**
 * The partitions of least squares into 1, 2, … stretches of a least length, by dynamic programming
 * in O(m n<sup>2</sup>) time and O(m n) memory.
 */
final class BreakSearch {

  private BreakSearch() {}

  /** For each number of breaks from 0 on, the first place of each new regime. */
  static int[][] best(SegmentSums sums, int breaks, int length) {
    int n = sums.size();
    double[][] cost = new double[breaks + 1][n + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    int[][] from = new int[breaks + 1][n + 1];
    for (int to = length; to <= n; to++) {
      cost[0][to] = sums.rss(0, to);
      for (int k = length; breaks > 0 && k <= to - length; k++) {
        double last = sums.rss(k, to);
        int most = Math.min(breaks, k / length);
        for (int m = 1; m <= most; m++) {
          double sum = cost[m - 1][k] + last;
          if (sum < cost[m][to]) {
            cost[m][to] = sum;
            from[m][to] = k;
          }
        }
      }
    }
    int[][] found = new int[breaks + 1][];
    for (int m = 0; m <= breaks; m++) {
      found[m] = trace(from, m, n);
    }
    return found;
  }

  private static int[] trace(int[][] from, int breaks, int n) {
    int[] places = new int[breaks];
    int to = n;
    for (int m = breaks; m > 0; m--) {
      to = from[m][to];
      places[m - 1] = to;
    }
    return places;
  }
}
