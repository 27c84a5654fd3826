package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * A log-linear trend in counts, {@code ln E y = a + b (x - mean x)}, by maximum likelihood.
 *
 * <ul>
 *   <li>{@link Family#POISSON}: variance {@code m} where the mean is m. It holds for independent
 *       events at a steady rate; annual totals nearly always vary more, and its p-values are then
 *       worthless: see {@link CountComparison}.
 *   <li>{@link Family#QUASI_POISSON}: variance {@code phi m} with {@code phi = X^2/(n - 2)} from
 *       Pearson's X<sup>2</sup>; the same line, errors times sqrt(phi), t distribution.
 *   <li>{@link Family#NEGATIVE_BINOMIAL}: variance {@code m + m^2/theta}, theta by maximum
 *       likelihood; normal distribution.
 * </ul>
 *
 * <p>Per cent a unit of time are {@code 100 (exp(b) - 1)}. Multiplying all counts by a factor
 * changes the errors of Poisson and negative binomial, because counts are not measurements.
 * Newton's method on centred times, to the last digits. Instances are immutable.
 *
 * <p>McCullagh, P. and Nelder, J. A. (1989), Generalized Linear Models, 2nd edition. Venables, W.
 * N. and Ripley, B. D. (2002), Modern Applied Statistics with S, 4th edition, section 7.4.
 */
public final class CountRegression {

  /** How the variance follows from the mean. */
  public enum Family {
    /** Equal to the mean. */
    POISSON("Poisson"),
    /** Proportional to the mean. */
    QUASI_POISSON("quasi-Poisson"),
    /** The mean and its square over theta. */
    NEGATIVE_BINOMIAL("negative binomial");

    private final String label;

    Family(String label) {
      this.label = label;
    }

    /**
     * The name to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  private static final CountRegression DEFAULT =
      new CountRegression(Family.QUASI_POISSON, ErrorModel.classical(), 0.95);

  private final Family family;
  private final ErrorModel errors;
  private final double level;

  private CountRegression(Family family, ErrorModel errors, double level) {
    this.family = family;
    this.errors = errors;
    this.level = level;
  }

  /**
   * The trend with {@link Family#QUASI_POISSON} and a level of 0.95.
   *
   * @return the default procedure
   */
  public static CountRegression withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another family.
   *
   * @param v the family
   * @return a copy
   */
  public CountRegression with(Family v) {
    return new CountRegression(Objects.requireNonNull(v), errors, level);
  }

  /**
   * The same procedure with errors that do not rely on the variance of the family.
   *
   * @param v {@link ErrorModel#classical()} takes the family's variance; all others put the scores
   *     {@code (y - m)/(1 + m/theta) (1, x)} between two inverses of the information. Leverage does
   *     not count: HC3 is HC0. The dispersion of a quasi-Poisson cancels
   * @return a copy
   */
  public CountRegression with(ErrorModel v) {
    return new CountRegression(family, Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public CountRegression withLevel(double v) {
    return new CountRegression(family, errors, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The trend of counts at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the count at each time
   * @return the trend, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES}, {@code NOT_COUNTS}, {@code NO_MAXIMUM} if all counts are 0 or all but
   *     those at the first or last time are, {@code NO_OVERDISPERSION} for a negative binomial
   *     without finite theta, {@code EXACT_LINE} for a quasi-Poisson without residuals
   * @throws IllegalArgumentException if the lengths differ, a number is NaN or infinite, or a time
   *     is beyond 1e50 or two of them differ by less than 1e-50
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] counts = Samples.requireFinite("y", y);
    if (times.length < 3) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (Samples.isConstant(times)) {
      return Outcome.undetermined(TrendReason.CONSTANT_TIMES);
    }
    if (Arrays.stream(counts).anyMatch(v -> v < 0 || v != Math.rint(v) || v > 1e15)) {
      return Outcome.undetermined(TrendReason.NOT_COUNTS);
    }
    if (hasNoMaximum(times, counts)) {
      return Outcome.undetermined(TrendReason.NO_MAXIMUM);
    }
    int[] order = Samples.orderOfTimes(times);
    LogLinearFit fit =
        LogLinearFit.poisson(Samples.pick(times, order), Samples.pick(counts, order));
    return switch (family) {
      case POISSON -> Outcome.of(result(fit, 1));
      case QUASI_POISSON -> {
        double dispersion = fit.pearson() / (times.length - 2);
        yield fit.isExact()
            ? Outcome.undetermined(TrendReason.EXACT_LINE)
            : Outcome.of(result(fit, dispersion));
      }
      case NEGATIVE_BINOMIAL ->
          fit.overdispersed()
              .map(found -> Outcome.of(result(found, 1)))
              .orElseGet(() -> Outcome.undetermined(TrendReason.NO_OVERDISPERSION));
    };
  }

  private static boolean hasNoMaximum(double[] x, double[] y) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (y[i] > 0) {
        first = Math.min(first, x[i]);
        last = Math.max(last, x[i]);
      }
    }
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    return first > last || (first == last && (first == low || first == high));
  }

  private Result result(LogLinearFit fit, double dispersion) {
    int n = fit.x().length;
    double slopeError = Math.sqrt(dispersion) * fit.slopeError();
    double levelError = Math.sqrt(dispersion) * fit.levelError();
    if (!(errors instanceof ErrorModel.Classical)) {
      double[] robust = fit.robustErrors(errors);
      levelError = robust[0];
      slopeError = robust[1];
    }
    return new Result(
        n,
        family,
        fit.meanX(),
        coefficient(fit.slope(), slopeError, n - 2),
        coefficient(fit.level(), levelError, n - 2),
        fit.pearson() / (n - 2),
        fit.pearson(),
        fit.deviance(),
        fit.nullDeviance(),
        family == Family.QUASI_POISSON
            ? Outcome.undetermined(TrendReason.NOT_ASKED_FOR)
            : Outcome.of(fit.logLikelihood()),
        family == Family.NEGATIVE_BINOMIAL
            ? Outcome.of(new Theta(fit.theta(), fit.thetaError()))
            : Outcome.undetermined(TrendReason.NOT_ASKED_FOR));
  }

  private LeastSquares.Coefficient coefficient(double estimate, double error, int df) {
    double t = estimate / error;
    boolean student = family == Family.QUASI_POISSON;
    double p =
        student
            ? Tails.studentTwoSided(t, df)
            : Math.min(1, Tails.floor(2 * Tails.normalUpper(Math.abs(t))));
    double q =
        student
            ? Tails.studentTwoSidedQuantile(1 - level, df)
            : Tails.normalQuantile(0.5 + level / 2);
    return new LeastSquares.Coefficient(
        estimate,
        error,
        t,
        p,
        new ConfidenceInterval(estimate - q * error, estimate + q * error, level));
  }

  /**
   * The shape of a negative binomial: variance {@code m + m^2/theta}.
   *
   * @param estimate theta, above 0; large if the counts are nearly Poisson
   * @param standardError its standard error from the observed information
   */
  public record Theta(double estimate, double standardError) {}

  /**
   * The trend.
   *
   * @param n the number of points
   * @param family the family
   * @param meanTime the mean time, at which the intercept holds
   * @param slope b, the log change per unit of time
   * @param intercept a, the logarithm of the expected count at the mean time
   * @param dispersion Pearson's X<sup>2</sup> over n - 2: 1 if the family fits, above it if the
   *     counts vary more
   * @param pearson Pearson's X<sup>2</sup>
   * @param deviance the deviance
   * @param nullDeviance the deviance without a trend, for the same theta
   * @param logLikelihood the logarithm of the likelihood; a quasi-likelihood has none
   * @param theta the shape of a negative binomial; other families have none
   */
  public record Result(
      int n,
      Family family,
      double meanTime,
      LeastSquares.Coefficient slope,
      LeastSquares.Coefficient intercept,
      double dispersion,
      double pearson,
      double deviance,
      double nullDeviance,
      Outcome<Double> logLikelihood,
      Outcome<Theta> theta) {

    /**
     * The change in per cent per unit of time.
     *
     * @return {@code 100 (exp(b) - 1)}
     */
    public double percent() {
      return 100 * Math.expm1(slope.estimate());
    }

    /**
     * The confidence interval of the change in per cent per unit of time.
     *
     * @return the interval of b, transformed
     */
    public ConfidenceInterval percentInterval() {
      ConfidenceInterval b = slope.interval();
      return new ConfidenceInterval(
          100 * Math.expm1(b.low()),
          Math.min(Double.MAX_VALUE, 100 * Math.expm1(b.high())),
          b.level());
    }

    /**
     * The expected count at a time.
     *
     * @param x the time
     * @return {@code exp(a + b (x - meanTime))}
     */
    public double at(double x) {
      return Math.exp(intercept.estimate() + slope.estimate() * (x - meanTime));
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return the change in per cent with its interval, p and the dispersion
     */
    public List<Evidence> rows() {
      String method = family.label();
      ConfidenceInterval interval = percentInterval();
      String percent = TrendWords.level(interval.level());
      return List.of(
          new Evidence(method, "per cent a year", percent()),
          new Evidence(method, "per cent a year, low (" + percent + ")", interval.low()),
          new Evidence(method, "per cent a year, high (" + percent + ")", interval.high()),
          new Evidence(method, "slope, p", slope.p()),
          new Evidence(method, "dispersion", dispersion));
    }
  }
}
