package org.crosstally.balance;

import java.util.Arrays;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Benchmarking that preserves growth rates: minimises the sum over t of {@code (x[t]/x[t-1] -
 * s[t]/s[t-1])^2} subject to the benchmarks.
 *
 * <p>This is what the proportional method of {@link Denton} approximates. The criterion is not
 * convex; starting from Denton's solution, damped Newton steps that stay positive and lower the
 * criterion lead to a minimum near it, which need not be the only one. Benchmarks that jump by more
 * than the indicator can follow may leave no minimum, where values tend to 0: {@code
 * NOT_CONVERGED}. Each step costs time in proportion to the number of periods. Periods outside all
 * benchmarks grow as the indicator does. Instances are immutable.
 *
 * <p>Causey, B. and Trager, M. L. (1981), Derivation of solution to the benchmarking problem: trend
 * revision, US Bureau of the Census; Di Fonzo, T. and Marini, M. (2012), Benchmarking time series
 * according to a growth rates preservation principle, Journal of Economic and Social Measurement
 * 37, 225-252.
 */
public final class GrowthRatePreservation {
  private static final GrowthRatePreservation DEFAULT = new GrowthRatePreservation();
  private static final int MOST_STEPS = 500;

  /** At relative changes of this size the criterion no longer tells which of two is better. */
  private static final double NEARLY_SETTLED = 1e-6;

  /** After a Newton step of this size, which squares the distance, only rounding is left. */
  private static final double SETTLED = 1e-10;

  private static final double LEAST_DAMPING = 1e-3;
  private static final double MOST_DAMPING = 1e15;

  private GrowthRatePreservation() {}

  /**
   * The procedure, which has no options.
   *
   * @return the procedure
   */
  public static GrowthRatePreservation withDefaults() {
    return DEFAULT;
  }

  /**
   * Benchmarks a series.
   *
   * @param indicator the series s, above 0
   * @param benchmarks the sums that the result must have, above 0 and all binding
   * @return the benchmarked series, or {@code NOT_POSITIVE}, {@code NO_BENCHMARKS}, {@code
   *     CONTRADICTORY_BENCHMARKS} or {@code NOT_CONVERGED}
   * @throws IllegalArgumentException if a value is not finite, or a benchmark is not binding or
   *     reaches beyond the series
   */
  public Outcome<BenchmarkedSeries> benchmark(double[] indicator, Benchmarks benchmarks) {
    double[] s = Checks.requireSeries(indicator, "indicator");
    Outcome<BenchmarkedSeries> denton = Denton.withDefaults().benchmark(s, benchmarks);
    if (denton.whyNot().isPresent()) {
      return denton;
    }
    if (Arrays.stream(s).anyMatch(v -> v <= 0)
        || benchmarks.asList().stream().anyMatch(b -> b.total() <= 0)) {
      return Outcome.undetermined(BenchmarkingReason.NOT_POSITIVE);
    }
    double[] x = denton.orElseThrow().values();
    if (Arrays.stream(x).anyMatch(v -> v <= 0)) {
      x = prorated(s, benchmarks);
    }
    double damping = 0;
    for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
      GrowthStep growth = new GrowthStep(s, x, benchmarks);
      Optional<double[]> change = growth.change(damping);
      double size = change.map(GrowthRatePreservation::size).orElse(Double.POSITIVE_INFINITY);
      boolean near = damping == 0 && size <= NEARLY_SETTLED;
      Optional<double[]> better =
          near ? change.map(growth::after) : change.flatMap(growth::improved);
      if (near && size <= SETTLED) {
        return Outcome.of(new BenchmarkedSeries(better.orElseThrow(), s, benchmarks));
      }
      x = better.orElse(x);
      damping = better.isPresent() ? weaker(damping) : Math.max(LEAST_DAMPING, 8 * damping);
    }
    return Outcome.undetermined(BenchmarkingReason.NOT_CONVERGED);
  }

  private static double weaker(double damping) {
    return damping <= LEAST_DAMPING ? 0 : damping / 4;
  }

  private static double size(double[] change) {
    return Arrays.stream(change).map(Math::abs).max().orElse(0);
  }

  /** A positive start where Denton's is not: spans in turn take their share of the indicator. */
  private static double[] prorated(double[] s, Benchmarks benchmarks) {
    double[] x = s.clone();
    for (Benchmark b : benchmarks.asList()) {
      double ratio = b.total() / Benchmarks.sum(s, b);
      for (int t = b.from(); t < b.to(); t++) {
        x[t] = s[t] * ratio;
      }
    }
    return x;
  }
}
