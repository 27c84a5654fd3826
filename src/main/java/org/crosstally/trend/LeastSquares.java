package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The straight line of least squares through values at their times, with standard errors for
 * independent, unequal or serially correlated errors.
 *
 * <p>With times and values centred at their means, {@code b = sum (x - mx)(y - my) / sum (x -
 * mx)^2} and {@code a = my - b mx}; centring keeps the digits that raw years lose. The standard
 * errors follow from the {@link ErrorModel}. Values of one source over time are nearly always
 * serially correlated; a Durbin-Watson statistic far below 2 says that the classical errors are too
 * small. Scaling or shifting the values or the times scales or shifts the line and its errors.
 *
 * <p>Where the order of observations matters (Newey-West, Durbin-Watson) they are taken in the
 * order of time, and those of equal time in the order given. Instances are immutable.
 *
 * <p>Durbin, J. and Watson, G. S. (1950), Testing for serial correlation in least squares
 * regression I, Biometrika 37, 409-428; see {@link ErrorModel} for the others.
 */
public final class LeastSquares {

  private static final LeastSquares DEFAULT =
      new LeastSquares(ErrorModel.classical(), ReferenceDistribution.STUDENT_T, 0.95);

  private final ErrorModel errors;
  private final ReferenceDistribution reference;
  private final double level;

  private LeastSquares(ErrorModel errors, ReferenceDistribution reference, double level) {
    this.errors = errors;
    this.reference = reference;
    this.level = level;
  }

  /**
   * The line with {@link ErrorModel#classical()}, {@link ReferenceDistribution#STUDENT_T} and a
   * level of 0.95.
   *
   * @return the default procedure
   */
  public static LeastSquares withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another error model.
   *
   * @param v the model
   * @return a copy
   */
  public LeastSquares with(ErrorModel v) {
    return new LeastSquares(Objects.requireNonNull(v), reference, level);
  }

  /**
   * The same procedure with another distribution for p-values and intervals.
   *
   * @param v the distribution
   * @return a copy
   */
  public LeastSquares with(ReferenceDistribution v) {
    return new LeastSquares(errors, Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public LeastSquares withLevel(double v) {
    return new LeastSquares(errors, reference, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The line through values at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @return the line, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES} or {@code CONSTANT_VALUES}
   * @throws IllegalArgumentException if the lengths differ, a number is NaN or infinite, the times
   *     or values are beyond 1e50 or two of them differ by less than 1e-50, or a fixed lag does not
   *     fit so few points
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    if (errors instanceof ErrorModel.NeweyWest hac) {
      hac.bandwidth().lag(times, new double[times.length]);
    }
    return Outcome.of(line(times, values));
  }

  private Result line(double[] x, double[] y) {
    CentredLine line = CentredLine.through(x, y);
    List<Double> residuals = new ArrayList<>();
    for (double e : line.residuals()) {
      residuals.add(e);
    }
    return new Result(
        x.length,
        line.slope(),
        line.intercept(),
        line.rSquared(),
        line.rss(),
        List.copyOf(residuals),
        errors,
        inference(x, line));
  }

  private Outcome<Inference> inference(double[] x, CentredLine line) {
    if (line.isExact()) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    if (errors instanceof ErrorModel.Heteroskedastic hc
        && hc.variant() == ErrorModel.Variant.HC3
        && Covariance.hasFullLeverage(line.centred(), line.sxx())) {
      return Outcome.undetermined(TrendReason.FULL_LEVERAGE);
    }
    int[] time = Samples.orderOfTimes(x);
    double[] ordered = Samples.pick(line.residuals(), time);
    Covariance covariance =
        Covariance.of(
            errors, Samples.pick(x, time), ordered, Samples.pick(line.centred(), time), line.sxx());
    double atZero = covariance.at(-line.meanX());
    if (!(covariance.slope() > 0)
        || atZero <= 2 * CentredLine.ROUNDING * covariance.scale(line.meanX())) {
      return Outcome.undetermined(TrendReason.ZERO_VARIANCE);
    }
    return Outcome.of(
        new Inference(
            x.length,
            coefficient(line.slope(), Math.sqrt(covariance.slope()), x.length - 2),
            coefficient(line.intercept(), Math.sqrt(atZero), x.length - 2),
            durbinWatson(ordered),
            line.rss()));
  }

  private Coefficient coefficient(double estimate, double error, int df) {
    double t = estimate / error;
    boolean normal = reference == ReferenceDistribution.NORMAL;
    double p =
        normal ? Math.min(1, 2 * Tails.normalUpper(Math.abs(t))) : Tails.studentTwoSided(t, df);
    double q =
        normal
            ? Tails.normalQuantile(0.5 + level / 2)
            : Tails.studentTwoSidedQuantile(1 - level, df);
    return new Coefficient(
        estimate,
        error,
        t,
        p,
        new ConfidenceInterval(estimate - q * error, estimate + q * error, level));
  }

  private static double durbinWatson(double[] e) {
    double sum = 0;
    for (int t = 1; t < e.length; t++) {
      sum += (e[t] - e[t - 1]) * (e[t] - e[t - 1]);
    }
    return sum / Sums.dot(e, e);
  }

  /**
   * The line.
   *
   * @param n the number of points
   * @param slope b, in units of y per unit of x
   * @param intercept a, the value of the line at x = 0, in units of y
   * @param rSquared the share of the variance of y that the line explains, 0 to 1
   * @param residualSumOfSquares the sum of squared residuals, in squared units of y
   * @param residuals y less the line, in the order of the input
   * @param errors the error model behind the inference
   * @param inference standard errors and tests, or why there are none: {@code EXACT_LINE} where the
   *     points lie on a line up to rounding, {@code FULL_LEVERAGE} or {@code ZERO_VARIANCE} under a
   *     robust error model
   */
  public record Result(
      int n,
      double slope,
      double intercept,
      double rSquared,
      double residualSumOfSquares,
      List<Double> residuals,
      ErrorModel errors,
      Outcome<Inference> inference) {

    /**
     * A line; the residuals are copied.
     *
     * @param n the number of points
     * @param slope b
     * @param intercept a
     * @param rSquared the share of the variance of y that the line explains
     * @param residualSumOfSquares the sum of squared residuals
     * @param residuals y less the line
     * @param errors the error model behind the inference
     * @param inference standard errors and tests
     */
    public Result {
      residuals = List.copyOf(residuals);
    }

    /**
     * The line at a time.
     *
     * @param x the time
     * @return {@code intercept + slope x}
     */
    public double at(double x) {
      return intercept + slope * x;
    }

    /**
     * R squared less what two coefficients explain by chance.
     *
     * @return {@code 1 - (1 - R^2)(n - 1)/(n - 2)}, negative for a poor line
     */
    public double adjustedRSquared() {
      return 1 - (1 - rSquared) * (n - 1) / (n - 2);
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return the line, and its inference where there is one
     */
    public List<Evidence> rows() {
      String method = "least squares";
      List<Evidence> rows = new ArrayList<>();
      rows.add(new Evidence(method, "n", n));
      rows.add(new Evidence(method, "slope", slope));
      rows.add(new Evidence(method, "intercept", intercept));
      rows.add(new Evidence(method, "R squared", rSquared));
      inference.asOptional().ifPresent(found -> rows.addAll(found.rows(method)));
      return List.copyOf(rows);
    }
  }

  /**
   * A coefficient with its error and its test against 0.
   *
   * @param estimate the coefficient
   * @param standardError its standard error, in the same unit, above 0
   * @param statistic the estimate over its standard error
   * @param p the two-sided p-value, above 0 and at most 1
   * @param interval the confidence interval
   */
  public record Coefficient(
      double estimate,
      double standardError,
      double statistic,
      double p,
      ConfidenceInterval interval) {}

  /**
   * What the residuals say about the line.
   *
   * @param n the number of points
   * @param slope the slope with its error under the error model
   * @param intercept the intercept with its error under the error model
   * @param durbinWatson the sum of squared successive differences of the residuals over the sum of
   *     their squares: 2 without serial correlation, towards 0 with positive, towards 4 with
   *     negative
   * @param residualSumOfSquares the sum of squared residuals, above 0
   */
  public record Inference(
      int n,
      Coefficient slope,
      Coefficient intercept,
      double durbinWatson,
      double residualSumOfSquares) {

    /**
     * The degrees of freedom of the residuals.
     *
     * @return n - 2
     */
    public int degreesOfFreedom() {
      return n - 2;
    }

    /**
     * The standard deviation of the errors, whatever the error model.
     *
     * @return {@code sqrt(RSS/(n - 2))}, in units of y
     */
    public double sigma() {
      return Math.sqrt(residualSumOfSquares / (n - 2));
    }

    /**
     * The logarithm of the likelihood of independent normal errors at its maximum.
     *
     * @return {@code -n/2 (ln(2 pi RSS/n) + 1)}
     */
    public double logLikelihood() {
      return -0.5 * n * (Math.log(2 * Math.PI * residualSumOfSquares / n) + 1);
    }

    /**
     * Akaike's information criterion with three parameters: slope, intercept and variance.
     *
     * @return {@code 6 - 2 logLikelihood}
     */
    public double aic() {
      return 6 - 2 * logLikelihood();
    }

    /**
     * Schwarz's information criterion with three parameters.
     *
     * @return {@code 3 ln(n) - 2 logLikelihood}
     */
    public double bic() {
      return 3 * Math.log(n) - 2 * logLikelihood();
    }

    private List<Evidence> rows(String method) {
      ConfidenceInterval interval = slope.interval();
      String percent = TrendWords.level(interval.level());
      return List.of(
          new Evidence(method, "slope, standard error", slope.standardError()),
          new Evidence(method, "slope, t", slope.statistic()),
          new Evidence(method, "slope, p", slope.p()),
          new Evidence(method, "slope, low (" + percent + ")", interval.low()),
          new Evidence(method, "slope, high (" + percent + ")", interval.high()),
          new Evidence(method, "Durbin-Watson", durbinWatson));
    }
  }
}
