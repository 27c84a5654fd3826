package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crosstally.trend.JoinPoints.Placement;
import org.crosstally.trend.JoinPoints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken lines against a search without shortcuts, and where nothing can be found. */
class JoinPointsTest {

  private static final JoinPoints LINEAR = JoinPoints.withDefaults().with(Scale.LINEAR);

  private static double squares(double[] x, double[] y, double... joins) {
    double[][] rows = new double[x.length][];
    Arrays.setAll(
        rows,
        i -> {
          double[] row = new double[2 + joins.length];
          row[0] = 1;
          row[1] = x[i] - x[0];
          for (int j = 0; j < joins.length; j++) {
            row[2 + j] = Math.max(0, x[i] - joins[j]);
          }
          return row;
        });
    return Regression.fit(rows, y).map(Regression::rss).orElse(Double.POSITIVE_INFINITY);
  }

  static IntStream seeds() {
    return IntStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void joins_at_observed_times_are_the_best_of_all_sets(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[13];
    double[] y = new double[13];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i == 0 ? 0 : x[i - 1]) + random.nextInt(1, 4);
      y[i] = random.nextDouble() * 10;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int a = 2; a <= 10; a++) {
      for (int b = a + 3; b <= 10; b++) {
        best = Math.min(best, squares(x, y, x[a], x[b]));
      }
    }
    JoinModel model = LINEAR.fit(x, y).orElseThrow().models().get(2);
    assertThat(model.squares()).isEqualTo(best, within(1e-9 * best));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void joins_anywhere_are_not_worse_than_a_fine_grid_and_are_where_they_say(int seed) {
    SplittableRandom random = new SplittableRandom(100 + seed);
    double[] x = Samples.indices(11);
    double[] y = new double[11];
    Arrays.setAll(y, i -> random.nextDouble() * 10);
    JoinModel one = LINEAR.with(Placement.ANYWHERE).fit(x, y).orElseThrow().models().get(1);
    double at = one.joins().get(0).at();
    assertThat(one.squares()).isEqualTo(squares(x, y, at), within(1e-9 * one.squares()));
    for (double join = 3; join <= 9; join += 0.01) {
      assertThat(one.squares()).isLessThanOrEqualTo(squares(x, y, join) * (1 + 1e-9));
    }
    JoinModel two = LINEAR.with(Placement.ANYWHERE).fit(x, y).orElseThrow().models().get(2);
    double first = two.joins().get(0).at();
    double second = two.joins().get(1).at();
    assertThat(two.squares()).isEqualTo(squares(x, y, first, second), within(1e-8));
    assertThat(two.squares()).isLessThanOrEqualTo(one.squares());
  }

  @Test
  void a_roof_is_found_exactly_and_needs_no_criterion() {
    double[] x = Samples.indices(15);
    double[] y = new double[15];
    Arrays.setAll(y, i -> 1e9 + (i <= 8 ? i : 16 - i));
    JoinPoints.Result found = LINEAR.fit(x, y).orElseThrow();
    assertThat(found.chosen()).isEqualTo(1);
    assertThat(found.best().joins().get(0).at()).isEqualTo(9);
    assertThat(found.best().segments().get(0).slope()).isEqualTo(1, within(1e-12));
    assertThat(found.best().segments().get(1).slope()).isEqualTo(-1, within(1e-12));
    assertThat(found.best().criteria().whyNot()).contains(TrendReason.EXACT_LINE);
    assertThat(found.best().segments().get(0).inference().whyNot())
        .contains(TrendReason.EXACT_LINE);
    assertThat(found.best().at(9)).isEqualTo(1e9 + 8, within(1e-6));
  }

  @Test
  void repeated_times_count_as_their_points_and_weights_as_repetitions() {
    double[] x = {1, 2, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] y = {1, 2, 2, 4, 5, 9, 8, 6, 5, 1};
    JoinModel twice = LINEAR.fit(x, y).orElseThrow().models().get(1);
    double[] once = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] values = {1, 2, 4, 5, 9, 8, 6, 5, 1};
    double[] weights = {1, 2, 1, 1, 1, 1, 1, 1, 1};
    JoinModel weighted = LINEAR.fit(once, values, weights).orElseThrow().models().get(1);
    assertThat(weighted.squares()).isEqualTo(twice.squares(), within(1e-12));
    assertThat(weighted.joins().get(0).at()).isEqualTo(twice.joins().get(0).at());
  }

  @Test
  void the_scale_of_values_and_times_goes_through() {
    double[] x = Samples.indices(14);
    double[] y = {3, 4, 6, 5, 8, 9, 11, 10, 9, 8, 6, 5, 5, 2};
    JoinModel plain = LINEAR.fit(x, y).orElseThrow().best();
    JoinModel other =
        LINEAR
            .fit(RandomSeries.affine(x, 1990, 2), RandomSeries.affine(y, 7, 100))
            .orElseThrow()
            .best();
    assertThat(other.joins()).hasSameSizeAs(plain.joins());
    assertThat(other.joins().get(0).at()).isEqualTo(1990 + 2 * plain.joins().get(0).at());
    assertThat(other.segments().get(0).slope())
        .isEqualTo(50 * plain.segments().get(0).slope(), within(1e-10));
  }

  @Test
  void a_permutation_test_is_seeded_and_tells_a_roof_from_a_line() {
    Golden.Series arrivals = Golden.series("arrivals");
    JoinPoints log = JoinPoints.withDefaults().withPermutations(199, 7);
    JoinPoints.Test roof = log.test(arrivals.x(), arrivals.y(), 0, 1).orElseThrow();
    assertThat(roof.p()).isLessThanOrEqualTo(0.01);
    assertThat(log.test(arrivals.x(), arrivals.y(), 0, 1).orElseThrow()).isEqualTo(roof);
    double[] straight = {1, 2.2, 2.9, 4.1, 5, 5.8, 7.1, 8, 9.2, 9.9, 11.1, 12};
    JoinPoints linear = log.with(Scale.LINEAR);
    assertThat(linear.test(Samples.indices(12), straight, 0, 1).orElseThrow().p())
        .isGreaterThan(0.05);
    JoinPoints.Result chosen =
        log.with(JoinPoints.Criterion.PERMUTATION)
            .withLargest(2)
            .fit(arrivals.x(), arrivals.y())
            .orElseThrow();
    assertThat(chosen.chosen()).isEqualTo(1);
    assertThat(chosen.tests()).isNotEmpty();
  }

  /** lm(log(y) ~ x + pmax(0, x - t)) for each year t, against the least squares times 1 + F/11. */
  @Test
  void the_place_of_a_join_has_a_range() {
    Golden.Series arrivals = Golden.series("arrivals");
    JoinRange range =
        JoinPoints.withDefaults().ranges(arrivals.x(), arrivals.y(), 1).orElseThrow().get(0);
    // Squares of 0.268, 0.224 and 0.311, where up to 0.323 is as good.
    assertThat(range).isEqualTo(new JoinRange(2009, List.of(2008.0, 2009.0, 2010.0), 0.95));
    assertThat(range.from()).isEqualTo(2008);
    assertThat(range.to()).isEqualTo(2010);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_range_of_each_of_two_joins_is_that_of_all_sets(int seed) {
    SplittableRandom random = new SplittableRandom(300 + seed);
    double[] x = Samples.indices(14);
    double[] y = new double[14];
    Arrays.setAll(y, i -> 3 * Math.abs(i % 9 - 4) + random.nextDouble() * 4);
    double best = Double.POSITIVE_INFINITY;
    double[] first = new double[15];
    double[] second = new double[15];
    Arrays.fill(first, best);
    Arrays.fill(second, best);
    for (int a = 3; a <= 12; a++) {
      for (int b = a + 3; b <= 12; b++) {
        double found = squares(x, y, a, b);
        first[a] = Math.min(first[a], found);
        second[b] = Math.min(second[b], found);
        best = Math.min(best, found);
      }
    }
    // qf(.9, 1, 8)
    double limit = best * (1 + 3.457919 / 8);
    List<JoinRange> ranges = LINEAR.withLevel(0.9).ranges(x, y, 2).orElseThrow();
    for (int t = 1; t < 15; t++) {
      assertThat(ranges.get(0).times().contains((double) t)).isEqualTo(first[t] <= limit);
      assertThat(ranges.get(1).times().contains((double) t)).isEqualTo(second[t] <= limit);
    }
  }

  /** The set holds the join about as often as its level says, for a turn that is there. */
  @Test
  void ranges_cover_the_join() {
    SplittableRandom random = new SplittableRandom(77);
    double[] x = Samples.indices(20);
    int covered = 0;
    for (int round = 0; round < 1000; round++) {
      double[] y = new double[20];
      Arrays.setAll(y, i -> -0.7 * Math.abs(x[i] - 12) + random.nextGaussian());
      covered += LINEAR.ranges(x, y, 1).orElseThrow().get(0).times().contains(12.0) ? 1 : 0;
    }
    // The standard error of the share is 0.007.
    assertThat(covered).isBetween(930, 980);
  }

  @Test
  void what_has_no_range_says_why() {
    double[] x = Samples.indices(9);
    double[] roof = {1, 2, 3, 4, 5, 4, 3, 2, 1};
    assertThat(LINEAR.ranges(x, roof, 1).whyNot()).contains(TrendReason.EXACT_LINE);
    assertThat(LINEAR.ranges(x, new double[] {1, 3, 2, 5, 4, 5, 3, 4, 1}, 4).whyNot())
        .contains(TrendReason.TOO_SHORT);
    assertThat(LINEAR.ranges(new double[2], new double[2], 1).whyNot())
        .contains(TrendReason.TOO_FEW_POINTS);
    // Six points less two for the line and four for two joins.
    assertThat(
            LINEAR
                .withTimesBetween(1)
                .ranges(Samples.indices(6), new double[] {1, 4, 2, 5, 3, 9}, 2)
                .whyNot())
        .contains(TrendReason.NOT_IDENTIFIED);
    assertThatThrownBy(() -> LINEAR.ranges(x, roof, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_cannot_be_fitted_says_why() {
    double[] x = {1, 2, 3, 4};
    assertThat(LINEAR.fit(new double[2], new double[2]).whyNot())
        .contains(TrendReason.TOO_FEW_POINTS);
    assertThat(LINEAR.fit(new double[4], x).whyNot()).contains(TrendReason.CONSTANT_TIMES);
    assertThat(LINEAR.fit(x, new double[4]).whyNot()).contains(TrendReason.CONSTANT_VALUES);
    assertThat(JoinPoints.withDefaults().fit(x, new double[] {1, 0, 2, 3}).whyNot())
        .contains(TrendReason.NOT_POSITIVE);
    // Four points have room for no join.
    assertThat(LINEAR.fit(x, new double[] {1, 3, 2, 4}).orElseThrow().models()).hasSize(1);
    assertThat(LINEAR.test(x, new double[] {1, 3, 2, 4}, 0, 1).whyNot())
        .contains(TrendReason.TOO_SHORT);
  }
}
