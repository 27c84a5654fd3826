package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values by mpmath in 50 digits. */
class DistributionsTest {

  private static final Percentage DIGITS = Percentage.withPercentage(1e-10);

  @ParameterizedTest
  @CsvSource({
    "-9, 1.0",
    "-2.1, 0.98213557943718344",
    "-1.5, 0.93319279873114193",
    "0, 0.5",
    "0.5, 0.3085375387259869",
    "1.9999, 0.022755531584767187",
    "2.0001, 0.022744733391410558",
    "3, 0.0013498980316300945",
    "5.5, 1.8989562465887719e-8",
    "12, 1.776482112077679e-33",
    "25, 3.0566967063825609e-138",
    "37, 5.7255712225245768e-300"
  })
  void normalTailsKeepTheirDigits(double z, double upper) {
    assertThat(Normal.upper(z)).isCloseTo(upper, DIGITS);
    assertThat(Math.exp(Normal.logUpper(z))).isCloseTo(upper, Percentage.withPercentage(1e-10));
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0.2533471031357998",
    "0.1, 1.2815515655446005",
    "0.025, 1.9599639845400542",
    "0.005, 2.5758293035489008",
    "1e-6, 4.7534243088228989",
    "1e-100, 21.273453560965324"
  })
  void normalQuantilesKeepTheirDigits(double p, double z) {
    assertThat(Normal.upperQuantile(p)).isCloseTo(z, DIGITS);
    assertThat(Normal.quantile(p)).isCloseTo(-z, DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 1, 12.706204736174705",
    "0.05, 2, 4.3026527297494639",
    "0.05, 3, 3.1824463052837096",
    "0.05, 4, 2.7764451051977944",
    "0.05, 12, 2.1788128296672289",
    "0.05, 101, 1.9837310029556062",
    "0.05, 5000, 1.9604385517065079",
    "0.9, 5, 0.13217517523168726",
    "1e-6, 3, 130.15458955835795",
    "1e-6, 30, 6.1190756203842168",
    "0.2, 1.5, 2.1963984175655374"
  })
  void studentQuantilesKeepTheirDigits(double p, double df, double t) {
    assertThat(Tails.studentTwoSidedQuantile(p, df)).isCloseTo(t, DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "0.025, 1, 0.00098206911717525591",
    "0.975, 1, 5.023886187314889",
    "0.025, 2, 0.050635615968579751",
    "0.975, 2, 7.3777589082278726",
    "0.025, 5, 0.83121161348666242",
    "0.975, 5, 12.832501994030028",
    "0.025, 12, 4.4037885069817016",
    "0.975, 12, 23.336664158645339",
    "0.025, 101, 75.0834707490814",
    "0.975, 101, 130.69970862406595",
    "1e-8, 4, 0.00028285604667225767",
    "0.5, 3, 2.3659738843753383"
  })
  void chiSquaredQuantilesKeepTheirDigits(double p, double df, double x) {
    assertThat(Tails.chiSquaredQuantile(p, df)).isCloseTo(x, DIGITS);
  }

  @Test
  void theNormalQuantileIsSymmetric() {
    assertThat(Normal.quantile(0.5)).isZero();
    assertThat(Normal.quantile(0.75)).isEqualTo(-Normal.quantile(0.25), within(1e-15));
  }

  @Test
  void rootsAreFoundToTheLastDigit() {
    assertThat(Roots.between(x -> x * x - 2, 0, 2, 1)).isCloseTo(Math.sqrt(2), within(5e-16));
    assertThat(Roots.between(x -> Math.cbrt(x - 1e-12), -1, 1, 0)).isCloseTo(1e-12, within(1e-26));
    assertThat(Roots.between(x -> x < 0.3 ? -1 : 1, 0, 1, 1)).isCloseTo(0.3, within(1e-15));
  }

  /** mpmath in 40 digits: log(erfc(z / sqrt(2))). */
  @ParameterizedTest
  @CsvSource({
    "0.5, -0.48276458103367329946",
    "10, -52.538137969952525269",
    "38.6, -748.85971366564788679",
    "194.26666666666668, -18875.263938522843929",
    "1e6, -500000000014.04130191"
  })
  void theLogarithmOfANormalTailDoesNotUnderflow(double z, double log) {
    assertThat(Normal.logTwoSided(z)).isCloseTo(log, withPercentage(1e-11));
    assertThat(Normal.logTwoSided(-z)).isEqualTo(Normal.logTwoSided(z));
  }

  /** mpmath in 40 digits: log(betainc(df/2, 1/2, 0, df/(df + t^2), regularized=True)). */
  @ParameterizedTest
  @CsvSource({
    "2, 3, -1.9709389937556661488",
    "1e3, 4, -25.83926831335438213",
    "50, 300, -338.06108176531814172",
    "1e6, 101, -1164.8388070771126722",
    "1e60, 8, -1098.2197606728527877"
  })
  void theLogarithmOfAStudentTailDoesNotUnderflow(double t, double df, double log) {
    assertThat(Tails.logStudentTwoSided(t, df)).isCloseTo(log, withPercentage(1e-11));
    assertThat(Math.exp(Tails.logStudentTwoSided(1.5, df)))
        .isCloseTo(Tails.studentTwoSided(1.5, df), withPercentage(1e-10));
  }
}
