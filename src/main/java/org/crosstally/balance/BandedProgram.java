package org.crosstally.balance;

import java.util.Arrays;
import java.util.Optional;

/**
 * Minimises {@code e'Pe / 2} subject to {@code A e - V m = r}, with P banded and V diagonal, by
 * elimination from the first period to the last.
 *
 * <p>The front holds the next few adjustments and the multipliers m of the constraints that have
 * begun and not yet ended, so that time and memory grow with the number of periods, however long
 * the constraints are. Interior pivots are at least 1 for the comparisons used here; the last few
 * adjustments, which differences alone leave free, are solved densely with pivoting. Redundant
 * constraints are set aside, and {@link #isContradicted} tells afterwards whether they hold.
 */
final class BandedProgram {
  /** Below this share of what was subtracted from it, a pivot is rounding. */
  static final double ROUNDING = 1e-12;

  private static final int MOST_REFINEMENTS = 6;

  private final BandedQuadratic quadratic;
  private final SparseRows rows;
  private final double[] looseness;
  private final FrontPlan plan;
  private final boolean[] redundant;

  /** The eliminations in order: period t as t, multiplier m as ~m. */
  private final int[] events;

  private int eventCount;
  private final double[] pivots;
  private final double[] factors;
  private final DenseTail tail;
  private final boolean regular;

  private BandedProgram(BandedQuadratic quadratic, SparseRows rows, double[] looseness) {
    this.quadratic = quadratic;
    this.rows = rows;
    this.looseness = looseness;
    this.plan = new FrontPlan(quadratic, rows);
    this.redundant = new boolean[rows.count()];
    this.events = new int[plan.cut + rows.count()];
    this.pivots = new double[events.length];
    this.factors = new double[events.length * plan.front];
    Front front = new Front(plan, quadratic, rows, looseness);
    this.regular = eliminate(front);
    this.tail = regular ? DenseTail.of(front, redundant) : DenseTail.empty();
  }

  /**
   * Factors the system.
   *
   * @param looseness V, one for each row; 0 where the constraint is exact
   * @return the factored program, or empty if P and A leave adjustments free
   */
  static Optional<BandedProgram> factor(
      BandedQuadratic quadratic, SparseRows rows, double[] looseness) {
    BandedProgram program = new BandedProgram(quadratic, rows, looseness);
    return program.regular && program.tail.isRegular() ? Optional.of(program) : Optional.empty();
  }

  private boolean eliminate(Front front) {
    for (int row = 0; row < rows.count(); row++) {
      redundant[row] = rows.isEmpty(row);
    }
    for (int t = 0; t < plan.cut; t++) {
      front.assemble(t);
      int at = plan.position(t);
      if (front.isRounding(at)) {
        return false;
      }
      record(front, t, at);
      for (int row = plan.firstClosing(t); row >= 0; row = plan.nextClosing(row)) {
        int slot = plan.slot(row);
        if (front.isRounding(slot)) {
          redundant[row] = true;
          front.clear(slot);
        } else {
          record(front, ~row, slot);
        }
      }
    }
    return true;
  }

  private void record(Front front, int event, int at) {
    pivots[eventCount] = front.eliminate(at, factors, eventCount * plan.front);
    events[eventCount++] = event;
  }

  /**
   * Whether the solution is a minimum, which it is if there is one negative pivot for each
   * constraint; differences alone always give one.
   */
  boolean isConvex() {
    int wrong = tail.negativeDirections() - tail.constraints();
    for (int i = 0; i < eventCount; i++) {
      wrong += (pivots[i] < 0 ? 1 : 0) - (events[i] < 0 ? 1 : 0);
    }
    return wrong == 0;
  }

  /** The logarithm of the size of the determinant of the whole system. */
  double logDeterminant() {
    double sum = tail.logDeterminant();
    for (int i = 0; i < eventCount; i++) {
      sum += Math.log(Math.abs(pivots[i]));
    }
    return sum;
  }

  /**
   * The adjustments for the right-hand sides r, refined until they no longer improve.
   *
   * @param gradient the linear term: P e + A'm = gradient
   * @param totals r
   */
  double[] solve(double[] gradient, double[] totals) {
    double[] e = gradient.clone();
    double[] m = totals.clone();
    substitute(e, m);
    double last = Double.POSITIVE_INFINITY;
    for (int round = 0; round < MOST_REFINEMENTS; round++) {
      double[] restE = gradient.clone();
      double[] restM = totals.clone();
      residual(e, m, restE, restM);
      substitute(restE, restM);
      double size = largest(restE);
      if (!(size < last / 2)) {
        break;
      }
      add(restE, e);
      add(restM, m);
      // Every round shrinks the error by the same factor, so that another would change no digit.
      if (size <= 1e-8 * largest(e)) {
        break;
      }
      last = size;
    }
    return e;
  }

  private void residual(double[] e, double[] m, double[] restE, double[] restM) {
    quadratic.subtractProduct(e, restE);
    for (int row = 0; row < rows.count(); row++) {
      if (redundant[row]) {
        restM[row] = 0;
      } else {
        rows.addTo(row, -m[row], restE);
        restM[row] -= rows.times(row, e) - looseness[row] * m[row];
      }
    }
  }

  private static void add(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double v : x) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }

  private void substitute(double[] e, double[] m) {
    int[] owner = new int[plan.front];
    Arrays.fill(owner, -1);
    for (int i = 0; i < eventCount; i++) {
      if (events[i] >= 0) {
        for (int row = plan.firstOpening(events[i]); row >= 0; row = plan.nextOpening(row)) {
          owner[plan.slot(row)] = row;
        }
      }
      forward(i, owner, e, m);
    }
    for (int row = 0; row < rows.count(); row++) {
      m[row] = redundant[row] ? 0 : m[row];
    }
    tail.solve(e, m);
    int time = plan.cut;
    for (int i = eventCount - 1; i >= 0; i--) {
      if (plan.time(events[i]) < time) {
        time = plan.time(events[i]);
        for (int row = plan.firstClosing(time); row >= 0; row = plan.nextClosing(row)) {
          owner[plan.slot(row)] = row;
        }
      }
      backward(i, owner, e, m);
    }
  }

  private void forward(int i, int[] owner, double[] e, double[] m) {
    int event = events[i];
    double own = event >= 0 ? e[event] : m[~event];
    if (own == 0) {
      return;
    }
    int at = i * plan.front;
    int next = plan.time(event) + 1;
    for (int t = next; t < next + plan.width && t < e.length; t++) {
      e[t] -= factors[at + plan.position(t)] * own;
    }
    for (int slot = plan.width + 1; slot < plan.front; slot++) {
      if (factors[at + slot] != 0 && owner[slot] >= 0) {
        m[owner[slot]] -= factors[at + slot] * own;
      }
    }
  }

  private void backward(int i, int[] owner, double[] e, double[] m) {
    int event = events[i];
    int at = i * plan.front;
    double sum = (event >= 0 ? e[event] : m[~event]) / pivots[i];
    int next = plan.time(event) + 1;
    for (int t = next; t < next + plan.width && t < e.length; t++) {
      sum -= factors[at + plan.position(t)] * e[t];
    }
    for (int slot = plan.width + 1; slot < plan.front; slot++) {
      if (factors[at + slot] != 0 && owner[slot] >= 0) {
        sum -= factors[at + slot] * m[owner[slot]];
      }
    }
    if (event >= 0) {
      e[event] = sum;
    } else {
      m[~event] = sum;
    }
  }

  /**
   * Whether a redundant constraint does not hold.
   *
   * @param e the adjustments
   * @param totals r
   * @param scale the size of the numbers from which each r was computed
   */
  boolean isContradicted(double[] e, double[] totals, double[] scale) {
    for (int row = 0; row < rows.count(); row++) {
      double off = Math.abs(rows.times(row, e) - totals[row]);
      if (redundant[row] && looseness[row] == 0 && off > ROUNDING * scale[row]) {
        return true;
      }
    }
    return false;
  }

  /** The diagonal of the upper left block of the inverse: the covariance given the constraints. */
  double[] variances() {
    double[] diagonal = new double[quadratic.size()];
    double[][] z = new double[plan.front][plan.front];
    tail.fillInverse(plan, z, diagonal);
    int time = plan.cut;
    for (int i = eventCount - 1; i >= 0; i--) {
      if (plan.time(events[i]) < time) {
        time = plan.time(events[i]);
        forgetRedundant(time, z);
      }
      int own = events[i] >= 0 ? plan.position(events[i]) : plan.slot(~events[i]);
      double corner = extendInverse(z, own, i);
      if (events[i] >= 0) {
        diagonal[events[i]] = corner;
      }
    }
    return diagonal;
  }

  private void forgetRedundant(int time, double[][] z) {
    for (int row = plan.firstClosing(time); row >= 0; row = plan.nextClosing(row)) {
      if (redundant[row]) {
        fillCross(z, plan.slot(row), new double[plan.front]);
      }
    }
  }

  /** Extends the inverse on the front by one unknown: z = -l'Z, corner = 1/d + l'Zl. */
  private double extendInverse(double[][] z, int own, int event) {
    int at = event * plan.front;
    double[] column = new double[plan.front];
    fillCross(z, own, column);
    double corner = 1 / pivots[event];
    for (int j = 0; j < plan.front; j++) {
      double sum = 0;
      for (int k = 0; k < plan.front; k++) {
        sum -= factors[at + k] * z[k][j];
      }
      column[j] = sum;
      corner -= factors[at + j] * sum;
    }
    column[own] = corner;
    fillCross(z, own, column);
    return corner;
  }

  private static void fillCross(double[][] z, int at, double[] column) {
    for (int j = 0; j < z.length; j++) {
      z[at][j] = column[j];
      z[j][at] = column[j];
    }
  }
}
