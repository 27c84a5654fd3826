package org.crosstally.balance;

import java.util.Arrays;

/**
 * An upper bound of the largest eigenvalue in size of a symmetric matrix B: the least of the
 * Frobenius norm, the largest sum of a row, and, where these do not show that it is below 1, {@code
 * |B^k|^(1/k)} for powers k of two, which comes near it.
 */
final class SpectralBound {
  private static final int SQUARINGS = 7;
  private static final double SMALL = 0.9;

  private SpectralBound() {}

  static double of(double[][] symmetric) {
    double bound = simple(symmetric);
    double[][] power = filled(symmetric);
    double root = 1;
    for (int k = 0; k < SQUARINGS && bound >= SMALL && Double.isFinite(bound); k++) {
      power = squared(power);
      root /= 2;
      bound = Math.min(bound, Math.pow(simple(power), root));
    }
    return bound;
  }

  private static double simple(double[][] matrix) {
    double squares = 0;
    double rows = 0;
    for (double[] row : matrix) {
      squares += ActiveSet.product(row, row);
      rows = Math.max(rows, Arrays.stream(row).map(Math::abs).sum());
    }
    return Math.min(Math.sqrt(squares), rows);
  }

  /** Without the rows and columns that are zero. */
  private static double[][] filled(double[][] symmetric) {
    int[] kept =
        java.util.stream.IntStream.range(0, symmetric.length)
            .filter(i -> Arrays.stream(symmetric[i]).anyMatch(v -> v != 0))
            .toArray();
    double[][] matrix = new double[kept.length][];
    for (int i = 0; i < kept.length; i++) {
      double[] row = symmetric[kept[i]];
      matrix[i] = Arrays.stream(kept).mapToDouble(j -> row[j]).toArray();
    }
    return matrix;
  }

  private static double[][] squared(double[][] symmetric) {
    int n = symmetric.length;
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        square[i][j] = ActiveSet.product(symmetric[i], symmetric[j]);
        square[j][i] = square[i][j];
      }
    }
    return square;
  }
}
