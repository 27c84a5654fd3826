package org.crosstally.balance;

import java.util.Optional;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Finds the autoregressive coefficient of a disaggregation. */
final class RhoSearch {
  /** Closer to 1 the stationary model and a random walk cannot be told apart. */
  private static final double LARGEST = 0.999;

  private static final int SCAN = 40;
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
  private static final double EXACT = 1e-24;

  private final TemporalDisaggregation.Model model;
  private final TemporalDisaggregation.Estimate estimate;
  private final double[][] regressors;
  private final Benchmarks benchmarks;

  RhoSearch(
      TemporalDisaggregation.Model model,
      TemporalDisaggregation.Estimate estimate,
      double[][] regressors,
      Benchmarks benchmarks) {
    this.model = model;
    this.estimate = estimate;
    this.regressors = regressors;
    this.benchmarks = benchmarks;
  }

  Optional<DisaggregationFit> fit(double rho) {
    Differences differences =
        switch (model) {
          case WHITE_NOISE -> Differences.ofOrder(0, Differences.Before.ZERO);
          case CHOW_LIN -> Differences.autoregressive(rho);
          case FERNANDEZ -> Differences.ofOrder(1, Differences.Before.ZERO);
          case LITTERMAN -> Differences.integratedAutoregressive(rho);
        };
    return DisaggregationFit.of(regressors, regressors[0].length, benchmarks, differences);
  }

  /** Whether nothing but rounding is left of the benchmarks. */
  boolean isExact(DisaggregationFit fit) {
    double squares = 0;
    for (Benchmark b : benchmarks.asList()) {
      squares += b.total() * b.total() / (b.to() - b.from());
    }
    return fit.regression().squares() <= EXACT * squares;
  }

  /** What is made as small as possible; not a number where it has no value. */
  private double loss(double rho) {
    return fit(rho)
        .map(
            fit ->
                switch (estimate) {
                  case MAXIMUM_LIKELIHOOD -> -fit.logLikelihood();
                  case MINIMUM_SQUARES -> Math.log(fit.regression().squares()) + scale(rho);
                })
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Correlations are covariances times 1 - rho^2. */
  private double scale(double rho) {
    return model == TemporalDisaggregation.Model.CHOW_LIN ? -Math.log1p(-rho * rho) : 0;
  }

  /** The smallest loss, found by a scan and refined beside the best point. */
  double best() {
    double best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= SCAN; i++) {
      double rho = LARGEST * i / SCAN;
      double loss = loss(rho);
      if (loss < smallest) {
        smallest = loss;
        best = rho;
      }
    }
    double low = Math.max(0, best - LARGEST / SCAN);
    double high = Math.min(LARGEST, best + LARGEST / SCAN);
    return refine(low, high);
  }

  /** Golden sections to half the digits, as far as a loss can tell; then its slope. */
  private double refine(double from, double to) {
    double low = from;
    double high = to;
    while (high - low > 1e-4) {
      double left = low + GOLDEN * (high - low);
      double right = high - GOLDEN * (high - low);
      if (loss(left) <= loss(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    if (low == from || high == to) {
      double end = low == from ? from : to;
      if (loss(end) <= loss(low == from ? high : low)) {
        return end;
      }
    }
    return stationary(low - 1e-4, high + 1e-4);
  }

  /** Where the slope of the loss changes sign. */
  private double stationary(double from, double to) {
    double high = Math.min(LARGEST, to);
    if (slope(from) * slope(high) >= 0) {
      return Math.max(0, (from + high) / 2);
    }
    double root = new BrentSolver(1e-13).solve(200, this::slope, from, high);
    return Math.min(LARGEST, Math.max(0, root));
  }

  /** By differences of fourth order, which see more digits of rho than the loss itself. */
  private double slope(double rho) {
    double h = Math.min(1e-3, (1 - rho) / 4);
    return 8 * (loss(rho + h) - loss(rho - h)) - (loss(rho + 2 * h) - loss(rho - 2 * h));
  }
}
