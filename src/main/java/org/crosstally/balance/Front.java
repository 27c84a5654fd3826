package org.crosstally.balance;

import java.util.Arrays;

/** The small dense matrix in which elimination takes place. */
final class Front {
  private static final int NOBODY = -1;

  private final FrontPlan plan;
  private final BandedQuadratic quadratic;
  private final SparseRows rows;
  private final double[] looseness;
  private final double[][] matrix;

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
    matrix = new double[plan.front][plan.front];
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
    return matrix[i][j];
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
      int other = plan.position(t + j * quadratic.stride());
      matrix[at][other] += band[j];
      matrix[other][at] = matrix[at][other];
    }
    size[at] += Math.abs(band[0]);
    for (int row = plan.firstOpening(t); row >= 0; row = plan.nextOpening(row)) {
      int slot = plan.slot(row);
      clear(slot);
      owner[slot] = row;
      cursor[slot] = rows.start(row);
      matrix[slot][slot] = -looseness[row];
      size[slot] = looseness[row];
    }
    for (int slot = plan.width + 1; slot < plan.front; slot++) {
      int next = cursor[slot];
      if (owner[slot] != NOBODY && next < rows.end(owner[slot]) && rows.column(next) == t) {
        matrix[slot][at] += rows.value(next);
        matrix[at][slot] = matrix[slot][at];
        cursor[slot]++;
      }
    }
  }

  /** Whether nothing but rounding is left of a diagonal entry. */
  boolean isRounding(int at) {
    return !(Math.abs(matrix[at][at]) > BandedProgram.ROUNDING * size[at]);
  }

  void clear(int at) {
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][at] = 0;
      matrix[at][i] = 0;
    }
    size[at] = 0;
  }

  /** Eliminates one unknown, writes its factors and returns its pivot. */
  double eliminate(int at, double[] factors, int to) {
    double[] own = matrix[at];
    double pivot = own[at];
    for (int i = 0; i < own.length; i++) {
      double factor = i == at ? 0 : own[i] / pivot;
      factors[to + i] = factor;
      if (factor != 0) {
        double[] line = matrix[i];
        for (int j = 0; j < line.length; j++) {
          line[j] -= factor * own[j];
        }
        size[i] += Math.abs(factor * own[i]);
      }
    }
    clear(at);
    return pivot;
  }
}
