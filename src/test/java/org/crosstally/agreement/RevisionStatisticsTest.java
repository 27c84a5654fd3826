package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How first figures compare with what became of them. */
class RevisionStatisticsTest {
  private static double value(Statistic statistic) {
    return statistic.asOptional().orElseThrow();
  }

  @Test
  void what_describes_follows_from_the_definitions() {
    RevisionStatistics s =
        RevisionStatistics.of(new double[] {10, 20, 30, 40}, new double[] {12, 19, 33, 40});

    assertThat(value(s.mean())).isEqualTo(1);
    assertThat(value(s.meanAbsolute())).isEqualTo(1.5);
    assertThat(value(s.rootMeanSquare())).isCloseTo(Math.sqrt(14 / 4.0), within(1e-15));
    assertThat(value(s.standardDeviation())).isCloseTo(Math.sqrt(10 / 3.0), within(1e-15));
    assertThat(value(s.smallest())).isEqualTo(-1);
    assertThat(value(s.largest())).isEqualTo(3);
    assertThat(value(s.relativeMean())).isCloseTo(4 / 104.0, within(1e-15));
    assertThat(value(s.relativeMeanAbsolute())).isCloseTo(6 / 104.0, within(1e-15));
    assertThat(value(s.theilU1()))
        .isCloseTo(
            Math.sqrt(14.0 / 4)
                / (Math.sqrt(3000 / 4.0) + Math.sqrt((144 + 361 + 1089 + 1600) / 4.0)),
            within(1e-15));
  }

  @Test
  void a_constant_revision_is_all_bias_and_a_constant_factor_is_bias_and_regression() {
    double[] preliminary = {10, 20, 30, 45, 60};
    RevisionStatistics shifted =
        RevisionStatistics.of(preliminary, Arrays.stream(preliminary).map(p -> p + 2).toArray());
    RevisionStatistics scaled =
        RevisionStatistics.of(preliminary, Arrays.stream(preliminary).map(p -> 1.1 * p).toArray());

    assertThat(value(shifted.biasShare())).isCloseTo(1, within(1e-12));
    assertThat(value(scaled.disturbanceShare())).isCloseTo(0, within(1e-12));
    assertThat(value(scaled.biasShare()) + value(scaled.regressionShare()))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void the_shares_add_up_to_one_and_the_unit_does_not_matter() {
    Random random = new Random(4);
    for (int trial = 0; trial < 100; trial++) {
      int n = 3 + random.nextInt(30);
      double[] preliminary = random.doubles(n).map(u -> 100 + 50 * u).toArray();
      double[] later = new double[n];
      Arrays.setAll(later, i -> 3 + 1.02 * preliminary[i] + random.nextGaussian());
      RevisionStatistics s = RevisionStatistics.of(preliminary, later);
      RevisionStatistics scaled =
          RevisionStatistics.of(
              Arrays.stream(preliminary).map(p -> 1000 * p).toArray(),
              Arrays.stream(later).map(l -> 1000 * l).toArray());

      assertThat(value(s.biasShare()) + value(s.regressionShare()) + value(s.disturbanceShare()))
          .isCloseTo(1, within(1e-10));
      assertThat(value(scaled.theilU1())).isCloseTo(value(s.theilU1()), within(1e-12));
      assertThat(value(scaled.mean())).isCloseTo(1000 * value(s.mean()), within(1e-7));
    }
  }

  @Test
  void news_is_told_from_noise() {
    Random random = new Random(9);
    int n = 200;
    double[] known = random.doubles(n).map(u -> 100 + 20 * u).toArray();
    double[] later = new double[n];
    double[] noisy = new double[n];
    Arrays.setAll(later, i -> known[i] + 3 * random.nextGaussian());
    Arrays.setAll(noisy, i -> known[i] + 3 * random.nextGaussian());
    RevisionStatistics news = RevisionStatistics.of(known, later);
    RevisionStatistics noise = RevisionStatistics.of(noisy, known);

    assertThat(value(news.newsP())).isGreaterThan(0.05);
    assertThat(value(news.noiseP())).isLessThan(0.01);
    assertThat(value(noise.noiseP())).isGreaterThan(0.05);
    assertThat(value(noise.newsP())).isLessThan(0.01);
  }

  @Test
  void the_bias_test_keeps_its_level_on_independent_revisions() {
    Random random = new Random(12);
    int rejected = 0;
    int trials = 2000;
    for (int trial = 0; trial < trials; trial++) {
      double[] preliminary = random.doubles(40).map(u -> 100 + u).toArray();
      double[] later = new double[40];
      Arrays.setAll(later, i -> preliminary[i] + random.nextGaussian());
      rejected += value(RevisionStatistics.of(preliminary, later).biasP()) < 0.05 ? 1 : 0;
    }

    // The error of Newey and West is too small in short series; 0.05 becomes about 0.09 at n = 40.
    assertThat(rejected / (double) trials).isBetween(0.04, 0.12);
  }

  @Test
  void too_few_pairs_say_so() {
    RevisionStatistics one = RevisionStatistics.of(new double[] {10}, new double[] {11});

    assertThat(one.mean()).isEqualTo(new Statistic.TooFew(1, 2));
    assertThat(one.biasShare()).isEqualTo(new Statistic.TooFew(1, 3));
    assertThat(one.biasP()).isEqualTo(new Statistic.TooFew(1, 5));
    assertThat(one.newsP()).isEqualTo(new Statistic.TooFew(1, 8));
  }

  @Test
  void nothing_revised_leaves_shares_and_tests_undefined() {
    double[] same = {1, 2, 3, 4, 5, 6, 7, 8};
    RevisionStatistics s = RevisionStatistics.of(same, same);

    assertThat(value(s.mean())).isZero();
    assertThat(value(s.theilU1())).isZero();
    assertThat(s.biasShare()).isInstanceOf(Statistic.Undefined.class);
    assertThat(s.biasP()).isInstanceOf(Statistic.Undefined.class);
    assertThat(s.newsP()).isInstanceOf(Statistic.Undefined.class);
  }

  @Test
  void arrays_of_different_lengths_and_numbers_that_are_none_are_refused() {
    assertThatThrownBy(() -> RevisionStatistics.of(new double[1], new double[2]))
        .hasMessage("1 preliminary figures, but 2 later ones");
    assertThatThrownBy(() -> RevisionStatistics.of(new double[1], new double[] {Double.NaN}))
        .hasMessageContaining("NaN at 0");
  }
}
