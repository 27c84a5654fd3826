package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.crosstally.trend.CorrectedMannKendall.Correction;
import org.crosstally.trend.PrewhitenedMannKendall.Method;
import org.junit.jupiter.api.Test;

/** Rank tests for serially correlated and seasonal values, where no program gives the value. */
class SerialTrendTest {

  private static final double[] Y = {3, 5, 4, 6, 9, 8, 7, 11, 12, 10, 14, 13};

  private static final CorrectedMannKendall TEST = CorrectedMannKendall.withDefaults();

  @Test
  void the_unit_of_time_and_the_order_of_the_points_do_not_matter() {
    CorrectedMannKendall.Result plain = TEST.test(Y).orElseThrow();
    double[] x = new double[Y.length];
    Arrays.setAll(x, i -> 2000 + 5 * i);
    CorrectedMannKendall.Result other =
        TEST.test(RandomSeries.shuffled(x, 3), RandomSeries.shuffled(Y, 3)).orElseThrow();
    assertThat(other.factor()).isEqualTo(plain.factor());
    assertThat(other.slope()).isEqualTo(plain.slope() / 5, within(1e-15));
  }

  @Test
  void a_gap_keeps_its_place_so_that_lags_count_time() {
    double[] x = {1, 2, 3, 5, 6, 7, 9, 10};
    double[] y = {1, 3, 2, 5, 4, 6, 8, 7};
    TimeGrid grid = TimeGrid.of(x, y).orElseThrow();
    assertThat(grid.hasGaps()).isTrue();
    double mean = 4.5;
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += x[i] - x[i - 1] == 1 ? (y[i] - mean) * (y[i - 1] - mean) : 0;
    }
    assertThat(grid.autocorrelations(1)[1]).isEqualTo(sum / 42, within(1e-15));
    // The values after a gap have no neighbour to take a share of.
    assertThat(grid.whitened(0.5).times()).containsExactly(2, 3, 6, 7, 10);
  }

  @Test
  void the_closed_form_of_an_autoregression_is_its_sum() {
    CorrectedMannKendall.Result found = TEST.with(Correction.YUE_WANG_AR1).test(Y).orElseThrow();
    TimeGrid grid = TimeGrid.of(Samples.indices(Y.length), Y).orElseThrow();
    double r = grid.detrended(found.slope()).autocorrelations(1)[1];
    int n = Y.length;
    double closed =
        1 + 2 * (Math.pow(r, n + 1) - n * r * r + (n - 1) * r) / (n * (r - 1) * (r - 1));
    assertThat(found.factor()).isEqualTo(closed, within(1e-13));
  }

  @Test
  void what_cannot_be_tested_says_why() {
    double[] uneven = {1, 2, 4.3, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    double[] tied = {1, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    assertThat(TEST.test(uneven, Y).whyNot()).contains(TrendReason.UNEVEN_TIMES);
    assertThat(TEST.test(tied, Y).whyNot()).contains(TrendReason.TIED_TIMES);
    assertThat(TEST.test(new double[] {1, 2}).whyNot()).contains(TrendReason.TOO_FEW_POINTS);
    assertThat(TEST.test(new double[] {4, 4, 4}).whyNot()).contains(TrendReason.CONSTANT_VALUES);
    PrewhitenedMannKendall whitened = PrewhitenedMannKendall.withDefaults();
    assertThat(whitened.test(uneven, Y).whyNot()).contains(TrendReason.UNEVEN_TIMES);
    assertThat(whitened.with(Method.BIAS_CORRECTED).test(new double[] {1, 3, 2}).whyNot())
        .contains(TrendReason.TOO_FEW_POINTS);
    assertThatThrownBy(() -> TEST.withLags(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_corrected_autoregression_beyond_one_is_called_explosive() {
    Golden.Series arrivals = Golden.series("arrivals");
    PrewhitenedMannKendall.Result found =
        PrewhitenedMannKendall.withDefaults()
            .with(Method.BIAS_CORRECTED)
            .test(arrivals.x(), arrivals.y())
            .orElseThrow();
    assertThat(found.autocorrelation()).isGreaterThan(1);
    assertThat(found.stationarity()).isEqualTo(PrewhitenedMannKendall.Stationarity.EXPLOSIVE);
  }

  @Test
  void one_group_is_the_plain_test_and_equal_groups_hang_together_fully() {
    double[] x = Samples.indices(Y.length);
    MannKendall.Result plain =
        MannKendall.withDefaults().with(PValueMethod.NORMAL).test(x, Y).orElseThrow();
    SeasonalMannKendall test = SeasonalMannKendall.withDefaults();
    SeasonalMannKendall.Result one = test.test(new int[Y.length], x, Y).orElseThrow();
    assertThat(one.s()).isEqualTo(plain.s());
    assertThat(one.z()).isEqualTo(plain.z());
    assertThat(one.heterogeneity().whyNot()).contains(TrendReason.TOO_FEW_POINTS);

    int[] group = new int[2 * Y.length];
    Arrays.fill(group, Y.length, group.length, 1);
    double[] twiceX = new double[group.length];
    double[] twiceY = new double[group.length];
    Arrays.setAll(twiceX, i -> x[i % Y.length]);
    Arrays.setAll(twiceY, i -> Y[i % Y.length]);
    SeasonalMannKendall.Result twice =
        test.with(SeasonalMannKendall.Dependence.CORRELATED)
            .test(group, twiceX, twiceY)
            .orElseThrow();
    // Two copies have twice the score and four times the variance: no more evidence than one.
    assertThat(twice.s()).isEqualTo(2 * plain.s());
    assertThat(twice.varS()).isEqualTo(4 * plain.varS(), within(1e-9));
  }

  @Test
  void the_exact_durbin_watson_tail_is_a_probability_of_normal_errors() {
    // Three points: one residual direction (1, -2, 1), so that d = 18/6 = 3 whatever the errors.
    ResidualTests tests =
        ResidualTests.of(new double[] {1, 2, 3}, new double[] {1, 5, 2}).orElseThrow();
    assertThat(tests.durbinWatson()).isEqualTo(3, within(1e-14));
    // Q = z1^2 - 2 z2^2: P(Q < 0) = P(F(1, 1) < 2) = 2/pi atan(sqrt(2)).
    assertThat(QuadraticForm.below(new double[] {1, -2}))
        .isEqualTo(2 / Math.PI * Math.atan(Math.sqrt(2)), within(1e-14));
    // Exponentials with means 2 and 4: P(X < Y) = 4/6.
    assertThat(QuadraticForm.below(new double[] {1, 1, -2, -2})).isEqualTo(2.0 / 3, within(1e-14));
  }
}
