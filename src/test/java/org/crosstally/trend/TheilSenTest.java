package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TheilSenTest {

  private static final TheilSen LINE = TheilSen.withDefaults();

  @Test
  void theSlopeIsTheMedianOverAllPairs() {
    // Slopes 2, 1/2, 1, -1, 1/2, 2.
    TheilSen.Result line = LINE.fit(new double[] {1, 3, 2, 4}).orElseThrow();
    assertThat(line.pairs()).isEqualTo(6);
    assertThat(line.slope()).isEqualTo(0.75);
    assertThat(line.intercept()).isEqualTo(2.5 - 0.75 * 2.5);
    assertThat(line.at(2.5)).isEqualTo(2.5);
  }

  @Test
  void aGapInTimeMakesTheSlopeFlatter() {
    double[] y = {0, 1, 2};
    assertThat(LINE.fit(y).orElseThrow().slope()).isEqualTo(1);
    assertThat(LINE.fit(new double[] {2000, 2010, 2020}, y).orElseThrow().slope()).isEqualTo(0.1);
  }

  @Test
  void pairsOfEqualTimeAreLeftOut() {
    TheilSen.Result line =
        LINE.fit(new double[] {1, 1, 2, 2}, new double[] {0, 2, 1, 3}).orElseThrow();
    assertThat(line.pairs()).isEqualTo(4);
    assertThat(line.slope()).isEqualTo(1);
  }

  @Test
  void theInterceptsDifferInASkewedSeries() {
    double[] x = {0, 1, 2, 10};
    double[] y = {0, 2, 2, 30};
    TheilSen.Result conover = LINE.with(TheilSen.InterceptRule.CONOVER).fit(x, y).orElseThrow();
    TheilSen.Result residual =
        LINE.with(TheilSen.InterceptRule.MEDIAN_RESIDUAL).fit(x, y).orElseThrow();
    // Slopes 2, 1, 3, 0, 28/9, 3.5: the median is 2.5.
    assertThat(conover.slope()).isEqualTo(2.5);
    assertThat(conover.intercept()).isEqualTo(2 - 2.5 * 1.5);
    // Residuals 0, -0.5, -3, 5.
    assertThat(residual.intercept()).isEqualTo(-0.25);
    assertThat(residual.interceptRule()).isEqualTo(TheilSen.InterceptRule.MEDIAN_RESIDUAL);
  }

  @Test
  void anIntervalThatRunsOutOfSlopesSaysSo() {
    TheilSen.Result line = LINE.fit(new double[] {1, 3, 2, 4}).orElseThrow();
    assertThat(line.reach()).isEqualTo(TheilSen.Reach.CLAMPED);
    assertThat(line.interval()).isEqualTo(new ConfidenceInterval(-1, 2, 0.95));
    assertThat(LINE.withLevel(0.5).fit(new double[] {1, 3, 2, 4}).orElseThrow().reach())
        .isEqualTo(TheilSen.Reach.WITHIN_SLOPES);
  }

  @Test
  void aThirdOfTheValuesMayBeWild() {
    double[] y = new double[40];
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 4 == 0 ? -1e6 * i : 2 * i;
    }
    assertThat(LINE.fit(y).orElseThrow().slope()).isEqualTo(2);
  }

  @Test
  void tooLittleDataGiveTheReason() {
    for (double[] y : new double[][] {{}, {1}, {1, 2}}) {
      assertThat(LINE.fit(y).whyNot()).contains(TrendReason.TOO_FEW_POINTS);
    }
    assertThat(LINE.fit(new double[] {3, 3, 3}).whyNot()).contains(TrendReason.CONSTANT_VALUES);
    assertThat(LINE.fit(new double[] {7, 7, 7}, new double[] {1, 2, 3}).whyNot())
        .contains(TrendReason.CONSTANT_TIMES);
  }

  @Test
  void invalidDataAreRefused() {
    assertThatThrownBy(() -> LINE.fit(new double[] {1, Double.POSITIVE_INFINITY, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("y[1] is Infinity");
    assertThatThrownBy(() -> LINE.fit(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 times for 3 values");
    assertThatThrownBy(() -> LINE.fit(new double[] {1, 2, 1e200}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("choose a unit");
    assertThatThrownBy(() -> LINE.withLevel(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("confidence level 1.0");
  }

  static Stream<Golden.Series> series() {
    return RandomSeries.of(60, 40);
  }

  @ParameterizedTest
  @MethodSource("series")
  void theLineMovesWithItsPoints(Golden.Series series) {
    TheilSen.Result line = LINE.fit(series.x(), series.y()).orElseThrow();
    TheilSen.Result moved =
        LINE.fit(RandomSeries.affine(series.x(), 100, 2), RandomSeries.affine(series.y(), -7, 3))
            .orElseThrow();
    assertThat(moved.slope()).isEqualTo(1.5 * line.slope(), tight());
    assertThat(moved.interval().low()).isEqualTo(1.5 * line.interval().low(), tight());
    assertThat(moved.interval().high()).isEqualTo(1.5 * line.interval().high(), tight());
    assertThat(moved.at(100 + 2 * 1.7)).isEqualTo(-7 + 3 * line.at(1.7), tight());
  }

  @ParameterizedTest
  @MethodSource("series")
  void anIntervalHoldsTheSlopeAndWidensWithItsLevel(Golden.Series series) {
    for (TheilSen.RankRule rule : TheilSen.RankRule.values()) {
      TheilSen.Result narrow =
          LINE.with(rule).withLevel(0.8).fit(series.x(), series.y()).orElseThrow();
      TheilSen.Result wide =
          LINE.with(rule).withLevel(0.99).fit(series.x(), series.y()).orElseThrow();
      assertThat(narrow.interval().contains(narrow.slope())).isTrue();
      assertThat(wide.interval().low()).isLessThanOrEqualTo(narrow.interval().low());
      assertThat(wide.interval().high()).isGreaterThanOrEqualTo(narrow.interval().high());
    }
  }

  @ParameterizedTest
  @EnumSource(TheilSen.RankRule.class)
  void aLongerSeriesIsSelectedAsAShorterOneIsListed(TheilSen.RankRule rule) {
    double[] x = Golden.series("co2").x();
    double[] y = Golden.series("co2").y();
    TheilSen.Result line = LINE.with(rule).fit(x, y).orElseThrow();
    SlopeRanks listed = SlopeRanks.listed(x, y);
    double low = listed.one((line.pairs() + 1) / 2);
    double high = listed.one(line.pairs() / 2 + 1);
    assertThat(x.length).isGreaterThan(SlopeRanks.LARGEST_LISTED);
    assertThat(line.slope()).isEqualTo((low + high) / 2, within(1e-14));
  }

  @Test
  void theEvidenceNamesItsLevel() {
    assertThat(LINE.withLevel(0.9).fit(new double[] {1, 3, 2, 4}).orElseThrow().rows())
        .extracting(Evidence::quantity)
        .contains("slope", "slope, low (90 %)");
  }

  private static Offset<Double> tight() {
    return within(1e-11);
  }
}
