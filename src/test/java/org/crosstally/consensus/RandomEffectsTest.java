package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RandomEffectsTest {

  private static final RandomEffects REML = RandomEffects.withDefaults();
  private static final double[] OUTLIER = {2914, 2927, 2929, 3500};
  private static final double[] HUNDREDS = {100, 100, 100, 100};

  static Stream<Golden.Data> data() {
    return Stream.concat(Golden.allData(), RandomData.of(60));
  }

  private static RandomEffectsFit fit(HeterogeneityEstimator e, double[] y, double[] v) {
    return REML.with(e).fit(y, v).orElseThrow();
  }

  private static void near(double actual, double expected, double scale) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(Math.abs(expected), scale)));
  }

  @ParameterizedTest
  @MethodSource("data")
  void anotherUnitGivesTheSameFit(Golden.Data data) {
    for (double c : new double[] {1e-12, 3, 1e12}) {
      double[] y = RandomData.affine(data.y(), 0, c);
      double[] v = RandomData.affine(data.v(), 0, c * c);
      double smallest = Samples.min(data.v());
      for (HeterogeneityEstimator e : HeterogeneityEstimator.values()) {
        RandomEffectsFit fit = fit(e, data.y(), data.v());
        RandomEffectsFit scaled = fit(e, y, v);
        near(scaled.estimate() / c, fit.estimate(), 0);
        near(scaled.tauSquared() / c / c, fit.tauSquared(), smallest);
        near(scaled.standardError() / c, fit.standardError(), 0.01 * Math.sqrt(smallest));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void aShiftOfAllValuesShiftsTheEstimate(Golden.Data data) {
    double[] shifted = RandomData.affine(data.y(), 1024, 1);
    double scale = 1024 + Samples.max(RandomData.affine(data.y(), 0, 1));
    for (HeterogeneityEstimator e : HeterogeneityEstimator.values()) {
      near(
          fit(e, shifted, data.v()).estimate() - 1024,
          fit(e, data.y(), data.v()).estimate(),
          1e3 * scale);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void theOrderOfValuesDoesNotMatter(Golden.Data data) {
    for (HeterogeneityEstimator e : HeterogeneityEstimator.values()) {
      RandomEffectsFit fit = fit(e, data.y(), data.v());
      RandomEffectsFit back = fit(e, RandomData.reversed(data.y()), RandomData.reversed(data.v()));
      near(back.estimate(), fit.estimate(), 0);
      near(back.tauSquared(), fit.tauSquared(), 10 * Samples.min(data.v()));
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void restrictedLikelihoodIsAtItsHighestPoint(Golden.Data data) {
    RandomEffectsFit fit =
        fit(HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD, data.y(), data.v());
    WeightSums sums = new WeightSums(data.y(), data.v());
    double high = fit.restrictedLogLikelihood() + 1e-12 * Math.abs(fit.restrictedLogLikelihood());
    double top = 1 + Samples.sumOfSquares(data.y());
    for (double t = top; t > 1e-9 * top; t /= 1.3) {
      assertThat(sums.at(t).restrictedLogLikelihood()).isLessThanOrEqualTo(high + 1e-14);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void pauleMandelPutsQAtItsExpectation(Golden.Data data) {
    RandomEffectsFit fit = fit(HeterogeneityEstimator.PAULE_MANDEL, data.y(), data.v());
    double q = new WeightSums(data.y(), data.v()).qAt(fit.tauSquared());
    if (fit.tauSquared() > 0) {
      assertThat(q).isCloseTo(fit.k() - 1, within(1e-11 * fit.k()));
    } else {
      assertThat(q).isLessThanOrEqualTo(fit.k() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("data")
  void theWeightsSumToOne(Golden.Data data) {
    RandomEffectsFit fit = REML.fit(data.y(), data.v()).orElseThrow();
    assertThat(fit.weights().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-14));
  }

  // metafor 3.8-1 stops here: "Value of 'tau2.max' too low".
  @Test
  void pauleMandelHasNoUpperLimit() {
    assertThat(fit(HeterogeneityEstimator.PAULE_MANDEL, OUTLIER, HUNDREDS).tauSquared())
        .isCloseTo(Samples.sumOfSquares(OUTLIER) / 3 - 100, Percentage.withPercentage(1e-12));
  }

  // NIST Consensus Builder multiplies by sqrt(q*) twice and gets -48.316 to 20.353.
  @Test
  void theKnappHartungFactorIsAppliedOnce() {
    Golden.Data data = Golden.data("dat.normand1999");
    RandomEffectsFit fit =
        REML.with(HeterogeneityEstimator.DERSIMONIAN_LAIRD)
            .with(MeanTest.KNAPP_HARTUNG_TRUNCATED)
            .fit(data.y(), data.v())
            .orElseThrow();
    assertThat(fit.interval().low()).isEqualTo(-34.129, within(5e-4));
    assertThat(fit.interval().high()).isEqualTo(6.165, within(5e-4));
  }

  // metafor 3.8-1 at a tight absolute threshold: "Fisher scoring algorithm did not converge".
  @Test
  void restrictedLikelihoodSettlesInCountUnits() {
    for (String set : new String[] {"dat.normand1999", "nicob.radionuclide", "edge.k4_outlier"}) {
      Golden.Data data = Golden.data(set);
      double[] y = RandomData.affine(data.y(), 0, 1e6);
      double[] v = RandomData.affine(data.v(), 0, 1e12);
      assertThat(REML.fit(y, v).orElseThrow().tauSquared() / 1e12)
          .isCloseTo(
              REML.fit(data.y(), data.v()).orElseThrow().tauSquared(),
              Percentage.withPercentage(1e-10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void variancesThatDifferByTenPowersOfTenKeepTheirDigits(HeterogeneityEstimator e) {
    double[] y = {1, 1.5, 0.2, 3};
    double[] v = {1e-10, 1, 1, 1};
    // With one value all but known, Q is that of the others around it, and tr P is 2 x 3.
    RandomEffectsFit fit = fit(e, y, v);
    assertThat(fit.q()).isCloseTo(0.25 + 0.64 + 4, within(1e-9));
    if (e == HeterogeneityEstimator.EQUAL_EFFECTS) {
      assertThat(fit.estimate()).isCloseTo(1, within(1e-9));
      assertThat(fit.standardError()).isCloseTo(1e-5 * Math.sqrt(4.89 / 3), within(1e-12));
    }
  }

  /** The traces of P and P P, by 50 digits in Python's mpmath. */
  @Test
  void oneOverwhelmingWeightDoesNotEraseTheOthers() {
    WeightSums sums = new WeightSums(new double[] {0, 1, 2}, new double[] {1e-10, 1, 2}).at(0);
    assertThat(sums.trP).isCloseTo(2.99999999965, within(1e-15));
    assertThat(sums.trPP).isCloseTo(5.99999999835, within(2e-15));
  }

  @Test
  void oneValueIsReturnedAsItIs() {
    RandomEffectsFit fit = REML.fit(new double[] {2914}, new double[] {225}).orElseThrow();
    assertThat(fit.estimate()).isEqualTo(2914);
    assertThat(fit.standardError()).isCloseTo(15, within(1e-13));
    assertThat(fit.tauSquared()).isZero();
    assertThat(fit.birgeRatio().whyNot()).contains(ConsensusReason.TOO_FEW_VALUES);
    assertThat(fit.tauSquaredInterval().whyNot()).contains(ConsensusReason.TOO_FEW_VALUES);
  }

  @Test
  void valuesThatAgreeExactlyHaveNoKnappHartungTest() {
    RandomEffectsFit fit =
        REML.fit(new double[] {0.1, 0.1, 0.1}, new double[] {1, 4, 9}).orElseThrow();
    assertThat(fit.q()).isZero();
    assertThat(fit.estimate()).isEqualTo(0.1);
    assertThat(fit.statistic().whyNot()).contains(ConsensusReason.ZERO_STANDARD_ERROR);
    assertThat(fit.p().whyNot()).contains(ConsensusReason.ZERO_STANDARD_ERROR);
  }

  @ParameterizedTest
  @EnumSource
  void aHugeOutlierIsAFiniteFit(HeterogeneityEstimator e) {
    RandomEffectsFit fit = fit(e, new double[] {1, 2, 1e40}, new double[] {1, 1, 1});
    assertThat(fit.tauSquared()).isFinite();
    assertThat(fit.standardError()).isFinite().isPositive();
    assertThat(fit.tauSquaredStandardError().asOptional().orElse(1.0)).isFinite();
  }

  @ParameterizedTest
  @EnumSource
  void equalEffectsHaveNoVarianceBetweenSources(MeanTest test) {
    RandomEffectsFit fit =
        REML.with(HeterogeneityEstimator.EQUAL_EFFECTS)
            .with(test)
            .fit(OUTLIER, HUNDREDS)
            .orElseThrow();
    assertThat(fit.tauSquared()).isZero();
    assertThat(fit.predictionInterval().whyNot()).contains(ConsensusReason.NOT_PART_OF_MODEL);
  }

  /**
   * DerSimonian and Kacker (2007): the moment equation holds with the weights of the first step.
   */
  @Test
  void theTwoStepEstimateSolvesItsMomentEquation() {
    Golden.Data data = Golden.data("dat.bcg");
    double first = fit(HeterogeneityEstimator.DERSIMONIAN_LAIRD, data.y(), data.v()).tauSquared();
    double t =
        fit(HeterogeneityEstimator.TWO_STEP_DERSIMONIAN_LAIRD, data.y(), data.v()).tauSquared();
    double[] w = Arrays.stream(data.v()).map(v -> 1 / (v + first)).toArray();
    double total = Arrays.stream(w).sum();
    double expected = 0;
    double mean = 0;
    for (int i = 0; i < w.length; i++) {
      expected += (w[i] - w[i] * w[i] / total) * (data.v()[i] + t);
      mean += w[i] * data.y()[i] / total;
    }
    double q = 0;
    for (int i = 0; i < w.length; i++) {
      q += w[i] * (data.y()[i] - mean) * (data.y()[i] - mean);
    }
    assertThat(q).isCloseTo(expected, within(1e-12));
  }

  @Test
  void invalidDataAreRefused() {
    assertThat(REML.fit(new double[0], new double[0]).whyNot()).contains(ConsensusReason.NO_VALUES);
    assertThatThrownBy(() -> REML.fit(new double[] {1, Double.NaN}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("y[1] is NaN: not a finite number");
    assertThatThrownBy(() -> REML.fit(new double[] {1, 2}, new double[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("v[1] is 0.0: a variance is a number from");
    assertThatThrownBy(() -> REML.fit(new double[] {1, 2}, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 variances for 2 values");
    assertThatThrownBy(() -> REML.withLevel(1)).isInstanceOf(IllegalArgumentException.class);
  }
}
