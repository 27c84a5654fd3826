package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The likelihood of a pooled fit without biases: cells share nothing but the variance.
 *
 * <p>Cells whose reports are all exact and without variances of their own need no search: their
 * parts of the likelihood are those of an analysis of variance, from their sums of squares alone.
 */
final class IndependentCells implements PooledProfile {

  private final CensoredLikelihood[] searched;
  private final double[] mean;
  private final int[] count;
  private final TruncatedNormal part = new TruncatedNormal();
  private final List<CensoredLikelihood> open = new ArrayList<>();

  /** Over all exact reports without variances: their number, that of their cells, and the rest. */
  private double reports;

  private double cells;
  private double squares;
  private double logCounts;

  /** Of those, the part in cells of exact reports alone. */
  private double closedReports;

  private double closedCells;
  private double closedSquares;
  private double closedLogCounts;
  private final boolean everyPointIsBare;
  private double last;

  IndependentCells(PooledData data) {
    int n = data.cells();
    searched = new CensoredLikelihood[n];
    mean = new double[n];
    count = new int[n];
    for (int c : data.cell) {
      count[c]++;
    }
    everyPointIsBare =
        IntStream.range(0, data.size())
            .allMatch(i -> data.ends.low[i] < data.ends.high[i] || data.ends.v[i] == 0);
    int[][] of = new int[n][];
    Arrays.setAll(of, c -> new int[count[c]]);
    int[] filled = new int[n];
    for (int i = 0; i < data.size(); i++) {
      int c = data.cell[i];
      of[c][filled[c]++] = i;
    }
    for (int c = 0; c < n; c++) {
      add(c, of[c], data.ends);
    }
  }

  private void add(int c, int[] of, CensoredReports ends) {
    double[] points =
        Arrays.stream(of)
            .filter(i -> ends.low[i] == ends.high[i] && ends.v[i] == 0)
            .mapToDouble(i -> ends.low[i])
            .toArray();
    double spread = points.length == 0 ? 0 : Samples.sumOfSquares(points);
    reports += points.length;
    cells += points.length == 0 ? 0 : 1;
    squares += spread;
    logCounts += points.length == 0 ? 0 : Math.log(points.length);
    if (points.length == of.length) {
      mean[c] = Samples.mean(points);
      closedReports += points.length;
      closedCells++;
      closedSquares += spread;
      closedLogCounts += Math.log(points.length);
    } else {
      CensoredLikelihood own =
          new CensoredLikelihood(pick(ends.low, of), pick(ends.high, of), pick(ends.v, of), part);
      searched[c] = own;
      open.add(own);
    }
  }

  private static double[] pick(double[] values, int[] of) {
    return Arrays.stream(of).mapToDouble(i -> values[i]).toArray();
  }

  @Override
  public boolean maximise(double t) {
    last = t;
    open.forEach(own -> own.maximise(t));
    return true;
  }

  @Override
  public double profile(double t) {
    double sum = exact(t, closedReports, closedCells, closedSquares, closedLogCounts);
    for (CensoredLikelihood own : open) {
      sum += own.profile(t, true);
    }
    return sum;
  }

  private static double exact(
      double t, double reports, double cells, double squares, double logCounts) {
    return reports == 0
        ? 0
        : -reports * Normal.LOG_ROOT_2PI
            - (reports - cells) / 2 * Math.log(t)
            - squares / (2 * t)
            - logCounts / 2;
  }

  @Override
  public double slope(double t) {
    double sum =
        closedReports == 0 ? 0 : (closedSquares / t - (closedReports - closedCells)) / (2 * t);
    for (CensoredLikelihood own : open) {
      sum += own.slope(t, true);
    }
    return sum;
  }

  /**
   * No set is more than certain, and it can only add to the information on its cell: the exact
   * reports alone would be as likely at least, as long as every cell has one and their likelihood
   * still rises with t.
   */
  @Override
  public double ceiling(double t) {
    boolean rising = everyPointIsBare && cells == count.length && t * (reports - cells) <= squares;
    return rising ? exact(t, reports, cells, squares, logCounts) : Double.POSITIVE_INFINITY;
  }

  @Override
  public double location(int cell) {
    CensoredLikelihood own = searched[cell];
    return own == null ? mean[cell] : own.centre + own.mu;
  }

  @Override
  public double standardError(int cell) {
    CensoredLikelihood own = searched[cell];
    return own == null ? Math.sqrt(last / count[cell]) : own.standardError(false);
  }

  @Override
  public double bias(int source) {
    return 0;
  }
}
