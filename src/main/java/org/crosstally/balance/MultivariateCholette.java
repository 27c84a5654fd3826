package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Benchmarking of several series at once, which must meet their own benchmarks and add up to given
 * sums in every period.
 *
 * <p>Minimises the sum over all series of {@code e'Pe}, where {@code x = s + |s|^lambda e} and P
 * weighs the autoregressive differences {@code e[t] - rho e[t-1]} as in {@link Cholette}, subject
 * to all sums. Sums that follow from others are allowed, if they agree. Time and memory grow with
 * the number of periods, and with the square of the number of series. Instances are immutable.
 *
 * <p>Di Fonzo, T. and Marini, M. (2011), Simultaneous and two-step reconciliation of systems of
 * time series, Journal of the Royal Statistical Society C 60, 143-164.
 */
public final class MultivariateCholette {
  private static final MultivariateCholette DEFAULT = new MultivariateCholette(1, 1);

  private final double rho;
  private final double lambda;

  private MultivariateCholette(double rho, double lambda) {
    this.rho = rho;
    this.lambda = lambda;
  }

  /**
   * {@code rho = 1} and {@code lambda = 1}.
   *
   * @return the default procedure
   */
  public static MultivariateCholette withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another autoregressive coefficient.
   *
   * @param v rho, from 0 to 1
   * @return a copy
   * @throws IllegalArgumentException if rho is not from 0 to 1
   */
  public MultivariateCholette withRho(double v) {
    return new MultivariateCholette(Cholette.requireRho(v), lambda);
  }

  /**
   * The same procedure with another dependence of the adjustments on the level.
   *
   * @param v lambda, the power of the series to which adjustments are proportional
   * @return a copy
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public MultivariateCholette withLambda(double v) {
    return new MultivariateCholette(rho, Checks.requireNonNegative(v, "lambda"));
  }

  /**
   * Benchmarks series.
   *
   * @param series the series, all over the same periods
   * @param benchmarks the binding benchmarks of each series; none for a series without
   * @param sums what the series must add up to in every period
   * @return the benchmarked series, or {@code NO_BENCHMARKS}, {@code TOO_FEW_BENCHMARKS} or {@code
   *     CONTRADICTORY_BENCHMARKS}
   * @throws IllegalArgumentException if a value is not finite, lengths differ, or a benchmark is
   *     not binding or reaches beyond the series
   */
  public Outcome<Result> benchmark(
      double[][] series, List<Benchmarks> benchmarks, List<WeightedSum> sums) {
    double[][] s = Checks.requireTable(series, "series");
    int periods = s.length == 0 ? 0 : s[0].length;
    Checks.requireLength(benchmarks.size(), s.length, "benchmarks");
    for (Benchmarks b : benchmarks) {
      b.requireBinding();
      b.requireWithin(periods);
    }
    for (WeightedSum sum : sums) {
      Checks.requireLength(sum.coefficients.length, s.length, "coefficients");
      Checks.requireLength(sum.totals.length, periods, "totals");
    }
    Interleaved system = new Interleaved(s, weights(s));
    for (int k = 0; k < s.length; k++) {
      for (Benchmark b : benchmarks.get(k).asList()) {
        system.add(k, b);
      }
    }
    for (WeightedSum sum : sums) {
      for (int t = 0; t < periods; t++) {
        system.add(sum.coefficients, sum.totals[t], t);
      }
    }
    return system.solve(Differences.autoregressive(rho));
  }

  private double[][] weights(double[][] s) {
    double[][] w = new double[s.length][];
    for (int k = 0; k < w.length; k++) {
      w[k] = Arrays.stream(s[k]).map(v -> Cholette.power(v, lambda)).toArray();
    }
    double mean = BenchmarkFit.meanSize(Arrays.stream(w).flatMapToDouble(Arrays::stream).toArray());
    for (double[] row : w) {
      for (int t = 0; mean > 0 && t < row.length; t++) {
        row[t] /= mean;
      }
    }
    return w;
  }

  /** A weighted sum of the series that is known in every period. Instances are immutable. */
  public static final class WeightedSum {
    private final double[] coefficients;
    private final double[] totals;

    private WeightedSum(double[] coefficients, double[] totals) {
      this.coefficients = Checks.requireSeries(coefficients, "coefficients");
      this.totals = Checks.requireSeries(totals, "totals");
    }

    /**
     * A known sum.
     *
     * @param totals the sum in each period
     * @param coefficients the weight of each series; 0 for one that is not in the sum
     * @return the sum
     * @throws IllegalArgumentException if a number is not finite
     */
    public static WeightedSum of(double[] totals, double... coefficients) {
      return new WeightedSum(coefficients, totals);
    }
  }

  /** The benchmarked series. Instances are immutable. */
  public static final class Result {
    private final double[][] values;

    private Result(double[][] values) {
      this.values = values;
    }

    /**
     * The values of one series.
     *
     * @param series its index
     * @return a new array, one value for each period
     */
    public double[] values(int series) {
      return values[series].clone();
    }
  }

  /** The series interleaved by period, so that all constraints are short or in step. */
  private static final class Interleaved {
    private final double[][] series;
    private final double[][] weights;
    private final SparseRows rows = new SparseRows();
    private final List<double[]> restAndScale = new ArrayList<>();

    /** The weight of each series in each constraint, which must fix their levels. */
    private final List<double[]> levels = new ArrayList<>();

    Interleaved(double[][] series, double[][] weights) {
      this.series = series;
      this.weights = weights;
    }

    void add(int k, Benchmark b) {
      double[] level = new double[series.length];
      double scale = Math.abs(b.total());
      for (int t = b.from(); t < b.to(); t++) {
        rows.put(t * series.length + k, weights[k][t]);
        level[k] += weights[k][t];
        scale += Math.abs(series[k][t]);
      }
      rows.endRow();
      levels.add(level);
      restAndScale.add(new double[] {b.total() - Benchmarks.sum(series[k], b), scale});
    }

    void add(double[] coefficients, double total, int t) {
      double[] level = new double[series.length];
      double rest = total;
      double scale = Math.abs(total);
      for (int k = 0; k < series.length; k++) {
        level[k] = coefficients[k] * weights[k][t];
        rows.put(t * series.length + k, level[k]);
        rest -= coefficients[k] * series[k][t];
        scale += Math.abs(coefficients[k] * series[k][t]);
      }
      rows.endRow();
      levels.add(level);
      restAndScale.add(new double[] {rest, scale});
    }

    Outcome<Result> solve(Differences differences) {
      int count = series.length;
      if (restAndScale.isEmpty()) {
        return Outcome.undetermined(BenchmarkingReason.NO_BENCHMARKS);
      }
      if (differences.nullity() > 0
          && !MatrixRank.isFullColumnRank(levels.toArray(new double[0][]))) {
        return Outcome.undetermined(BenchmarkingReason.TOO_FEW_BENCHMARKS);
      }
      int size = count * series[0].length;
      double[] rest = restAndScale.stream().mapToDouble(v -> v[0]).toArray();
      double[] scale = restAndScale.stream().mapToDouble(v -> v[1]).toArray();
      Optional<BandedProgram> program =
          BandedProgram.factor(
              BandedQuadratic.of(size, count, differences), rows, new double[rest.length]);
      if (program.isEmpty()) {
        return Outcome.undetermined(BenchmarkingReason.TOO_FEW_BENCHMARKS);
      }
      double[] e = program.get().solve(new double[size], rest);
      if (program.get().isContradicted(e, rest, scale)) {
        return Outcome.undetermined(BenchmarkingReason.CONTRADICTORY_BENCHMARKS);
      }
      double[][] values = new double[count][];
      for (int k = 0; k < count; k++) {
        values[k] = series[k].clone();
        for (int t = 0; t < values[k].length; t++) {
          values[k][t] += weights[k][t] * e[t * count + k];
        }
      }
      return Outcome.of(new Result(values));
    }
  }
}
