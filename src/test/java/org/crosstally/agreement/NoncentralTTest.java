package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The noncentral t distribution. noncentral_t.py beside the golden values says how they were made.
 */
class NoncentralTTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/org/crosstally/agreement/noncentral_t.csv",
      useHeadersInDisplayName = true)
  void quantiles_agree_with_forty_digits(double df, double delta, double p, double t) {
    // The integral is good to a few units in the last place of 1; the quantile magnifies it.
    assertThat(new NoncentralT(df, delta).quantile(p)).isCloseTo(t, within(1e-12 * Math.abs(t)));
  }

  @Test
  void a_large_noncentrality_does_not_underflow() {
    NoncentralT distribution = new NoncentralT(999_999, 1960);
    double t = distribution.quantile(0.975);

    assertThat(distribution.cumulative(t)).isCloseTo(0.975, within(1e-12));
    // Normal with variance 1 + delta^2 / (2 df), up to the order of 1 / df.
    assertThat(t).isCloseTo(1960 + 1.959964 * Math.sqrt(1 + 1960.0 * 1960 / 2e6), within(0.01));
  }

  @Test
  void every_number_of_degrees_of_freedom_has_its_quantiles() {
    for (int df = 1; df <= 400; df++) {
      NoncentralT distribution = new NoncentralT(df, 1.96 * Math.sqrt(df + 1));
      for (double p : new double[] {0.025, 0.975}) {
        assertThat(distribution.cumulative(distribution.quantile(p))).isCloseTo(p, within(1e-13));
      }
    }
  }

  @Test
  void one_degree_of_freedom_is_cauchys() {
    assertThat(NoncentralT.central(1).quantile(0.975))
        .isCloseTo(Math.tan(Math.PI * 0.475), within(1e-10));
  }

  @Test
  void the_mirror_image_has_the_other_tail() {
    assertThat(new NoncentralT(6, -2.5).quantile(0.9))
        .isCloseTo(-new NoncentralT(6, 2.5).quantile(0.1), within(1e-12));
  }
}
