package org.crosstally.trend;

import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The confidence band of a broken line: at every time the interval of the line, not of a value.
 *
 * <p>With the row {@code g(t) = (1, t, (t - t1)+, …)} of the line at a time and the covariance
 * {@code V = SSE/(n - 2k - 2) (J'J)^-1} of its coefficients, the interval is {@code line(t) ± q
 * sqrt(g' V g)}, q the quantile of Student's t with n - 2k - 2 degrees of freedom. Under {@link
 * JoinPoints.Inference#JOINT} J and g also hold the derivative in the place of each join, {@code
 * -d[j]} beyond it; under {@link JoinPoints.Inference#GIVEN_JOINS} they do not. It holds at one
 * time, not at all times together, and does not know that the number of joins was chosen.
 *
 * <p>Immutable. Seber, G. A. F. and Wild, C. J. (1989), Nonlinear Regression, section 5.1 and
 * chapter 9.
 */
public final class JoinBand {
  private final JoinModel line;
  private final double[] joins;
  private final double[] changes;
  private final boolean joint;
  private final double centre;
  private final double[][] covariance;
  private final double quantile;
  private final double level;

  private JoinBand(
      JoinModel line,
      double[] joins,
      double[] changes,
      boolean joint,
      double centre,
      double[][] covariance,
      double quantile,
      double level) {
    this.line = line;
    this.joins = joins;
    this.changes = changes;
    this.joint = joint;
    this.centre = centre;
    this.covariance = covariance;
    this.quantile = quantile;
    this.level = level;
  }

  /**
   * The band of a line that was fitted without weights.
   *
   * @param line the line
   * @param times the times of the values that it was fitted to, in any order
   * @param inference what the errors take as known
   * @param level the confidence level, between 0 and 1
   * @return the band, or why there is none: {@code EXACT_LINE} without residuals, {@code
   *     NOT_IDENTIFIED} without degrees of freedom or with columns that depend on each other
   * @throws IllegalArgumentException if there are not as many times as the line has points, a time
   *     is not finite, or the level is not between 0 and 1
   */
  public static Outcome<JoinBand> of(
      JoinModel line, double[] times, JoinPoints.Inference inference, double level) {
    double[] x = Samples.requireScale("x", times);
    ConfidenceInterval.requireLevel(level);
    if (x.length != line.n()) {
      throw new IllegalArgumentException(
          x.length + " times for a line through " + line.n() + " points");
    }
    int k = line.joins().size();
    int df = line.n() - 2 * k - 2;
    if (df < 1) {
      return Outcome.undetermined(TrendReason.NOT_IDENTIFIED);
    }
    if (line.criteria().whyNot().isPresent()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double[] joins = line.joins().stream().mapToDouble(JoinModel.Join::at).toArray();
    double[] changes = new double[k];
    for (int j = 0; j < k; j++) {
      changes[j] = line.segments().get(j + 1).slope() - line.segments().get(j).slope();
    }
    boolean joint = inference == JoinPoints.Inference.JOINT;
    double centre = Sums.mean(x);
    double[][] rows = new double[x.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(x[i], joins, changes, joint, centre);
    }
    Optional<double[][]> unscaled =
        Regression.fit(rows, new double[rows.length]).map(Regression::unscaled);
    if (unscaled.isEmpty()) {
      return Outcome.undetermined(TrendReason.NOT_IDENTIFIED);
    }
    double[][] covariance = unscaled.get();
    double variance = line.squares() / df;
    for (double[] r : covariance) {
      for (int c = 0; c < r.length; c++) {
        r[c] *= variance;
      }
    }
    double quantile = Tails.studentTwoSidedQuantile(1 - level, df);
    return Outcome.of(
        new JoinBand(line, joins, changes, joint, centre, covariance, quantile, level));
  }

  private static double[] row(
      double x, double[] joins, double[] changes, boolean joint, double centre) {
    int k = joins.length;
    double[] row = new double[joint ? 2 + 2 * k : 2 + k];
    row[0] = 1;
    row[1] = x - centre;
    for (int j = 0; j < k; j++) {
      row[2 + j] = Math.max(0, x - joins[j]);
      if (joint) {
        row[2 + k + j] = x >= joins[j] ? -changes[j] : 0;
      }
    }
    return row;
  }

  /**
   * The standard error of the line at a time, on the scale of the line.
   *
   * @param x the time
   * @return {@code sqrt(g' V g)}; at a join under {@link JoinPoints.Inference#JOINT} that of the
   *     piece that begins there
   */
  public double standardErrorAt(double x) {
    double[] g = row(x, joins, changes, joint, centre);
    double sum = 0;
    for (int a = 0; a < g.length; a++) {
      sum += g[a] * Regression.dot(covariance[a], g);
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * The interval of the line at a time, in units of the values.
   *
   * @param x the time
   * @return the interval around the line; around its exponential where it is in logarithms
   */
  public ConfidenceInterval at(double x) {
    double half = quantile * standardErrorAt(x);
    double low = line.at(x) - half;
    double high = line.at(x) + half;
    return line.scale() == JoinPoints.Scale.LOG
        ? new ConfidenceInterval(Math.exp(low), Math.min(Double.MAX_VALUE, Math.exp(high)), level)
        : new ConfidenceInterval(low, high, level);
  }
}
