package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R metafor 3.8-1: {@code rma(yi, vi, method=, test=)} at a relative iteration tolerance of 1e-13,
 * {@code predict(fit)}, {@code confint(fit)}.
 */
class RandomEffectsGoldenTest {

  private static final double TOLERANCE = 1e-8;

  static Stream<Golden.Row> rows() {
    return Golden.rows("consensus_golden.csv");
  }

  private static RandomEffectsFit fit(Golden.Row row) {
    return RandomEffects.withDefaults()
        .with(row.method())
        .with(Objects.requireNonNull(Golden.TESTS.get(row.text("test"))))
        .fit(row.data().y(), row.data().v())
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theMeanAndItsInferenceMatch(Golden.Row row) {
    RandomEffectsFit fit = fit(row);
    row.matches("k", fit.k(), 0);
    row.matches("estimate", fit.estimate(), TOLERANCE);
    row.matches("se", fit.standardError(), TOLERANCE);
    if (row.text("stat").equals("Inf")) {
      assertThat(fit.statistic().whyNot()).contains(ConsensusReason.ZERO_STANDARD_ERROR);
    } else {
      row.matches("stat", fit.statistic(), TOLERANCE, 0);
      row.matches("pval", fit.p(), TOLERANCE, 0);
    }
    row.matches("ci_lb", fit.interval().low(), TOLERANCE);
    row.matches("ci_ub", fit.interval().high(), TOLERANCE);
    row.matches("pi_lb", end(fit.predictionInterval(), ConfidenceInterval::low), TOLERANCE, 0);
    row.matches("pi_ub", end(fit.predictionInterval(), ConfidenceInterval::high), TOLERANCE, 0);
    row.matches("logLik_ml", fit.logLikelihood(), TOLERANCE);
    // For one value the restricted likelihood is 0 up to the rounding of its terms.
    row.matches("logLik_reml", fit.restrictedLogLikelihood(), TOLERANCE, 1e-14);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theHeterogeneityMatches(Golden.Row row) {
    RandomEffectsFit fit = fit(row);
    row.matches("tau2", fit.tauSquared(), TOLERANCE);
    row.matches("se_tau2", fit.tauSquaredStandardError(), TOLERANCE, 0);
    row.matches("I2", fit.iSquared(), TOLERANCE);
    row.matches("H2", fit.hSquared(), TOLERANCE);
    row.matches("Q", fit.q(), TOLERANCE);
    row.matches("Qp", fit.qP(), TOLERANCE);
    row.matches("birge", fit.birgeRatio(), TOLERANCE, 0);
    // The reference gives the interval of tau squared once, in the row of the normal test.
    if (row.text("test").equals("z")) {
      Outcome<ConfidenceInterval> interval = fit.tauSquaredInterval();
      row.matches("tau2_qp_lb", end(interval, ConfidenceInterval::low), TOLERANCE, 0);
      row.matches("tau2_qp_ub", end(interval, ConfidenceInterval::high), TOLERANCE, 0);
    }
  }

  private static Outcome<Double> end(
      Outcome<ConfidenceInterval> interval, ToDoubleFunction<ConfidenceInterval> end) {
    return interval
        .asOptional()
        .map(found -> Outcome.of(end.applyAsDouble(found)))
        .orElseGet(() -> Outcome.undetermined(interval.whyNot().orElseThrow()));
  }
}
