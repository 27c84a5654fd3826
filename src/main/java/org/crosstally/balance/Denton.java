package org.crosstally.balance;

import java.util.Arrays;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Denton's benchmarking: the series that adds up to the benchmarks and whose adjustments to an
 * indicator have the smallest differences.
 *
 * <p>Minimises the sum over t of {@code (difference of order h of e[t])^2} subject to the
 * benchmarks, with {@code e = x - s} for the {@link Model#ADDITIVE} and {@code e = x/s - 1} for the
 * {@link Model#PROPORTIONAL} model. Periods outside all benchmarks continue the adjustments. Time
 * and memory grow with the number of periods.
 *
 * <p>A period in which the indicator is 0 stays 0 in the proportional model. Modified differences
 * of order h leave a polynomial of degree h - 1 free: fewer benchmarks than h give {@link
 * BenchmarkingReason#TOO_FEW_BENCHMARKS}. Instances are immutable.
 *
 * <p>Denton, F. T. (1971), Adjustment of monthly or quarterly series to annual totals, Journal of
 * the American Statistical Association 66, 99-102. Modified start: Cholette, P. A. (1984),
 * Adjusting sub-annual series to yearly benchmarks, Survey Methodology 10, 35-49.
 */
public final class Denton {

  /** What the adjustments are. */
  public enum Model {
    /** Differences: {@code x - s}, which preserves the changes of the indicator. */
    ADDITIVE,
    /** Ratios: {@code x/s}, which preserves its growth, seasonal pattern included. */
    PROPORTIONAL
  }

  /** What stands before the first period. */
  public enum Start {
    /** The indicator is taken to be right before the first period, as Denton wrote it. */
    ORIGINAL,
    /** Nothing: the first h differences are left out, so that no wave starts at the beginning. */
    MODIFIED
  }

  private static final Denton DEFAULT = new Denton(Model.PROPORTIONAL, Start.MODIFIED, 1);

  private final Model model;
  private final Start start;
  private final int order;

  private Denton(Model model, Start start, int order) {
    this.model = model;
    this.start = start;
    this.order = order;
  }

  /**
   * {@link Model#PROPORTIONAL}, {@link Start#MODIFIED}, first differences.
   *
   * @return the default procedure
   */
  public static Denton withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another kind of adjustment.
   *
   * @param v the model
   * @return a copy
   */
  public Denton with(Model v) {
    return new Denton(Objects.requireNonNull(v), start, order);
  }

  /**
   * The same procedure with another start.
   *
   * @param v the start
   * @return a copy
   */
  public Denton with(Start v) {
    return new Denton(model, Objects.requireNonNull(v), order);
  }

  /**
   * The same procedure with differences of another order.
   *
   * @param v the order, 0 (the adjustments themselves) to 3
   * @return a copy
   * @throws IllegalArgumentException if the order is not 0 to 3
   */
  public Denton withOrder(int v) {
    if (v < 0 || v > 3) {
      throw new IllegalArgumentException("order " + v + ": 0 to 3");
    }
    return new Denton(model, start, v);
  }

  /**
   * Benchmarks a series.
   *
   * @param indicator the series s, one value for each period
   * @param benchmarks the sums that the result must have; all binding
   * @return the benchmarked series, or {@code NO_BENCHMARKS}, {@code TOO_FEW_BENCHMARKS} or {@code
   *     CONTRADICTORY_BENCHMARKS}
   * @throws IllegalArgumentException if a value is not finite, or a benchmark is not binding or
   *     reaches beyond the series
   */
  public Outcome<BenchmarkedSeries> benchmark(double[] indicator, Benchmarks benchmarks) {
    double[] s = Checks.requireSeries(indicator, "indicator");
    benchmarks.requireWithin(s.length);
    benchmarks.requireBinding();
    double[] weights = s;
    if (model == Model.ADDITIVE) {
      weights = new double[s.length];
      Arrays.fill(weights, 1);
    }
    Differences differences =
        Differences.ofOrder(
            order, start == Start.ORIGINAL ? Differences.Before.ZERO : Differences.Before.FREE);
    return new BenchmarkFit(s, weights, benchmarks, differences)
        .solve(new double[benchmarks.asList().size()]);
  }
}
