package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The straight line of weighted least squares through values whose own uncertainty is known.
 *
 * <p>With weights w, {@code b = sum w (x - mx)(y - my) / sum w (x - mx)^2} about the weighted
 * means.
 *
 * <ul>
 *   <li>{@link Scatter#RELATIVE}: the standard uncertainties u matter by their ratios only, {@code
 *       w = 1/u^2}; the scale is estimated by {@code sum w e^2/(n - 2)}; t distribution.
 *   <li>{@link Scatter#KNOWN}: they are the whole error, {@code w = 1/u^2}, scale 1; normal
 *       distribution. Residuals larger than that are a lack of fit, which chi-square tells.
 *   <li>{@link Scatter#KNOWN_PLUS_PROCESS}: the values scatter about the line by a standard
 *       deviation tau besides their uncertainty, {@code w = 1/(u^2 + tau^2)} with tau such that
 *       {@code sum w e^2 = n - 2}, or 0 if the residuals are smaller; t distribution. A value known
 *       exactly (u = 0) is allowed.
 * </ul>
 *
 * <p>Instances are immutable.
 *
 * <p>Paule, R. C. and Mandel, J. (1982), Consensus values and weighting factors, Journal of
 * Research of the National Bureau of Standards 87, 377-385, for tau.
 */
public final class WeightedLine {

  /** What the stated uncertainties are taken for. */
  public enum Scatter {
    /** Right up to a common factor. */
    RELATIVE,
    /** The whole error. */
    KNOWN,
    /** A part of the error, to which the process adds its own. */
    KNOWN_PLUS_PROCESS
  }

  private static final WeightedLine DEFAULT = new WeightedLine(Scatter.KNOWN_PLUS_PROCESS, 0.95);

  private final Scatter scatter;
  private final double level;

  private WeightedLine(Scatter scatter, double level) {
    this.scatter = scatter;
    this.level = level;
  }

  /**
   * The line with {@link Scatter#KNOWN_PLUS_PROCESS} and a level of 0.95.
   *
   * @return the default procedure
   */
  public static WeightedLine withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another view of the uncertainties.
   *
   * @param v what they are taken for
   * @return a copy
   */
  public WeightedLine with(Scatter v) {
    return new WeightedLine(Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public WeightedLine withLevel(double v) {
    return new WeightedLine(scatter, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The line through values with uncertainties.
   *
   * @param x the times, in any order
   * @param y the value at each time
   * @param uncertainty the standard uncertainty of each value, in units of y, not negative
   * @return the line, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES}, {@code CONSTANT_VALUES}, {@code ZERO_VARIANCE} if an uncertainty is 0
   *     where a weight needs it, or {@code EXACT_LINE} if a scale has to be estimated and the
   *     points lie on a line
   * @throws IllegalArgumentException if the lengths differ, an uncertainty is negative, NaN or
   *     infinite, or as {@link LeastSquares#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y, double[] uncertainty) {
    Samples.requireSameLength(x, y);
    Samples.requireSameLength(x, uncertainty);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    double[] u = Samples.requireFinite("uncertainty", uncertainty);
    if (Arrays.stream(u).anyMatch(v -> v < 0)) {
      throw new IllegalArgumentException("a standard uncertainty is negative");
    }
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    if (scatter != Scatter.KNOWN_PLUS_PROCESS && Arrays.stream(u).anyMatch(v -> v == 0)) {
      return Outcome.undetermined(TrendReason.ZERO_VARIANCE);
    }
    if (scatter != Scatter.KNOWN && CentredLine.through(times, values).isExact()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double tau = scatter == Scatter.KNOWN_PLUS_PROCESS ? process(times, values, u) : 0;
    return Outcome.of(result(Line.of(times, values, u, tau), tau));
  }

  /** Generalised Q falls as tau grows, so that halving finds where it is n - 2. */
  private static double process(double[] x, double[] y, double[] u) {
    double df = x.length - 2;
    boolean allPositive = Arrays.stream(u).allMatch(v -> v > 0);
    if (allPositive && Line.of(x, y, u, 0).q() <= df) {
      return 0;
    }
    double high = Math.sqrt(CentredLine.through(x, y).rss());
    while (Line.of(x, y, u, high).q() > df) {
      high *= 2;
    }
    double low = 0;
    for (double middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
      if (Line.of(x, y, u, middle).q() > df) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private Result result(Line line, double tau) {
    int df = line.n() - 2;
    double scale = scatter == Scatter.RELATIVE ? Math.sqrt(line.q() / df) : 1;
    double slopeError = scale / Math.sqrt(line.sxx());
    double interceptError =
        scale * Math.sqrt(1 / line.total() + line.meanX() * line.meanX() / line.sxx());
    return new Result(
        line.n(),
        coefficient(line.slope(), slopeError, df),
        coefficient(line.meanY() - line.slope() * line.meanX(), interceptError, df),
        tau,
        new ChiSquareTest(line.q(), df, Tails.chiSquareUpper(line.q(), df)),
        scatter);
  }

  private LeastSquares.Coefficient coefficient(double estimate, double error, int df) {
    double t = estimate / error;
    boolean normal = scatter == Scatter.KNOWN;
    double p =
        normal
            ? Math.min(1, Tails.floor(2 * Tails.normalUpper(Math.abs(t))))
            : Tails.studentTwoSided(t, df);
    double q =
        normal
            ? Tails.normalQuantile(0.5 + level / 2)
            : Tails.studentTwoSidedQuantile(1 - level, df);
    return new LeastSquares.Coefficient(
        estimate,
        error,
        t,
        p,
        new ConfidenceInterval(estimate - q * error, estimate + q * error, level));
  }

  private record Line(
      int n, double meanX, double meanY, double total, double slope, double sxx, double q) {

    static Line of(double[] x, double[] y, double[] u, double tau) {
      int n = x.length;
      double[] w = new double[n];
      Arrays.setAll(w, i -> 1 / (u[i] * u[i] + tau * tau));
      double total = Arrays.stream(w).sum();
      double meanX = Sums.dot(w, x) / total;
      double meanY = Sums.dot(w, y) / total;
      double sxx = 0;
      double sxy = 0;
      for (int i = 0; i < n; i++) {
        sxx += w[i] * (x[i] - meanX) * (x[i] - meanX);
        sxy += w[i] * (x[i] - meanX) * (y[i] - meanY);
      }
      double slope = sxy / sxx;
      double q = 0;
      for (int i = 0; i < n; i++) {
        double e = y[i] - meanY - slope * (x[i] - meanX);
        q += w[i] * e * e;
      }
      return new Line(n, meanX, meanY, total, slope, sxx, q);
    }
  }

  /**
   * The line.
   *
   * @param n the number of points
   * @param slope b, in units of y per unit of x
   * @param intercept the value of the line at x = 0
   * @param process tau, the scatter that the uncertainties do not explain, in units of y; 0 unless
   *     asked for
   * @param fit the weighted sum of squared residuals on n - 2 degrees of freedom
   * @param scatter what the uncertainties were taken for
   */
  public record Result(
      int n,
      LeastSquares.Coefficient slope,
      LeastSquares.Coefficient intercept,
      double process,
      ChiSquareTest fit,
      Scatter scatter) {

    /**
     * The line at a time.
     *
     * @param x the time
     * @return {@code intercept + slope x}
     */
    public double at(double x) {
      return intercept.estimate() + slope.estimate() * x;
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return slope with error and p, and the process scatter
     */
    public List<Evidence> rows() {
      String method = "weighted least squares";
      return List.of(
          new Evidence(method, "slope", slope.estimate()),
          new Evidence(method, "slope, standard error", slope.standardError()),
          new Evidence(method, "slope, p", slope.p()),
          new Evidence(method, "process scatter", process));
    }
  }
}
