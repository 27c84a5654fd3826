package org.crosstally.balance;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.outcome.Outcome;

/**
 * Temporal disaggregation by regression: values of short periods from those of long ones, from
 * indicators that are related to the values, with standard errors.
 *
 * <p>The values are {@code y = X b + u}, where X holds a constant and the indicators and u follows
 * the {@link Model}; the benchmarks are {@code J y}. With V the covariance of u in units of the
 * variance of its innovations, b is the generalised least squares estimate and {@code y = X b + V
 * J'(J V J')^-1 (J y - J X b)}, the best linear unbiased prediction. Indicators that are longer
 * than the benchmarks extrapolate. Time and memory grow with the number of periods.
 *
 * <p>Standard errors count the errors given the benchmarks and those of the coefficients, for a
 * known rho, as those of other programs do; their scale is the {@link Variance}. Instances are
 * immutable.
 *
 * <p>Chow, G. C. and Lin, A. (1971), Best linear unbiased interpolation, distribution, and
 * extrapolation of time series by related series, Review of Economics and Statistics 53, 372-375;
 * Fernandez, R. B. (1981), ibid. 63, 471-476; Litterman, R. B. (1983), A random walk, Markov model
 * for the distribution of time series, Journal of Business and Economic Statistics 1, 169-173.
 */
public final class TemporalDisaggregation {

  /** How the errors u of the short periods depend on each other. */
  public enum Model {
    /** Not at all: ordinary least squares. */
    WHITE_NOISE,
    /** Chow and Lin: {@code u[t] = rho u[t-1] + e[t]}, stationary. */
    CHOW_LIN,
    /** Fernandez: {@code u[t] = u[t-1] + e[t]} from {@code u = 0}. */
    FERNANDEZ,
    /** Litterman: {@code du[t] = rho du[t-1] + e[t]} for the changes du, from {@code u = 0}. */
    LITTERMAN
  }

  /** How rho is estimated, between 0 and 0.999, where it is not given. */
  public enum Estimate {
    /** By the largest likelihood of the benchmarks. */
    MAXIMUM_LIKELIHOOD,
    /**
     * By the smallest sum of squared residuals of the benchmarks, weighted by the inverse of their
     * correlations (Chow and Lin, as in Ecotrim) or of their covariances (Litterman).
     */
    MINIMUM_SQUARES
  }

  /** By what the weighted sum of squared residuals is divided to give the innovation variance. */
  public enum Variance {
    /** By the benchmarks less the regressors: the usual estimate without bias. */
    DEGREES_OF_FREEDOM,
    /**
     * By the benchmarks, or one less where the constant is lost in the unknown start of a random
     * walk: the estimate of largest likelihood, as JDemetra+ has it.
     */
    MAXIMUM_LIKELIHOOD
  }

  /** Whether X has a constant. */
  public enum Constant {
    /** A constant for each short period. */
    INCLUDED,
    /** The indicators alone. */
    OMITTED
  }

  private static final TemporalDisaggregation DEFAULT =
      new TemporalDisaggregation(
          Model.CHOW_LIN,
          Estimate.MAXIMUM_LIKELIHOOD,
          OptionalDouble.empty(),
          Variance.DEGREES_OF_FREEDOM,
          Constant.INCLUDED,
          Aggregation.SUM,
          0);

  private final Model model;
  private final Estimate estimate;
  private final OptionalDouble rho;
  private final Variance variance;
  private final Constant constant;
  private final Aggregation aggregation;
  private final int lead;

  private TemporalDisaggregation(
      Model model,
      Estimate estimate,
      OptionalDouble rho,
      Variance variance,
      Constant constant,
      Aggregation aggregation,
      int lead) {
    this.model = model;
    this.estimate = estimate;
    this.rho = rho;
    this.variance = variance;
    this.constant = constant;
    this.aggregation = aggregation;
    this.lead = lead;
  }

  /**
   * {@link Model#CHOW_LIN}, {@link Estimate#MAXIMUM_LIKELIHOOD}, {@link Constant#INCLUDED} and
   * {@link Aggregation#SUM}.
   *
   * @return the default procedure
   */
  public static TemporalDisaggregation withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another model of the errors.
   *
   * @param v the model
   * @return a copy
   */
  public TemporalDisaggregation with(Model v) {
    return new TemporalDisaggregation(
        Objects.requireNonNull(v), estimate, rho, variance, constant, aggregation, lead);
  }

  /**
   * The same procedure with rho estimated in another way, or estimated at all.
   *
   * @param v the estimate
   * @return a copy
   */
  public TemporalDisaggregation with(Estimate v) {
    return new TemporalDisaggregation(
        model,
        Objects.requireNonNull(v),
        OptionalDouble.empty(),
        variance,
        constant,
        aggregation,
        lead);
  }

  /**
   * The same procedure with another variance of the innovations, and so other standard errors.
   *
   * @param v the divisor
   * @return a copy
   */
  public TemporalDisaggregation with(Variance v) {
    return new TemporalDisaggregation(
        model, estimate, rho, Objects.requireNonNull(v), constant, aggregation, lead);
  }

  /**
   * The same procedure with or without a constant.
   *
   * @param v whether there is a constant
   * @return a copy
   */
  public TemporalDisaggregation with(Constant v) {
    return new TemporalDisaggregation(
        model, estimate, rho, variance, Objects.requireNonNull(v), aggregation, lead);
  }

  /**
   * The same procedure with benchmarks of another kind.
   *
   * @param v what a benchmark is of the short periods in its group
   * @return a copy
   */
  public TemporalDisaggregation with(Aggregation v) {
    return new TemporalDisaggregation(
        model, estimate, rho, variance, constant, Objects.requireNonNull(v), lead);
  }

  /**
   * The same procedure for indicators that begin before the first group, so that the values before
   * it are extrapolated.
   *
   * @param periods how many short periods before it they begin, from 0 on
   * @return a copy
   * @throws IllegalArgumentException if the number is negative
   */
  public TemporalDisaggregation after(int periods) {
    return new TemporalDisaggregation(
        model,
        estimate,
        rho,
        variance,
        constant,
        aggregation,
        Checks.requireCount(periods, "periods"));
  }

  /**
   * The same procedure with a given rho, which Fernandez and white noise do not have.
   *
   * @param v rho, from 0 up to but not 1
   * @return a copy
   * @throws IllegalArgumentException if rho is not from 0 up to but not 1
   */
  public TemporalDisaggregation withRho(double v) {
    if (!(v >= 0 && v < 1)) {
      throw new IllegalArgumentException("rho is " + v + ": from 0 up to but not 1");
    }
    return new TemporalDisaggregation(
        model, estimate, OptionalDouble.of(v), variance, constant, aggregation, lead);
  }

  /**
   * Disaggregates values of consecutive groups of periods.
   *
   * @param benchmarks the value of each group, in the unit of the result
   * @param periods how many short periods a group has; the first group begins with the indicators,
   *     or as many periods later as {@link #after(int)} says
   * @param indicators the indicators, of equal length, at least as long as all groups; with none,
   *     the groups alone give the length
   * @return the result, or {@code TOO_FEW_BENCHMARKS} if there are no more benchmarks than
   *     regressors, {@code COLLINEAR_INDICATORS}, or {@code EXACT_FIT} if rho is to be estimated
   *     and there is no residual
   * @throws IllegalArgumentException if a value is not finite, lengths differ, the groups reach
   *     beyond the indicators, or there is neither a constant nor an indicator
   */
  public Outcome<Result> disaggregate(double[] benchmarks, int periods, double[]... indicators) {
    double[][] x = regressors(indicators, lead + benchmarks.length * periods);
    Benchmarks groups =
        Benchmarks.every(periods, aggregation, Checks.requireSeries(benchmarks, "benchmarks"))
            .after(lead);
    groups.requireWithin(x[0].length);
    if (benchmarks.length <= x.length) {
      return Outcome.undetermined(BenchmarkingReason.TOO_FEW_BENCHMARKS);
    }
    RhoSearch search = new RhoSearch(model, estimate, x, groups);
    Optional<DisaggregationFit> first = search.fit(0);
    if (first.isEmpty()) {
      return Outcome.undetermined(BenchmarkingReason.COLLINEAR_INDICATORS);
    }
    boolean hasRho = model == Model.CHOW_LIN || model == Model.LITTERMAN;
    if (hasRho && rho.isEmpty() && search.isExact(first.get())) {
      return Outcome.undetermined(BenchmarkingReason.EXACT_FIT);
    }
    OptionalDouble found =
        hasRho ? OptionalDouble.of(rho.orElseGet(search::best)) : OptionalDouble.empty();
    return search
        .fit(found.orElse(0))
        .map(fit -> Outcome.of(new Result(fit, found, divisor(benchmarks.length, x.length))))
        .orElseGet(() -> Outcome.undetermined(BenchmarkingReason.COLLINEAR_INDICATORS));
  }

  private int divisor(int benchmarks, int regressors) {
    boolean walk = model == Model.FERNANDEZ || model == Model.LITTERMAN;
    return switch (variance) {
      case DEGREES_OF_FREEDOM -> benchmarks - regressors;
      case MAXIMUM_LIKELIHOOD -> benchmarks - (walk && constant == Constant.INCLUDED ? 1 : 0);
    };
  }

  private double[][] regressors(double[][] indicators, int length) {
    int first = constant == Constant.INCLUDED ? 1 : 0;
    double[][] x = new double[first + indicators.length][];
    if (x.length == 0) {
      throw new IllegalArgumentException("no regressor: a constant or an indicator");
    }
    for (int k = 0; k < indicators.length; k++) {
      x[first + k] = Checks.requireSeries(indicators[k], "indicators[" + k + "]");
      Checks.requireLength(indicators[k].length, indicators[0].length, "indicators[" + k + "]");
    }
    if (first == 1) {
      x[0] = new double[indicators.length == 0 ? length : indicators[0].length];
      Arrays.fill(x[0], 1);
    }
    return x;
  }

  /** The disaggregated values with their errors. Instances are immutable. */
  public static final class Result {
    private final double[] values;
    private final double[] standardErrors;
    private final double[] coefficients;
    private final double[] coefficientErrors;
    private final OptionalDouble rho;
    private final double logLikelihood;
    private final double innovationVariance;

    private Result(DisaggregationFit fit, OptionalDouble rho, int divisor) {
      this.innovationVariance = fit.regression().squares() / divisor;
      this.values = fit.values();
      this.standardErrors = fit.standardErrors(innovationVariance);
      this.coefficients = fit.regression().coefficients();
      this.coefficientErrors = fit.coefficientErrors(innovationVariance);
      this.rho = rho;
      this.logLikelihood = fit.logLikelihood();
    }

    /**
     * The values of the short periods, which add up to the benchmarks.
     *
     * @return a new array, one value for each period of the indicators
     */
    public double[] values() {
      return values.clone();
    }

    /**
     * The standard error of each value.
     *
     * @return a new array, in the unit of the values
     */
    public double[] standardErrors() {
      return standardErrors.clone();
    }

    /**
     * The coefficients b.
     *
     * @return a new array: the constant, if there is one, then one for each indicator
     */
    public double[] coefficients() {
      return coefficients.clone();
    }

    /**
     * The standard error of each coefficient.
     *
     * @return a new array in the order of the coefficients
     */
    public double[] coefficientErrors() {
      return coefficientErrors.clone();
    }

    /**
     * The autoregressive coefficient.
     *
     * @return rho, or empty for a model that has none
     */
    public OptionalDouble rho() {
      return rho;
    }

    /**
     * The logarithm of the likelihood of the benchmarks, at its best variance.
     *
     * @return the log likelihood, or {@code EXACT_FIT} if there is no residual
     */
    public Outcome<Double> logLikelihood() {
      return Double.isFinite(logLikelihood)
          ? Outcome.of(logLikelihood)
          : Outcome.undetermined(BenchmarkingReason.EXACT_FIT);
    }

    /**
     * The variance of the innovations e, in the square of the unit of the values.
     *
     * @return the variance
     */
    public double innovationVariance() {
      return innovationVariance;
    }
  }
}
