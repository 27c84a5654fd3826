package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JDemetra+ and R's tempdisagg; benchmarking.md names the calls. */
class BenchmarkingGoldenTest {

  /** The two programs agree with each other to no more than 4e-11 at order 3. */
  private static final double TOLERANCE = 1e-9;

  static Stream<GoldenSeries.Call> denton() {
    return GoldenSeries.calls("benchmarking_golden.csv", "denton");
  }

  static Stream<GoldenSeries.Call> cholette() {
    return GoldenSeries.calls("benchmarking_golden.csv", "cholette");
  }

  static Stream<GoldenSeries.Call> searchedGrowth() {
    return GoldenSeries.calls("benchmarking_golden.csv", "grp");
  }

  static Stream<GoldenSeries.Call> exactGrowth() {
    return GoldenSeries.calls("benchmarking_more_golden.csv", "grp");
  }

  static Stream<GoldenSeries.Call> splines() {
    return Stream.concat(
        GoldenSeries.calls("benchmarking_golden.csv", "cubicspline"),
        GoldenSeries.calls("benchmarking_more_golden.csv", "cubicspline"));
  }

  static Stream<GoldenSeries.Call> systems() {
    return GoldenSeries.calls("benchmarking_golden.csv", "jd:lambda");
  }

  @ParameterizedTest
  @MethodSource("denton")
  void dentonMatches(GoldenSeries.Call call) {
    Denton denton =
        Denton.withDefaults()
            .with(Denton.Model.valueOf(call.option(1).toUpperCase(Locale.ROOT)))
            .withOrder(Integer.parseInt(call.option(2).substring(1)))
            .with(Denton.Start.valueOf(call.option(3).toUpperCase(Locale.ROOT)));
    call.matches(benchmarked(denton.benchmark(call.input("indicator"), quarters(call))), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADDITIVE", "PROPORTIONAL"})
  void twoBenchmarksLeaveTheCurvatureFree(Denton.Model model) {
    double[] s = GoldenSeries.input("imf_qna2001_ex62", "indicator");
    double[] b = GoldenSeries.input("imf_qna2001_ex62", "benchmark");
    Outcome<BenchmarkedSeries> found =
        Denton.withDefaults().with(model).withOrder(3).benchmark(s, Benchmarks.every(4, b));
    assertThat(found.whyNot()).contains(BenchmarkingReason.TOO_FEW_BENCHMARKS);
  }

  @ParameterizedTest
  @MethodSource("cholette")
  void choletteMatches(GoldenSeries.Call call) {
    String bias = number(call, 3, "bias").toUpperCase(Locale.ROOT);
    Cholette cholette =
        Cholette.withDefaults()
            .withRho(Double.parseDouble(number(call, 1, "rho")))
            .withLambda(Double.parseDouble(number(call, 2, "lambda")))
            .with(
                bias.equals("ADDITIVE")
                    ? Cholette.Bias.ADDITIVE_PER_BENCHMARK
                    : Cholette.Bias.valueOf(bias));
    call.matches(
        benchmarked(cholette.benchmark(call.input("indicator"), quarters(call))), TOLERANCE);
  }

  private static String number(GoldenSeries.Call call, int at, String name) {
    assertThat(call.option(at)).startsWith(name + "=");
    return call.option(at).substring(name.length() + 1);
  }

  @ParameterizedTest
  @MethodSource("exactGrowth")
  void growthRatesArePreservedToTheMinimum(GoldenSeries.Call call) {
    call.matches(growth(call), 1e-13);
  }

  @ParameterizedTest
  @MethodSource("searchedGrowth")
  void growthRatesAreNearerToTheIndicatorThanThoseOfASearch(GoldenSeries.Call call) {
    double[] found = growth(call);
    // The search stopped as far as 9e-6 from the minimum.
    call.matches(found, 1e-5);
    double[] s = call.input("indicator");
    assertThat(growthCriterion(found, s)).isLessThan(growthCriterion(call.values(), s));
  }

  private static double[] growth(GoldenSeries.Call call) {
    return benchmarked(
        GrowthRatePreservation.withDefaults().benchmark(call.input("indicator"), quarters(call)));
  }

  private static double growthCriterion(double[] x, double[] s) {
    double sum = 0;
    for (int t = 1; t < x.length; t++) {
      double off = x[t] / x[t - 1] - s[t] / s[t - 1];
      sum += off * off;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("splines")
  void splinesMatch(GoldenSeries.Call call) {
    Aggregation aggregation =
        call.method().contains(":")
            ? Aggregation.valueOf(call.option(1).toUpperCase(Locale.ROOT))
            : Aggregation.LAST;
    call.matches(
        benchmarked(
            SplineBenchmarking.withDefaults()
                .with(aggregation)
                .benchmark(call.input("indicator"), 4, call.input("benchmark"))),
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void systemsMatch(GoldenSeries.Call call) {
    double[][] s = {call.input("s1"), call.input("s2"), call.input("s3")};
    MultivariateCholette.Result found =
        MultivariateCholette.withDefaults()
            .withLambda(Double.parseDouble(number(call, 1, "lambda")))
            .benchmark(
                s,
                List.of(
                    Benchmarks.every(4, call.input("y1")),
                    Benchmarks.every(4, call.input("y2")),
                    Benchmarks.every(4, call.input("y3"))),
                List.of(MultivariateCholette.WeightedSum.of(call.input("a"), 1, 1, 1)))
            .orElseThrow();
    call.matches(found.values(call.option(2).charAt(1) - '1'), TOLERANCE);
  }

  static Stream<GoldenSeries.Call> means() {
    return GoldenSeries.calls("benchmarking_more_golden.csv", "cholette:average");
  }

  @ParameterizedTest
  @MethodSource("means")
  void meansMatch(GoldenSeries.Call call) {
    double[] b = call.input("benchmark");
    double[] mean = Arrays.stream(b).map(v -> v / 4).toArray();
    call.matches(
        benchmarked(
            Cholette.withDefaults()
                .withRho(0.9)
                .benchmark(call.input("indicator"), Benchmarks.every(4, Aggregation.MEAN, mean))),
        TOLERANCE);
  }

  private static Benchmarks quarters(GoldenSeries.Call call) {
    return Benchmarks.every(4, call.input("benchmark"));
  }

  private static double[] benchmarked(Outcome<BenchmarkedSeries> outcome) {
    return outcome.orElseThrow().values();
  }
}
