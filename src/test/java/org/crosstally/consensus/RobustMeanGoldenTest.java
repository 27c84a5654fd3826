package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R 4.2.2: {@code median(y)}, {@code mad(y, constant=1)}, {@code MASS::huber(y, k=1.5)}, {@code
 * MASS::hubers(y, k=1.5)}; the weighted median, Hodges-Lehmann, biweight and the average of the
 * Particle Data Group from their formulas.
 */
class RobustMeanGoldenTest {

  private static final double TOLERANCE = 1e-8;

  /** For those that iterate. */
  private static final double ITERATED = 1e-6;

  static Stream<Golden.Row> rows() {
    return Golden.rows("consensus_robust_golden.csv");
  }

  private static double estimate(RobustMean procedure, Golden.Row row) {
    return procedure.fit(row.data().y()).orElseThrow().estimate();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void estimatesFromTheOrderOfValuesMatch(Golden.Row row) {
    row.matches("median", estimate(RobustMean.median(), row), TOLERANCE);
    row.matches("mad_raw", Samples.mad(row.data().y()), TOLERANCE);
    row.matches("hodges_lehmann", estimate(RobustMean.hodgesLehmann(), row), TOLERANCE);
    row.matches("mean", estimate(RobustMean.trimmed(0), row), TOLERANCE);
    row.matches(
        "wmedian_1_vi",
        WeightedMedian.withDefaults().fit(row.data().y(), row.data().v()).orElseThrow().estimate(),
        TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void estimatesThatIterateMatch(Golden.Row row) {
    Outcome<Double> huber =
        RobustMean.huber()
            .fit(row.data().y())
            .asOptional()
            .map(found -> Outcome.of(found.estimate()))
            .orElse(Outcome.undetermined(ConsensusReason.ZERO_SCALE));
    row.matches("huber_mass_k1.5_mad", huber, ITERATED, 0);
    row.matches("biweight_c6_mad", estimate(RobustMean.biweight(), row), ITERATED);
    // MASS::hubers stops after 30 steps, settled or not.
    RobustMean.Location proposal2 =
        new RobustMean.HuberProposal2(1.5, 30).fit(row.data().y()).orElseThrow();
    row.matches("hubers_prop2_mu", proposal2.estimate(), ITERATED);
    row.matches("hubers_prop2_s", proposal2.scale(), ITERATED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theAverageOfTheParticleDataGroupMatches(Golden.Row row) {
    ParticleDataGroupMean.Result mean =
        ParticleDataGroupMean.withDefaults().fit(row.data().y(), row.data().v()).orElseThrow();
    row.matches("pdg_mean", mean.estimate(), TOLERANCE);
    row.matches("pdg_se", mean.standardError(), TOLERANCE);
    row.matches("pdg_S_pruned", mean.scaleFactor(), TOLERANCE);
    row.matches("pdg_se_scaled", mean.scaledStandardError(), TOLERANCE);
    assertThat(mean.counted()).isBetween(1, row.integer("k"));
  }
}
