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
    double[] cost = new double[n + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    for (int to = length; to <= n; to++) {
      cost[to] = sums.rss(0, to);
    }
    int[][] from = new int[breaks + 1][n + 1];
    int[][] found = new int[breaks + 1][];
    found[0] = new int[0];
    for (int m = 1; m <= breaks; m++) {
      double[] next = new double[n + 1];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int to = (m + 1) * length; to <= n; to++) {
        double least = Double.POSITIVE_INFINITY;
        int at = 0;
        for (int k = m * length; k <= to - length; k++) {
          if (cost[k] < least) {
            double sum = cost[k] + sums.rss(k, to);
            if (sum < least) {
              least = sum;
              at = k;
            }
          }
        }
        next[to] = least;
        from[m][to] = at;
      }
      cost = next;
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
