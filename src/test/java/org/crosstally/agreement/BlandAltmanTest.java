package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.crosstally.agreement.BlandAltman.IntervalMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bias and limits of agreement of two series of numbers. */
class BlandAltmanTest {
  /** Peak expiratory flow by a large and a mini meter: Bland and Altman (1986), first readings. */
  private static final double[] LARGE = {
    494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427
  };

  private static final double[] MINI = {
    512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451
  };

  private static final BlandAltman DEFAULT = BlandAltman.withDefaults();

  private static PairedDifferences compare(BlandAltman procedure, double[] x, double[] y) {
    return procedure.compare(x, y).orElseThrow();
  }

  @Test
  void the_published_example_comes_out_as_published() {
    // The paper takes two standard deviations.
    double two = new NormalDistribution().cumulativeProbability(2) * 2 - 1;
    PairedDifferences found = compare(DEFAULT.withCoverage(two), LARGE, MINI);
    LimitsOfAgreement limits = found.limits().orElseThrow();

    assertThat(found.bias()).isCloseTo(-2.1, within(0.05));
    assertThat(found.standardDeviation()).isCloseTo(38.8, within(0.05));
    // The paper adds up its rounded numbers, each of which is off by up to 0.05.
    assertThat(limits.lower().value()).isCloseTo(-79.7, within(0.15));
    assertThat(limits.upper().value()).isCloseTo(75.5, within(0.15));
    assertThat(limits.bias().low()).isCloseTo(-22.0, within(0.1));
    assertThat(limits.bias().high()).isCloseTo(17.8, within(0.1));
  }

  @Test
  void the_approximate_interval_is_that_of_the_formula() {
    // d = -1, 0, 1: bias 0, s = 1; Student's t of 2 degrees is sqrt(2 / (.05 * 1.95)) * .95.
    double[] x = {1, 5, 10};
    double[] y = {2, 5, 9};
    double t = 0.95 * Math.sqrt(2 / (0.05 * 1.95));
    double z = 1.959963984540054;
    PairedDifferences found = compare(DEFAULT.with(IntervalMethod.BLAND_ALTMAN), x, y);
    LimitsOfAgreement limits = found.limits().orElseThrow();

    assertThat(found.bias()).isZero();
    assertThat(found.standardDeviation()).isEqualTo(1);
    assertThat(limits.bias().high()).isCloseTo(t / Math.sqrt(3), within(1e-11));
    assertThat(limits.upper().value()).isCloseTo(z, within(1e-12));
    assertThat(limits.upper().interval().high())
        .isCloseTo(z + t * Math.sqrt(1 / 3.0 + z * z / 4), within(1e-11));
    assertThat(limits.lower().interval().low()).isEqualTo(-limits.upper().interval().high());
  }

  @Test
  void the_exact_interval_is_that_of_the_noncentral_t() {
    // Bias 0 and s = 1: quantiles of noncentral_t.csv for df 2 and delta 3.3948.
    double[] x = {1, 5, 10};
    double[] y = {2, 5, 9};
    LimitsOfAgreement limits = compare(DEFAULT, x, y).limits().orElseThrow();

    assertThat(limits.upper().interval().low())
        .isCloseTo(1.2343408917856544 / Math.sqrt(3), within(1e-12));
    assertThat(limits.upper().interval().high())
        .isCloseTo(22.19830483643359 / Math.sqrt(3), within(1e-11));
    assertThat(limits.lower().interval().low()).isEqualTo(-limits.upper().interval().high());
  }

  @Test
  void relative_differences_are_those_of_their_definitions() {
    assertThat(DifferenceScale.PERCENT_OF_MEAN.difference(110, 90)).hasValue(20);
    assertThat(DifferenceScale.PERCENT_OF_MEAN.difference(-90, -110)).hasValue(20);
    assertThat(DifferenceScale.LOG_RATIO.difference(2, 1).orElseThrow())
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(DifferenceScale.PERCENT_OF_MEAN.difference(0, 0)).isEmpty();
    assertThat(DifferenceScale.PERCENT_OF_MEAN.difference(-1, 1)).isEmpty();
    assertThat(DifferenceScale.LOG_RATIO.difference(0, 1)).isEmpty();
    assertThat(DifferenceScale.LOG_RATIO.difference(-1, 1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DifferenceScale.class)
  void swapping_the_series_swaps_the_limits_to_the_last_digit(DifferenceScale scale) {
    PairedDifferences one = compare(DEFAULT.with(scale), LARGE, MINI);
    PairedDifferences other = compare(DEFAULT.with(scale), MINI, LARGE);

    assertThat(other.bias()).isEqualTo(-one.bias());
    assertThat(other.standardDeviation()).isEqualTo(one.standardDeviation());
    assertThat(other.limits().orElseThrow().lower().value())
        .isEqualTo(-one.limits().orElseThrow().upper().value());
    assertThat(other.limits().orElseThrow().lower().interval().low())
        .isEqualTo(-one.limits().orElseThrow().upper().interval().high());
  }

  @Test
  void a_change_of_unit_multiplies_absolute_differences_and_leaves_relative_ones() {
    double[] x = Arrays.stream(LARGE).map(value -> 1024 * value).toArray();
    double[] y = Arrays.stream(MINI).map(value -> 1024 * value).toArray();

    assertThat(compare(DEFAULT, x, y).limits().orElseThrow().upper().value())
        .isEqualTo(1024 * compare(DEFAULT, LARGE, MINI).limits().orElseThrow().upper().value());
    for (DifferenceScale scale :
        new DifferenceScale[] {DifferenceScale.PERCENT_OF_MEAN, DifferenceScale.LOG_RATIO}) {
      assertThat(compare(DEFAULT.with(scale), x, y))
          .isEqualTo(compare(DEFAULT.with(scale), LARGE, MINI));
    }
  }

  @Test
  void the_order_of_the_pairs_changes_nothing_beyond_rounding() {
    double[] x = new double[LARGE.length];
    double[] y = new double[LARGE.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = LARGE[(7 * i + 3) % x.length];
      y[i] = MINI[(7 * i + 3) % x.length];
    }
    double expected = compare(DEFAULT, LARGE, MINI).limits().orElseThrow().upper().value();

    assertThat(compare(DEFAULT, x, y).limits().orElseThrow().upper().value())
        .isCloseTo(expected, within(1e-13 * expected));
  }

  @ParameterizedTest
  @EnumSource(IntervalMethod.class)
  void the_intervals_of_the_limits_cover_them(IntervalMethod method) {
    Random random = new Random(5);
    int trials = 4000;
    int n = 12;
    BlandAltman procedure = DEFAULT.with(method);
    BlandAltman.Factors factors = procedure.factors(n);
    double upper = 3 + 2 * 1.959963984540054;
    int bias = 0;
    int limit = 0;
    int below = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) {
        y[i] = 100 * random.nextDouble();
        x[i] = y[i] + 3 + 2 * random.nextGaussian();
      }
      LimitsOfAgreement limits =
          procedure.compare(x, y, factors).orElseThrow().limits().orElseThrow();
      bias += limits.bias().contains(3) ? 1 : 0;
      limit += limits.upper().interval().contains(upper) ? 1 : 0;
      below += limits.upper().interval().high() < upper ? 1 : 0;
    }

    // Three standard errors of a share of 0.95 in 4000 trials.
    assertThat((double) bias / trials).isCloseTo(0.95, within(0.0104));
    switch (method) {
      case EXACT -> {
        assertThat((double) limit / trials).isCloseTo(0.95, within(0.0104));
        assertThat((double) below / trials).isCloseTo(0.025, within(0.0075));
      }
      case BLAND_ALTMAN -> {
        assertThat((double) limit / trials).isBetween(0.92, 0.95);
        assertThat((double) below / trials).isGreaterThan(0.035);
      }
    }
  }

  @Test
  void two_pairs_are_too_few() {
    assertThat(DEFAULT.compare(new double[] {1, 2}, new double[] {2, 4}).whyNot())
        .contains(AgreementReason.TOO_FEW_PAIRS);
    assertThat(DEFAULT.compare(new double[0], new double[0]).whyNot())
        .contains(AgreementReason.TOO_FEW_PAIRS);
  }

  @Test
  void equal_differences_have_a_bias_and_no_limits() {
    double[] x = {0.3, 0.4, 0.5, 1e6};
    double[] y = {0.2, 0.3, 0.4, 1e6 - 0.1};
    PairedDifferences found = compare(DEFAULT, x, y);

    assertThat(found.bias()).isCloseTo(0.1, within(1e-9));
    assertThat(found.limits().whyNot()).contains(AgreementReason.NO_VARIATION);
    assertThat(compare(DEFAULT, x, x).bias()).isZero();
  }

  @Test
  void a_constant_ratio_is_no_variation_on_a_relative_scale() {
    double[] x = {1, 2, 3, 7};
    double[] y = {3, 6, 9, 21};

    assertThat(compare(DEFAULT.with(DifferenceScale.LOG_RATIO), x, y).limits().whyNot())
        .contains(AgreementReason.NO_VARIATION);
    assertThat(compare(DEFAULT.with(DifferenceScale.PERCENT_OF_MEAN), x, y).bias()).isEqualTo(-100);
  }

  @Test
  void a_pair_that_the_scale_does_not_know_is_a_reason() {
    double[] x = {1, 2, 0};
    double[] y = {1, 3, 0};

    assertThat(DEFAULT.with(DifferenceScale.LOG_RATIO).compare(x, y).whyNot())
        .contains(AgreementReason.NOT_ON_SCALE);
    assertThat(DEFAULT.compare(x, y).asOptional()).isPresent();
  }

  @Test
  void faulty_input_is_named() {
    assertThatThrownBy(() -> DEFAULT.compare(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 numbers stand against 3");
    assertThatThrownBy(() -> DEFAULT.compare(new double[] {1, Double.NaN}, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x[1] is NaN: a number of at most 1.0E100");
    assertThatThrownBy(() -> DEFAULT.withCoverage(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("coverage 1.0: a number between 0 and 1");
    assertThatThrownBy(() -> DEFAULT.withLevel(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
