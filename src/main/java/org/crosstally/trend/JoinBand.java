package org.crosstally.trend;

import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The confidence band of a broken line: at every time the interval of the line, not of a value.
 *
 * <p>With the row {@code g(t) = (1, t, (t - t1)+, …)} of the line at a time and the covariance
 * {@code V = SSE/(n - 2k - 2) (X'X)^-1} of its coefficients, the interval is {@code line(t) ± q
 * sqrt(g' V g)}, q the quantile of Student's t with n - 2k - 2 degrees of freedom. The k joins
 * count as parameters there, and their places are taken as known in V, so that the band has no jump
 * at a join and is rather too narrow around it. It holds at one time, not at all times together,
 * and does not know that the number of joins was chosen.
 *
 * <p>Immutable. Seber, G. A. F. and Lee, A. J. (2003), Linear Regression Analysis, section 5.2.
 */
public final class JoinBand {
  private final JoinModel line;
  private final double centre;
  private final double[][] covariance;
  private final double quantile;
  private final double level;

  private JoinBand(
      JoinModel line, double centre, double[][] covariance, double quantile, double level) {
    this.line = line;
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
   * @param level the confidence level, between 0 and 1
   * @return the band, or why there is none: {@code EXACT_LINE} without residuals, {@code
   *     NOT_IDENTIFIED} without degrees of freedom
   * @throws IllegalArgumentException if there are not as many times as the line has points, a time
   *     is not finite, or the level is not between 0 and 1
   */
  public static Outcome<JoinBand> of(JoinModel line, double[] times, double level) {
    double[] x = Samples.requireScale("x", times);
    ConfidenceInterval.requireLevel(level);
    if (x.length != line.n()) {
      throw new IllegalArgumentException(
          x.length + " times for a line through " + line.n() + " points");
    }
    int df = line.n() - 2 * line.joins().size() - 2;
    if (df < 1) {
      return Outcome.undetermined(TrendReason.NOT_IDENTIFIED);
    }
    if (line.criteria().whyNot().isPresent()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double centre = Sums.mean(x);
    double[][] rows = new double[x.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(line, centre, x[i]);
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
    return Outcome.of(new JoinBand(line, centre, covariance, quantile, level));
  }

  private static double[] row(JoinModel line, double centre, double x) {
    double[] row = new double[2 + line.joins().size()];
    row[0] = 1;
    row[1] = x - centre;
    for (int j = 2; j < row.length; j++) {
      row[j] = Math.max(0, x - line.joins().get(j - 2).at());
    }
    return row;
  }

  /**
   * The standard error of the line at a time.
   *
   * @param x the time
   * @return {@code sqrt(g' V g)}, on the scale of the line
   */
  public double standardErrorAt(double x) {
    double[] g = row(line, centre, x);
    double sum = 0;
    for (int a = 0; a < g.length; a++) {
      sum += g[a] * Regression.dot(covariance[a], g);
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * The interval of the line at a time.
   *
   * @param x the time
   * @return the interval in units of the values, for a line in logarithms the exponential of its
   *     ends
   */
  public ConfidenceInterval at(double x) {
    double half = quantile * standardErrorAt(x);
    double low = line.at(x) - half;
    double high = line.at(x) + half;
    return line.scale() == JoinPoints.Scale.LOG
        ? new ConfidenceInterval(
            Math.min(Double.MAX_VALUE, Math.exp(low)),
            Math.min(Double.MAX_VALUE, Math.exp(high)),
            level)
        : new ConfidenceInterval(low, high, level);
  }
}
