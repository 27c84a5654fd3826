package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.IntStream;
import org.crosstally.reconcile.Granularity.Consistency;
import org.crosstally.reconcile.Granularity.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which means and percentages whole counts can give. */
class GranularityTest {

  @ParameterizedTest
  @CsvFileSource(resources = "grim_golden.csv", numLinesToSkip = 1)
  void agrees_with_the_documented_examples(
      String set,
      String x,
      long n,
      boolean percent,
      boolean consistent,
      double probabilityOfInconsistency) {
    Granularity result =
        Granularity.test(new BigDecimal(x), n, percent ? Scale.PERCENT : Scale.MEAN);

    assertThat(result.isConsistent()).as(set).isEqualTo(consistent);
    // The reference prints two digits.
    assertThat(result.probabilityOfInconsistency())
        .isCloseTo(probabilityOfInconsistency, within(0.005));
  }

  @ParameterizedTest
  @EnumSource(
      value = RoundingMode.class,
      names = {"HALF_UP", "HALF_DOWN", "HALF_EVEN"})
  void every_rounded_mean_of_whole_counts_is_consistent(RoundingMode mode) {
    Random random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      long cases = 1L + random.nextInt(400);
      long items = 1L + random.nextInt(4);
      Scale scale = random.nextBoolean() ? Scale.MEAN : Scale.PERCENT;
      long count = random.nextInt(3000) - 300L;
      BigDecimal printed = rounded(count, cases * items, scale, random.nextInt(4), mode);

      Granularity result = Granularity.test(printed, cases, items, scale);

      assertThat(result.consistency())
          .as("%s for %s of %s times %s", printed, count, cases, items)
          .isEqualTo(Consistency.CONSISTENT);
    }
  }

  @Test
  void a_cut_mean_of_whole_counts_is_never_inconsistent() {
    Random random = new Random(18);
    for (int i = 0; i < 20_000; i++) {
      long cases = 1L + random.nextInt(400);
      long count = random.nextInt(3000) - 300L;
      BigDecimal printed = rounded(count, cases, Scale.MEAN, random.nextInt(4), RoundingMode.DOWN);

      assertThat(Granularity.test(printed, cases, Scale.MEAN).consistency())
          .isNotEqualTo(Consistency.INCONSISTENT);
    }
  }

  static IntStream smallNumbersOfCases() {
    return IntStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("smallNumbersOfCases")
  void agrees_with_trying_every_count(int cases) {
    for (int hundredths = 0; hundredths <= 300; hundredths++) {
      BigDecimal printed = BigDecimal.valueOf(hundredths, 2);
      boolean found = false;
      for (int count = 0; count <= 4 * cases && !found; count++) {
        for (RoundingMode mode :
            new RoundingMode[] {
              RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN
            }) {
          found |= rounded(count, cases, Scale.MEAN, 2, mode).compareTo(printed) == 0;
        }
      }

      assertThat(Granularity.test(printed, cases, Scale.MEAN).isConsistent())
          .as("%s of %s", printed, cases)
          .isEqualTo(found);
    }
  }

  @Test
  void the_share_of_inconsistent_numbers_is_the_probability_where_no_two_counts_share_a_number() {
    int cases = 37;
    long inconsistent =
        IntStream.range(0, 1000)
            .filter(
                thousandths ->
                    !Granularity.test(BigDecimal.valueOf(thousandths, 3), cases, Scale.MEAN)
                        .isConsistent())
            .count();

    assertThat(inconsistent / 1000.0)
        .isEqualTo(
            Granularity.test(new BigDecimal("0.500"), cases, Scale.MEAN)
                .probabilityOfInconsistency());
  }

  @Test
  void names_the_counts_on_either_side() {
    Granularity result = Granularity.test(new BigDecimal("72.1"), 195, Scale.PERCENT);

    assertThat(result.consistency()).isEqualTo(Consistency.INCONSISTENT);
    assertThat(result.countBelow()).isEqualTo(BigInteger.valueOf(140));
    assertThat(result.countAbove()).isEqualTo(BigInteger.valueOf(141));
  }

  @Test
  void a_cut_number_is_told_from_an_impossible_one() {
    assertThat(Granularity.test(new BigDecimal("0.66"), 3, Scale.MEAN).consistency())
        .isEqualTo(Consistency.CONSISTENT_IF_CUT);
    assertThat(Granularity.test(new BigDecimal("0.65"), 3, Scale.MEAN).consistency())
        .isEqualTo(Consistency.INCONSISTENT);
  }

  @Test
  void decimals_count_and_not_the_value() {
    assertThat(Granularity.test(new BigDecimal("0.3"), 3, Scale.MEAN).isConsistent()).isTrue();
    assertThat(Granularity.test(new BigDecimal("0.30"), 3, Scale.MEAN).isConsistent()).isFalse();
  }

  @Test
  void items_refine_the_grain() {
    assertThat(Granularity.test(new BigDecimal("0.25"), 2, Scale.MEAN).isConsistent()).isFalse();
    assertThat(Granularity.test(new BigDecimal("0.25"), 2, 2, Scale.MEAN).isConsistent()).isTrue();
  }

  @Test
  void with_many_cases_the_test_cannot_fail() {
    Granularity result = Granularity.test(new BigDecimal("71.3"), 5000, Scale.PERCENT);

    assertThat(result.isConsistent()).isTrue();
    assertThat(result.probabilityOfInconsistency()).isZero();
  }

  @Test
  void long_numbers_are_tested_exactly() {
    BigDecimal third = new BigDecimal("0.333333333333333333333333333333");

    assertThat(Granularity.test(third, 1_000_000_000_000_000_000L, Scale.MEAN).isConsistent())
        .isFalse();
    assertThat(Granularity.test(third, 3, Scale.MEAN).isConsistent()).isTrue();
  }

  @Test
  void a_mean_rests_on_at_least_one_case() {
    assertThatThrownBy(() -> Granularity.test(BigDecimal.ONE, 0, Scale.MEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one case");
  }

  private static BigDecimal rounded(
      long count, long units, Scale scale, int decimals, RoundingMode mode) {
    long factor = scale == Scale.PERCENT ? 100 : 1;
    return BigDecimal.valueOf(count * factor).divide(BigDecimal.valueOf(units), decimals, mode);
  }
}
