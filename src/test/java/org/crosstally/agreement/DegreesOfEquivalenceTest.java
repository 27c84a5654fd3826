package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.crosstally.agreement.DegreeOfEquivalence.Verdict;
import org.crosstally.agreement.DegreesOfEquivalence.Reference;
import org.junit.jupiter.api.Test;

/** Degrees of equivalence of values with standard uncertainties. */
class DegreesOfEquivalenceTest {
  private static final double[] VALUES = {10, 12, 16};
  private static final double[] UNCERTAINTIES = {1, 1, 2};

  private static DegreesOfEquivalence of(double[] values, double[] uncertainties) {
    return DegreesOfEquivalence.of(values, uncertainties).orElseThrow();
  }

  private static DegreeOfEquivalence unilateral(
      DegreesOfEquivalence degrees, int i, Reference reference) {
    return degrees.unilateral(i, reference).orElseThrow();
  }

  @Test
  void three_values_are_worked_out_by_hand() {
    // Weights 4, 4, 1 of 9: x_ref = 104/9, u^2(x_ref) = 4/9.
    DegreesOfEquivalence degrees = of(VALUES, UNCERTAINTIES);
    DegreeOfEquivalence third = unilateral(degrees, 2, Reference.CONTRIBUTING);

    assertThat(degrees.referenceValue()).isCloseTo(104 / 9.0, within(1e-14));
    assertThat(degrees.referenceUncertainty()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(third.difference()).isCloseTo(40 / 9.0, within(1e-14));
    assertThat(third.standardUncertainty()).isCloseTo(Math.sqrt(4 - 4 / 9.0), within(1e-15));
    assertThat(third.expandedUncertainty()).isCloseTo(2 * Math.sqrt(32 / 9.0), within(1e-14));
    assertThat(third.verdict()).isEqualTo(Verdict.OUTSIDE);
  }

  @Test
  void without_the_third_the_other_two_are_the_reference() {
    DegreeOfEquivalence third = unilateral(of(VALUES, UNCERTAINTIES), 2, Reference.LEAVE_ONE_OUT);

    assertThat(third.difference()).isCloseTo(5, within(1e-14));
    assertThat(third.standardUncertainty()).isCloseTo(Math.sqrt(4.5), within(1e-14));
  }

  @Test
  void two_values_differ_by_both_uncertainties() {
    DegreeOfEquivalence found = of(VALUES, UNCERTAINTIES).withCoverageFactor(3).bilateral(0, 2);

    assertThat(found.difference()).isEqualTo(-6);
    assertThat(found.standardUncertainty()).isCloseTo(Math.sqrt(5), within(1e-15));
    assertThat(found.verdict()).isEqualTo(Verdict.WITHIN);
  }

  @Test
  void the_verdict_knows_exact_values() {
    assertThat(new DegreeOfEquivalence(0, 0, 2).verdict()).isEqualTo(Verdict.EQUAL);
    assertThat(new DegreeOfEquivalence(1, 0, 2).verdict()).isEqualTo(Verdict.UNJUDGED);
    assertThat(new DegreeOfEquivalence(1, 0, 2).normalisedError()).isEmpty();
    assertThat(new DegreeOfEquivalence(-1, 0.5, 2).verdict()).isEqualTo(Verdict.WITHIN);
    assertThat(new DegreeOfEquivalence(-1, 0.5, 2).normalisedError()).hasValue(-1);
  }

  @Test
  void leaving_out_and_contributing_give_one_normalised_error_for_inverse_variances() {
    Random random = new Random(3);
    for (int trial = 0; trial < 100; trial++) {
      int k = 2 + random.nextInt(8);
      DegreesOfEquivalence degrees =
          of(random.doubles(k, 90, 110).toArray(), random.doubles(k, 0.1, 5).toArray());
      for (int i = 0; i < k; i++) {
        double contributing =
            unilateral(degrees, i, Reference.CONTRIBUTING).normalisedError().orElseThrow();
        double left =
            unilateral(degrees, i, Reference.LEAVE_ONE_OUT).normalisedError().orElseThrow();

        assertThat(left).isCloseTo(contributing, within(1e-11 * Math.abs(contributing)));
      }
    }
  }

  @Test
  void contributing_subtracts_the_covariance_and_so_covers() {
    Random random = new Random(13);
    double[] u = {1, 2, 3, 0.5};
    int trials = 4000;
    int within = 0;
    for (int trial = 0; trial < trials; trial++) {
      double[] x = new double[u.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = 50 + u[i] * random.nextGaussian();
      }
      DegreesOfEquivalence degrees = of(x, u).withCoverageFactor(1.959963984540054);
      for (int i = 0; i < x.length; i++) {
        Verdict verdict = unilateral(degrees, i, Reference.CONTRIBUTING).verdict();
        within += verdict == Verdict.WITHIN ? 1 : 0;
      }
    }

    // Three standard errors of 4000 independent trials.
    assertThat(within / (4.0 * trials)).isCloseTo(0.95, within(0.0104));
  }

  @Test
  void bilateral_degrees_are_antisymmetric_and_scale_with_the_unit() {
    DegreesOfEquivalence degrees = of(VALUES, UNCERTAINTIES);
    DegreesOfEquivalence scaled = of(new double[] {20, 24, 32}, new double[] {2, 2, 4});

    assertThat(degrees.bilateral(1, 2).difference())
        .isEqualTo(-degrees.bilateral(2, 1).difference());
    assertThat(scaled.bilateral(1, 2).standardUncertainty())
        .isEqualTo(2 * degrees.bilateral(1, 2).standardUncertainty());
    assertThat(unilateral(scaled, 0, Reference.CONTRIBUTING).difference())
        .isEqualTo(2 * unilateral(degrees, 0, Reference.CONTRIBUTING).difference());
    assertThat(degrees.bilateral(1, 1).verdict()).isEqualTo(Verdict.EQUAL);
  }

  @Test
  void a_value_without_weight_is_scored_and_changes_nothing() {
    DegreesOfEquivalence degrees =
        DegreesOfEquivalence.of(
                new double[] {10, 12, 99}, new double[] {1, 0, 3}, new double[] {1, 1, 0})
            .orElseThrow();

    assertThat(degrees.referenceValue()).isEqualTo(11);
    assertThat(degrees.referenceUncertainty()).isEqualTo(0.5);
    assertThat(degrees.unilateral(2, Reference.CONTRIBUTING))
        .isEqualTo(degrees.unilateral(2, Reference.LEAVE_ONE_OUT));
  }

  @Test
  void without_uncertainty_or_others_there_is_no_reference() {
    assertThat(DegreesOfEquivalence.of(new double[] {1, 2}, new double[] {0, 1}).whyNot())
        .contains(AgreementReason.ZERO_UNCERTAINTY);
    assertThat(DegreesOfEquivalence.of(new double[0], new double[0]).whyNot())
        .contains(AgreementReason.NO_REFERENCE);
    assertThat(
            of(new double[] {1}, new double[] {1}).unilateral(0, Reference.LEAVE_ONE_OUT).whyNot())
        .contains(AgreementReason.NO_REFERENCE);
    assertThatThrownBy(() -> DegreesOfEquivalence.of(new double[] {1}, new double[] {-1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1.0 at 0: an uncertainty or a weight is not negative");
  }
}
