package org.crosstally.balance;

/** A series that adds up to its benchmarks. Instances are immutable. */
public final class BenchmarkedSeries {
  private final double[] values;
  private final double[] indicator;
  private final Benchmarks benchmarks;

  BenchmarkedSeries(double[] values, double[] indicator, Benchmarks benchmarks) {
    this.values = values;
    this.indicator = indicator;
    this.benchmarks = benchmarks;
  }

  /**
   * The benchmarked values.
   *
   * @return a new array, one value for each period of the indicator
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * By how much each value differs from the indicator.
   *
   * @return a new array: value less indicator
   */
  public double[] adjustments() {
    double[] adjustments = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      adjustments[t] = values[t] - indicator[t];
    }
    return adjustments;
  }

  /**
   * The sums of the values over the benchmarks: the benchmarks themselves, where they are binding.
   *
   * @return a new array in the order of the benchmarks
   */
  public double[] totals() {
    return benchmarks.sums(values);
  }

  /**
   * By how much each benchmark differed from the sum of the indicator.
   *
   * @return a new array in the order of the benchmarks
   */
  public double[] discrepancies() {
    double[] discrepancies = benchmarks.sums(indicator);
    for (int i = 0; i < discrepancies.length; i++) {
      discrepancies[i] = benchmarks.asList().get(i).total() - discrepancies[i];
    }
    return discrepancies;
  }
}
