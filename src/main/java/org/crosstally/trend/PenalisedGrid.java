package org.crosstally.trend;

/**
 * The solution of {@code (W + lambda D'D) z = W y} with D the differences of an order, by a banded
 * Cholesky decomposition.
 *
 * @param course z
 * @param variances the diagonal of the inverse matrix
 * @param trace the sum of the weights times that diagonal
 * @param rss the weighted sum of squared residuals
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record PenalisedGrid(double[] course, double[] variances, double trace, double rss) {

  private static final double[][] DIFFERENCES = {{}, {-1, 1}, {1, -2, 1}, {-1, 3, -3, 1}};

  static PenalisedGrid solve(double[] w, double[] y, double lambda, int order) {
    int n = w.length;
    double[][] band = matrix(w, lambda, order);
    double[] z = new double[n];
    // L D L' in place: band[0] becomes D, band[j] the entries j below the diagonal of L.
    for (int i = 0; i < n; i++) {
      for (int j = 1; j <= order && i + j < n; j++) {
        double share = band[j][i] / band[0][i];
        for (int k = j; k <= order && i + k < n; k++) {
          band[k - j][i + j] -= share * band[k][i];
        }
      }
      for (int j = 1; j <= order && i + j < n; j++) {
        band[j][i] /= band[0][i];
      }
      z[i] = w[i] * y[i];
      for (int j = 1; j <= order && j <= i; j++) {
        z[i] -= band[j][i - j] * z[i - j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      z[i] /= band[0][i];
      for (int j = 1; j <= order && i + j < n; j++) {
        z[i] -= band[j][i] * z[i + j];
      }
    }
    double[] variances = diagonal(band, order);
    double trace = 0;
    double rss = 0;
    for (int i = 0; i < n; i++) {
      trace += w[i] * variances[i];
      rss += w[i] * (y[i] - z[i]) * (y[i] - z[i]);
    }
    return new PenalisedGrid(z, variances, trace, rss);
  }

  private static double[][] matrix(double[] w, double lambda, int order) {
    int n = w.length;
    double[] d = DIFFERENCES[order];
    double[][] band = new double[order + 1][n];
    for (int i = 0; i < n; i++) {
      band[0][i] = w[i];
    }
    for (int row = 0; row + order < n; row++) {
      for (int a = 0; a <= order; a++) {
        for (int b = a; b <= order; b++) {
          band[b - a][row + a] += lambda * d[a] * d[b];
        }
      }
    }
    return band;
  }

  /** The diagonal of the inverse by the recursion of Takahashi, from the last entry back. */
  private static double[] diagonal(double[][] band, int order) {
    int n = band[0].length;
    double[][] inverse = new double[order + 1][n];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = Math.min(order, n - 1 - i); j >= 0; j--) {
        double sum = j == 0 ? 1 / band[0][i] : 0;
        for (int k = 1; k <= order && i + k < n; k++) {
          // The entry (i + k, i + j) of the inverse.
          int gap = Math.abs(k - j);
          sum -= band[k][i] * inverse[gap][i + Math.min(j, k)];
        }
        inverse[j][i] = sum;
      }
    }
    return inverse[0];
  }
}
