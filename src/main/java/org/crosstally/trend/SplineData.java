package org.crosstally.trend;

import java.util.Arrays;

/**
 * Points in the order of time, those of equal time drawn together into one of their total weight,
 * with the sums that any piece of a broken line needs.
 *
 * <p>Values are kept as residuals of the straight line, so that sums of squares do not cancel.
 */
final class SplineData {

  private final int points;
  private final double[] x;
  private final double[] w;
  private final double[] y;
  private final double meanX;
  private final double pure;
  private final double shift;
  private final double[][] sums;

  /** Sums up to but not including each place, of w, w x, w x^2, w e, w x e and w e^2. */
  private static final int SUMS = 6;

  private SplineData(int points, double[] x, double[] w, double[] y, double pure) {
    this.points = points;
    this.x = x;
    this.w = w;
    this.pure = pure;
    double total = Arrays.stream(w).sum();
    this.meanX = Sums.dot(w, x) / total;
    // Large values with small steps keep the digits of the steps.
    this.shift = Sums.mean(y);
    this.y = Arrays.stream(y).map(v -> v - shift).toArray();
    double meanY = Sums.dot(w, this.y) / total;
    double sxx = 0;
    double sxy = 0;
    for (int i = 0; i < x.length; i++) {
      sxx += w[i] * (x[i] - meanX) * (x[i] - meanX);
      sxy += w[i] * (x[i] - meanX) * (this.y[i] - meanY);
    }
    double slope = sxx > 0 ? sxy / sxx : 0;
    this.sums = new double[SUMS][x.length + 1];
    for (int i = 0; i < x.length; i++) {
      double d = x[i] - meanX;
      double e = this.y[i] - meanY - slope * d;
      double[] terms = {w[i], w[i] * d, w[i] * d * d, w[i] * e, w[i] * d * e, w[i] * e * e};
      for (int s = 0; s < SUMS; s++) {
        sums[s][i + 1] = sums[s][i] + terms[s];
      }
    }
  }

  static SplineData of(double[] x, double[] y, double[] weights) {
    int[] order = Samples.orderOfTimes(x);
    double[] times = new double[x.length];
    double[] total = new double[x.length];
    double[] mean = new double[x.length];
    double pure = 0;
    int count = 0;
    for (int i : order) {
      if (count == 0 || x[i] != times[count - 1]) {
        times[count++] = x[i];
      }
      double before = total[count - 1];
      double off = y[i] - mean[count - 1];
      total[count - 1] += weights[i];
      mean[count - 1] += off * weights[i] / total[count - 1];
      pure += off * off * weights[i] * before / total[count - 1];
    }
    return new SplineData(
        x.length,
        Arrays.copyOf(times, count),
        Arrays.copyOf(total, count),
        Arrays.copyOf(mean, count),
        pure);
  }

  /** The number of points, those of equal time counted one by one. */
  int points() {
    return points;
  }

  /** The number of distinct times. */
  int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  /** A value less {@link #shift()}. */
  double y(int i) {
    return y[i];
  }

  double shift() {
    return shift;
  }

  double w(int i) {
    return w[i];
  }

  double meanX() {
    return meanX;
  }

  /** The weighted squares within times, which no line removes. */
  double pure() {
    return pure;
  }

  /** The weighted squares of places from (inclusive) to (exclusive) about the straight line. */
  double squares(int from, int to) {
    return sums[5][to] - sums[5][from];
  }

  /**
   * The normal equations of a piece between knots at two places, for the values at the knots: the
   * terms aa, ab, bb of the matrix and a, b of the right side. The points are those of the places
   * from the first knot up to {@code end}, exclusive.
   */
  void piece(int knotA, int knotB, int end, double[] into) {
    double a = x[knotA] - meanX;
    double length = x[knotB] - x[knotA];
    double s0 = sums[0][end] - sums[0][knotA];
    double s1 = sums[1][end] - sums[1][knotA];
    double s2 = sums[2][end] - sums[2][knotA];
    double e0 = sums[3][end] - sums[3][knotA];
    double e1 = sums[4][end] - sums[4][knotA];
    double u = (s1 - a * s0) / length;
    double uu = (s2 - a * (2 * s1 - a * s0)) / (length * length);
    into[0] = s0 - 2 * u + uu;
    into[1] = u - uu;
    into[2] = uu;
    into[4] = (e1 - a * e0) / length;
    into[3] = e0 - into[4];
  }
}
