package org.crosstally.trend;

import java.util.Arrays;

/**
 * The line of least squares by its mean point and slope.
 *
 * @param meanX the mean time
 * @param meanY the mean value
 * @param slope the slope
 * @param sxx the sum of squares of the centred times
 * @param syy the sum of squares of the centred values
 * @param centred the centred times
 * @param residuals the values less the line
 * @param size of the numbers whose differences the residuals are
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record CentredLine(
    double meanX,
    double meanY,
    double slope,
    double sxx,
    double syy,
    double[] centred,
    double[] residuals,
    double size) {

  /** Residuals below this share of the numbers that they are differences of are rounding. */
  static final double ROUNDING = 8 * Math.ulp(1.0);

  static CentredLine through(double[] x, double[] y) {
    double meanX = Sums.mean(x);
    double meanY = Sums.mean(y);
    double[] dx = Arrays.stream(x).map(v -> v - meanX).toArray();
    double[] dy = Arrays.stream(y).map(v -> v - meanY).toArray();
    double sxx = Sums.dot(dx, dx);
    double slope = Sums.dot(dx, dy) / sxx;
    double[] residuals = new double[x.length];
    Arrays.setAll(residuals, i -> Math.fma(-slope, dx[i], dy[i]));
    double size = largest(y) + Math.abs(slope) * largest(x);
    return new CentredLine(meanX, meanY, slope, sxx, Sums.dot(dy, dy), dx, residuals, size);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  double intercept() {
    return Math.fma(-slope, meanX, meanY);
  }

  double rss() {
    return Sums.dot(residuals, residuals);
  }

  /** Explained over total, which keeps the digits of a small share that 1 - RSS/TSS loses. */
  double rSquared() {
    return Math.min(1, slope * slope * sxx / syy);
  }

  boolean isExact() {
    return largest(residuals) <= ROUNDING * size;
  }
}
