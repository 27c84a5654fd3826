package org.crosstally.trend;

import java.util.Arrays;

/** The order statistics of the slopes between all pairs of points of different time. */
interface SlopeRanks {

  /** Up to here all slopes are kept, at most half a megabyte of them. */
  int LARGEST_LISTED = 360;

  /** The number of slopes. */
  long size();

  /** The slopes of ranks from 1 to {@link #size()}, smallest first; the ranks are ascending. */
  double[] at(long... ranks);

  /** The slope of one rank. */
  default double one(long rank) {
    return at(rank)[0];
  }

  /** The slopes of points whose times are not all equal. */
  static SlopeRanks of(double[] x, double[] y) {
    return x.length <= LARGEST_LISTED ? listed(x, y) : new SlopeSelection(x, y);
  }

  /** All slopes, computed and sorted. */
  static SlopeRanks listed(double[] x, double[] y) {
    double[] slopes = new double[x.length * (x.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] != x[j]) {
          slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]) + 0.0;
        }
      }
    }
    double[] sorted = Arrays.copyOf(slopes, count);
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  /** Slopes that are in ascending order already. */
  static SlopeRanks ofSorted(double[] sorted) {
    return new SlopeRanks() {
      @Override
      public long size() {
        return sorted.length;
      }

      @Override
      public double[] at(long... ranks) {
        return Arrays.stream(ranks).mapToDouble(r -> sorted[Math.toIntExact(r - 1)]).toArray();
      }
    };
  }

  /**
   * The slopes of ranks that are ascending, all in one search. A rank between two integers gives
   * the slope between theirs; ranks outside give the ends.
   */
  default double[] interpolated(double... ranks) {
    long[] whole = new long[2 * ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      long below = (long) Math.floor(inside(ranks[i]));
      whole[2 * i] = below;
      whole[2 * i + 1] = Math.min(size(), below + 1);
    }
    long[] distinct = Arrays.stream(whole).sorted().distinct().toArray();
    double[] slopes = at(distinct);
    double[] found = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      double low = slopes[Arrays.binarySearch(distinct, whole[2 * i])];
      double high = slopes[Arrays.binarySearch(distinct, whole[2 * i + 1])];
      double share = inside(ranks[i]) - whole[2 * i];
      found[i] = share == 0 ? low : low + share * (high - low);
    }
    return found;
  }

  private double inside(double rank) {
    return Math.max(1, Math.min((double) size(), rank));
  }
}
