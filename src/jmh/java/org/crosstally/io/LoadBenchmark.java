package org.crosstally.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.crosstally.figure.FigureTable;
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
import tech.tablesaw.api.Table;

/**
 * Loads the same million figures with Crosstally and with Tablesaw's own reader, which guesses the
 * types of columns, parses no period and checks no id. Each runs in a JVM of its own with a heap of
 * 512 MB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class LoadBenchmark {
  private static final int ROWS = 1_000_000;

  private Path file = Path.of("");

  /** Writes the file, unless it is there already. */
  @Setup
  public void writeFile() throws IOException {
    file = MillionFigures.write(Path.of("target", "figures"), ROWS);
  }

  /** Figures, each with its parsed amount, period, unit and dimensions. */
  @Benchmark
  public FigureTable crosstally() {
    return FigureReader.strict().read(file);
  }

  /** A table of columns. */
  @Benchmark
  public Table tablesaw() {
    return Table.read().csv(file.toFile());
  }

  /** Runs both and prints the ratio of their mean times. */
  public static void main(String[] args) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(LoadBenchmark.class.getSimpleName())
                    .shouldFailOnError(true)
                    .build())
            .run();
    double crosstally = mean(results, "crosstally");
    double tablesaw = mean(results, "tablesaw");
    System.out.printf(
        Locale.ROOT,
        "%n%,d figures: crosstally %.0f ms, tablesaw %.0f ms, ratio %.2f%n",
        ROWS,
        crosstally,
        tablesaw,
        crosstally / tablesaw);
  }

  private static double mean(Collection<RunResult> results, String benchmark) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
