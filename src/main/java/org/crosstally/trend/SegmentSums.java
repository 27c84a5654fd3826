package org.crosstally.trend;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The residual sum of squares of any stretch of a series about its own mean or its own line, in
 * constant time from running sums.
 *
 * <p>Values are kept as residuals of the whole series' mean or line, which no stretch's residuals
 * depend on, so that sums of squares do not cancel.
 */
final class SegmentSums {

  private final StructuralBreaks.Model model;
  private final double[] x;
  private final double[] e;
  private final double[] sumX;
  private final double[] sumXX;
  private final double[] sumE;
  private final double[] sumXE;
  private final double[] sumEE;

  SegmentSums(double[] times, double[] values, StructuralBreaks.Model model) {
    int n = times.length;
    double centre = Sums.mean(times);
    this.model = model;
    this.x = Arrays.stream(times).map(v -> v - centre).toArray();
    double mean = Sums.mean(values);
    double sxx = Sums.dot(x, x);
    double slope = model == StructuralBreaks.Model.TREND && sxx > 0 ? Sums.dot(x, values) / sxx : 0;
    this.e = new double[n];
    Arrays.setAll(e, i -> Math.fma(-slope, x[i], values[i] - mean));
    this.sumX = new double[n + 1];
    this.sumXX = new double[n + 1];
    this.sumE = new double[n + 1];
    this.sumXE = new double[n + 1];
    this.sumEE = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sumX[i + 1] = sumX[i] + x[i];
      sumXX[i + 1] = sumXX[i] + x[i] * x[i];
      sumE[i + 1] = sumE[i] + e[i];
      sumXE[i + 1] = sumXE[i] + x[i] * e[i];
      sumEE[i + 1] = sumEE[i] + e[i] * e[i];
    }
  }

  /** Normal errors at the same times. */
  SegmentSums drawn(SplittableRandom random) {
    double[] values = new double[x.length];
    Arrays.setAll(values, i -> random.nextGaussian());
    return new SegmentSums(x, values, model);
  }

  int size() {
    return x.length;
  }

  int parameters() {
    return model == StructuralBreaks.Model.TREND ? 2 : 1;
  }

  /** The residual sum of squares of the places from (inclusive) to (exclusive). */
  double rss(int from, int to) {
    double n = to - from;
    double s = sumE[to] - sumE[from];
    double rest = sumEE[to] - sumEE[from] - s * s / n;
    if (model == StructuralBreaks.Model.TREND) {
      double sx = sumX[to] - sumX[from];
      double sxx = sumXX[to] - sumXX[from] - sx * sx / n;
      double sxe = sumXE[to] - sumXE[from] - sx * s / n;
      rest -= sxx > 0 ? sxe * sxe / sxx : 0;
    }
    return Math.max(0, rest);
  }

  /** The same to all digits, summed anew. */
  double exactRss(int from, int to) {
    double[] line = line(from, to);
    double[] rest = new double[to - from];
    Arrays.setAll(rest, i -> e[from + i] - line[0] - line[1] * x[from + i]);
    return Sums.dot(rest, rest);
  }

  /** Level at the mean time of all and slope, less those of the whole series. */
  double[] line(int from, int to) {
    double[] times = Arrays.copyOfRange(x, from, to);
    double[] values = Arrays.copyOfRange(e, from, to);
    double mx = Sums.mean(times);
    double my = Sums.mean(values);
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < times.length; i++) {
      sxx += (times[i] - mx) * (times[i] - mx);
      sxy += (times[i] - mx) * (values[i] - my);
    }
    double slope = model == StructuralBreaks.Model.TREND && sxx > 0 ? sxy / sxx : 0;
    return new double[] {my - slope * mx, slope};
  }

  /** The mean square of the difference of two lines over a stretch. */
  double meanSquare(double[] delta, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double d = delta[0] + delta[1] * x[i];
      sum += d * d;
    }
    return sum / (to - from);
  }

  /** The squares of the whole series, against which residuals can be told from rounding. */
  double total() {
    return sumEE[size()];
  }

  double residual(int i) {
    return e[i];
  }
}
