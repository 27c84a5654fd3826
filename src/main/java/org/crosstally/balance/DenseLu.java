package org.crosstally.balance;

/** A small dense matrix, factored with complete pivoting. */
final class DenseLu {
  private final double[][] lu;
  private final int[] rowOrder;
  private final int[] columnOrder;
  private final boolean regular;

  private DenseLu(double[][] lu) {
    this.lu = lu;
    int k = lu.length;
    rowOrder = new int[k];
    columnOrder = new int[k];
    for (int i = 0; i < k; i++) {
      rowOrder[i] = i;
      columnOrder[i] = i;
    }
    regular = factor();
  }

  /** Factors a matrix in place. */
  static DenseLu of(double[][] matrix) {
    return new DenseLu(matrix);
  }

  private boolean factor() {
    int k = lu.length;
    for (int step = 0; step < k; step++) {
      pivot(step);
      double pivot = lu[step][step];
      if (pivot == 0) {
        return false;
      }
      for (int i = step + 1; i < k; i++) {
        double factor = lu[i][step] / pivot;
        lu[i][step] = factor;
        if (factor != 0) {
          for (int j = step + 1; j < k; j++) {
            lu[i][j] -= factor * lu[step][j];
          }
        }
      }
    }
    return true;
  }

  private void pivot(int step) {
    int row = step;
    int column = step;
    for (int i = step; i < lu.length; i++) {
      for (int j = step; j < lu.length; j++) {
        if (Math.abs(lu[i][j]) > Math.abs(lu[row][column])) {
          row = i;
          column = j;
        }
      }
    }
    double[] line = lu[step];
    lu[step] = lu[row];
    lu[row] = line;
    swap(rowOrder, step, row);
    for (double[] any : lu) {
      double v = any[step];
      any[step] = any[column];
      any[column] = v;
    }
    swap(columnOrder, step, column);
  }

  private static void swap(int[] order, int i, int j) {
    int v = order[i];
    order[i] = order[j];
    order[j] = v;
  }

  boolean isRegular() {
    return regular;
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lu.length; i++) {
      sum += Math.log(Math.abs(lu[i][i]));
    }
    return sum;
  }

  /** Solves for one right-hand side in place. */
  void solve(double[] x) {
    int k = lu.length;
    double[] y = new double[k];
    for (int i = 0; i < k; i++) {
      y[i] = x[rowOrder[i]];
      for (int j = 0; j < i; j++) {
        y[i] -= lu[i][j] * y[j];
      }
    }
    for (int i = k - 1; i >= 0; i--) {
      for (int j = i + 1; j < k; j++) {
        y[i] -= lu[i][j] * y[j];
      }
      y[i] /= lu[i][i];
    }
    for (int i = 0; i < k; i++) {
      x[columnOrder[i]] = y[i];
    }
  }
}
