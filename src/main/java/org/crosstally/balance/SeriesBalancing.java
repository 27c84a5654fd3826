package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Balancing of a table of series: the values nearest to given ones that satisfy linear equations,
 * inequalities and bounds in every period, and keep the totals over groups of periods.
 *
 * <p>Minimises the sum of {@code (x - y)^2 / (a |y|)} over all values and, where totals over groups
 * of periods are kept but not binding, over the totals; a is the alterability. With a = 1
 * discrepancies are spread in proportion to the values, with {@code a = 1/|y|} evenly. Values whose
 * alterability or value is 0 stay. Groups of periods are independent of each other, so that time
 * grows with their number; each is solved exactly by an active set, and what binds is named.
 *
 * <p>Ferland, M., Fortier, S. and Berube, J. (2016), A mathematical optimization approach to
 * balancing time series: Statistics Canada's GSeriesTSBalancing, JSM Proceedings, 2292-2306; Stone,
 * R., Champernowne, D. G. and Meade, J. E. (1942), The precision of national income estimates,
 * Review of Economic Studies 9, 111-125. Instances are immutable.
 */
public final class SeriesBalancing {
  private static final SeriesBalancing DEFAULT =
      new SeriesBalancing(List.of(), new double[0], new double[0], 1, 0, 0);

  private final List<LinearConstraint> constraints;
  private final double[] lower;
  private final double[] upper;
  private final int group;
  private final int firstGroup;
  private final double totalAlterability;

  private SeriesBalancing(
      List<LinearConstraint> constraints,
      double[] lower,
      double[] upper,
      int group,
      int firstGroup,
      double totalAlterability) {
    this.constraints = List.copyOf(constraints);
    this.lower = lower;
    this.upper = upper;
    this.group = group;
    this.firstGroup = firstGroup;
    this.totalAlterability = totalAlterability;
  }

  /**
   * No constraints, no bounds, every period alone.
   *
   * @return the default procedure
   */
  public static SeriesBalancing withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with further constraints.
   *
   * @param more constraints on the series of one period, which hold in every period
   * @return a copy
   */
  public SeriesBalancing subjectTo(LinearConstraint... more) {
    List<LinearConstraint> all = new ArrayList<>(constraints);
    all.addAll(List.of(more));
    return new SeriesBalancing(all, lower, upper, group, firstGroup, totalAlterability);
  }

  /**
   * The same procedure with lower bounds.
   *
   * @param v one for all series, or one for each series; {@link Double#NEGATIVE_INFINITY} for none
   * @return a copy
   * @throws IllegalArgumentException if a bound is not a number
   */
  public SeriesBalancing withLowerBounds(double... v) {
    return new SeriesBalancing(
        constraints, requireBounds(v), upper, group, firstGroup, totalAlterability);
  }

  /**
   * The same procedure with upper bounds.
   *
   * @param v one for all series, or one for each series; {@link Double#POSITIVE_INFINITY} for none
   * @return a copy
   * @throws IllegalArgumentException if a bound is not a number
   */
  public SeriesBalancing withUpperBounds(double... v) {
    return new SeriesBalancing(
        constraints, lower, requireBounds(v), group, firstGroup, totalAlterability);
  }

  private static double[] requireBounds(double[] v) {
    if (Arrays.stream(v).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a bound is NaN: a number, or an infinity for none");
    }
    return v.clone();
  }

  /**
   * The same procedure, keeping the total of each series over groups of periods, the first of which
   * begins with the series. Periods of an incomplete last group are balanced one by one.
   *
   * @param periods how many periods a group has; 1 for no totals
   * @return a copy
   * @throws IllegalArgumentException if a group has no period
   */
  public SeriesBalancing keepingTotals(int periods) {
    return keepingTotals(periods, 0);
  }

  /**
   * The same procedure, keeping the total of each series over groups of periods. Periods of
   * incomplete groups at both ends are balanced one by one.
   *
   * @param periods how many periods a group has; 1 for no totals
   * @param first the first period of the first complete group, counted from 0
   * @return a copy
   * @throws IllegalArgumentException if a group has no period, or the first period is not one of a
   *     first group
   */
  public SeriesBalancing keepingTotals(int periods, int first) {
    if (periods < 1 || first < 0 || first >= periods) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "groups of %d periods from period %d: at least one, from before the second group",
              periods,
              first));
    }
    return new SeriesBalancing(constraints, lower, upper, periods, first, totalAlterability);
  }

  /**
   * The same procedure with totals over groups that are kept as near as possible.
   *
   * @param v their alterability: 0 for binding totals, 1 for as alterable as a value
   * @return a copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public SeriesBalancing withTotalAlterability(double v) {
    return new SeriesBalancing(
        constraints, lower, upper, group, firstGroup, Checks.requireNonNegative(v, "alterability"));
  }

  /**
   * Balances series whose values are alterable alike in all periods.
   *
   * @param series the series, all over the same periods
   * @param alterability the alterability of each series; 0 for a fixed one
   * @return as {@link #balance(double[][], double[][])}
   * @throws IllegalArgumentException as {@link #balance(double[][], double[][])}
   */
  public Outcome<Result> balance(double[][] series, double... alterability) {
    Checks.requireLength(alterability.length, series.length, "alterability");
    double[][] table = new double[series.length][];
    for (int k = 0; k < table.length; k++) {
      table[k] = new double[series[k].length];
      Arrays.fill(table[k], alterability[k]);
    }
    return balance(series, table);
  }

  /**
   * Balances series.
   *
   * @param series the series, all over the same periods
   * @param alterability the alterability of each series in each period; 0 for a fixed value
   * @return the balanced series, {@code INFEASIBLE}, or {@code NOT_CONVERGED} if rounding stands in
   *     the way
   * @throws IllegalArgumentException if a number is not finite, an alterability is negative, or
   *     lengths differ
   */
  public Outcome<Result> balance(double[][] series, double[][] alterability) {
    double[][] y = Checks.requireTable(series, "series");
    int periods = y.length == 0 ? 0 : y[0].length;
    Checks.requireLength(alterability.length, y.length, "alterability");
    double[][] a = new double[y.length][];
    for (int k = 0; k < a.length; k++) {
      a[k] = Checks.requireAlterability(alterability[k], periods);
    }
    requireLengths(y.length);
    List<Binding> binding = new ArrayList<>();
    for (int from = 0; from < periods; ) {
      int length = from >= firstGroup && from + group <= periods ? group : 1;
      Outcome<NearestPoint.Solution> found = solve(y, a, from, length, binding);
      if (found.whyNot().isPresent()) {
        return Outcome.undetermined(found.whyNot().get());
      }
      double[] point = found.orElseThrow().point();
      for (int k = 0; k < y.length; k++) {
        System.arraycopy(point, k * length, y[k], from, length);
      }
      from += length;
    }
    return Outcome.of(new Result(y, List.copyOf(binding)));
  }

  private void requireLengths(int series) {
    for (LinearConstraint c : constraints) {
      Checks.requireLength(c.coefficients().length, series, "coefficients");
    }
    for (double[] bounds : List.of(lower, upper)) {
      if (bounds.length > 1) {
        Checks.requireLength(bounds.length, series, "bounds");
      }
    }
  }

  private Outcome<NearestPoint.Solution> solve(
      double[][] y, double[][] a, int from, int length, List<Binding> binding) {
    int count = y.length * length;
    boolean totals = length > 1;
    double[] values = new double[count + (totals ? y.length : 0)];
    double[] variances = new double[values.length];
    for (int k = 0; k < y.length; k++) {
      for (int t = 0; t < length; t++) {
        double value = y[k][from + t];
        values[k * length + t] = value;
        variances[k * length + t] = a[k][from + t] * Math.abs(value);
        if (totals) {
          values[count + k] += value;
        }
      }
      if (totals) {
        variances[count + k] = totalAlterability * Math.abs(values[count + k]);
      }
    }
    GroupProblem problem = new GroupProblem(values, variances, y.length, from, length);
    problem.addConstraints(constraints);
    problem.addBounds(lower, Relation.AT_LEAST);
    problem.addBounds(upper, Relation.AT_MOST);
    Outcome<NearestPoint.Solution> found = problem.nearest.solve();
    found.asOptional().ifPresent(s -> s.binding().forEach(i -> binding.add(problem.names.get(i))));
    return found;
  }

  /** The constraints of one group of periods, with a name for each. */
  private static final class GroupProblem {
    private final NearestPoint nearest;
    private final List<Binding> names = new ArrayList<>();
    private final int series;
    private final int size;
    private final int from;
    private final int length;

    GroupProblem(double[] values, double[] variances, int series, int from, int length) {
      this.nearest = new NearestPoint(values, variances);
      this.series = series;
      this.size = values.length;
      this.from = from;
      this.length = length;
      for (int k = 0; length > 1 && k < series; k++) {
        double[] total = new double[size];
        Arrays.fill(total, k * length, (k + 1) * length, 1);
        total[series * length + k] = -1;
        add("total of series " + k, from, total, Relation.EQUAL, 0);
      }
    }

    private void add(
        String name, int period, double[] coefficients, Relation relation, double bound) {
      nearest.add(coefficients, relation, bound);
      names.add(new Binding(name, period));
    }

    void addConstraints(List<LinearConstraint> constraints) {
      for (LinearConstraint c : constraints) {
        double[] weights = c.coefficients();
        for (int t = 0; t < length; t++) {
          double[] coefficients = new double[size];
          for (int k = 0; k < series; k++) {
            coefficients[k * length + t] = weights[k];
          }
          add(c.name(), from + t, coefficients, c.relation(), c.bound());
        }
      }
    }

    void addBounds(double[] bounds, Relation relation) {
      String side = relation == Relation.AT_LEAST ? "lower" : "upper";
      for (int k = 0; bounds.length > 0 && k < series; k++) {
        double bound = bounds[bounds.length == 1 ? 0 : k];
        for (int t = 0; Double.isFinite(bound) && t < length; t++) {
          double[] unit = new double[size];
          unit[k * length + t] = 1;
          add(side + " bound of series " + k, from + t, unit, relation, bound);
        }
      }
    }
  }

  /**
   * An inequality or bound that holds as an equation.
   *
   * @param constraint the name of the constraint, or which bound
   * @param period the period, counted from 0
   */
  public record Binding(String constraint, int period) {

    /**
     * Names a constraint in a period.
     *
     * @param constraint the name
     * @param period the period
     */
    public Binding {
      Objects.requireNonNull(constraint, "constraint");
    }
  }

  /** The balanced series. Instances are immutable. */
  public static final class Result {
    private final double[][] values;
    private final List<Binding> binding;

    private Result(double[][] values, List<Binding> binding) {
      this.values = values;
      this.binding = binding;
    }

    /**
     * The values of one series.
     *
     * @param series its index
     * @return a new array, one value for each period
     */
    public double[] values(int series) {
      return values[series].clone();
    }

    /**
     * The inequalities and bounds that hold the values where they are.
     *
     * @return the inequalities, period group by period group
     */
    public List<Binding> binding() {
      return binding;
    }
  }
}
