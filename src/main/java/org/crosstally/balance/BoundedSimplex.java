package org.crosstally.balance;

import java.util.Arrays;

/**
 * Linear inequalities {@code low ≤ A·x ≤ high} whose bounds may be changed at any time: whether
 * some x fulfils all of them, which of them cannot hold together, and how large a form of x can be.
 *
 * <p>The general simplex of Dutertre and de Moura (2006): each row is a variable with bounds; the
 * tableau says what the basic variables are in terms of the others, which stand within their
 * bounds. A basic variable that violates a bound, and that no other can bring back, gives a set of
 * rows that cannot all hold and of which each proper subset can. The rule of Bland, which cannot
 * cycle, takes over after some steps of the steepest choice.
 *
 * <p>Not safe to share between threads.
 */
final class BoundedSimplex {
  private static final double PIVOT = 1e-9;
  private static final double TOLERANCE = 1e-10;
  private static final int REFRESHING = 100;
  private static final int[] NONE = new int[0];

  private final int size;
  private final double[][] tableau;
  private final int[] rowVariable;
  private final int[] columnVariable;
  private final int[] place;
  private final double[] low;
  private final double[] high;
  private final double[] value;
  private int pivots;

  /**
   * Starts without bounds.
   *
   * @param rows the rows of A
   * @param size the number of unknowns
   */
  BoundedSimplex(Form[] rows, int size) {
    this.size = size;
    int variables = size + rows.length;
    this.tableau = new double[rows.length][];
    this.rowVariable = new int[rows.length];
    this.columnVariable = new int[size];
    this.place = new int[variables];
    this.low = new double[variables];
    this.high = new double[variables];
    this.value = new double[variables];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    for (int j = 0; j < size; j++) {
      columnVariable[j] = j;
      place[j] = -1 - j;
    }
    for (int i = 0; i < rows.length; i++) {
      tableau[i] = rows[i].dense(size);
      rowVariable[i] = size + i;
      place[size + i] = i;
    }
  }

  /** Bounds a row; infinite ends free it. */
  void bound(int row, double from, double to) {
    int variable = size + row;
    low[variable] = from;
    high[variable] = to;
    if (place[variable] < 0) {
      double inside = Math.max(from, Math.min(to, value[variable]));
      move(-1 - place[variable], inside - value[variable]);
    }
  }

  void free(int row) {
    bound(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  private void move(int column, double step) {
    if (step == 0) {
      return;
    }
    value[columnVariable[column]] += step;
    for (int i = 0; i < tableau.length; i++) {
      double t = tableau[i][column];
      if (t != 0) {
        value[rowVariable[i]] += t * step;
      }
    }
  }

  /**
   * Looks for a point within all bounds.
   *
   * @return rows that cannot all hold; none if there is a point
   */
  int[] conflict() {
    int steps = 0;
    int limit = 4 * (tableau.length + size) + 100;
    while (true) {
      boolean bland = steps++ > limit;
      int row = violated(bland);
      if (row < 0) {
        return NONE;
      }
      int variable = rowVariable[row];
      boolean up = value[variable] < low[variable];
      int column = entering(row, up, bland);
      if (column < 0) {
        return explanation(row);
      }
      double target = up ? low[variable] : high[variable];
      double step = (target - value[variable]) / tableau[row][column];
      move(column, step);
      value[variable] = target;
      pivot(row, column);
      if (++pivots % REFRESHING == 0) {
        refresh();
      }
    }
  }

  /** The basic values again from the others, so that errors of rounding do not add up. */
  private void refresh() {
    for (int i = 0; i < tableau.length; i++) {
      double sum = 0;
      double[] row = tableau[i];
      for (int j = 0; j < size; j++) {
        if (row[j] != 0) {
          sum += row[j] * value[columnVariable[j]];
        }
      }
      value[rowVariable[i]] = sum;
    }
  }

  private int violated(boolean bland) {
    int best = -1;
    double worst = 0;
    for (int i = 0; i < tableau.length; i++) {
      int variable = rowVariable[i];
      double miss = Math.max(low[variable] - value[variable], value[variable] - high[variable]);
      if (miss > TOLERANCE) {
        boolean better = bland ? best < 0 || variable < rowVariable[best] : miss > worst;
        if (better) {
          best = i;
          worst = miss;
        }
      }
    }
    return best;
  }

  private int entering(int row, boolean up, boolean bland) {
    int best = -1;
    double largest = 0;
    double[] line = tableau[row];
    for (int j = 0; j < size; j++) {
      double t = line[j];
      if (Math.abs(t) > PIVOT && canMove(columnVariable[j], (t > 0) == up)) {
        boolean better =
            bland ? best < 0 || columnVariable[j] < columnVariable[best] : weight(j, t) > largest;
        if (better) {
          best = j;
          largest = weight(j, t);
        }
      }
    }
    return best;
  }

  /** Free variables first: once in the basis, they never have to leave it. */
  private double weight(int column, double coefficient) {
    int variable = columnVariable[column];
    boolean isFree = Double.isInfinite(low[variable]) && Double.isInfinite(high[variable]);
    return isFree ? 1e6 + Math.abs(coefficient) : Math.abs(coefficient);
  }

  private boolean canMove(int variable, boolean up) {
    return up ? value[variable] < high[variable] : value[variable] > low[variable];
  }

  private int[] explanation(int row) {
    int[] rows = new int[size + 1];
    int count = 0;
    rows[count++] = rowVariable[row] - size;
    for (int j = 0; j < size; j++) {
      if (Math.abs(tableau[row][j]) > PIVOT) {
        rows[count++] = columnVariable[j] - size;
      }
    }
    int[] found = Arrays.copyOf(rows, count);
    Arrays.sort(found);
    return found;
  }

  private void pivot(int row, int column) {
    double[] line = tableau[row];
    double inverse = 1 / line[column];
    for (int j = 0; j < size; j++) {
      line[j] = j == column ? inverse : -line[j] * inverse;
    }
    int[] filled = filled(line);
    for (int i = 0; i < tableau.length; i++) {
      double[] other = tableau[i];
      double factor = other[column];
      if (i == row || factor == 0) {
        continue;
      }
      other[column] = 0;
      for (int j : filled) {
        double sum = other[j] + factor * line[j];
        other[j] = Math.abs(sum) < 1e-13 ? 0 : sum;
      }
    }
    int leaving = rowVariable[row];
    rowVariable[row] = columnVariable[column];
    columnVariable[column] = leaving;
    place[rowVariable[row]] = row;
    place[leaving] = -1 - column;
  }

  private static int[] filled(double[] line) {
    int[] positions = new int[line.length];
    int count = 0;
    for (int j = 0; j < line.length; j++) {
      if (Math.abs(line[j]) < 1e-13) {
        line[j] = 0;
      } else {
        positions[count++] = j;
      }
    }
    return Arrays.copyOf(positions, count);
  }

  /** The value of an unknown at the present point. */
  double unknown(int index) {
    return value[index];
  }

  /**
   * The largest value of a form over all points within the bounds. The present point must be one;
   * call {@link #conflict()} before.
   *
   * @return the largest value; infinite where nothing bounds it
   */
  double largest(Form form) {
    int limit = 10 * (tableau.length + size) + 1000;
    for (int steps = 0; steps < limit; steps++) {
      double[] gain = inColumns(form);
      int column = improving(gain, steps > limit / 2);
      if (column < 0) {
        return objective(form);
      }
      if (!advance(column, gain[column] > 0)) {
        return Double.POSITIVE_INFINITY;
      }
    }
    throw new IllegalStateException("the simplex did not end in " + limit + " steps");
  }

  double smallest(Form form) {
    return -largest(Form.ZERO.plus(-1, form));
  }

  private double objective(Form form) {
    double sum = 0;
    for (int i = 0; i < form.size(); i++) {
      sum += form.coefficient(i) * value[form.index(i)];
    }
    return sum;
  }

  private double[] inColumns(Form form) {
    double[] gain = new double[size];
    for (int k = 0; k < form.size(); k++) {
      int where = place[form.index(k)];
      if (where < 0) {
        gain[-1 - where] += form.coefficient(k);
      } else {
        double[] row = tableau[where];
        for (int j = 0; j < size; j++) {
          gain[j] += form.coefficient(k) * row[j];
        }
      }
    }
    return gain;
  }

  private int improving(double[] gain, boolean bland) {
    int best = -1;
    for (int j = 0; j < size; j++) {
      if (Math.abs(gain[j]) > PIVOT && canMove(columnVariable[j], gain[j] > 0)) {
        boolean better =
            best < 0
                || (bland
                    ? columnVariable[j] < columnVariable[best]
                    : Math.abs(gain[j]) > Math.abs(gain[best]));
        if (better) {
          best = j;
        }
      }
    }
    return best;
  }

  /** Moves a variable until one meets its bound; no end means that nothing bounds it. */
  private boolean advance(int column, boolean up) {
    int entering = columnVariable[column];
    double longest = up ? high[entering] - value[entering] : value[entering] - low[entering];
    int blocking = -1;
    for (int i = 0; i < tableau.length; i++) {
      double t = up ? tableau[i][column] : -tableau[i][column];
      if (Math.abs(t) > PIVOT) {
        int variable = rowVariable[i];
        double room = t > 0 ? high[variable] - value[variable] : value[variable] - low[variable];
        double reach = Math.max(0, room) / Math.abs(t);
        if (reach < longest
            || (reach == longest && blocking >= 0 && variable < rowVariable[blocking])) {
          longest = reach;
          blocking = i;
        }
      }
    }
    if (Double.isInfinite(longest)) {
      return false;
    }
    move(column, up ? longest : -longest);
    if (blocking >= 0) {
      snap(blocking, column, up);
      pivot(blocking, column);
    }
    return true;
  }

  private void snap(int row, int column, boolean up) {
    int variable = rowVariable[row];
    boolean meetsHigh = (tableau[row][column] > 0) == up;
    value[variable] = meetsHigh ? high[variable] : low[variable];
  }
}
