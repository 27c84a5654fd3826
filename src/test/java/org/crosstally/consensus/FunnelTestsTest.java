package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunnelTestsTest {

  private static final double[] V = {1, 4, 9, 16};

  @Test
  void theExactRankTestCountsAllOrders() {
    double[] rising = {0, 10, 30, 90};
    FunnelTests.RankTest found = FunnelTests.rankTest(rising, V).orElseThrow();
    assertThat(found.distribution()).isEqualTo(FunnelTests.Distribution.EXACT);
    assertThat(found.tau()).isEqualTo(1);
    assertThat(found.p()).isCloseTo(2 / 24.0, within(1e-15));
  }

  @Test
  void aLineWithoutScatterHasNoTest() {
    double[] y = {3, 5, 7, 9};
    assertThat(FunnelTests.egger(y, V).whyNot()).contains(ConsensusReason.EXACT_LINE);
    double[] equal = {1, 1, 1, 1};
    assertThat(FunnelTests.egger(y, equal).whyNot()).contains(ConsensusReason.EQUAL_VARIANCES);
    assertThat(FunnelTests.rankTest(y, equal).whyNot()).contains(ConsensusReason.EQUAL_VARIANCES);
    assertThat(FunnelTests.rankTest(equal, V).whyNot()).contains(ConsensusReason.EQUAL_VALUES);
    assertThat(FunnelTests.egger(new double[2], new double[] {1, 2}).whyNot())
        .contains(ConsensusReason.TOO_FEW_VALUES);
  }

  @Test
  void eggersLineIsTheWeightedLine() {
    // R: summary(lm(c(1, 2, 2, 6) ~ sqrt(c(1, 4, 9, 16)), weights = 1/c(1, 4, 9, 16)))
    FunnelTests.Egger line = FunnelTests.egger(new double[] {1, 2, 2, 6}, V).orElseThrow();
    double[] weights = {1, 1 / 4.0, 1 / 9.0, 1 / 16.0};
    double first = 0;
    double second = 0;
    double[] y = {1, 2, 2, 6};
    for (int i = 0; i < 4; i++) {
      double r = y[i] - line.intercept() - line.slope() * (i + 1);
      first += weights[i] * r;
      second += weights[i] * r * (i + 1);
    }
    assertThat(first).isCloseTo(0, within(1e-14));
    assertThat(second).isCloseTo(0, within(1e-14));
  }

  @Test
  void aFilledFunnelIsSymmetric() {
    double[] y = {0, 0.1, 0.2, 1, 2, 3};
    double[] v = {0.01, 0.01, 0.02, 0.5, 1, 2};
    RandomEffects equal =
        RandomEffects.withDefaults()
            .with(HeterogeneityEstimator.EQUAL_EFFECTS)
            .with(MeanTest.NORMAL);
    TrimAndFill.Result low = TrimAndFill.around(equal).fit(y, v).orElseThrow();
    assertThat(low.side()).isEqualTo(TrimAndFill.Side.LEFT);
    assertThat(low.filled()).isPositive();
    assertThat(low.fit().k()).isEqualTo(6 + low.filled());
    TrimAndFill.Result high =
        TrimAndFill.around(equal).fit(RandomData.affine(y, 0, -1), v).orElseThrow();
    assertThat(high.side()).isEqualTo(TrimAndFill.Side.RIGHT);
    assertThat(high.fit().estimate()).isCloseTo(-low.fit().estimate(), within(1e-15));
    assertThat(
            TrimAndFill.around(equal).on(TrimAndFill.Side.RIGHT).fit(y, v).orElseThrow().filled())
        .isZero();
    assertThat(TrimAndFill.around(equal).fit(y, new double[] {1, 1, 1, 1, 1, 1}).whyNot())
        .contains(ConsensusReason.EQUAL_VARIANCES);
  }

  @Test
  void influenceNeedsTwoValues() {
    RandomEffects procedure = RandomEffects.withDefaults();
    assertThat(Influence.of(procedure, new double[] {1}, new double[] {1}).whyNot())
        .contains(ConsensusReason.TOO_FEW_VALUES);
    Influence two = Influence.of(procedure, new double[] {1, 2}, new double[] {1, 1}).orElseThrow();
    assertThat(two.values()).hasSize(2);
    assertThat(two.values().get(0).without().estimate()).isEqualTo(2);
  }
}
