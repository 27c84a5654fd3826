package org.crosstally.trend;

import java.util.Arrays;

/** The order statistics of the slopes between all pairs of points of different time. */
interface SlopeRanks {

  /** Up to here all slopes are kept, at most half a megabyte of them. */
  int LARGEST_LISTED = 360;

  /** The number of slopes. */
  long size();

  /** The slope of a rank from 1 to {@link #size()}, smallest first. */
  double at(long rank);

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
      public double at(long rank) {
        return sorted[Math.toIntExact(rank - 1)];
      }
    };
  }

  /** A rank between two integers gives the slope between theirs; ranks outside give the ends. */
  default double interpolated(double rank) {
    double inside = Math.max(1, Math.min((double) size(), rank));
    long below = (long) Math.floor(inside);
    double low = at(below);
    double share = inside - below;
    return share == 0 ? low : low + share * (at(below + 1) - low);
  }
}
