package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.crosstally.consensus.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lin's concordance correlation coefficient. */
class ConcordanceTest {

  private static Concordance of(double[] x, double[] y) {
    return Concordance.of(x, y).orElseThrow();
  }

  @Test
  void a_shift_alone_is_worked_out_by_hand() {
    // Variances 2/3, means one apart: rho_c = (4/3) / (4/3 + 1) = 4/7, u^2 = 3/2, and with r = 1
    // the variance of rho_c is 2 rho_c^2 (1 - rho_c)^2 / (n - 2) = 288/2401.
    Concordance found = of(new double[] {1, 2, 3}, new double[] {2, 3, 4});
    double half = 1.959963984540054 * Math.sqrt(288 / 2401.0) / (1 - 16 / 49.0);
    double centre = Math.log((1 + 4 / 7.0) / (1 - 4 / 7.0)) / 2;
    ConfidenceInterval interval = found.interval().orElseThrow();

    assertThat(found.coefficient()).isCloseTo(4 / 7.0, within(1e-15));
    assertThat(found.correlation()).isCloseTo(1, within(1e-15));
    assertThat(found.biasCorrection()).isCloseTo(4 / 7.0, within(1e-15));
    assertThat(found.locationShift()).isCloseTo(-Math.sqrt(1.5), within(1e-15));
    assertThat(found.scaleShift()).isEqualTo(1);
    assertThat(interval.low()).isCloseTo(Math.tanh(centre - half), within(1e-12));
    assertThat(interval.high()).isCloseTo(Math.tanh(centre + half), within(1e-12));
  }

  @Test
  void a_scale_shift_alone_is_worked_out_by_hand() {
    // s_y = 2 s_x around the same mean: rho_c = 2 * 2 / (1 + 4) with r = 1.
    Concordance found = of(new double[] {-1, 0, 1}, new double[] {-2, 0, 2});

    assertThat(found.coefficient()).isCloseTo(0.8, within(1e-15));
    assertThat(found.scaleShift()).isEqualTo(0.5);
    assertThat(found.locationShift()).isZero();
  }

  @Test
  void no_correlation_is_no_concordance_and_has_an_interval() {
    // Each of (±1, ±1): r = 0, C_b = 1, and the variance of artanh rho_c is 1 / (n - 2).
    Concordance found = of(new double[] {1, 1, -1, -1}, new double[] {1, -1, 1, -1});

    assertThat(found.coefficient()).isZero();
    assertThat(found.interval().orElseThrow().high())
        .isCloseTo(Math.tanh(1.959963984540054 / Math.sqrt(2)), within(1e-12));
  }

  @Test
  void swapping_the_series_inverts_the_shifts_alone() {
    double[] x = {3, 5, 8, 13, 21};
    double[] y = {2, 6, 8, 11, 25};
    Concordance one = of(x, y);
    Concordance other = of(y, x);

    assertThat(other.coefficient()).isCloseTo(one.coefficient(), within(1e-15));
    assertThat(other.locationShift()).isEqualTo(-one.locationShift());
    assertThat(other.scaleShift()).isCloseTo(1 / one.scaleShift(), within(1e-15));
    assertThat(other.interval().orElseThrow().low())
        .isCloseTo(one.interval().orElseThrow().low(), within(1e-14));
  }

  @Test
  void a_shift_and_a_change_of_unit_of_both_change_nothing() {
    double[] x = {3, 5, 8, 13, 21};
    double[] y = {2, 6, 8, 11, 25};

    assertThat(
            of(
                Arrays.stream(x).map(value -> 4096 * value).toArray(),
                Arrays.stream(y).map(value -> 4096 * value).toArray()))
        .isEqualTo(of(x, y));
    assertThat(
            of(
                    Arrays.stream(x).map(value -> value + 100).toArray(),
                    Arrays.stream(y).map(value -> value + 100).toArray())
                .coefficient())
        .isCloseTo(of(x, y).coefficient(), within(1e-14));
  }

  @Test
  void the_coefficient_is_correlation_times_bias_correction() {
    Random random = new Random(17);
    for (int trial = 0; trial < 200; trial++) {
      int n = 3 + random.nextInt(20);
      double[] x = random.doubles(n, -5, 5).toArray();
      double[] y = random.doubles(n, -5, 5).toArray();
      Concordance found = of(x, y);
      ConfidenceInterval interval = found.interval().orElseThrow();

      assertThat(found.coefficient())
          .isCloseTo(found.correlation() * found.biasCorrection(), within(1e-15));
      assertThat(found.biasCorrection()).isBetween(0.0, 1.0);
      assertThat(Math.abs(found.coefficient())).isLessThanOrEqualTo(Math.abs(found.correlation()));
      assertThat(interval.low()).isLessThan(found.coefficient());
      assertThat(interval.high()).isGreaterThan(found.coefficient()).isLessThanOrEqualTo(1);
    }
  }

  /** Location and scale shifts, in which the variance of 1989 and its correction differ. */
  @ParameterizedTest
  @CsvSource({"0.9,0,1", "0.9,0.7,1", "0.6,0.3,1.5", "0.3,1.5,1"})
  void the_interval_covers_the_coefficient_of_normal_pairs(double r, double shift, double scale) {
    Random random = new Random(29);
    int trials = 3000;
    int n = 100;
    double truth = 2 * r * scale / (1 + scale * scale + shift * shift);
    int covered = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        double common = random.nextGaussian();
        x[i] = common;
        y[i] = shift + scale * (r * common + Math.sqrt(1 - r * r) * random.nextGaussian());
      }
      covered += of(x, y).interval().orElseThrow().contains(truth) ? 1 : 0;
    }

    // Asymptotic: a hundred pairs are within one and a half per cent of the nominal level.
    assertThat((double) covered / trials).isBetween(0.935, 0.965);
  }

  @Test
  void pairs_without_scatter_have_no_interval() {
    double[] x = {1, 2, 4};

    assertThat(of(x, x).coefficient()).isCloseTo(1, within(1e-15));
    assertThat(of(x, x).interval().whyNot()).contains(AgreementReason.NO_SCATTER);
    assertThat(of(new double[] {-1, 0, 1}, new double[] {1, 0, -1}).interval().whyNot())
        .contains(AgreementReason.NO_SCATTER);
  }

  @Test
  void what_is_not_defined_has_a_reason() {
    assertThat(Concordance.of(new double[] {1, 2}, new double[] {1, 2}).whyNot())
        .contains(AgreementReason.TOO_FEW_PAIRS);
    assertThat(Concordance.of(new double[] {5, 5, 5}, new double[] {1, 2, 3}).whyNot())
        .contains(AgreementReason.CONSTANT_SIDE);
    assertThatThrownBy(() -> Concordance.of(new double[3], new double[3], 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence level 1.5: a number between 0 and 1");
  }
}
