package org.crosstally.balance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

/** Two thousand reports on five hundred atoms: the solution with its covariance, and the sets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class BalanceBenchmark {
  private static final AccountingRules RULES =
      AccountingRules.none().nonNegative("visitors").wholeNumbers("visitors");

  private Contradictions consistent = read(ManyAccounts.of(20, 10, 0));
  private Reports contradictory = consistent.reports();

  private static Reports reports(FigureTable table) {
    return ReportReader.read(table, RULES, List.of(), Map.of(), Standings.of(table, RULES));
  }

  private static Contradictions read(FigureTable table) {
    return Contradictions.of(reports(table), RULES, 25);
  }

  /** Reads the systems. */
  @Setup
  public void makeSystems() {
    consistent = read(ManyAccounts.of(2000, 500, 0));
    contradictory = reports(ManyAccounts.of(2000, 500, 10));
  }

  /** The solution, and the uncertainty of every atom from the covariance. */
  @Benchmark
  public double solution() {
    Solver solver =
        new Solver(consistent, RULES, Robustness.LEAST_SQUARES, Gaps.LEAVE_OPEN, new TreeMap<>());
    Estimation estimation = solver.solve().orElseThrow().estimation();
    double sum = 0;
    for (Form atom : consistent.reports().flows().nonNegative()) {
      sum += estimation.uncertainty(atom);
    }
    return sum;
  }

  /** The minimal sets of ten reports that are off. */
  @Benchmark
  public int minimalSets() {
    return Contradictions.of(contradictory, RULES, 25).result().sets().size();
  }

  /** Runs both and prints the times. */
  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(BalanceBenchmark.class.getSimpleName())
                .shouldFailOnError(true)
                .build())
        .run()
        .forEach(BalanceBenchmark::print);
  }

  private static void print(RunResult result) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f ms%n",
        result.getPrimaryResult().getLabel(),
        result.getPrimaryResult().getScore());
  }
}
