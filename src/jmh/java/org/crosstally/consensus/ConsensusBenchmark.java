package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Restricted maximum likelihood of 6 values (PCB 28 of the key comparison CCQM-K25) and of 100,
 * with Knapp-Hartung interval, tau<sup>2</sup>, Q and its p-value; and 100,000 cells of 5 reports:
 * each fitted alone, and all in one pooled model, with exact reports and with one of five rounded.
 * One thread.
 */
@State(Scope.Thread)
@Fork(1)
public class ConsensusBenchmark {
  private static final int CELLS = 100_000;
  private static final int REPORTS = 5;
  private static final RandomEffects FIT = RandomEffects.withDefaults();

  private final double[] y6 = {34.30, 32.90, 34.53, 32.42, 31.90, 35.80};
  private final double[] v6 = squares(1.03, 0.69, 0.83, 0.29, 0.40, 0.38);
  private final double[] y100 = new double[100];
  private final double[] v100 = new double[100];
  private final double[][] y = new double[CELLS][REPORTS];
  private final double[][] v = new double[CELLS][REPORTS];
  private final List<PooledModel.CellReport> exact = new ArrayList<>();
  private final List<PooledModel.CellReport> rounded = new ArrayList<>();

  /** Makes the data; the same ones each time. */
  public ConsensusBenchmark() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < y100.length; i++) {
      v100[i] = 0.05 + random.nextDouble();
      y100[i] = 3 + gaussian(random) * Math.sqrt(0.5 + v100[i]);
    }
    for (int cell = 0; cell < CELLS; cell++) {
      double truth = 1000 * (1 + 9 * random.nextDouble());
      for (int i = 0; i < REPORTS; i++) {
        double value = truth * Math.exp(0.1 * gaussian(random));
        y[cell][i] = value;
        v[cell][i] = 100 + 1000 * random.nextDouble();
        exact.add(new PooledModel.CellReport(cell, i, Report.exact(value)));
        double whole = 500 * Math.rint(value / 500);
        rounded.add(
            new PooledModel.CellReport(
                cell, i, i == 0 ? Report.rounded(whole, 500) : Report.exact(value)));
      }
    }
  }

  private static double[] squares(double... errors) {
    double[] squares = errors.clone();
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return squares;
  }

  /** By the polar method. */
  private static double gaussian(SplittableRandom random) {
    while (true) {
      double a = 2 * random.nextDouble() - 1;
      double b = 2 * random.nextDouble() - 1;
      double s = a * a + b * b;
      if (s > 0 && s < 1) {
        return a * Math.sqrt(-2 * Math.log(s) / s);
      }
    }
  }

  private static double whole(RandomEffectsFit fit) {
    return fit.interval().high() + fit.tauSquared() + fit.qP();
  }

  /** Six values. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  public double six() {
    return whole(FIT.fit(y6, v6).orElseThrow());
  }

  /** A hundred values. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 3, time = 1)
  @Measurement(iterations = 5, time = 1)
  public double hundred() {
    return whole(FIT.fit(y100, v100).orElseThrow());
  }

  /** All cells, each alone. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 2)
  @Measurement(iterations = 5)
  public double cells() {
    double sum = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      sum += whole(FIT.fit(y[cell], v[cell]).orElseThrow());
    }
    return sum;
  }

  /** All cells in one model, with exact reports. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 2)
  @Measurement(iterations = 5)
  public double pooledExact() {
    return PooledModel.withDefaults().fit(exact).orElseThrow().sigma();
  }

  /** All cells in one model, with one report of five rounded. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 2)
  @Measurement(iterations = 5)
  public double pooledRounded() {
    return PooledModel.withDefaults().fit(rounded).orElseThrow().sigma();
  }

  /** Runs all and prints the median of each and its best run, which other work moves least. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ConsensusBenchmark.class.getSimpleName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    System.out.println();
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "%s: median %,.1f microseconds, best %,.1f%n",
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getStatistics().getPercentile(50),
          result.getPrimaryResult().getStatistics().getMin());
    }
  }
}
