package org.crosstally.balance;

import java.util.List;
import java.util.Optional;

/**
 * One Newton step of {@link GrowthRatePreservation}, in relative changes d of the values: {@code
 * x[t] (1 + d[t])}.
 */
final class GrowthStep {
  private final double[] indicator;
  private final double[] x;
  private final Benchmarks benchmarks;

  /** x[t]/x[t - 1]. */
  private final double[] growth;

  /** By how much it differs from that of the indicator. */
  private final double[] off;

  private final double[] gradient;

  GrowthStep(double[] indicator, double[] x, Benchmarks benchmarks) {
    this.indicator = indicator;
    this.x = x;
    this.benchmarks = benchmarks;
    growth = new double[x.length];
    off = new double[x.length];
    gradient = new double[x.length];
    for (int t = 1; t < x.length; t++) {
      growth[t] = x[t] / x[t - 1];
      off[t] = growth[t] - indicator[t] / indicator[t - 1];
      gradient[t] -= growth[t] * off[t];
      gradient[t - 1] += growth[t] * off[t];
    }
  }

  /** The Newton step with a multiple of the identity added to the curvature. */
  Optional<double[]> change(double damping) {
    double[] extra = curvature();
    for (int t = 0; t < x.length; t++) {
      extra[2 * t] += damping;
    }
    return solve(extra);
  }

  private double[] curvature() {
    double[] extra = new double[2 * x.length];
    for (int t = 1; t < x.length; t++) {
      extra[2 * (t - 1)] += 2 * growth[t] * off[t];
      extra[2 * (t - 1) + 1] -= growth[t] * off[t];
    }
    return extra;
  }

  private Optional<double[]> solve(double[] extra) {
    double[] comparisons = new double[2 * x.length];
    for (int t = 1; t < x.length; t++) {
      comparisons[2 * t] = growth[t];
      comparisons[2 * t + 1] = -growth[t];
    }
    double mean = BenchmarkFit.meanSize(x);
    List<Benchmark> list = benchmarks.asList();
    SparseRows rows = new SparseRows();
    double[] rest = new double[list.size()];
    for (int i = 0; i < rest.length; i++) {
      for (int t = list.get(i).from(); t < list.get(i).to(); t++) {
        rows.put(t, x[t] / mean);
      }
      rows.endRow();
      rest[i] = (list.get(i).total() - Benchmarks.sum(x, list.get(i))) / mean;
    }
    return BandedProgram.factor(
            BandedQuadratic.ofRatios(comparisons, extra), rows, new double[rest.length])
        .filter(BandedProgram::isConvex)
        .map(program -> program.solve(gradient, rest));
  }

  /** The values after a change, if they are positive and the criterion is lower. */
  Optional<double[]> improved(double[] change) {
    double[] next = after(change);
    for (double v : next) {
      if (!(v > 0)) {
        return Optional.empty();
      }
    }
    return criterion(next) < criterion(x) ? Optional.of(next) : Optional.empty();
  }

  double[] after(double[] change) {
    double[] next = new double[x.length];
    for (int t = 0; t < next.length; t++) {
      next[t] = x[t] * (1 + change[t]);
    }
    return next;
  }

  private double criterion(double[] values) {
    double sum = 0;
    for (int t = 1; t < values.length; t++) {
      double d = values[t] / values[t - 1] - indicator[t] / indicator[t - 1];
      sum += d * d;
    }
    return sum;
  }
}
