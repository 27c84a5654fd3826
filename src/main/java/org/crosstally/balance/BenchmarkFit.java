package org.crosstally.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/** Adjusts {@code x = s + c e} to benchmarks, with the differences of e as small as possible. */
final class BenchmarkFit {
  private final double[] indicator;
  private final double[] series;
  private final double[] weights;
  private final Benchmarks benchmarks;
  private final Differences differences;

  /** A fit to an indicator that is not moved before. */
  BenchmarkFit(
      double[] indicator, double[] weights, Benchmarks benchmarks, Differences differences) {
    this(indicator, indicator, weights, benchmarks, differences);
  }

  /**
   * Prepares a fit.
   *
   * @param indicator the series as it was given
   * @param series s, the series at the level of the benchmarks
   * @param weights c
   */
  BenchmarkFit(
      double[] indicator,
      double[] series,
      double[] weights,
      Benchmarks benchmarks,
      Differences differences) {
    this.indicator = indicator;
    this.series = series;
    this.weights = normalized(weights);
    this.benchmarks = benchmarks;
    this.differences = differences;
  }

  /** Divides by the mean size, so that adjustments are in the unit of the series. */
  private static double[] normalized(double[] weights) {
    double mean = meanSize(weights);
    double[] w = weights.clone();
    for (int t = 0; mean > 0 && t < w.length; t++) {
      w[t] /= mean;
    }
    return w;
  }

  static double meanSize(double[] weights) {
    return Arrays.stream(weights).map(Math::abs).average().orElse(0);
  }

  /**
   * The adjusted series.
   *
   * @param looseness the variance of each benchmark, where a normalised adjustment has an
   *     innovation of variance 1; 0 for a binding benchmark
   */
  Outcome<BenchmarkedSeries> solve(double[] looseness) {
    List<Benchmark> list = benchmarks.asList();
    if (list.isEmpty()) {
      return Outcome.undetermined(BenchmarkingReason.NO_BENCHMARKS);
    }
    SparseRows rows = new SparseRows(series.length);
    double[] rest = new double[list.size()];
    double[] scale = new double[list.size()];
    for (int i = 0; i < rest.length; i++) {
      Benchmark b = list.get(i);
      scale[i] = Math.abs(b.total());
      rest[i] = b.total();
      for (int t = b.from(); t < b.to(); t++) {
        rows.put(t, weights[t]);
        scale[i] += Math.abs(series[t]);
        rest[i] -= series[t];
      }
      rows.endRow();
    }
    if (!identifies(list)) {
      return Outcome.undetermined(BenchmarkingReason.TOO_FEW_BENCHMARKS);
    }
    Optional<BandedProgram> program =
        BandedProgram.factor(BandedQuadratic.of(series.length, 1, differences), rows, looseness);
    if (program.isEmpty()) {
      return Outcome.undetermined(BenchmarkingReason.TOO_FEW_BENCHMARKS);
    }
    double[] e = program.get().solve(new double[series.length], rest);
    if (program.get().isContradicted(e, rest, scale)) {
      return Outcome.undetermined(BenchmarkingReason.CONTRADICTORY_BENCHMARKS);
    }
    for (int t = 0; t < e.length; t++) {
      e[t] = series[t] + weights[t] * e[t];
    }
    return Outcome.of(new BenchmarkedSeries(e, indicator, benchmarks));
  }

  /** Whether the benchmarks fix the polynomial that the differences leave free. */
  private boolean identifies(List<Benchmark> list) {
    int free = differences.nullity();
    if (free == 0) {
      return true;
    }
    double[][] seen = new double[list.size()][free];
    for (int i = 0; i < seen.length; i++) {
      for (int t = list.get(i).from(); t < list.get(i).to(); t++) {
        double at = series.length == 1 ? 0 : 2.0 * t / (series.length - 1) - 1;
        double power = weights[t];
        for (int k = 0; k < free; k++) {
          seen[i][k] += power;
          power *= at;
        }
      }
    }
    return MatrixRank.isFullColumnRank(seen);
  }
}
