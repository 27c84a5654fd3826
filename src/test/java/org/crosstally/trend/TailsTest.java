package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values from mpmath in 60 digits. */
class TailsTest {

  @ParameterizedTest
  @CsvSource({ // mpmath: erfc(mpf(z)/sqrt(2))/2
    "0.5, 0.30853753872598689636",
    "3, 0.0013498980316300945267",
    "5, 2.8665157187919391167e-7",
    "8, 6.2209605742717841235e-16",
    "15, 3.6709661993127508858e-51",
    "24.9, 3.7200792751087555893e-137",
    "25.1, 2.4866601882523464233e-139",
    "30, 4.9067139271481870595e-198",
    "37, 5.7255712225245768227e-300"
  })
  void theNormalTailKeepsItsDigits(double z, double p) {
    // The exponent z^2/2 itself is rounded, which costs z^2/2 units in the last place.
    assertThat(Tails.normalUpper(z)).isCloseTo(p, within(2e-13 * p));
    assertThat(Tails.logNormalUpper(z)).isCloseTo(Math.log(p), within(1e-12));
  }

  @Test
  void beyondTheSmallestDoubleTheLogarithmGoesOn() {
    // mpmath: log(erfc(100/sqrt(2))/2)
    assertThat(Tails.logNormalUpper(100)).isCloseTo(-5005.524208694205, within(1e-11));
    assertThat(Tails.normalUpper(100)).isEqualTo(Double.MIN_VALUE);
    assertThat(Tails.normalUpper(-100)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({ // mpmath: root of betainc(df/2, 1/2, 0, df/(df+t^2), regularized=True)/2 - p
    "0.025, 1, 12.706204736174703938",
    "0.025, 2, 4.3026527297494637234",
    "0.005, 13, 3.0122758387165784376",
    "0.025, 466, 1.9650677181873762742",
    "0.0005, 3, 12.923978636687482975"
  })
  void theStudentQuantileHasAllItsDigits(double p, double df, double t) {
    assertThat(Tails.studentTwoSidedQuantile(2 * p, df)).isCloseTo(t, within(1e-12 * t));
    assertThat(Tails.studentTwoSided(t, df)).isCloseTo(2 * p, within(1e-12 * p));
  }

  @Test
  void theStudentQuantileGoesFarOut() {
    double t = Tails.studentTwoSidedQuantile(1e-15, 1);
    // With one degree of freedom P(|T| > t) is 2/pi arctan(1/t).
    assertThat(t).isCloseTo(2e15 / Math.PI, within(1e-12 * t));
    assertThat(Tails.studentTwoSidedQuantile(1, 5)).isLessThan(1e-9);
  }

  @Test
  void differencesOfPolygammasAreTheirSums() {
    for (double t : new double[] {1e-3, 0.04, 1, 7.3, 16.1, 29.5, 30, 31, 400, 1e6}) {
      double first = 0;
      double second = 0;
      for (int k = 0; k <= 3000; k++) {
        assertThat(PolygammaDifference.digamma(t, k)).isEqualTo(first, within(1e-13 * first));
        assertThat(PolygammaDifference.trigamma(t, k)).isEqualTo(second, within(1e-13 * second));
        first += 1 / (t + k);
        second += 1 / ((t + k) * (t + k));
      }
    }
    // psi(16.25 + 1e12) - psi(16.25) of R's digamma.
    assertThat(PolygammaDifference.digamma(16.25, 1e12)).isEqualTo(24.8740129004962, within(1e-12));
  }
}
