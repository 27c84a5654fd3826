package org.crosstally.balance;

/**
 * The Cholesky factor {@code A = L·L'} of a symmetric matrix that is positive semidefinite. A pivot
 * that is nothing but rounding error is left out: its unknown is taken for zero.
 */
final class Cholesky {
  private final double[][] lower;
  private final boolean[] leftOut;

  /**
   * Factors a matrix.
   *
   * @param matrix the matrix, of which the lower triangle is read and overwritten
   * @param zero the size of a pivot, relative to the diagonal before, that counts as zero
   */
  Cholesky(double[][] matrix, double zero) {
    int n = matrix.length;
    lower = matrix;
    leftOut = new boolean[n];
    for (int j = 0; j < n; j++) {
      double[] row = lower[j];
      double before = row[j];
      for (int k = 0; k < j; k++) {
        double sum = row[k];
        double[] other = lower[k];
        for (int i = 0; i < k; i++) {
          sum -= row[i] * other[i];
        }
        row[k] = leftOut[k] ? 0 : sum / other[k];
      }
      double pivot = before;
      for (int i = 0; i < j; i++) {
        pivot -= row[i] * row[i];
      }
      leftOut[j] = !(pivot > zero * Math.abs(before));
      row[j] = leftOut[j] ? 0 : Math.sqrt(pivot);
    }
  }

  boolean isLeftOut(int index) {
    return leftOut[index];
  }

  /** The solution of {@code L·x = b}. */
  double[] forward(double[] b) {
    double[] x = b.clone();
    for (int i = 0; i < x.length; i++) {
      double sum = x[i];
      double[] row = lower[i];
      for (int k = 0; k < i; k++) {
        sum -= row[k] * x[k];
      }
      x[i] = leftOut[i] ? 0 : sum / row[i];
    }
    return x;
  }

  /** The solution of {@code L'·x = b}. */
  double[] backward(double[] b) {
    double[] x = b.clone();
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] = leftOut[i] ? 0 : x[i] / lower[i][i];
      double[] row = lower[i];
      for (int k = 0; k < i; k++) {
        x[k] -= row[k] * x[i];
      }
    }
    return x;
  }

  /** The solution of {@code A·x = b}. */
  double[] solve(double[] b) {
    return backward(forward(b));
  }
}
