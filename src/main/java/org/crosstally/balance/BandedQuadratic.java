package org.crosstally.balance;

/**
 * The quadratic form {@code |D e|^2 + e'E e} of adjustments e, where each row of D compares an
 * adjustment with a few earlier ones and E is a band beside the diagonal, mostly absent.
 *
 * <p>Keeping D, and not only D'D, lets a residual be computed without the digits that differences
 * of high order lose.
 */
final class BandedQuadratic {
  private final int size;
  private final int lags;
  private final int stride;

  /** Row t holds the coefficients of e[t], e[t - stride], e[t - 2 stride], and so on. */
  private final double[] rows;

  /** E[t][t] and E[t][t + stride] in turn, or empty. */
  private final double[] extra;

  private BandedQuadratic(int size, int lags, int stride, double[] rows, double[] extra) {
    this.size = size;
    this.lags = lags;
    this.stride = stride;
    this.rows = rows;
    this.extra = extra;
  }

  /** The same comparison in every row, for one series or several that are interleaved. */
  static BandedQuadratic of(int size, int stride, Differences differences) {
    int lags = differences.order();
    double[] rows = new double[size * (lags + 1)];
    for (int t = 0, at = 0; t < size; t++, at += lags + 1) {
      differences.fill(rows, at, t / stride);
    }
    return new BandedQuadratic(size, lags, stride, rows, new double[0]);
  }

  /** A comparison with the period before that differs from row to row. */
  static BandedQuadratic ofRatios(double[] rows, double[] extra) {
    return new BandedQuadratic(rows.length / 2, 1, 1, rows, extra);
  }

  int size() {
    return size;
  }

  /** How far right of the diagonal the matrix reaches. */
  int width() {
    return lags * stride;
  }

  /** Adds row t of the upper half of the matrix: entry (t, t + j stride) to {@code into[j]}. */
  void addRow(int t, double[] into) {
    int step = lags + 1;
    for (int k = 0; k <= lags; k++) {
      int row = t + k * stride;
      if (row >= size) {
        break;
      }
      double own = rows[row * step + k];
      for (int j = 0; j <= k; j++) {
        into[j] += own * rows[row * step + k - j];
      }
    }
    if (extra.length > 0) {
      into[0] += extra[2 * t];
      into[1] += extra[2 * t + 1];
    }
  }

  int lags() {
    return lags;
  }

  int stride() {
    return stride;
  }

  /** D e. */
  double[] differences(double[] e) {
    double[] d = new double[size];
    for (int t = 0, at = 0; t < size; t++, at += lags + 1) {
      double sum = 0;
      for (int k = 0, earlier = t; k <= lags && earlier >= 0; k++, earlier -= stride) {
        sum += rows[at + k] * e[earlier];
      }
      d[t] = sum;
    }
    return d;
  }

  /** Subtracts the gradient (D'D + E) e from {@code from}. */
  void subtractProduct(double[] e, double[] from) {
    double[] d = differences(e);
    for (int t = 0, at = 0; t < size; t++, at += lags + 1) {
      for (int k = 0, earlier = t; k <= lags && earlier >= 0; k++, earlier -= stride) {
        from[earlier] -= rows[at + k] * d[t];
      }
    }
    if (extra.length > 0) {
      for (int t = 0; t < size; t++) {
        from[t] -= extra[2 * t] * e[t];
        if (t + stride < size) {
          from[t] -= extra[2 * t + 1] * e[t + stride];
          from[t + stride] -= extra[2 * t + 1] * e[t];
        }
      }
    }
  }
}
