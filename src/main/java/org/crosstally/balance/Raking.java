package org.crosstally.balance;

import java.util.Arrays;
import org.crosstally.outcome.Outcome;

/**
 * Raking by regression: the parts nearest to given ones that add up to their totals, in one or two
 * dimensions.
 *
 * <p>Minimises the sum of {@code (x - y)^2 / (a |y|)} over all parts, and of {@code (t - g)^2 / (a
 * |g|)} over the totals that are not binding, where a is the alterability. With a = 1 the
 * discrepancy is spread in proportion to the parts; {@code a = 1/|y|} spreads it evenly. Parts and
 * totals whose alterability or value is 0 stay. This is not iterative proportional fitting, which
 * keeps odds ratios. Time grows with parts times the square of the totals. Instances are immutable.
 *
 * <p>Dagum, E. B. and Cholette, P. A. (2006), Benchmarking, Temporal Distribution, and
 * Reconciliation Methods for Time Series, Springer, chapter 11; Berube, J. and Fortier, S. (2009),
 * PROC TSRAKING: an in-house SAS procedure for balancing time series, JSM Proceedings.
 */
public final class Raking {
  private static final Raking DEFAULT = new Raking(0);

  private final double totalAlterability;

  private Raking(double totalAlterability) {
    this.totalAlterability = totalAlterability;
  }

  /**
   * Binding totals.
   *
   * @return the default procedure
   */
  public static Raking withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with totals that may change too.
   *
   * @param v their alterability: 0 for binding totals, 1 for as alterable as a part
   * @return a copy
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public Raking withTotalAlterability(double v) {
    return new Raking(Checks.requireNonNegative(v, "alterability"));
  }

  /**
   * Rakes the parts of one total, all alterable alike.
   *
   * @param parts the parts
   * @param total the total
   * @return as {@link #rake(double[], double[], double)}
   * @throws IllegalArgumentException as {@link #rake(double[], double[], double)}
   */
  public Outcome<double[]> rake(double[] parts, double total) {
    double[] alterability = new double[parts.length];
    Arrays.fill(alterability, 1);
    return rake(parts, alterability, total);
  }

  /**
   * Rakes the parts of one total.
   *
   * @param parts the parts
   * @param alterability the alterability of each part; 0 for a fixed one
   * @param total the total
   * @return the raked parts, in a new array, or {@code INFEASIBLE} if no part may change
   * @throws IllegalArgumentException if a number is not finite, an alterability is negative, or
   *     lengths differ
   */
  public Outcome<double[]> rake(double[] parts, double[] alterability, double total) {
    double[] y = Checks.requireSeries(parts, "parts");
    double[] a = Checks.requireAlterability(alterability, y.length);
    double[] totals = {Checks.requireFinite(total, "total")};
    return solve(y, a, totals, part -> new int[] {0});
  }

  /**
   * Rakes a table to the totals of its rows and columns, all parts alterable alike.
   *
   * @param table the parts, row by row
   * @param rowTotals the total of each row
   * @param columnTotals the total of each column
   * @return as {@link #rake(double[][], double[][], double[], double[])}
   * @throws IllegalArgumentException as {@link #rake(double[][], double[][], double[], double[])}
   */
  public Outcome<double[][]> rake(double[][] table, double[] rowTotals, double[] columnTotals) {
    double[][] alterability = new double[table.length][];
    for (int i = 0; i < alterability.length; i++) {
      alterability[i] = new double[table[i].length];
      Arrays.fill(alterability[i], 1);
    }
    return rake(table, alterability, rowTotals, columnTotals);
  }

  /**
   * Rakes a table to the totals of its rows and columns.
   *
   * @param table the parts, row by row
   * @param alterability the alterability of each part; 0 for a fixed one
   * @param rowTotals the total of each row
   * @param columnTotals the total of each column
   * @return the raked table, new arrays; or {@code TOTALS_DISAGREE} if binding totals of rows and
   *     columns have different sums, or {@code INFEASIBLE} if too many parts are fixed
   * @throws IllegalArgumentException if a number is not finite, an alterability is negative, or
   *     lengths differ
   */
  public Outcome<double[][]> rake(
      double[][] table, double[][] alterability, double[] rowTotals, double[] columnTotals) {
    double[][] y = Checks.requireTable(table, "table");
    double[][] a = Checks.requireTable(alterability, "alterability");
    int columns = y.length == 0 ? 0 : y[0].length;
    Checks.requireLength(rowTotals.length, y.length, "rowTotals");
    Checks.requireLength(columnTotals.length, columns, "columnTotals");
    double[] totals = Arrays.copyOf(rowTotals, y.length + columns);
    System.arraycopy(columnTotals, 0, totals, y.length, columns);
    Checks.requireSeries(totals, "totals");
    if (totalAlterability == 0 && disagree(rowTotals, columnTotals)) {
      return Outcome.undetermined(BenchmarkingReason.TOTALS_DISAGREE);
    }
    Checks.requireLength(a.length, y.length, "alterability");
    double[] flat = flat(y);
    Outcome<double[]> found =
        solve(
            flat,
            Checks.requireAlterability(flat(a), flat.length),
            totals,
            part -> new int[] {part / columns, y.length + part % columns});
    return found
        .asOptional()
        .map(x -> Outcome.of(folded(x, columns)))
        .orElseGet(() -> Outcome.undetermined(found.whyNot().orElseThrow()));
  }

  private static boolean disagree(double[] rowTotals, double[] columnTotals) {
    double rows = Arrays.stream(rowTotals).sum();
    double columns = Arrays.stream(columnTotals).sum();
    double size =
        Arrays.stream(rowTotals).map(Math::abs).sum()
            + Arrays.stream(columnTotals).map(Math::abs).sum();
    return Math.abs(rows - columns) > 1e-12 * size;
  }

  private static double[] flat(double[][] table) {
    return Arrays.stream(table).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] folded(double[] flat, int columns) {
    double[][] table = new double[columns == 0 ? 0 : flat.length / columns][];
    for (int i = 0; i < table.length; i++) {
      table[i] = Arrays.copyOfRange(flat, i * columns, (i + 1) * columns);
    }
    return table;
  }

  /** Which totals a part counts in. */
  private interface Membership {
    int[] totals(int part);
  }

  private Outcome<double[]> solve(
      double[] parts, double[] alterability, double[] totals, Membership membership) {
    int n = parts.length;
    double[] values = Arrays.copyOf(parts, n + totals.length);
    System.arraycopy(totals, 0, values, n, totals.length);
    double[] variances = new double[values.length];
    double[][] coefficients = new double[totals.length][values.length];
    for (int i = 0; i < values.length; i++) {
      variances[i] = (i < n ? alterability[i] : totalAlterability) * Math.abs(values[i]);
    }
    for (int i = 0; i < n; i++) {
      for (int total : membership.totals(i)) {
        coefficients[total][i] = 1;
      }
    }
    NearestPoint nearest = new NearestPoint(values, variances);
    for (int k = 0; k < totals.length; k++) {
      coefficients[k][n + k] = -1;
      nearest.add(coefficients[k], Relation.EQUAL, 0);
    }
    Outcome<NearestPoint.Solution> found = nearest.solve();
    return found
        .asOptional()
        .map(solution -> Outcome.of(Arrays.copyOf(solution.point(), n)))
        .orElseGet(() -> Outcome.undetermined(found.whyNot().orElseThrow()));
  }
}
