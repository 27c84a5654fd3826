package org.crosstally.consensus;

import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R metafor 3.8-1, {@code fit <- rma(yi, vi, method=)}: {@code leave1out(fit)}, {@code
 * weights(fit)}, {@code hatvalues(fit)}, {@code rstandard(fit)}, {@code rstudent(fit)}, {@code
 * cooks.distance(fit)}, {@code blup(fit)}.
 */
class InfluenceGoldenTest {

  private static final double TOLERANCE = 1e-7;

  /** Numbers that are 0 in exact arithmetic are left at about 1e-13 by the reference. */
  private static final double ZERO = 1e-12;

  static Stream<Golden.Row> influences() {
    return Golden.rows("consensus_influence_golden.csv");
  }

  static Stream<Golden.Row> leftOut() {
    return Golden.rows("consensus_leave1out_golden.csv");
  }

  private static Influence.OfValue of(Golden.Row row, String position) {
    RandomEffects procedure = RandomEffects.withDefaults().with(MeanTest.NORMAL).with(row.method());
    return Influence.of(procedure, row.data().y(), row.data().v())
        .orElseThrow()
        .values()
        .get(row.integer(position) - 1);
  }

  @ParameterizedTest
  @MethodSource("influences")
  void theInfluenceOfEachValueMatches(Golden.Row row) {
    Influence.OfValue value = of(row, "i");
    row.matches("weight_pct", 100 * value.hat(), TOLERANCE);
    row.matches("hat", value.hat(), TOLERANCE);
    row.matches("rstandard", value.standardisedResidual(), TOLERANCE, ZERO);
    row.matches("rstudent", value.deletedResidual(), TOLERANCE, ZERO);
    row.matches("cooks_d", value.cooksDistance(), TOLERANCE, ZERO);
    row.matches("blup", shrunken(value, true), TOLERANCE, 0);
    row.matches("blup_se", shrunken(value, false), TOLERANCE, 0);
  }

  private static Outcome<Double> shrunken(Influence.OfValue value, boolean estimate) {
    return value
        .shrunken()
        .asOptional()
        .map(found -> Outcome.of(estimate ? found.estimate() : found.standardError()))
        .orElse(Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL));
  }

  @ParameterizedTest
  @MethodSource("leftOut")
  void theFitWithoutEachValueMatches(Golden.Row row) {
    RandomEffectsFit fit = of(row, "omitted").without();
    row.matches("estimate", fit.estimate(), TOLERANCE);
    row.matches("se", fit.standardError(), TOLERANCE);
    row.matches("ci_lb", fit.interval().low(), TOLERANCE);
    row.matches("ci_ub", fit.interval().high(), TOLERANCE);
    row.matches("Q", fit.q(), TOLERANCE);
    row.matches("Qp", fit.qP(), TOLERANCE);
    // The reference stops at up to 1e-17 where the restricted likelihood has its maximum at 0.
    double smallest = Samples.min(row.data().v());
    row.matches("tau2", fit.tauSquared(), TOLERANCE, 1e-11 * smallest);
    row.matches("I2", fit.iSquared(), TOLERANCE, 1e-9);
  }
}
