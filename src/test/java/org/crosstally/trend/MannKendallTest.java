package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MannKendallTest {

  private static final MannKendall TEST = MannKendall.withDefaults();
  private static final MannKendall NORMAL = TEST.with(PValueMethod.NORMAL);
  private static final MannKendall EXACT = TEST.with(PValueMethod.EXACT);

  @Test
  void aShortSeriesGetsTheExactPValueByDefault() {
    MannKendall.Result result = TEST.test(new double[] {1, 3, 2, 4}).orElseThrow();
    assertThat(result.s()).isEqualTo(4);
    assertThat(result.chosen()).isEqualTo(PValueMethod.EXACT);
    // 4 of the 24 orders have a score of at least 4, and as many of at most -4.
    assertThat(result.p().twoSided()).isEqualTo(8 / 24.0, within(1e-15));
    assertThat(result.p().increasing()).isEqualTo(4 / 24.0, within(1e-15));
    assertThat(result.p().decreasing()).isEqualTo(23 / 24.0, within(1e-15));
  }

  @Test
  void valuesAreOrderedByTheirTimes() {
    assertThat(TEST.test(new double[] {2020, 1998, 2004}, new double[] {3, 1, 2}))
        .isEqualTo(TEST.test(new double[] {1, 2, 3}));
  }

  @Test
  void aScoreOfZeroIsNoEvidence() {
    MannKendall.Result result = TEST.test(new double[] {1, 2, 2, 1}).orElseThrow();
    assertThat(result.s()).isZero();
    assertThat(result.z()).isZero();
    assertThat(result.pNormal().twoSided()).isEqualTo(1);
    assertThat(result.pExact().orElseThrow().twoSided()).isEqualTo(1);
  }

  @Test
  void theContinuityCorrectionMovesTheScoreByOne() {
    double[] y = {1, 3, 2, 4};
    double sigma = Math.sqrt(26 / 3.0);
    assertThat(NORMAL.test(y).orElseThrow().z()).isEqualTo(3 / sigma, within(1e-15));
    assertThat(NORMAL.with(ContinuityCorrection.NONE).test(y).orElseThrow().z())
        .isEqualTo(4 / sigma, within(1e-15));
  }

  @Test
  void tiedTimesLeaveTheNormalPValue() {
    double[] x = {1, 1, 2, 3};
    double[] y = {1, 2, 3, 4};
    MannKendall.Result result = TEST.test(x, y).orElseThrow();
    assertThat(result.s()).isEqualTo(5);
    assertThat(result.chosen()).isEqualTo(PValueMethod.NORMAL);
    assertThat(result.pExact().whyNot()).contains(TrendReason.TIED_TIMES);
    assertThat(EXACT.test(x, y).whyNot()).contains(TrendReason.TIED_TIMES);
  }

  @Test
  void theExactPValueEndsAt170Points() {
    double[] rising = Samples.indices(170);
    // One order of 170! is rising and one falling: log10(2/170!) = -306.5597…
    assertThat(EXACT.test(rising).orElseThrow().p().log10TwoSided())
        .isEqualTo(
            Math.log10(2) - IntStream.rangeClosed(1, 170).mapToDouble(Math::log10).sum(),
            within(1e-10));
    double[] longer = Samples.indices(171);
    assertThat(EXACT.test(longer).whyNot()).contains(TrendReason.TOO_MANY_POINTS);
    assertThat(TEST.test(longer).orElseThrow().chosen()).isEqualTo(PValueMethod.NORMAL);
  }

  @Test
  void noPValueIsZero() {
    MannKendall.Result result = TEST.test(Samples.indices(5000)).orElseThrow();
    assertThat(result.z()).isGreaterThan(100);
    assertThat(result.p().twoSided()).isPositive();
    assertThat(result.p().log10TwoSided()).isBetween(-2500.0, -2400.0);
  }

  @Test
  void aMillionPointsAreATest() {
    assertThat(TEST.test(Samples.indices(1_000_000)).orElseThrow().s()).isEqualTo(499_999_500_000L);
  }

  @Test
  void tooLittleDataGiveTheReason() {
    for (double[] y : new double[][] {{}, {1}, {1, 2}}) {
      assertThat(TEST.test(y).whyNot()).contains(TrendReason.TOO_FEW_POINTS);
    }
    assertThat(TEST.test(new double[] {0.0, -0.0, 0.0}).whyNot())
        .contains(TrendReason.CONSTANT_VALUES);
    assertThat(TEST.test(new double[] {7, 7, 7}, new double[] {1, 2, 3}).whyNot())
        .contains(TrendReason.CONSTANT_TIMES);
  }

  @Test
  void invalidDataAreRefused() {
    assertThatThrownBy(() -> TEST.test(new double[] {1, Double.NaN, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("y[1] is NaN: not a finite number");
    assertThatThrownBy(
            () -> TEST.test(new double[] {1, 2, Double.NEGATIVE_INFINITY}, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x[2] is -Infinity");
    assertThatThrownBy(() -> TEST.test(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 times for 3 values");
  }

  static Stream<Golden.Series> series() {
    return RandomSeries.of(60, 40);
  }

  @ParameterizedTest
  @MethodSource("series")
  void theScoreIsTheSumOverAllPairs(Golden.Series series) {
    assertThat(NORMAL.test(series.x(), series.y()).orElseThrow().s())
        .isEqualTo(score(series.x(), series.y()));
  }

  @ParameterizedTest
  @MethodSource("series")
  void onlyTheOrderOfValuesCounts(Golden.Series series) {
    Outcome<MannKendall.Result> result = TEST.test(series.x(), series.y());
    assertThat(TEST.test(RandomSeries.affine(series.x(), 9, 3), series.y())).isEqualTo(result);
    double[] cubes = Arrays.stream(series.y()).map(v -> v * v * v).toArray();
    assertThat(TEST.test(series.x(), cubes)).isEqualTo(result);
    assertThat(
            TEST.test(RandomSeries.shuffled(series.x(), 5), RandomSeries.shuffled(series.y(), 5)))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @MethodSource("series")
  void turningTheSeriesOverSwapsIncreaseAndDecrease(Golden.Series series) {
    MannKendall.Result up = TEST.test(series.x(), series.y()).orElseThrow();
    MannKendall.Result down =
        TEST.test(series.x(), RandomSeries.affine(series.y(), 0, -1)).orElseThrow();
    assertThat(down.s()).isEqualTo(-up.s());
    assertThat(down.tauB()).isEqualTo(-up.tauB() + 0.0);
    assertThat(down.p().twoSided()).isEqualTo(up.p().twoSided(), within(1e-14));
    assertThat(down.p().increasing()).isEqualTo(up.p().decreasing(), within(1e-14));
  }

  static Stream<Golden.Series> shortSeries() {
    return RandomSeries.of(60, 7);
  }

  @ParameterizedTest
  @MethodSource("shortSeries")
  void theVarianceIsThatOverAllOrders(Golden.Series series) {
    double[] sums = new double[2];
    permutations(
        series.y().clone(),
        0,
        y -> {
          sums[0]++;
          sums[1] += Math.pow((double) score(series.x(), y), 2);
        });
    assertThat(NORMAL.test(series.x(), series.y()).orElseThrow().varS())
        .isEqualTo(sums[1] / sums[0], within(1e-12 * sums[1]));
  }

  @ParameterizedTest
  @MethodSource("shortSeries")
  void theExactPValueIsTheShareOfAllOrders(Golden.Series series) {
    double[] x = Samples.indices(series.y().length);
    MannKendall.Result result = EXACT.test(series.y()).orElseThrow();
    double[] counts = new double[4];
    permutations(
        series.y().clone(),
        0,
        y -> {
          long s = score(x, y);
          counts[0]++;
          counts[1] += s >= result.s() ? 1 : 0;
          counts[2] += s <= result.s() ? 1 : 0;
          counts[3] += Math.abs(s) >= Math.abs(result.s()) ? 1 : 0;
        });
    assertThat(result.p().increasing()).isEqualTo(counts[1] / counts[0], within(1e-14));
    assertThat(result.p().decreasing()).isEqualTo(counts[2] / counts[0], within(1e-14));
    assertThat(result.p().twoSided()).isEqualTo(counts[3] / counts[0], within(1e-14));
  }

  @Test
  void theEvidenceNamesItsPValue() {
    assertThat(TEST.test(new double[] {1, 3, 2, 4}).orElseThrow().rows())
        .contains(new Evidence("Mann-Kendall", "S", 4))
        .extracting(Evidence::quantity)
        .contains("p (exact, two-sided)");
  }

  private static long score(double[] x, double[] y) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        s += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    return (long) s;
  }

  private static void permutations(double[] y, int from, Consumer<double[]> visit) {
    if (from == y.length) {
      visit.accept(y);
    }
    for (int i = from; i < y.length; i++) {
      swap(y, from, i);
      permutations(y, from + 1, visit);
      swap(y, from, i);
    }
  }

  private static void swap(double[] y, int i, int j) {
    double value = y[i];
    y[i] = y[j];
    y[j] = value;
  }
}
