package org.crosstally.reconcile;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.crosstally.figure.FigureTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Reconciles ten thousand, a hundred thousand and a million figures with their causes, five figures
 * a cell, with a heap of 1 GB. The time for one figure shows whether it grows with their number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class ReconcileBenchmark {
  /** The number of figures. */
  @Param({"10000", "100000", "1000000"})
  private int figures;

  private FigureTable table = FigureTable.of(List.of());

  /** Makes the table. */
  @Setup
  public void makeTable() {
    table = ManyReports.of(figures);
  }

  /** All cells with their causes. */
  @Benchmark
  public Reconciliation byLineage() {
    return Reconciler.byLineage().reconcile(table);
  }

  /** Runs all sizes and prints the time for one figure. */
  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(ReconcileBenchmark.class.getSimpleName())
                .shouldFailOnError(true)
                .build())
        .run().stream()
            .sorted(Comparator.comparingInt(ReconcileBenchmark::size))
            .forEach(ReconcileBenchmark::print);
  }

  private static int size(RunResult result) {
    return Integer.parseInt(result.getParams().getParam("figures"));
  }

  private static void print(RunResult result) {
    double milliseconds = result.getPrimaryResult().getScore();
    System.out.printf(
        Locale.ROOT,
        "%,d figures: %.0f ms, %.1f microseconds a figure%n",
        size(result),
        milliseconds,
        1000 * milliseconds / size(result));
  }
}
