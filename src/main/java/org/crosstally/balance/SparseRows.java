package org.crosstally.balance;

import java.util.Arrays;

/** Rows of a sparse matrix; the columns of each row ascend. */
final class SparseRows {
  private int count;
  private int[] starts = new int[16];
  private int[] columns;
  private double[] values;

  SparseRows() {
    this(64);
  }

  /** Rows with room for a number of entries before they must grow. */
  SparseRows(int entries) {
    columns = new int[Math.max(1, entries)];
    values = new double[columns.length];
  }

  int count() {
    return count;
  }

  int start(int row) {
    return starts[row];
  }

  int end(int row) {
    return starts[row + 1];
  }

  int column(int at) {
    return columns[at];
  }

  double value(int at) {
    return values[at];
  }

  boolean isEmpty(int row) {
    return starts[row] == starts[row + 1];
  }

  int first(int row) {
    return columns[starts[row]];
  }

  int last(int row) {
    return columns[starts[row + 1] - 1];
  }

  /** Adds an entry to the row that is being written; zeros are left out. */
  void put(int column, double value) {
    if (value == 0) {
      return;
    }
    int at = starts[count + 1];
    if (at == columns.length) {
      columns = Arrays.copyOf(columns, 2 * at);
      values = Arrays.copyOf(values, 2 * at);
    }
    columns[at] = column;
    values[at] = value;
    starts[count + 1] = at + 1;
  }

  /** Ends the row that is being written. */
  void endRow() {
    count++;
    if (count + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    starts[count + 1] = starts[count];
  }

  /** The product of a row with a vector. */
  double times(int row, double[] x) {
    double sum = 0;
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      sum += values[i] * x[columns[i]];
    }
    return sum;
  }

  /** Adds a multiple of a row to a vector. */
  void addTo(int row, double factor, double[] x) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      x[columns[i]] += factor * values[i];
    }
  }
}
