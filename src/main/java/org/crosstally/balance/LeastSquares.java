package org.crosstally.balance;

import java.util.Optional;

/** A regression on a few columns by Householder reflections. */
final class LeastSquares {
  /** Below this share of its length a column depends on those before it. */
  private static final double DEPENDENT = 1e-10;

  private final double[][] triangle;
  private final double[] coefficients;
  private final double squares;

  private LeastSquares(double[][] triangle, double[] coefficients, double squares) {
    this.triangle = triangle;
    this.coefficients = coefficients;
    this.squares = squares;
  }

  /**
   * Fits y.
   *
   * @param columns the regressors, one array each; overwritten
   * @param y the values; overwritten
   * @return the fit, or empty if the columns depend on each other
   */
  static Optional<LeastSquares> fit(double[][] columns, double[] y) {
    int k = columns.length;
    double[][] r = new double[k][k];
    for (int j = 0; j < k; j++) {
      double[] column = columns[j];
      double whole = norm(column, 0);
      double rest = norm(column, j);
      if (!(rest > DEPENDENT * whole)) {
        return Optional.empty();
      }
      double head = column[j] > 0 ? -rest : rest;
      for (int i = 0; i < j; i++) {
        r[i][j] = column[i];
      }
      r[j][j] = head;
      column[j] -= head;
      double half = -head * column[j];
      for (int later = j + 1; later < k; later++) {
        reflect(column, j, half, columns[later]);
      }
      reflect(column, j, half, y);
    }
    double[] b = new double[k];
    for (int i = k - 1; i >= 0; i--) {
      b[i] = y[i];
      for (int j = i + 1; j < k; j++) {
        b[i] -= r[i][j] * b[j];
      }
      b[i] /= r[i][i];
    }
    double rest = norm(y, k);
    return Optional.of(new LeastSquares(r, b, rest * rest));
  }

  private static double norm(double[] v, int from) {
    double largest = 0;
    for (int i = from; i < v.length; i++) {
      largest = Math.max(largest, Math.abs(v[i]));
    }
    double sum = 0;
    for (int i = from; largest > 0 && i < v.length; i++) {
      sum += v[i] / largest * (v[i] / largest);
    }
    return largest * Math.sqrt(sum);
  }

  private static void reflect(double[] mirror, int from, double half, double[] v) {
    double dot = 0;
    for (int i = from; i < v.length; i++) {
      dot += mirror[i] * v[i];
    }
    double factor = dot / half;
    for (int i = from; i < v.length; i++) {
      v[i] -= factor * mirror[i];
    }
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  /** The sum of squared residuals. */
  double squares() {
    return squares;
  }

  /** d'(X'X)^-1 d. */
  double spread(double[] d) {
    double[] z = d.clone();
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < i; j++) {
        z[i] -= triangle[j][i] * z[j];
      }
      z[i] /= triangle[i][i];
      sum += z[i] * z[i];
    }
    return sum;
  }
}
