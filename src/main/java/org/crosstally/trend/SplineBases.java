package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The broken lines with a number of joins through several series at once, one orthonormal basis for
 * each set of places of the joins, so that many values at the same times are fitted cheaply.
 *
 * <p>The series share the broken line up to constants, one for each or one for all.
 */
final class SplineBases {

  /** So many numbers are kept at most. */
  private static final long LARGEST = 20_000_000;

  /** A column of which less than this share is left by those before it adds nothing. */
  private static final double DEPENDENT = 1e-10;

  /** The best fit: where its joins are, its values and its squares. */
  @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
  record Fit(double[] joins, double[] values, double squares) {}

  private final List<double[]> joins = new ArrayList<>();
  private final List<double[][]> bases = new ArrayList<>();

  private SplineBases() {}

  /** Whether the bases are few enough to be kept. */
  static boolean fits(int points, int constants, int distinct, int count, int between) {
    int free = distinct - (count + 1) * between;
    double sets = 1;
    for (int j = 0; j < count; j++) {
      sets *= (free - j * between) / (j + 1.0);
    }
    return sets * points * (constants + 1 + count) <= LARGEST;
  }

  /**
   * Bases at given times.
   *
   * @param x the times of all series, one after the other
   * @param group to which constant each belongs, from 0 on
   * @param constants how many there are
   * @param count the number of joins
   * @param between the distinct times that a piece needs
   */
  static SplineBases of(double[] x, int[] group, int constants, int count, int between) {
    SplineBases all = new SplineBases();
    double[] distinct = Arrays.stream(x).distinct().sorted().toArray();
    all.extend(x, group, constants, distinct, new int[count], 0, between);
    return all;
  }

  private void extend(
      double[] x,
      int[] group,
      int constants,
      double[] distinct,
      int[] places,
      int depth,
      int between) {
    if (depth == places.length) {
      double[] at = Arrays.stream(places).mapToDouble(p -> distinct[p]).toArray();
      joins.add(at);
      bases.add(basis(x, group, constants, at));
      return;
    }
    int first = depth == 0 ? between : places[depth - 1] + 1 + between;
    int left = places.length - depth;
    for (int p = first; p < distinct.length - left * between - (left - 1); p++) {
      places[depth] = p;
      extend(x, group, constants, distinct, places, depth + 1, between);
    }
  }

  private static double[][] basis(double[] x, int[] group, int constants, double[] joins) {
    double middle = Sums.mean(x);
    List<double[]> columns = new ArrayList<>();
    for (int c = 0; c < constants; c++) {
      int constant = c;
      columns.add(column(x.length, i -> group[i] == constant ? 1 : 0));
    }
    columns.add(column(x.length, i -> x[i] - middle));
    for (double join : joins) {
      columns.add(column(x.length, i -> Math.max(0, x[i] - join)));
    }
    List<double[]> basis = new ArrayList<>();
    for (double[] column : columns) {
      double before = Math.sqrt(Sums.dot(column, column));
      // Twice, because rounding leaves a part of those before it.
      removeAll(basis, column);
      removeAll(basis, column);
      double length = Math.sqrt(Sums.dot(column, column));
      if (length > DEPENDENT * before) {
        Arrays.setAll(column, i -> column[i] / length);
        basis.add(column);
      }
    }
    return basis.toArray(double[][]::new);
  }

  private interface Entry {
    double at(int i);
  }

  private static double[] column(int n, Entry entry) {
    double[] column = new double[n];
    Arrays.setAll(column, entry::at);
    return column;
  }

  private static void removeAll(List<double[]> basis, double[] column) {
    for (double[] direction : basis) {
      remove(direction, column, inner(direction, column));
    }
  }

  private static void remove(double[] direction, double[] from, double share) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * direction[i];
    }
  }

  private static double inner(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The least squares over all places, of values that are near 0 so that little cancels. */
  double squares(double[] y) {
    return Math.max(0, inner(y, y) - explained(bases.get(best(y)), y));
  }

  /** The fit at the best places. */
  Fit fit(double[] y) {
    int best = best(y);
    double[] rest = y.clone();
    for (double[] direction : bases.get(best)) {
      remove(direction, rest, inner(direction, rest));
    }
    double[] values = new double[y.length];
    Arrays.setAll(values, i -> y[i] - rest[i]);
    return new Fit(joins.get(best).clone(), values, inner(rest, rest));
  }

  private int best(double[] y) {
    int best = 0;
    double most = -1;
    for (int set = 0; set < bases.size(); set++) {
      double explained = explained(bases.get(set), y);
      if (explained > most) {
        most = explained;
        best = set;
      }
    }
    return best;
  }

  private static double explained(double[][] basis, double[] y) {
    double sum = 0;
    for (double[] direction : basis) {
      double share = inner(direction, y);
      sum += share * share;
    }
    return sum;
  }
}
