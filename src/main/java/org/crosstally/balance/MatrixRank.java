package org.crosstally.balance;

/** The rank of a matrix whose entries are exact but for rounding. */
final class MatrixRank {
  private static final double SMALLEST = 1e-11;

  private MatrixRank() {}

  /** Whether no combination of the columns vanishes; destroys the matrix. */
  static boolean isFullColumnRank(double[][] matrix) {
    int columns = matrix.length == 0 ? 0 : matrix[0].length;
    for (double[] row : matrix) {
      double size = 0;
      for (double v : row) {
        size = Math.max(size, Math.abs(v));
      }
      for (int j = 0; size > 0 && j < columns; j++) {
        row[j] /= size;
      }
    }
    boolean[] used = new boolean[columns];
    for (int step = 0; step < columns; step++) {
      int pivotRow = -1;
      int pivotColumn = -1;
      double best = SMALLEST;
      for (int i = step; i < matrix.length; i++) {
        for (int j = 0; j < columns; j++) {
          if (!used[j] && Math.abs(matrix[i][j]) > best) {
            best = Math.abs(matrix[i][j]);
            pivotRow = i;
            pivotColumn = j;
          }
        }
      }
      if (pivotRow < 0) {
        return false;
      }
      double[] pivot = matrix[pivotRow];
      matrix[pivotRow] = matrix[step];
      matrix[step] = pivot;
      used[pivotColumn] = true;
      for (int i = step + 1; i < matrix.length; i++) {
        double factor = matrix[i][pivotColumn] / pivot[pivotColumn];
        for (int j = 0; factor != 0 && j < columns; j++) {
          matrix[i][j] -= factor * pivot[j];
        }
      }
    }
    return columns == 0 || matrix.length > 0;
  }
}
