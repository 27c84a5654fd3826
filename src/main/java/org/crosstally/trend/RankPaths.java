package org.crosstally.trend;

import java.util.SplittableRandom;

/** How often the running sum of ranks, in orders of equal chance, goes as far as a bound. */
final class RankPaths {

  private RankPaths() {}

  /**
   * The share of all orders. An order passes through sets of its first t ranks, and what it did
   * before depends on the set alone: the share of the orders of a set that have reached the bound
   * is 1 if the set itself has, and otherwise the mean over its sets with one rank fewer. All terms
   * are positive, so that small shares keep their digits.
   */
  static double reaching(double[] ranks, double bound) {
    int n = ranks.length;
    double[] share = new double[1 << n];
    for (int set = 1; set < share.length; set++) {
      double sum = 0;
      double before = 0;
      for (int rest = set; rest != 0; rest &= rest - 1) {
        int i = Integer.numberOfTrailingZeros(rest);
        sum += ranks[i];
        before += share[set ^ (1 << i)];
      }
      int size = Integer.bitCount(set);
      boolean far = Math.abs(2 * sum - size * (n + 1.0)) >= bound;
      share[set] = far ? 1 : before / size;
    }
    return share[share.length - 1];
  }

  /** The share of drawn orders, the one seen among them. */
  static double drawn(double[] ranks, double bound, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] order = ranks.clone();
    int far = 1;
    for (int round = 0; round < draws; round++) {
      Samples.shuffle(order, random);
      far += reaches(order, bound) ? 1 : 0;
    }
    return far / (draws + 1.0);
  }

  private static boolean reaches(double[] ranks, double bound) {
    double sum = 0;
    for (int t = 1; t <= ranks.length; t++) {
      sum += ranks[t - 1];
      if (Math.abs(2 * sum - t * (ranks.length + 1.0)) >= bound) {
        return true;
      }
    }
    return false;
  }
}
