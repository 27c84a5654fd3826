package org.crosstally.trend;

import java.util.Arrays;

/**
 * Kendall's score S of values in time, with the ties that its variance needs.
 *
 * @param n the number of points
 * @param s concordant less discordant pairs
 * @param pairs all pairs, n(n-1)/2
 * @param tiedX pairs of equal time
 * @param tiedY pairs of equal value
 * @param variance the variance of S if times and values are independent
 * @param groupsY how often each distinct value occurs
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record KendallScore(
    int n, long s, long pairs, long tiedX, long tiedY, double variance, int[] groupsY) {

  /** The score of y in the order of x; neither may be empty or hold a NaN. */
  static KendallScore of(double[] x, double[] y) {
    int n = x.length;
    int[] order = Samples.order(x, y);
    double[] times = Samples.pick(x, order);
    double[] values = Samples.pick(y, order);
    // Points of equal time are ordered by value, so that none of their pairs is an inversion.
    double[] levels = values.clone();
    long discordant = CountingSort.sort(levels);
    int[] groupsX = groups(times);
    int[] groupsY = groups(levels);
    long tiedX = pairs(groupsX);
    long tiedY = pairs(groupsY);
    long all = pairs(n);
    long s = all - tiedX - tiedY + pairs(groups(times, values)) - 2 * discordant;
    return new KendallScore(n, s, all, tiedX, tiedY, variance(n, groupsX, groupsY), groupsY);
  }

  double tauA() {
    return (double) s / pairs;
  }

  double tauB() {
    return s / (Math.sqrt((double) (pairs - tiedX)) * Math.sqrt((double) (pairs - tiedY)));
  }

  private static long pairs(long n) {
    return n * (n - 1) / 2;
  }

  private static long pairs(int[] groups) {
    return Arrays.stream(groups).mapToLong(KendallScore::pairs).sum();
  }

  private static int[] groups(double[] sorted) {
    return groups(sorted, sorted);
  }

  /** The lengths of the runs of points that are equal in both coordinates. */
  private static int[] groups(double[] first, double[] second) {
    int[] lengths = new int[first.length];
    int runs = 0;
    for (int i = 0; i < first.length; i++) {
      boolean again = i > 0 && first[i] == first[i - 1] && second[i] == second[i - 1];
      lengths[again ? runs - 1 : runs++]++;
    }
    return Arrays.copyOf(lengths, runs);
  }

  /** In doubles, because n^3 passes the range of long at two million points. */
  private static double variance(double n, int[] groupsX, int[] groupsY) {
    double one =
        n * (n - 1) * (2 * n + 5) - sum(groupsX, Moment.CUBIC) - sum(groupsY, Moment.CUBIC);
    double two = sum(groupsX, Moment.PAIRS) * sum(groupsY, Moment.PAIRS) / (2 * n * (n - 1));
    double three =
        n < 3
            ? 0
            : sum(groupsX, Moment.TRIPLES)
                * sum(groupsY, Moment.TRIPLES)
                / (9 * n * (n - 1) * (n - 2));
    return one / 18 + two + three;
  }

  private static double sum(int[] groups, Moment moment) {
    return Arrays.stream(groups).mapToDouble(moment::of).sum();
  }

  private enum Moment {
    CUBIC,
    PAIRS,
    TRIPLES;

    double of(double t) {
      return switch (this) {
        case CUBIC -> t * (t - 1) * (2 * t + 5);
        case PAIRS -> t * (t - 1);
        case TRIPLES -> t * (t - 1) * (t - 2);
      };
    }
  }
}
