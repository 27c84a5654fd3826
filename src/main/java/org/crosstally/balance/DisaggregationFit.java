package org.crosstally.balance;

import java.util.List;
import java.util.Optional;

/** The generalised least squares fit of a disaggregation for one model of the errors. */
final class DisaggregationFit {
  private final double[][] regressors;
  private final BandedProgram program;
  private final double[] benchmarkErrors;
  private final double[][] regressorErrors;
  private final LeastSquares regression;
  private final double logDeterminant;
  private final int count;

  private DisaggregationFit(
      double[][] regressors,
      BandedProgram program,
      double[] benchmarkErrors,
      double[][] regressorErrors,
      LeastSquares regression,
      double logDeterminant,
      int count) {
    this.regressors = regressors;
    this.program = program;
    this.benchmarkErrors = benchmarkErrors;
    this.regressorErrors = regressorErrors;
    this.regression = regression;
    this.logDeterminant = logDeterminant;
    this.count = count;
  }

  /**
   * Fits benchmarks to regressors.
   *
   * @return the fit, or empty if the regressors are collinear over the benchmarks
   */
  static Optional<DisaggregationFit> of(
      double[][] regressors, int length, Benchmarks benchmarks, Differences differences) {
    List<Benchmark> list = benchmarks.asList();
    SparseRows rows = new SparseRows();
    for (Benchmark b : list) {
      for (int t = b.from(); t < b.to(); t++) {
        rows.put(t, 1);
      }
      rows.endRow();
    }
    BandedQuadratic quadratic = BandedQuadratic.of(length, 1, differences);
    BandedProgram program =
        BandedProgram.factor(quadratic, rows, new double[list.size()]).orElseThrow();
    double[] totals = list.stream().mapToDouble(Benchmark::total).toArray();
    double[] ofBenchmarks = program.solve(new double[length], totals);
    double[][] ofRegressors = new double[regressors.length][];
    double[][] columns = new double[regressors.length][];
    for (int k = 0; k < regressors.length; k++) {
      ofRegressors[k] = program.solve(new double[length], benchmarks.sums(regressors[k]));
      columns[k] = quadratic.differences(ofRegressors[k]);
    }
    double logDeterminant = program.logDeterminant() - differences.logDeterminant();
    return LeastSquares.fit(columns, quadratic.differences(ofBenchmarks))
        .map(
            fit ->
                new DisaggregationFit(
                    regressors,
                    program,
                    ofBenchmarks,
                    ofRegressors,
                    fit,
                    logDeterminant,
                    totals.length));
  }

  /** The regression on the whitened benchmarks. */
  LeastSquares regression() {
    return regression;
  }

  /** The log likelihood at the best variance of the innovations. */
  double logLikelihood() {
    double variance = regression.squares() / count;
    return -0.5 * (count * (Math.log(2 * Math.PI * variance) + 1) + logDeterminant);
  }

  /** The effect of the regressors, and the errors that the benchmarks imply. */
  double[] values() {
    double[] b = regression.coefficients();
    double[] values = benchmarkErrors.clone();
    for (int t = 0; t < values.length; t++) {
      for (int k = 0; k < b.length; k++) {
        values[t] += b[k] * (regressors[k][t] - regressorErrors[k][t]);
      }
    }
    return values;
  }

  /** Those of the errors given the benchmarks, and of the coefficients. */
  double[] standardErrors(double variance) {
    double[] errors = program.variances();
    double[] d = new double[regressors.length];
    for (int t = 0; t < errors.length; t++) {
      for (int k = 0; k < d.length; k++) {
        d[k] = regressors[k][t] - regressorErrors[k][t];
      }
      // A period that is itself a benchmark has no error but for rounding of either sign.
      errors[t] = Math.sqrt(variance * Math.max(0, errors[t] + regression.spread(d)));
    }
    return errors;
  }

  double[] coefficientErrors(double variance) {
    double[] errors = new double[regressors.length];
    for (int k = 0; k < errors.length; k++) {
      double[] unit = new double[errors.length];
      unit[k] = 1;
      errors[k] = Math.sqrt(variance * regression.spread(unit));
    }
    return errors;
  }
}
