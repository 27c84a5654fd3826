package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DentonTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void tenThousandYearsAddUp(int order) {
    Random random = new Random(order);
    double[] s = random.doubles(120_000, 80, 120).toArray();
    double[] b = random.doubles(10_000, 1100, 1300).toArray();
    for (Denton.Model model : Denton.Model.values()) {
      for (Denton.Start start : Denton.Start.values()) {
        BenchmarkedSeries found =
            Denton.withDefaults()
                .with(model)
                .with(start)
                .withOrder(order)
                .benchmark(s, Benchmarks.every(12, b))
                .orElseThrow();
        assertThat(found.totals()).containsExactly(b, within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatTheDifferencesLeaveFreeIsFoundExactly(int order) {
    int n = 36;
    double[] s = new Random(4).doubles(n, 10, 20).toArray();
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = s[t] * (1.1 + (order > 1 ? 0.01 * t : 0) - (order > 2 ? 0.0005 * t * t : 0));
    }
    double[] b = new double[3];
    for (int y = 0; y < 3; y++) {
      b[y] = Arrays.stream(x, 12 * y, 12 * y + 12).sum();
    }
    assertThat(
            Denton.withDefaults()
                .withOrder(order)
                .benchmark(s, Benchmarks.every(12, b))
                .orElseThrow()
                .values())
        .containsExactly(x, within(1e-10));
  }

  @Test
  void periodsAroundTheBenchmarksKeepTheNearestRatio() {
    double[] s = {3, 4, 5, 6, 7, 8, 9, 10};
    BenchmarkedSeries found =
        Denton.withDefaults().benchmark(s, Benchmarks.every(2, 22, 30).after(2)).orElseThrow();
    double[] x = found.values();
    assertThat(x[0] / s[0]).isCloseTo(x[2] / s[2], within(1e-14));
    assertThat(x[7] / s[7]).isCloseTo(x[5] / s[5], within(1e-14));
    assertThat(found.discrepancies()).containsExactly(11, 15);
    assertThat(found.adjustments()[4]).isEqualTo(x[4] - s[4]);
  }

  @Test
  void scalingScales() {
    Random random = new Random(9);
    double[] s = random.doubles(48, 1, 3).toArray();
    double[] b = random.doubles(4, 20, 30).toArray();
    for (Denton.Model model : Denton.Model.values()) {
      Denton denton = Denton.withDefaults().with(model).withOrder(2);
      double[] one = denton.benchmark(s, Benchmarks.every(12, b)).orElseThrow().values();
      double[] many =
          denton
              .benchmark(times(s, 1e9), Benchmarks.every(12, times(b, 1e9)))
              .orElseThrow()
              .values();
      assertThat(times(many, 1e-9)).containsExactly(one, within(1e-12));
    }
  }

  private static double[] times(double[] v, double factor) {
    return Arrays.stream(v).map(w -> w * factor).toArray();
  }

  @Test
  void tooFewBenchmarksAreNotEnough() {
    double[] s = {1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(Denton.withDefaults().withOrder(2).benchmark(s, Benchmarks.every(8, 40)).whyNot())
        .contains(BenchmarkingReason.TOO_FEW_BENCHMARKS);
    assertThat(
            Denton.withDefaults()
                .withOrder(2)
                .with(Denton.Start.ORIGINAL)
                .benchmark(s, Benchmarks.every(8, 40))
                .orElseThrow()
                .totals()[0])
        .isCloseTo(40, within(1e-12));
    assertThatThrownBy(() -> Denton.withDefaults().withOrder(4)).hasMessage("order 4: 0 to 3");
    assertThatThrownBy(() -> Denton.withDefaults().benchmark(s, Benchmarks.every(3, 1, 2, 3)))
        .hasMessage("a benchmark of periods 6 to 9 for a series of 8 periods");
  }

  @Test
  void growthNeedsPositiveNumbersAndPositiveOnesStayPositive() {
    GrowthRatePreservation growth = GrowthRatePreservation.withDefaults();
    assertThat(growth.benchmark(new double[] {1, 0, 2}, Benchmarks.every(3, 5)).whyNot())
        .contains(BenchmarkingReason.NOT_POSITIVE);
    assertThat(growth.benchmark(new double[] {1, 1, 2}, Benchmarks.every(3, -5)).whyNot())
        .contains(BenchmarkingReason.NOT_POSITIVE);
    Random random = new Random(2);
    for (int i = 0; i < 50; i++) {
      double[] s = random.doubles(44, 0.5, 2).toArray();
      double[] b = random.doubles(10, 3, 8).toArray();
      BenchmarkedSeries found = growth.benchmark(s, Benchmarks.every(4, b)).orElseThrow();
      assertThat(found.totals()).containsExactly(b, within(1e-10));
      double[] x = found.values();
      assertThat(Arrays.stream(x).min().orElseThrow()).isPositive();
      // Beyond the benchmarks nothing stands in the way of the indicator's growth.
      assertThat(x[43] / x[42]).isCloseTo(s[43] / s[42], within(1e-9));
    }
  }

  @Test
  void splinesNeedAnIndicatorThatGrowsWhenCumulated() {
    SplineBenchmarking spline = SplineBenchmarking.withDefaults();
    assertThat(spline.benchmark(new double[] {1, -1, 2, 3}, 2, 3, 4).whyNot())
        .contains(BenchmarkingReason.ZERO_INDICATOR);
    assertThat(spline.with(Aggregation.LAST).benchmark(new double[] {1, 0, 2, 3}, 2, 3, 4).whyNot())
        .contains(BenchmarkingReason.ZERO_INDICATOR);
    assertThat(spline.benchmark(new double[] {1}, 2).whyNot())
        .contains(BenchmarkingReason.NO_BENCHMARKS);
    Random random = new Random(8);
    double[] s = random.doubles(41, 1, 3).toArray();
    double[] b = random.doubles(10, 5, 15).toArray();
    assertThat(spline.benchmark(s, 4, b).orElseThrow().totals()).containsExactly(b, within(1e-12));
    double[] later = spline.after(1).benchmark(s, 4, b).orElseThrow().values();
    assertThat(later).hasSize(41);
    assertThat(Arrays.stream(later, 37, 41).sum()).isCloseTo(b[9], within(1e-12));
    double[] one = spline.with(Aggregation.MEAN).benchmark(s, 4, 3).orElseThrow().values();
    assertThat(one[40] / s[40]).isCloseTo(12 / Arrays.stream(s, 0, 4).sum(), within(1e-12));
  }
}
