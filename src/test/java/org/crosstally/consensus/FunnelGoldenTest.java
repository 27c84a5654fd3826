package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R metafor 3.8-1, {@code fit <- rma(yi, vi, method=)}: {@code regtest(fit, model="lm")}, {@code
 * ranktest(fit)}, {@code trimfill(fit)}.
 */
class FunnelGoldenTest {

  private static final double TOLERANCE = 1e-7;

  static Stream<Golden.Row> rows() {
    return Golden.rows("consensus_bias_golden.csv");
  }

  private static <T> Outcome<Double> number(Outcome<T> outcome, ToDoubleFunction<T> of) {
    return outcome
        .asOptional()
        .map(found -> Outcome.of(of.applyAsDouble(found)))
        .orElseGet(() -> Outcome.undetermined(outcome.whyNot().orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theTestsOfTheFunnelMatch(Golden.Row row) {
    Outcome<FunnelTests.Egger> egger = FunnelTests.egger(row.data().y(), row.data().v());
    row.matches("egger_t", number(egger, FunnelTests.Egger::statistic), TOLERANCE, 0);
    row.matches("egger_p", number(egger, FunnelTests.Egger::p), TOLERANCE, 0);
    Outcome<FunnelTests.RankTest> ranks = FunnelTests.rankTest(row.data().y(), row.data().v());
    row.matches("rank_tau", number(ranks, FunnelTests.RankTest::tau), TOLERANCE, 0);
    row.matches("rank_p", number(ranks, FunnelTests.RankTest::p), TOLERANCE, 0);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void trimAndFillMatches(Golden.Row row) {
    RandomEffects procedure = RandomEffects.withDefaults().with(MeanTest.NORMAL).with(row.method());
    Outcome<TrimAndFill.Result> filled =
        TrimAndFill.around(procedure).fit(row.data().y(), row.data().v());
    row.matches("tf_k0", number(filled, TrimAndFill.Result::filled), 0, 0);
    // trimfill() fits again without the tight iteration tolerance: its restricted likelihood stops
    // at an absolute 1e-5, which for nicob.radiofrequency is the size of tau squared itself.
    double tolerance = row.text("method").equals("REML") ? 1e-4 : TOLERANCE;
    row.matches("tf_estimate", number(filled, found -> found.fit().estimate()), tolerance, 0);
    if (!row.isBlank("tf_side")) {
      assertThat(filled.orElseThrow().side().name().toLowerCase(Locale.ROOT))
          .isEqualTo(row.text("tf_side"));
    }
  }
}
