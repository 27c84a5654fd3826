package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.crosstally.agreement.RevisionStatistics.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How preliminary figures compare with what became of them. */
class RevisionStatisticsTest {
  private static double value(Statistic statistic) {
    return statistic.outcome().orElseThrow();
  }

  private static String sentence(Statistic statistic) {
    return statistic.whyNot().orElseThrow().sentence();
  }

  private static double[] map(double[] values, DoubleUnaryOperator operator) {
    return Arrays.stream(values).map(operator).toArray();
  }

  @Test
  void the_size_follows_from_the_definitions() {
    RevisionStatistics.Size size =
        RevisionStatistics.of(new double[] {10, 20, 30, 40}, new double[] {12, 19, 33, 40}).size();

    assertThat(value(size.mean())).isEqualTo(1);
    assertThat(value(size.meanAbsolute())).isEqualTo(1.5);
    assertThat(value(size.rootMeanSquare())).isCloseTo(Math.sqrt(14 / 4.0), within(1e-15));
    assertThat(value(size.standardDeviation())).isCloseTo(Math.sqrt(10 / 3.0), within(1e-15));
    assertThat(value(size.relativeMean())).isEqualTo(4 / 104.0);
    assertThat(value(size.relativeMeanAbsolute())).isEqualTo(6 / 104.0);
    assertThat(value(size.smallest())).isEqualTo(-1);
    // The revisions in order are -1, 0, 2, 3; the quartile stands at place 5/4, the median at 5/2.
    assertThat(value(size.lowerQuartile())).isEqualTo(-0.75);
    assertThat(value(size.median())).isEqualTo(1);
    assertThat(value(size.upperQuartile())).isEqualTo(2.75);
    assertThat(value(size.largest())).isEqualTo(3);
    assertThat(size.percentile5().whyNot()).containsInstanceOf(Statistic.TooFewPairs.class);
  }

  @Test
  void the_coefficients_of_inequality_follow_from_the_definitions() {
    RevisionStatistics.Inequality inequality =
        RevisionStatistics.of(new double[] {10, 20, 30, 40}, new double[] {12, 19, 33, 40})
            .inequality();

    assertThat(value(inequality.u1()))
        .isCloseTo(
            Math.sqrt(14 / 4.0)
                / (Math.sqrt(3000 / 4.0) + Math.sqrt((144 + 361 + 1089 + 1600) / 4.0)),
            within(1e-15));
    // The later figures change by 7, 14 and 7; the revisions behind them are -1, 3 and 0.
    assertThat(value(inequality.u2())).isCloseTo(Math.sqrt(10 / 294.0), within(1e-15));
    assertThat(inequality.u2().pairs()).isEqualTo(3);
    // The mean square revision is 3.5; R over P has the slope (-15 * 1 + 5 * 2 - 5 * 2 - 15) / 500
    // with centred P -15, -5, 5, 15 and centred R 1, -2, 2, -1.
    double slope = (-15 * 1.0 + -5 * -2.0 + 5 * 2.0 + 15 * -1.0) / 500;
    assertThat(value(inequality.biasShare())).isCloseTo(1 / 3.5, within(1e-15));
    assertThat(value(inequality.regressionShare()))
        .isCloseTo(slope * slope * 125 / 3.5, within(1e-15));
    assertThat(value(inequality.disturbanceShare()))
        .isCloseTo((10 - slope * slope * 500) / 4 / 3.5, within(1e-15));
  }

  @Test
  void a_constant_revision_is_all_bias_and_a_constant_factor_leaves_no_disturbance() {
    double[] preliminary = {10, 20, 30, 45, 60};
    RevisionStatistics.Inequality shifted =
        RevisionStatistics.of(preliminary, map(preliminary, p -> p + 2)).inequality();
    RevisionStatistics.Inequality scaled =
        RevisionStatistics.of(preliminary, map(preliminary, p -> 1.1 * p)).inequality();

    assertThat(value(shifted.biasShare())).isEqualTo(1);
    assertThat(value(scaled.disturbanceShare())).isCloseTo(0, within(1e-25));
    // The revisions are a tenth of P, whose mean is 33 and whose mean square is 1405.
    assertThat(value(scaled.biasShare())).isCloseTo(33 * 33 / 1405.0, within(1e-12));
  }

  @Test
  void signs_count_the_changes_and_the_changes_of_growth_that_were_right() {
    // Changes up, up, down, up, up against up, down, down, up, up.
    double[] preliminary = {100, 110, 115, 90, 99, 120};
    double[] later = {100, 112, 111, 90, 108, 118};
    RevisionStatistics.Signs signs = RevisionStatistics.of(preliminary, later).signs();

    assertThat(signs.ofChange()).isEqualTo(Statistic.of(0.8, 5));
    // Only four periods follow on two others.
    assertThat(signs.ofGrowth()).isEqualTo(Fewest.TO_COUNT_SIGNS.tooFew(4));
  }

  @Test
  void growth_that_slows_down_while_the_level_rises_is_a_change_of_growth() {
    // Growth of the later figures: 10 %, 5 %, 20 %, 10 %, 30 %, 1 %; of the preliminary ones the
    // second and the third are 10 % and 15 %, all others the same.
    double[] later = cumulated(1.1, 1.05, 1.2, 1.1, 1.3, 1.01);
    double[] preliminary = cumulated(1.1, 1.1001, 1.15, 1.1, 1.3, 1.01);

    RevisionStatistics.Signs signs = RevisionStatistics.of(preliminary, later).signs();

    assertThat(signs.ofChange()).isEqualTo(Statistic.of(1, 6));
    assertThat(signs.ofGrowth()).isEqualTo(Statistic.of(0.8, 5));
  }

  private static double[] cumulated(double... quotients) {
    double[] values = new double[quotients.length + 1];
    values[0] = 1000;
    for (int i = 0; i < quotients.length; i++) {
      values[i + 1] = values[i] * quotients[i];
    }
    return values;
  }

  @Test
  void a_gap_between_periods_is_no_change() {
    double[] values = {1, 2, 3, 4, 5, 6};
    RevisionStatistics s = RevisionStatistics.of(values, values, new int[] {-1, 0, -1, 2, 3, 4});

    assertThat(s.inequality().u2().pairs()).isEqualTo(4);
    assertThat(s.signs().ofChange().pairs()).isEqualTo(4);
    assertThat(s.signs().ofGrowth().pairs()).isEqualTo(2);
  }

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  private static RevisionStatistics world(long seed, double factor) {
    Random random = new Random(seed);
    int n = 19 + random.nextInt(30);
    double[] preliminary = random.doubles(n).map(u -> factor * (100 + 50 * u)).toArray();
    double[] later = new double[n];
    Arrays.setAll(later, i -> factor * 3 + 1.02 * preliminary[i] + factor * random.nextGaussian());
    return RevisionStatistics.of(preliminary, later);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_shares_add_up_to_one(int seed) {
    RevisionStatistics.Inequality inequality = world(seed, 1).inequality();

    assertThat(
            value(inequality.biasShare())
                + value(inequality.regressionShare())
                + value(inequality.disturbanceShare()))
        .isCloseTo(1, within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scaling_all_figures_scales_what_has_their_unit_and_nothing_else(int seed) {
    RevisionStatistics once = world(seed, 1);
    RevisionStatistics many = world(seed, 1000);

    for (var of :
        List.<Function<RevisionStatistics, Statistic>>of(
            s -> s.size().mean(),
            s -> s.size().rootMeanSquare(),
            s -> s.size().percentile5(),
            s -> s.bias().error(),
            s -> s.news().intercept(),
            s -> s.noise().interceptError())) {
      assertThat(value(of.apply(many)))
          .isCloseTo(1000 * value(of.apply(once)), within(1e-9 * 1000 * 100));
    }
    for (var of :
        List.<Function<RevisionStatistics, Statistic>>of(
            s -> s.inequality().u1(),
            s -> s.inequality().u2(),
            s -> s.signs().ofChange(),
            s -> s.signs().ofGrowth(),
            s -> s.bias().p(),
            s -> s.news().slope(),
            s -> s.news().p(),
            s -> s.noise().p())) {
      assertThat(value(of.apply(many))).isCloseTo(value(of.apply(once)), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_regression_of_mincer_and_zarnowitz_is_that_of_news_with_a_slope_one_larger(int seed) {
    Random random = new Random(seed);
    double[] preliminary = random.doubles(20).map(u -> 100 + 50 * u).toArray();
    double[] later = map(preliminary, p -> 5 + 0.9 * p + random.nextGaussian());
    double[] doubled = map(preliminary, p -> 2 * p);
    RevisionRegression news = RevisionStatistics.of(preliminary, later).news();
    // With 2 P for the preliminary figure, R = L - 2 P has the slope of L on 2 P less one.
    RevisionRegression other = RevisionStatistics.of(doubled, later).news();

    assertThat(1 + value(news.slope())).isCloseTo(2 * (1 + value(other.slope())), within(1e-10));
    assertThat(value(news.intercept())).isCloseTo(value(other.intercept()), within(1e-8));
  }

  @Test
  void in_a_world_of_news_the_revision_has_no_slope_on_what_was_known() {
    Random random = new Random(9);
    int n = 2000;
    double[] preliminary = random.doubles(n).map(u -> 100 + 20 * u).toArray();
    double[] later = map(preliminary, p -> p + 3 * random.nextGaussian());
    RevisionStatistics s = RevisionStatistics.of(preliminary, later);

    // Of the variance of L, 400 / 12 + 9, the news is 9.
    double share = 9 / (400 / 12.0 + 9);
    assertThat(value(s.news().slope())).isCloseTo(0, within(4 * value(s.news().slopeError())));
    assertThat(value(s.noise().slope()))
        .isCloseTo(share, within(4 * value(s.noise().slopeError())));
    assertThat(value(s.noise().slopeError())).isLessThan(0.02);
    assertThat(s.reading()).isEqualTo(Reading.NEWS);
  }

  @Test
  void in_a_world_of_noise_the_revision_has_no_slope_on_what_it_became() {
    Random random = new Random(10);
    int n = 2000;
    double[] later = random.doubles(n).map(u -> 100 + 20 * u).toArray();
    double[] preliminary = map(later, l -> l + 3 * random.nextGaussian());
    RevisionStatistics s = RevisionStatistics.of(preliminary, later);

    double share = 9 / (400 / 12.0 + 9);
    assertThat(value(s.noise().slope())).isCloseTo(0, within(4 * value(s.noise().slopeError())));
    assertThat(value(s.news().slope())).isCloseTo(-share, within(4 * value(s.news().slopeError())));
    assertThat(s.reading()).isEqualTo(Reading.NOISE);
  }

  @Test
  void too_few_pairs_say_how_many_it_takes_and_why() {
    RevisionStatistics one = RevisionStatistics.of(new double[] {10}, new double[] {11});

    assertThat(one.size().mean().whyNot())
        .contains(
            new Statistic.TooFewPairs(
                1, 2, "a single revision is itself, and neither typical nor spread"));
    assertThat(sentence(one.inequality().biasShare())).isEqualTo("too few: 1 of at least 3 pairs");
    assertThat(sentence(one.signs().ofChange())).isEqualTo("too few: 0 of at least 5 pairs");
    assertThat(sentence(one.bias().p())).isEqualTo("too few: 1 of at least 5 pairs");
    assertThat(sentence(one.news().p())).isEqualTo("too few: 1 of at least 8 pairs");
    assertThat(sentence(one.size().percentile95())).isEqualTo("too few: 1 of at least 19 pairs");
    assertThat(one.reading()).isEqualTo(Reading.NOT_TESTED);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_statistic_has_a_value_from_its_least_number_on(int n) {
    Random random = new Random(n);
    double[] preliminary = random.doubles(n).map(u -> 100 + 50 * u).toArray();
    RevisionStatistics s =
        RevisionStatistics.of(preliminary, map(preliminary, p -> p + random.nextGaussian()));

    assertThat(s.size().mean().asOptional().isPresent()).isEqualTo(n >= 2);
    assertThat(s.size().lowerQuartile().asOptional().isPresent()).isEqualTo(n >= 3);
    assertThat(s.size().percentile5().asOptional().isPresent()).isEqualTo(n >= 19);
    assertThat(s.inequality().biasShare().asOptional().isPresent()).isEqualTo(n >= 3);
    assertThat(s.inequality().u2().asOptional().isPresent()).isEqualTo(n >= 3);
    assertThat(s.signs().ofChange().asOptional().isPresent()).isEqualTo(n >= 6);
    assertThat(s.signs().ofGrowth().asOptional().isPresent()).isEqualTo(n >= 7);
    assertThat(s.bias().p().asOptional().isPresent()).isEqualTo(n >= 5);
    assertThat(s.news().p().asOptional().isPresent()).isEqualTo(n >= 8);
  }

  @Test
  void no_pairs_at_all_are_too_few_for_everything() {
    RevisionStatistics none = RevisionStatistics.of(new double[0], new double[0]);

    assertThat(none.pairs()).isZero();
    assertThat(none.size().smallest().whyNot()).containsInstanceOf(Statistic.TooFewPairs.class);
    assertThat(none.noise().slope().whyNot()).containsInstanceOf(Statistic.TooFewPairs.class);
  }

  @Test
  void nothing_revised_leaves_shares_and_tests_undefined() {
    double[] same = {1, 2, 3, 4, 5, 6, 7, 8};
    RevisionStatistics s = RevisionStatistics.of(same, same);

    assertThat(value(s.size().mean())).isZero();
    assertThat(value(s.inequality().u1())).isZero();
    assertThat(s.inequality().biasShare().whyNot()).contains(RevisionReason.NOT_REVISED);
    assertThat(s.bias().p().whyNot()).contains(RevisionReason.NOT_REVISED);
    assertThat(s.news().p().whyNot()).contains(RevisionReason.NOT_REVISED);
    assertThat(value(s.news().slope())).isZero();
  }

  @Test
  void revisions_on_a_line_have_coefficients_but_no_test() {
    double[] preliminary = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8};
    RevisionStatistics s = RevisionStatistics.of(preliminary, map(preliminary, p -> p * 1.1));

    assertThat(value(s.news().slope())).isCloseTo(0.1, within(1e-14));
    assertThat(s.news().p().whyNot()).contains(RevisionReason.EXACT_LINE);
    RevisionStatistics equal = RevisionStatistics.of(preliminary, map(preliminary, p -> p + 0.1));
    assertThat(equal.bias().p().whyNot()).contains(RevisionReason.EQUAL_REVISIONS);
  }

  @Test
  void figures_that_vary_by_their_rounding_only_do_not_vary() {
    double[] constant = new double[8];
    Arrays.fill(constant, 0.1);
    double[] later = {0.3, 0.1, 0.2, 0.4, 0.1, 0.2, 0.3, 0.1};
    RevisionStatistics s = RevisionStatistics.of(constant, later);

    assertThat(s.news().slope().whyNot()).contains(RevisionReason.NO_VARIATION);
    assertThat(value(s.inequality().regressionShare())).isZero();
  }

  @Test
  void figures_that_do_not_vary_have_no_regression_and_zeros_no_relative_revision() {
    double[] zeros = new double[8];
    RevisionStatistics s = RevisionStatistics.of(new double[] {1, 2, 3, 1, 2, 3, 1, 2}, zeros);

    assertThat(s.noise().slope().whyNot()).contains(RevisionReason.NO_VARIATION);
    assertThat(s.size().relativeMean().whyNot()).contains(RevisionReason.LATER_ZERO);
    assertThat(s.inequality().u2().whyNot()).contains(RevisionReason.NO_CHANGE);
    assertThat(RevisionStatistics.of(zeros, zeros).inequality().u1().whyNot())
        .contains(RevisionReason.ALL_ZERO);
  }

  @Test
  void arrays_of_different_lengths_and_numbers_that_are_none_are_refused() {
    assertThatThrownBy(() -> RevisionStatistics.of(new double[1], new double[2]))
        .hasMessage("1 preliminary figures, but 2 later ones");
    assertThatThrownBy(() -> RevisionStatistics.of(new double[1], new double[] {Double.NaN}))
        .hasMessageContaining("NaN at 0");
  }
}
