package org.crosstally.trend;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.crosstally.outcome.Outcome;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the procedures take at sizes where it matters: Mann-Kendall against Kendall's tau of Commons
 * Math on the same data, median slopes with their interval, the exact p-value, breaks and joins.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class TrendBenchmark {
  private static final int MILLION = 1_000_000;

  private double[] x = {};
  private double[] y = {};
  private double[] steps = {};
  private double[] roof = {};

  /** A weak trend in noise, a series with four steps, and one with two joins. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    x = new double[MILLION];
    y = new double[MILLION];
    Arrays.setAll(x, i -> i);
    Arrays.setAll(y, i -> i * 1e-6 + 3 * random.nextDouble());
    steps = new double[1000];
    Arrays.setAll(steps, i -> i / 200 % 2 * 2 + random.nextDouble());
    roof = new double[50];
    Arrays.setAll(roof, i -> 10 + Math.abs(i % 20 - 10) + random.nextDouble());
  }

  private double[] times(int n) {
    return Arrays.copyOf(x, n);
  }

  private double[] values(int n) {
    return Arrays.copyOf(y, n);
  }

  /** Score, variance and normal p of a million values. */
  @Benchmark
  public Outcome<MannKendall.Result> mannKendallMillion() {
    return MannKendall.withDefaults().with(PValueMethod.NORMAL).test(x, y);
  }

  /** Tau alone of the same values. */
  @Benchmark
  public double commonsKendallMillion() {
    return new KendallsCorrelation().correlation(x, y);
  }

  /** Exact p of a hundred values. */
  @Benchmark
  public Outcome<MannKendall.Result> exactHundred() {
    return MannKendall.withDefaults().with(PValueMethod.EXACT).test(times(100), values(100));
  }

  /** Median slope and interval of a hundred thousand values. */
  @Benchmark
  public Outcome<TheilSen.Result> theilSenHundredThousand() {
    return TheilSen.withDefaults().fit(times(100_000), values(100_000));
  }

  /** Median slope and interval of a million values. */
  @Benchmark
  public Outcome<TheilSen.Result> theilSenMillion() {
    return TheilSen.withDefaults().fit(x, y);
  }

  /** Up to five breaks in the mean of a thousand values, with intervals and tests. */
  @Benchmark
  public Outcome<StructuralBreaks.Result> breaksThousand() {
    return StructuralBreaks.withDefaults().withLargest(5).fit(times(1000), steps);
  }

  /** Up to four joins in fifty values, with errors. */
  @Benchmark
  public Outcome<JoinPoints.Result> joinsFifty() {
    return JoinPoints.withDefaults().fit(times(50), roof);
  }

  /** Runs all and prints the ratio of the two million-value runs. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(TrendBenchmark.class.getSimpleName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    double ours = mean(results, "mannKendallMillion");
    double commons = mean(results, "commonsKendallMillion");
    System.out.printf(
        Locale.ROOT,
        "%nMann-Kendall of a million: crosstally %.0f ms, commons-math %.0f ms, ratio %.2f%n",
        ours,
        commons,
        ours / commons);
  }

  private static double mean(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
