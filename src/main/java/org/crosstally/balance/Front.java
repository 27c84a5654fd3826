package org.crosstally.balance;

import java.util.Arrays;

/** The small dense matrix in which elimination takes place. */
final class Front {
  private static final int NOBODY = -1;

  private final FrontPlan plan;
  private final BandedQuadratic quadratic;
  private final SparseRows rows;
  private final double[] looseness;
  private final int width;

  /** Row by row; symmetric. */
  private final double[] matrix;

  /** The sizes of all that was added to each diagonal entry, against which rounding is judged. */
  private final double[] size;

  private final int[] cursor;
  private final int[] owner;
  private final double[] band;

  Front(FrontPlan plan, BandedQuadratic quadratic, SparseRows rows, double[] looseness) {
    this.plan = plan;
    this.quadratic = quadratic;
    this.rows = rows;
    this.looseness = looseness;
    width = plan.front;
    matrix = new double[width * width];
    size = new double[plan.front];
    cursor = new int[plan.front];
    owner = new int[plan.front];
    Arrays.fill(owner, NOBODY);
    band = new double[quadratic.lags() + 1];
  }

  FrontPlan plan() {
    return plan;
  }

  BandedQuadratic quadratic() {
    return quadratic;
  }

  SparseRows rows() {
    return rows;
  }

  double looseness(int row) {
    return looseness[row];
  }

  double entry(int i, int j) {
    return matrix[i * width + j];
  }

  double size(int at) {
    return size[at];
  }

  /** Adds the entries of an adjustment: its row of P, and its column of A in the open rows. */
  void assemble(int t) {
    int at = plan.position(t);
    Arrays.fill(band, 0);
    quadratic.addRow(t, band);
    for (int j = 0; j < band.length && t + j * quadratic.stride() < quadratic.size(); j++) {
      addSymmetric(at, plan.position(t + j * quadratic.stride()), band[j]);
    }
    size[at] += Math.abs(band[0]);
    for (int row = plan.firstOpening(t); row >= 0; row = plan.nextOpening(row)) {
      int slot = plan.slot(row);
      owner[slot] = row;
      cursor[slot] = rows.start(row);
      matrix[slot * width + slot] = -looseness[row];
      size[slot] = looseness[row];
    }
    for (int slot = plan.width + 1; slot < width; slot++) {
      int next = cursor[slot];
      if (owner[slot] != NOBODY && next < rows.end(owner[slot]) && rows.column(next) == t) {
        addSymmetric(slot, at, rows.value(next));
        cursor[slot]++;
      }
    }
  }

  private void addSymmetric(int i, int j, double v) {
    double sum = matrix[i * width + j] + v;
    matrix[i * width + j] = sum;
    matrix[j * width + i] = sum;
  }

  /** Whether nothing but rounding is left of a diagonal entry. */
  boolean isRounding(int at) {
    return !(Math.abs(matrix[at * width + at]) > BandedProgram.ROUNDING * size[at]);
  }

  void clear(int at) {
    for (int i = 0; i < width; i++) {
      matrix[i * width + at] = 0;
      matrix[at * width + i] = 0;
    }
    size[at] = 0;
  }

  /** Eliminates one unknown, writes its factors and returns its pivot. */
  double eliminate(int at, double[] factors, int to) {
    int own = at * width;
    double pivot = matrix[own + at];
    double inverse = 1 / pivot;
    for (int i = 0; i < width; i++) {
      double factor = i == at ? 0 : matrix[own + i] * inverse;
      factors[to + i] = factor;
      if (factor != 0) {
        int line = i * width;
        for (int j = 0; j < width; j++) {
          matrix[line + j] -= factor * matrix[own + j];
        }
        size[i] += Math.abs(factor * matrix[own + i]);
      }
    }
    clear(at);
    return pivot;
  }
}
