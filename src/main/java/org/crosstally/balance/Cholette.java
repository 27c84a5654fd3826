package org.crosstally.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Benchmarking by regression after Dagum and Cholette: adjustments that follow an autoregression.
 *
 * <p>The indicator, first corrected for its bias, is {@code s[t] = x[t] + c[t] e[t]} with {@code c
 * = sqrt(alterability) |s|^lambda} and a stationary autoregression e of order 1 with coefficient
 * rho; a benchmark is the sum of x over its span, exactly or with the variance {@code alterability
 * |benchmark|}. The result is the generalised least squares estimate of x. At {@code rho = 1} it is
 * the modified method of {@link Denton} with first differences of e. Outside the benchmarks the
 * adjustments die out as powers of rho, or stay as they are at {@code rho = 1}. Time and memory
 * grow with the number of periods.
 *
 * <p>{@code lambda} 0 gives additive, 1 proportional adjustments; {@code lambda = 0.5} with {@code
 * rho = 0} is pro-rata. A period whose indicator is 0 stays 0 unless lambda is 0. Usual values of
 * rho are 0.9 for months and 0.729, its cube, for quarters. Instances are immutable.
 *
 * <p>Dagum, E. B. and Cholette, P. A. (2006), Benchmarking, Temporal Distribution, and
 * Reconciliation Methods for Time Series, Springer; Quenneville, B., Fortier, S., Chen, Z.-G. and
 * Latendresse, E. (2006), Recent developments in benchmarking to annual totals in X-12-ARIMA and at
 * Statistics Canada.
 */
public final class Cholette {

  /** How the indicator is moved to the level of the benchmarks before they are met. */
  public enum Bias {
    /** Not at all. */
    NONE,
    /**
     * By adding the mean difference for a period: the benchmarks less the sums of the indicator,
     * divided by the number of periods that the benchmarks count.
     */
    ADDITIVE,
    /** By the ratio of the sum of the benchmarks to that of the indicator. */
    MULTIPLICATIVE,
    /**
     * By adding to every period the mean difference for a benchmark, as JDemetra+ does. It moves an
     * indicator of n periods for a benchmark n times too far; for comparison with that program.
     */
    ADDITIVE_PER_BENCHMARK
  }

  private static final Cholette DEFAULT = new Cholette(1, 1, Bias.NONE);

  private final double rho;
  private final double lambda;
  private final Bias bias;

  private Cholette(double rho, double lambda, Bias bias) {
    this.rho = rho;
    this.lambda = lambda;
    this.bias = bias;
  }

  /**
   * {@code rho = 1}, {@code lambda = 1} and {@link Bias#NONE}.
   *
   * @return the default procedure
   */
  public static Cholette withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another autoregressive coefficient.
   *
   * @param v rho, from 0 to 1
   * @return a copy
   * @throws IllegalArgumentException if rho is not from 0 to 1
   */
  public Cholette withRho(double v) {
    return new Cholette(requireRho(v), lambda, bias);
  }

  static double requireRho(double v) {
    if (!(v >= 0 && v <= 1)) {
      throw new IllegalArgumentException("rho is " + v + ": from 0 to 1");
    }
    return v;
  }

  /**
   * The same procedure with another dependence of the adjustments on the level.
   *
   * @param v lambda, the power of the indicator to which adjustments are proportional
   * @return a copy
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public Cholette withLambda(double v) {
    return new Cholette(rho, Checks.requireNonNegative(v, "lambda"), bias);
  }

  /**
   * The same procedure with another correction of the level.
   *
   * @param v the bias correction
   * @return a copy
   */
  public Cholette with(Bias v) {
    return new Cholette(rho, lambda, Objects.requireNonNull(v));
  }

  /**
   * Benchmarks a series all of whose periods are alterable alike.
   *
   * @param indicator the series, one value for each period
   * @param benchmarks the sums that the result must have, or must come near to
   * @return as {@link #benchmark(double[], double[], Benchmarks)}
   * @throws IllegalArgumentException as {@link #benchmark(double[], double[], Benchmarks)}
   */
  public Outcome<BenchmarkedSeries> benchmark(double[] indicator, Benchmarks benchmarks) {
    double[] alterability = new double[indicator.length];
    Arrays.fill(alterability, 1);
    return benchmark(indicator, alterability, benchmarks);
  }

  /**
   * Benchmarks a series.
   *
   * @param indicator the series, one value for each period
   * @param alterability the relative variance of each period: 1 as a rule, 0 for a value that is
   *     fixed once the bias is corrected
   * @param benchmarks the sums that the result must have, or must come near to
   * @return the benchmarked series, or {@code NO_BENCHMARKS}, {@code TOO_FEW_BENCHMARKS} (at {@code
   *     rho = 1}), {@code CONTRADICTORY_BENCHMARKS}, or {@code ZERO_INDICATOR} if a ratio of bias
   *     is asked for and the indicator adds up to 0
   * @throws IllegalArgumentException if a value is not finite, an alterability is negative, the
   *     lengths differ, a benchmark reaches beyond the series, or one is not binding at {@code rho
   *     = 1}, where the variance of an adjustment has no bound
   */
  public Outcome<BenchmarkedSeries> benchmark(
      double[] indicator, double[] alterability, Benchmarks benchmarks) {
    double[] s = Checks.requireSeries(indicator, "indicator");
    double[] alter = Checks.requireAlterability(alterability, s.length);
    benchmarks.requireWithin(s.length);
    if (rho == 1) {
      benchmarks.requireBinding();
    }
    if (benchmarks.asList().isEmpty()) {
      return Outcome.undetermined(BenchmarkingReason.NO_BENCHMARKS);
    }
    double[] corrected = corrected(s, benchmarks);
    if (!Double.isFinite(corrected.length == 0 ? 0 : corrected[0])) {
      return Outcome.undetermined(BenchmarkingReason.ZERO_INDICATOR);
    }
    double[] c = new double[s.length];
    for (int t = 0; t < c.length; t++) {
      c[t] = Math.sqrt(alter[t]) * power(corrected[t], lambda);
    }
    return new BenchmarkFit(s, corrected, c, benchmarks, Differences.autoregressive(rho))
        .solve(looseness(c, benchmarks.asList()));
  }

  /** |v|^lambda, at once for the usual values of lambda. */
  static double power(double v, double lambda) {
    if (lambda == 1) {
      return Math.abs(v);
    }
    return lambda == 0 ? 1 : Math.pow(Math.abs(v), lambda);
  }

  private double[] corrected(double[] s, Benchmarks benchmarks) {
    double[] sums = benchmarks.sums(s);
    double sum = Arrays.stream(sums).sum();
    double periods = benchmarks.asList().stream().mapToInt(b -> b.to() - b.from()).sum();
    double off = benchmarks.total() - sum;
    return Arrays.stream(s)
        .map(
            v ->
                switch (bias) {
                  case NONE -> v;
                  case ADDITIVE -> v + off / periods;
                  case MULTIPLICATIVE -> v * (benchmarks.total() / sum);
                  case ADDITIVE_PER_BENCHMARK -> v + off / sums.length;
                })
        .toArray();
  }

  /** Variances of benchmarks, where an innovation of the normalised adjustments has variance 1. */
  private double[] looseness(double[] c, List<Benchmark> list) {
    double mean = BenchmarkFit.meanSize(c);
    double innovation = (1 - rho) * (1 + rho) * mean * mean;
    return list.stream()
        .mapToDouble(b -> b.alterability() * Math.abs(b.total()))
        .map(v -> v == 0 ? 0 : v / innovation)
        .toArray();
  }
}
