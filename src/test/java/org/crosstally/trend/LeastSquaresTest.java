package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeastSquaresTest {

  private static final LeastSquares LINE = LeastSquares.withDefaults();
  private static final double[] X = {1, 2, 3, 4};
  private static final double[] Y = {1, 3, 2, 4};

  @Test
  void theLineMakesTheSumOfSquaresLeast() {
    LeastSquares.Result line = LINE.fit(X, Y).orElseThrow();
    assertThat(line.slope()).isEqualTo(0.8, within(1e-15));
    assertThat(line.intercept()).isEqualTo(0.5, within(1e-15));
    assertThat(line.residualSumOfSquares()).isEqualTo(1.8, within(1e-14));
    assertThat(line.rSquared()).isEqualTo(0.64, within(1e-15));
    assertThat(line.residuals()).hasSize(4);
    assertThat(line.at(2.5)).isEqualTo(2.5, within(1e-15));
  }

  @Test
  void theNormalDistributionIsSurerThanStudents() {
    LeastSquares.Coefficient student =
        LINE.fit(X, Y).orElseThrow().inference().orElseThrow().slope();
    LeastSquares.Coefficient normal =
        LINE.with(ReferenceDistribution.NORMAL)
            .fit(X, Y)
            .orElseThrow()
            .inference()
            .orElseThrow()
            .slope();
    assertThat(student.p()).isEqualTo(0.2, within(1e-14));
    // R: 2*pnorm(-0.8/sqrt(0.18))
    assertThat(normal.p()).isEqualTo(2 * Tails.normalUpper(0.8 / Math.sqrt(0.18)), within(1e-14));
    assertThat(normal.interval().low()).isGreaterThan(student.interval().low());
  }

  @Test
  void pointsOnALineHaveNoErrorToEstimate() {
    LeastSquares.Result line =
        LINE.fit(new double[] {2001, 2002, 2003, 2010}, new double[] {0.1, 0.2, 0.3, 1.0})
            .orElseThrow();
    assertThat(line.slope()).isEqualTo(0.1, within(1e-14));
    assertThat(line.rSquared()).isEqualTo(1, within(1e-12));
    assertThat(line.inference().whyNot()).contains(TrendReason.EXACT_LINE);
    assertThat(line.rows()).extracting(Evidence::quantity).contains("slope");
  }

  @Test
  void aPointThatFixesTheLineAloneHasNoJackknife() {
    double[] x = {1, 1, 1, 2};
    double[] y = {1, 2, 4, 9};
    assertThat(inference(ErrorModel.heteroskedastic(ErrorModel.Variant.HC3), x, y).whyNot())
        .contains(TrendReason.FULL_LEVERAGE);
    assertThat(inference(ErrorModel.heteroskedastic(ErrorModel.Variant.HC0), x, y).whyNot())
        .isEmpty();
  }

  @Test
  void aRobustErrorOfNothingIsNoError() {
    // The line passes through the only point at 0, so that White's error of the intercept is 0.
    double[] x = {0, 1, 1};
    double[] y = {5, 1, 2};
    assertThat(inference(ErrorModel.heteroskedastic(ErrorModel.Variant.HC0), x, y).whyNot())
        .contains(TrendReason.ZERO_VARIANCE);
  }

  @Test
  void lagZeroIsWhitesError() {
    assertThat(slope(ErrorModel.neweyWest(Bandwidth.fixed(0), SmallSample.NONE)))
        .isEqualTo(slope(ErrorModel.heteroskedastic(ErrorModel.Variant.HC0)));
    assertThat(slope(ErrorModel.neweyWest(Bandwidth.fixed(0), SmallSample.N_OVER_N_MINUS_K)))
        .isEqualTo(slope(ErrorModel.heteroskedastic(ErrorModel.Variant.HC1)));
  }

  @Test
  void theSmallSampleFactorIsNOverNMinusTwo() {
    double plain =
        slope(ErrorModel.neweyWest(Bandwidth.fixed(1), SmallSample.NONE)).standardError();
    assertThat(
            slope(ErrorModel.neweyWest(Bandwidth.fixed(1), SmallSample.N_OVER_N_MINUS_K))
                .standardError())
        .isEqualTo(plain * Math.sqrt(2), within(1e-15));
  }

  @Test
  void theOrderOfObservationsIsThatOfTime() {
    Golden.Series arrivals = Golden.series("arrivals");
    LeastSquares hac = LINE.with(ErrorModel.neweyWest(Bandwidth.bySampleSize(), SmallSample.NONE));
    LeastSquares.Inference inOrder =
        hac.fit(arrivals.x(), arrivals.y()).orElseThrow().inference().orElseThrow();
    LeastSquares.Inference shuffled =
        hac.fit(RandomSeries.shuffled(arrivals.x(), 4), RandomSeries.shuffled(arrivals.y(), 4))
            .orElseThrow()
            .inference()
            .orElseThrow();
    assertThat(shuffled.durbinWatson()).isEqualTo(inOrder.durbinWatson(), within(1e-13));
    assertThat(shuffled.slope().standardError())
        .isEqualTo(inOrder.slope().standardError(), within(1e-12));
    // 15 points: lag 2. R sandwich: NeweyWest(fit, lag=2, prewhite=FALSE, adjust=FALSE)
    assertThat(inOrder.slope().standardError()).isEqualTo(45.8995546185129, within(1e-7));
  }

  @Test
  void tooLittleDataGiveTheReason() {
    for (double[] y : new double[][] {{}, {1}, {1, 2}}) {
      assertThat(LINE.fit(y, y).whyNot()).contains(TrendReason.TOO_FEW_POINTS);
    }
    assertThat(LINE.fit(X, new double[] {3, 3, 3, 3}).whyNot())
        .contains(TrendReason.CONSTANT_VALUES);
    assertThat(LINE.fit(new double[] {7, 7, 7, 7}, Y).whyNot())
        .contains(TrendReason.CONSTANT_TIMES);
  }

  @Test
  void invalidDataAreRefused() {
    assertThatThrownBy(() -> LINE.fit(X, new double[] {1, 2, Double.NaN, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("y[2] is NaN: not a finite number");
    assertThatThrownBy(() -> LINE.fit(X, new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 times for 3 values");
    assertThatThrownBy(() -> LINE.fit(X, new double[] {1, 2, 3, 1e180}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("choose a unit");
    LeastSquares tooFar = LINE.with(ErrorModel.neweyWest(Bandwidth.fixed(4), SmallSample.NONE));
    assertThatThrownBy(() -> tooFar.fit(X, Y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lag 4 needs more than 4 points");
  }

  static Stream<Golden.Series> series() {
    return Stream.concat(RandomSeries.of(60, 40), Golden.allSeries());
  }

  @ParameterizedTest
  @MethodSource("series")
  void theLineAndItsErrorsMoveWithThePoints(Golden.Series series) {
    LeastSquares hac = LINE.with(ErrorModel.neweyWest(Bandwidth.fixed(1), SmallSample.NONE));
    LeastSquares.Result line = hac.fit(series.x(), series.y()).orElseThrow();
    LeastSquares.Result moved =
        hac.fit(RandomSeries.affine(series.x(), 100, 2), RandomSeries.affine(series.y(), -7, 3))
            .orElseThrow();
    double scale = Math.abs(line.slope()) + 1e-3;
    assertThat(moved.slope()).isEqualTo(1.5 * line.slope(), within(1e-11 * scale));
    assertThat(moved.at(102)).isEqualTo(-7 + 3 * line.at(1), within(1e-9 * 3000 * scale));
    assertThat(moved.rSquared()).isEqualTo(line.rSquared(), within(1e-12));
    line.inference()
        .asOptional()
        .ifPresent(
            found -> {
              LeastSquares.Inference other = moved.inference().orElseThrow();
              double error = found.slope().standardError();
              assertThat(other.slope().standardError())
                  .isEqualTo(1.5 * error, within(1e-11 * error));
              assertThat(other.durbinWatson()).isEqualTo(found.durbinWatson(), within(1e-11));
            });
  }

  @ParameterizedTest
  @MethodSource("series")
  void theResidualsAreOrthogonalToTheLine(Golden.Series series) {
    LeastSquares.Result line = LINE.fit(series.x(), series.y()).orElseThrow();
    double sum = 0;
    double moment = 0;
    double size = 0;
    for (int i = 0; i < series.x().length; i++) {
      sum += line.residuals().get(i);
      moment += line.residuals().get(i) * (series.x()[i] - series.x()[0]);
      size += Math.abs(series.y()[i]) * (1 + Math.abs(series.x()[i] - series.x()[0]));
    }
    assertThat(sum).isEqualTo(0, within(1e-13 * size));
    assertThat(moment).isEqualTo(0, within(1e-13 * size));
  }

  private static LeastSquares.Coefficient slope(ErrorModel model) {
    return inference(model, X, Y).orElseThrow().slope();
  }

  private static Outcome<LeastSquares.Inference> inference(
      ErrorModel model, double[] x, double[] y) {
    return LINE.with(model).fit(x, y).orElseThrow().inference();
  }
}
