package org.crosstally.trend;

import java.util.Arrays;
import java.util.Optional;

/**
 * Least squares with several columns, by Householder reflections on columns scaled to length 1.
 *
 * @param coefficients one for each column
 * @param residuals the values less the fit
 * @param unscaled the inverse of X'X, whose multiple by the error variance is the covariance
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Regression(double[] coefficients, double[] residuals, double[][] unscaled) {

  /** A column whose rest is below this share of its length depends on those before it. */
  private static final double DEPENDENT = 1e-11;

  /** The fit of y on the rows of X; empty if a column depends on others or rows are too few. */
  static Optional<Regression> fit(double[][] rows, double[] y) {
    int n = y.length;
    int k = n == 0 ? 0 : rows[0].length;
    if (n < k || k == 0) {
      return Optional.empty();
    }
    double[] scale = new double[k];
    double[][] q = new double[k][n];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < n; i++) {
        q[j][i] = rows[i][j];
      }
      scale[j] = Math.sqrt(Sums.dot(q[j], q[j]));
      if (!(scale[j] > 0)) {
        return Optional.empty();
      }
      for (int i = 0; i < n; i++) {
        q[j][i] /= scale[j];
      }
    }
    double[] rest = y.clone();
    double[][] r = triangular(q, rest);
    if (r.length == 0) {
      return Optional.empty();
    }
    double[] b = solve(r, Arrays.copyOf(rest, k));
    Arrays.setAll(b, j -> b[j] / scale[j]);
    double[] residuals = new double[n];
    Arrays.setAll(residuals, i -> y[i] - dot(rows[i], b));
    return Optional.of(new Regression(b, residuals, inverse(r, scale)));
  }

  double rss() {
    return Sums.dot(residuals, residuals);
  }

  /** Reflects the columns to an upper triangle and y along with them; empty if singular. */
  private static double[][] triangular(double[][] columns, double[] y) {
    int k = columns.length;
    double[][] r = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] v = columns[j].clone();
      Arrays.fill(v, 0, j, 0);
      double norm = Math.sqrt(Sums.dot(v, v));
      if (norm < DEPENDENT) {
        return new double[0][];
      }
      double sign = v[j] > 0 ? -1 : 1;
      v[j] -= sign * norm;
      double square = Sums.dot(v, v);
      for (int c = j; c < k; c++) {
        reflect(v, square, columns[c]);
        r[j][c] = columns[c][j];
      }
      reflect(v, square, y);
    }
    return r;
  }

  private static void reflect(double[] v, double square, double[] target) {
    double share = 2 * Sums.dot(v, target) / square;
    for (int i = 0; i < v.length; i++) {
      target[i] -= share * v[i];
    }
  }

  private static double[] solve(double[][] r, double[] right) {
    double[] b = right.clone();
    for (int j = b.length - 1; j >= 0; j--) {
      for (int c = j + 1; c < b.length; c++) {
        b[j] -= r[j][c] * b[c];
      }
      b[j] /= r[j][j];
    }
    return b;
  }

  private static double[][] inverse(double[][] r, double[] scale) {
    int k = r.length;
    double[][] columns = new double[k][];
    for (int j = 0; j < k; j++) {
      double[] unit = new double[k];
      unit[j] = 1;
      columns[j] = solve(r, unit);
    }
    double[][] inverse = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        for (int j = 0; j < k; j++) {
          inverse[a][b] += columns[j][a] * columns[j][b];
        }
        inverse[a][b] /= scale[a] * scale[b];
      }
    }
    return inverse;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
