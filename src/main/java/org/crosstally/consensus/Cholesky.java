package org.crosstally.consensus;

import java.util.Optional;

/** The factor L of a symmetric positive definite matrix {@code L L'}. */
final class Cholesky {

  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /** The factor of a matrix; empty if the matrix is singular, up to underflow. */
  static Optional<Cholesky> of(double[][] matrix) {
    int n = matrix.length;
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = (matrix[i][j] + matrix[j][i]) / 2;
        for (int m = 0; m < j; m++) {
          sum -= factor[i][m] * factor[j][m];
        }
        if (i == j && !(sum > 0)) {
          return Optional.empty();
        }
        factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
      }
    }
    return Optional.of(new Cholesky(factor));
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += 2 * Math.log(factor[i][i]);
    }
    return sum;
  }

  double[] solve(double[] right) {
    int n = factor.length;
    double[] x = right.clone();
    for (int i = 0; i < n; i++) {
      for (int m = 0; m < i; m++) {
        x[i] -= factor[i][m] * x[m];
      }
      x[i] /= factor[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int m = i + 1; m < n; m++) {
        x[i] -= factor[m][i] * x[m];
      }
      x[i] /= factor[i][i];
    }
    return x;
  }
}
