package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.crosstally.trend.JoinPoints.Scale;
import org.crosstally.trend.ParallelTrends.Series;
import org.junit.jupiter.api.Test;

/** Broken lines of several series against one another, and where they cannot be compared. */
class JoinComparabilityTest {

  private static final JoinComparability LINEAR =
      JoinComparability.withDefaults().with(Scale.LINEAR).withPermutations(199, 4);

  private static Series roof(SplittableRandom random, int n, double level, double join) {
    return series(n, i -> level - Math.abs(i + 1 - join) + random.nextGaussian() / 2);
  }

  private static Series series(int n, IntToDoubleFunction value) {
    double[] y = new double[n];
    Arrays.setAll(y, value);
    return new Series(Samples.indices(n), y);
  }

  @Test
  void withoutJoinsTheStatisticsAreThoseOfStraightLines() {
    List<Series> lines =
        List.of(
            new Series(new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {2, 3, 5, 4, 6, 8, 7}),
            new Series(new double[] {1, 2, 4, 5, 7}, new double[] {9, 8, 8, 6, 5}));
    ParallelTrends.Result straight = ParallelTrends.withDefaults().test(lines).orElseThrow();
    JoinComparability.Result found = LINEAR.withJoins(0).test(lines).orElseThrow();
    assertThat(found.parallel().statistic())
        .isEqualTo(straight.parallel().statistic(), within(1e-10));
    assertThat(found.equal().statistic()).isEqualTo(straight.equal().statistic(), within(1e-10));
    assertThat(found.equal().numerator()).isEqualTo(straight.equal().numerator());
    assertThat(found.parallel().denominator()).isEqualTo(straight.parallel().denominator());
    assertThat(found.parallel().p()).isLessThan(0.02);
  }

  /** Each model against a search of its own: those of {@link JoinPoints}, and all pairs. */
  @Test
  void theSquaresAreTheLeastOverAllPlaces() {
    SplittableRandom random = new SplittableRandom(5);
    Series one = roof(random, 13, 20, 6);
    Series two = roof(random, 13, 24, 8);
    for (int k = 1; k <= 2; k++) {
      JoinPoints procedure = JoinPoints.withDefaults().with(Scale.LINEAR);
      JoinModel first = procedure.fit(one.x(), one.y()).orElseThrow().models().get(k);
      JoinModel second = procedure.fit(two.x(), two.y()).orElseThrow().models().get(k);
      double[] x = new double[26];
      double[] y = new double[26];
      Arrays.setAll(x, i -> i % 13 + 1);
      Arrays.setAll(y, i -> i < 13 ? one.y()[i] : two.y()[i - 13]);
      double all = procedure.fit(x, y).orElseThrow().models().get(k).squares();
      double[] centred = new double[26];
      double shift = Sums.mean(one.y()) - Sums.mean(two.y());
      // At the same times, the constants of parallel lines are the means.
      Arrays.setAll(centred, i -> i < 13 ? y[i] : y[i] + shift);
      double same = procedure.fit(x, centred).orElseThrow().models().get(k).squares();

      JoinComparability.Result found = LINEAR.withJoins(k).test(List.of(one, two)).orElseThrow();
      double each = first.squares() + second.squares();
      int df = 26 - 2 * (2 * k + 2);
      assertThat(found.equal().statistic())
          .isEqualTo((all - each) / (2 * k + 2) / (each / df), within(1e-9));
      assertThat(found.parallel().statistic())
          .isEqualTo((same - each) / (2 * k + 1) / (each / df), within(1e-9));
      assertThat(found.own())
          .containsExactly(
              first.joins().stream().map(JoinModel.Join::at).toList(),
              second.joins().stream().map(JoinModel.Join::at).toList());
    }
  }

  @Test
  void aShiftIsParallelAndNotEqualAndAnotherTurnIsNeither() {
    SplittableRandom random = new SplittableRandom(9);
    Series one = roof(random, 16, 20, 8);
    JoinComparability.Result shifted =
        LINEAR.test(List.of(one, roof(random, 16, 23, 8))).orElseThrow();
    assertThat(shifted.parallel().p()).isGreaterThan(0.1);
    assertThat(shifted.equal().p()).isLessThan(0.02);
    assertThat(shifted.parallelJoins()).containsExactly(8.0);
    JoinComparability.Result later =
        LINEAR.test(List.of(one, roof(random, 16, 20, 12))).orElseThrow();
    assertThat(later.parallel().p()).isLessThan(0.02);
    assertThat(later.equal().p()).isLessThan(0.02);
    JoinComparability.Result same = LINEAR.test(List.of(one, one)).orElseThrow();
    assertThat(same.parallel().statistic()).isEqualTo(0, within(1e-9));
    assertThat(same.parallel().p()).isEqualTo(1);
    assertThat(same.equal().p()).isEqualTo(1);
  }

  @Test
  void seriesWithTheSameLineAreRejectedAboutAsOftenAsTheLevelSays() {
    SplittableRandom random = new SplittableRandom(31);
    JoinComparability fast = LINEAR.withPermutations(99, 2);
    int parallel = 0;
    int equal = 0;
    for (int round = 0; round < 300; round++) {
      JoinComparability.Result found =
          fast.test(List.of(roof(random, 12, 20, 6), roof(random, 12, 20, 6))).orElseThrow();
      parallel += found.parallel().p() <= 0.1 ? 1 : 0;
      equal += found.equal().p() <= 0.1 ? 1 : 0;
    }
    // 30 of 300, with a standard error of 5.2.
    assertThat(parallel).isBetween(15, 45);
    assertThat(equal).isBetween(15, 45);
  }

  @Test
  void threeSeriesAtOtherTimesAndLargeValuesAreCompared() {
    SplittableRandom random = new SplittableRandom(3);
    double[] times = {1, 2, 3, 5, 6, 8, 9, 10, 12, 13};
    double[] values = new double[times.length];
    Arrays.setAll(values, i -> 1e9 - Math.abs(times[i] - 8) + random.nextGaussian() / 2);
    List<Series> series =
        List.of(roof(random, 14, 2e9, 8), new Series(times, values), roof(random, 14, 1e9, 8));
    JoinComparability.Result large = LINEAR.test(series).orElseThrow();
    assertThat(large.parallel().numerator()).isEqualTo(6);
    assertThat(large.parallel().denominator()).isEqualTo(38 - 12);
    assertThat(large.parallel().p()).isGreaterThan(0.05);
    assertThat(LINEAR.test(series).orElseThrow()).isEqualTo(large);
    List<Series> small =
        series.stream()
            .map(s -> new Series(s.x(), Arrays.stream(s.y()).map(v -> v - s.y()[0]).toArray()))
            .toList();
    assertThat(LINEAR.test(small).orElseThrow().parallel().statistic())
        .isEqualTo(large.parallel().statistic(), within(1e-5));
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    SplittableRandom random = new SplittableRandom(1);
    Series roof = roof(random, 12, 20, 6);
    Series exact = series(12, i -> 20 - Math.abs(i - 6));
    Series negative = series(12, i -> 3 - i + random.nextDouble());
    assertThat(LINEAR.test(List.of(exact, exact)).whyNot()).contains(TrendReason.EXACT_LINE);
    assertThat(LINEAR.test(List.of(roof, series(4, i -> i * i))).whyNot())
        .contains(TrendReason.TOO_SHORT);
    assertThat(LINEAR.test(List.of(roof, series(0, i -> i))).whyNot())
        .contains(TrendReason.TOO_SHORT);
    assertThat(JoinComparability.withDefaults().test(List.of(roof, negative)).whyNot())
        .contains(TrendReason.NOT_POSITIVE);
    Series long1 = roof(random, 300, 20, 6);
    assertThat(LINEAR.withJoins(3).test(List.of(long1, long1)).whyNot())
        .contains(TrendReason.TOO_MANY_PLACES);
    assertThatThrownBy(() -> LINEAR.test(List.of(roof)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LINEAR.withJoins(4)).isInstanceOf(IllegalArgumentException.class);
  }
}
