package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mann-Kendall as R's trend, EnvStats, stats, scipy and pymannkendall compute it. */
class MannKendallGoldenTest {

  private static final MannKendall NORMAL = MannKendall.withDefaults().with(PValueMethod.NORMAL);

  private static MannKendall.Result corrected(Golden.Value value) {
    return NORMAL.test(value.series().x(), value.series().y()).orElseThrow();
  }

  private static MannKendall.Result uncorrected(Golden.Value value) {
    return NORMAL
        .with(ContinuityCorrection.NONE)
        .test(value.series().x(), value.series().y())
        .orElseThrow();
  }

  static Stream<Golden.Value> scores() {
    return Golden.of(
            "mann-kendall", "kendallTrendTest", "pymk:original_test", "kendall", "kendalltau")
        .filter(value -> !value.quantity().matches("slope.*|intercept|p_.*|p|tau_c"));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void scoreVarianceAndTauAreThoseOfOtherPrograms(Golden.Value value) {
    double ours =
        switch (value.quantity()) {
          case "S", "s" -> corrected(value).s();
          case "varS", "var_s" -> corrected(value).varS();
          case "tau_a", "Tau" -> corrected(value).tauA();
          case "tau_b" -> corrected(value).tauB();
          case "Z_cc", "z" -> corrected(value).z();
          case "Z_nocc", "z_nocc" -> uncorrected(value).z();
          default -> throw new AssertionError(value);
        };
    value.isMatchedBy(ours, 1e-13);
  }

  static Stream<Golden.Value> pValues() {
    return Golden.of("mann-kendall", "kendallTrendTest", "kendall", "kendalltau")
        .filter(value -> value.quantity().startsWith("p_"));
  }

  @ParameterizedTest
  @MethodSource("pValues")
  void normalPValuesAreThoseOfOtherPrograms(Golden.Value value) {
    MannKendall.Result ours =
        value.quantity().endsWith("_nocc") ? uncorrected(value) : corrected(value);
    value.isMatchedBy(ours.pNormal().twoSided(), 1e-12);
  }

  static Stream<Golden.Value> cancelledPValues() {
    return Golden.of("pymk:original_test").filter(value -> value.quantity().equals("p"));
  }

  /** pymannkendall takes 2 (1 - Phi(z)), which is good to 1e-15 in all and 0 beyond z = 8.3. */
  @ParameterizedTest
  @MethodSource("cancelledPValues")
  void normalPValuesDifferFromPymannkendallByItsCancellation(Golden.Value value) {
    double ours = corrected(value).pNormal().twoSided();
    assertThat(Math.abs(ours - value.value())).isLessThan(1e-15 + 1e-13 * ours);
    assertThat(ours).isPositive();
  }

  static Stream<Golden.Value> exactPValues() {
    return Golden.of("mann-kendall-exact", "kendall-exact");
  }

  /** The tails reach 1e-46; every digit of the reference's exact integers is there. */
  @ParameterizedTest
  @MethodSource("exactPValues")
  void exactPValuesAreThoseOfExactIntegers(Golden.Value value) {
    MannKendall.Result ours =
        MannKendall.withDefaults()
            .with(PValueMethod.EXACT)
            .test(value.series().x(), value.series().y())
            .orElseThrow();
    PValues p = ours.pExact().orElseThrow();
    switch (value.quantity()) {
      case "S" -> assertThat((double) ours.s()).isEqualTo(value.value());
      case "T_concordant" ->
          assertThat(ours.s()).isEqualTo(2 * (long) value.value() - ours.n() * (ours.n() - 1L) / 2);
      case "p_two_exact_ties", "p_two_exact", "p_two_bruteforce" ->
          value.isMatchedBy(p.twoSided(), 1e-13);
      case "p_greater_exact" -> value.isMatchedBy(p.increasing(), 1e-13);
      case "p_less_exact" -> value.isMatchedBy(p.decreasing(), 1e-13);
      default -> throw new AssertionError(value);
    }
  }
}
