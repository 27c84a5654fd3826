package org.crosstally.balance;

import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jdplus.benchmarking.base.api.benchmarking.univariate.CholetteSpec;
import jdplus.benchmarking.base.api.benchmarking.univariate.DentonSpec;
import jdplus.benchmarking.base.core.benchmarking.univariate.CholetteProcessor;
import jdplus.benchmarking.base.core.benchmarking.univariate.DentonProcessor;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
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
 * Benchmarks months to years after Denton and Cholette: 720 months beside JDemetra+ on the same
 * data, and 100,000 months.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MovementPreservationBenchmark {

  /** A monthly indicator and its years. */
  private static final class Data {
    private final double[] indicator;
    private final double[] years;

    Data(int months) {
      Random random = new Random(months);
      indicator = random.doubles(months, 80, 120).toArray();
      years = random.doubles(months / 12, 1100, 1300).toArray();
    }
  }

  /** Sixty years, for both programs. */
  @State(Scope.Benchmark)
  public static class SixtyYears {
    private final Data data = new Data(720);
    private final TsData indicator =
        TsData.ofInternal(TsPeriod.monthly(1960, 1), data.indicator.clone());
    private final TsData years = TsData.ofInternal(TsPeriod.yearly(1960), data.years.clone());
  }

  /** As many months as no series has, to see that the cost of a month stays. */
  @State(Scope.Benchmark)
  public static class ManyMonths {
    private final Data data = new Data(100_000);
  }

  private static BenchmarkedSeries denton(Data data) {
    return Denton.withDefaults()
        .benchmark(data.indicator, Benchmarks.every(12, data.years))
        .orElseThrow();
  }

  private static BenchmarkedSeries cholette(Data data) {
    return Cholette.withDefaults()
        .withRho(0.9)
        .benchmark(data.indicator, Benchmarks.every(12, data.years))
        .orElseThrow();
  }

  /** Proportional first differences, 720 months. */
  @Benchmark
  public BenchmarkedSeries denton(SixtyYears state) {
    return denton(state.data);
  }

  /** The same by JDemetra+. */
  @Benchmark
  public TsData dentonOfJDemetra(SixtyYears state) {
    return DentonProcessor.PROCESSOR.benchmark(
        state.indicator,
        state.years,
        DentonSpec.builder().multiplicative(true).modified(true).differencing(1).build());
  }

  /** rho 0.9, lambda 1, 720 months. */
  @Benchmark
  public BenchmarkedSeries cholette(SixtyYears state) {
    return cholette(state.data);
  }

  /** The same by JDemetra+. */
  @Benchmark
  public TsData choletteOfJDemetra(SixtyYears state) {
    return CholetteProcessor.PROCESSOR.benchmark(
        state.indicator,
        state.years,
        CholetteSpec.builder().rho(0.9).lambda(1).bias(CholetteSpec.BiasCorrection.None).build());
  }

  /** Proportional first differences, 100,000 months. */
  @Benchmark
  public BenchmarkedSeries dentonOfManyMonths(ManyMonths state) {
    return denton(state.data);
  }

  /** rho 0.9, lambda 1, 100,000 months. */
  @Benchmark
  public BenchmarkedSeries choletteOfManyMonths(ManyMonths state) {
    return cholette(state.data);
  }

  /** Runs all and prints the times. */
  public static void main(String[] args) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(MovementPreservationBenchmark.class.getSimpleName())
                .shouldFailOnError(true)
                .build())
        .run().stream()
            .sorted(Comparator.comparing(MovementPreservationBenchmark::name))
            .forEach(
                result ->
                    System.out.printf(
                        Locale.ROOT,
                        "%s: %.3f ms%n",
                        name(result),
                        result.getPrimaryResult().getScore()));
  }

  private static String name(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }
}
