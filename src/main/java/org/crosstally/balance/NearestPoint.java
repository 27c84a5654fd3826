package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * The point nearest to given values that satisfies linear equations and inequalities, by the dual
 * active-set method, which ends after finitely many steps at the exact solution.
 *
 * <p>Minimises the sum of {@code (x - y)^2 / v}; values with v = 0 stay. The last step solves the
 * active equations once more, so that they hold to rounding.
 *
 * <p>Goldfarb, D. and Idnani, A. (1983), A numerically stable dual method for solving strictly
 * convex quadratic programs, Mathematical Programming 27, 1-33.
 */
final class NearestPoint {
  /** Below this share of the numbers in it a discrepancy is rounding. */
  private static final double ROUNDING = 1e-12;

  /** What any constraint may be off by in a solution, in parts of the numbers in it. */
  private static final double AGREEMENT = 1e-11;

  /** Below this squared length, of 1, a row depends on the active ones. */
  private static final double DEPENDENT = 1e-20;

  private final double[] values;
  private final double[] roots;
  private final List<Row> rows = new ArrayList<>();

  /** A row scaled to length 1 in the unit of the roots of the variances: at least, or equal to. */
  private static final class Row {
    private final double[] direction;
    private final double bound;
    private final double scale;
    private final boolean equation;

    Row(double[] direction, double bound, double scale, boolean equation) {
      this.direction = direction;
      this.bound = bound;
      this.scale = scale;
      this.equation = equation;
    }

    double excess(double[] z) {
      double sum = -bound;
      for (int i = 0; i < z.length; i++) {
        sum += direction[i] * z[i];
      }
      return sum;
    }

    boolean holdsAt(double[] z) {
      double off = equation ? Math.abs(excess(z)) : -excess(z);
      return off <= AGREEMENT * scale;
    }
  }

  /**
   * Starts without constraints.
   *
   * @param values y
   * @param variances v, from 0 on
   */
  NearestPoint(double[] values, double[] variances) {
    this.values = values;
    this.roots = new double[variances.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(variances[i]);
    }
  }

  /** Adds a constraint on the sum of coefficients times x; the order of the calls is kept. */
  void add(double[] coefficients, Relation relation, double bound) {
    double sign = relation == Relation.AT_MOST ? -1 : 1;
    double[] direction = new double[values.length];
    double rest = bound;
    double scale = Math.abs(bound);
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      direction[i] = sign * coefficients[i] * roots[i];
      squares += direction[i] * direction[i];
      rest -= coefficients[i] * values[i];
      scale += Math.abs(coefficients[i] * values[i]);
    }
    double length = squares == 0 ? 1 : Math.sqrt(squares);
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= length;
    }
    rows.add(new Row(direction, sign * rest / length, scale / length, relation == Relation.EQUAL));
  }

  /** The nearest point, and the inequalities that hold as equations there. */
  static final class Solution {
    private final double[] point;
    private final List<Integer> binding;

    private Solution(double[] point, List<Integer> binding) {
      this.point = point;
      this.binding = binding;
    }

    double[] point() {
      return point;
    }

    /** The places of the inequalities in the order in which they were added. */
    List<Integer> binding() {
      return binding;
    }
  }

  /** Solves; {@code INFEASIBLE}, or {@code NOT_CONVERGED} if rounding makes it cycle. */
  Outcome<Solution> solve() {
    Search search = new Search();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).equation && !search.require(i)) {
        return Outcome.undetermined(BenchmarkingReason.INFEASIBLE);
      }
    }
    for (int step = 0; step < 100 + 20 * rows.size(); step++) {
      int worst = search.mostViolated();
      if (worst < 0) {
        return search.solution();
      }
      if (!search.require(worst)) {
        return Outcome.undetermined(BenchmarkingReason.INFEASIBLE);
      }
    }
    return Outcome.undetermined(BenchmarkingReason.NOT_CONVERGED);
  }

  /** The state of the search: a point that is nearest under the active rows alone. */
  private final class Search {
    private double[] z = new double[values.length];
    private final ActiveRows active = new ActiveRows(values.length);
    private final List<Integer> names = new ArrayList<>();
    private final List<Double> multipliers = new ArrayList<>();

    int mostViolated() {
      int worst = -1;
      double most = 0;
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        double violation = row.equation ? 0 : -row.excess(z) - ROUNDING * row.scale;
        if (violation > most && !names.contains(i)) {
          most = violation;
          worst = i;
        }
      }
      return worst;
    }

    /** Makes a row hold, or finds that it cannot. */
    boolean require(int name) {
      Row row = rows.get(name);
      double sign = row.equation && row.excess(z) > 0 ? -1 : 1;
      double multiplier = 0;
      while (true) {
        ActiveRows.Split split = active.split(row.direction);
        double[] weights = active.weights(split.coordinates());
        double excess = row.excess(z);
        boolean dependent = split.restSquared() < DEPENDENT;
        if (dependent && Math.abs(excess) <= ROUNDING * row.scale) {
          return true;
        }
        double full = dependent ? Double.POSITIVE_INFINITY : -sign * excess / split.restSquared();
        int leaving = leaving(weights, sign);
        double part =
            leaving < 0
                ? Double.POSITIVE_INFINITY
                : multipliers.get(leaving) / (sign * weights[leaving]);
        double length = Math.min(full, part);
        if (Double.isInfinite(length)) {
          return false;
        }
        move(weights, sign, dependent ? 0 : length, length, split.rest());
        multiplier += length;
        if (full <= part) {
          active.add(split);
          names.add(name);
          multipliers.add(sign * multiplier);
          return true;
        }
        active.remove(leaving);
        names.remove(leaving);
        multipliers.remove(leaving);
      }
    }

    /** The active inequality whose multiplier reaches 0 first. */
    private int leaving(double[] weights, double sign) {
      int leaving = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < weights.length; j++) {
        double rate = sign * weights[j];
        if (!rows.get(names.get(j)).equation && rate > 0 && multipliers.get(j) / rate < least) {
          least = multipliers.get(j) / rate;
          leaving = j;
        }
      }
      return leaving;
    }

    private void move(
        double[] weights, double sign, double primal, double dual, double[] direction) {
      for (int i = 0; i < z.length; i++) {
        z[i] += sign * primal * direction[i];
      }
      for (int j = 0; j < weights.length; j++) {
        multipliers.set(j, multipliers.get(j) - sign * dual * weights[j]);
      }
    }

    Outcome<Solution> solution() {
      double[] bounds = new double[names.size()];
      for (int j = 0; j < bounds.length; j++) {
        bounds[j] = rows.get(names.get(j)).bound;
      }
      z = active.shortest(bounds);
      for (int j = 0; j < bounds.length; j++) {
        bounds[j] = -rows.get(names.get(j)).excess(z);
      }
      double[] correction = active.shortest(bounds);
      double[] point = new double[z.length];
      for (int i = 0; i < point.length; i++) {
        z[i] += correction[i];
        point[i] = values[i] + roots[i] * z[i];
      }
      if (!rows.stream().allMatch(row -> row.holdsAt(z))) {
        return Outcome.undetermined(BenchmarkingReason.NOT_CONVERGED);
      }
      return Outcome.of(
          new Solution(point, names.stream().filter(i -> !rows.get(i).equation).sorted().toList()));
    }
  }
}
