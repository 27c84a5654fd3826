package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.crosstally.trend.CountRegression.Family;
import org.junit.jupiter.api.Test;

/** Regression models and smoothers beyond the golden values; R 4.2.2 where a call is named. */
class ModelsTest {

  private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};

  private static final double[] Y = {3, 5, 4, 8, 7, 9, 14, 12};

  /** arima(Nile, order = c(1,0,0), xreg = time(Nile) - 1920, method = "ML"). */
  @Test
  void autoregressive_errors_have_the_full_likelihood_of_arima() {
    Golden.Series nile = Golden.series("Nile");
    AutoregressiveLine.Result line =
        AutoregressiveLine.withDefaults()
            .with(AutoregressiveLine.Likelihood.FULL)
            .fit(nile.x(), nile.y())
            .orElseThrow();
    assertThat(line.autocorrelation()).isEqualTo(0.3723668058, within(1e-6));
    assertThat(line.slope().estimate()).isEqualTo(-2.75338224435, within(1e-5));
    assertThat(line.logLikelihood()).isEqualTo(-634.790084043154, within(1e-9));
    double innovation = line.sigma() * Math.sqrt(1 - Math.pow(line.autocorrelation(), 2));
    assertThat(innovation).isEqualTo(138.132862621194, within(1e-5));
  }

  @Test
  void a_random_walk_has_no_autoregressive_line() {
    Golden.Series arrivals = Golden.series("arrivals");
    assertThat(AutoregressiveLine.withDefaults().fit(arrivals.x(), arrivals.y()).whyNot())
        .contains(TrendReason.UNIT_ROOT);
    assertThat(AutoregressiveLine.withDefaults().fit(X, X).whyNot())
        .contains(TrendReason.EXACT_LINE);
  }

  /** lm(y ~ x, weights = 1/u^2). */
  @Test
  void relative_uncertainties_are_weights() {
    double[] u = {1, 2, 1, .5, 1, 2, 1, 3};
    WeightedLine.Result line =
        WeightedLine.withDefaults().with(WeightedLine.Scatter.RELATIVE).fit(X, Y, u).orElseThrow();
    assertThat(line.slope().estimate()).isEqualTo(1.683324280282455, within(1e-13));
    assertThat(line.slope().standardError()).isEqualTo(0.302664558844571, within(1e-13));
    assertThat(line.slope().p()).isEqualTo(0.00143054857838, within(1e-11));
    assertThat(line.intercept().estimate()).isEqualTo(0.708853883758831, within(1e-12));
    assertThat(line.intercept().standardError()).isEqualTo(1.325318080278867, within(1e-12));
  }

  @Test
  void the_scatter_of_the_process_makes_the_residuals_what_they_should_be() {
    WeightedLine procedure = WeightedLine.withDefaults();
    double[] u = new double[8];
    Arrays.fill(u, 0.1);
    WeightedLine.Result line = procedure.fit(X, Y, u).orElseThrow();
    assertThat(line.process()).isPositive();
    assertThat(line.fit().statistic()).isEqualTo(6, within(1e-9));
    Arrays.fill(u, 100);
    assertThat(procedure.fit(X, Y, u).orElseThrow().process()).isZero();
    // Without uncertainties all is process, and the line that of least squares.
    WeightedLine.Result plain = procedure.fit(X, Y, new double[8]).orElseThrow();
    LeastSquares.Result least = LeastSquares.withDefaults().fit(X, Y).orElseThrow();
    assertThat(plain.slope().estimate()).isEqualTo(least.slope(), within(1e-13));
    assertThat(plain.slope().standardError())
        .isEqualTo(least.inference().orElseThrow().slope().standardError(), within(1e-12));
    assertThat(procedure.with(WeightedLine.Scatter.KNOWN).fit(X, Y, new double[8]).whyNot())
        .contains(TrendReason.ZERO_VARIANCE);
    assertThatThrownBy(() -> procedure.fit(X, Y, new double[] {-1, 1, 1, 1, 1, 1, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** anova(lm(y ~ x + g), lm(y ~ x * g)) and anova(lm(y ~ x), lm(y ~ x * g)). */
  @Test
  void parallel_and_equal_lines_are_tested_as_by_analysis_of_variance() {
    List<ParallelTrends.Series> series =
        List.of(
            new ParallelTrends.Series(
                new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {2, 3, 5, 4, 6, 8, 7}),
            new ParallelTrends.Series(new double[] {1, 2, 4, 5, 7}, new double[] {9, 8, 8, 6, 5}));
    ParallelTrends.Result found = ParallelTrends.withDefaults().test(series).orElseThrow();
    assertThat(found.parallel().statistic()).isEqualTo(49.55217, within(5e-6));
    assertThat(found.parallel().p()).isEqualTo(0.00010831, within(5e-9));
    assertThat(found.equal().statistic()).isEqualTo(36.38337, within(5e-6));
    assertThat(found.equal().p()).isEqualTo(9.6256e-05, within(5e-10));
    assertThat(found.common()).isEqualTo(0.220472440944882, within(1e-14));
    ParallelTrends.Result same =
        ParallelTrends.withDefaults().test(List.of(series.get(0), series.get(0))).orElseThrow();
    assertThat(same.parallel().statistic()).isZero();
    assertThat(same.equal().p()).isEqualTo(1, within(1e-9));
  }

  @Test
  void counts_that_allow_no_model_say_why() {
    CountRegression poisson = CountRegression.withDefaults().with(Family.POISSON);
    assertThat(poisson.fit(X, new double[8]).whyNot()).contains(TrendReason.NO_MAXIMUM);
    assertThat(poisson.fit(X, new double[] {0, 0, 0, 0, 0, 0, 0, 4}).whyNot())
        .contains(TrendReason.NO_MAXIMUM);
    assertThat(poisson.fit(X, new double[] {1, 2.5, 3, 4, 5, 6, 7, 8}).whyNot())
        .contains(TrendReason.NOT_COUNTS);
    // Less scatter than Poisson: theta has no finite maximum.
    assertThat(
            poisson
                .with(Family.NEGATIVE_BINOMIAL)
                .fit(X, new double[] {5, 5, 5, 5, 5, 5, 5, 6})
                .whyNot())
        .contains(TrendReason.NO_OVERDISPERSION);
  }

  /** glm(y ~ I(x - 4.5), family = poisson). */
  @Test
  void a_poisson_trend_without_overdispersion_raises_no_warning() {
    CountComparison found = CountComparison.of(X, Y).orElseThrow();
    assertThat(found.poisson().slope().estimate()).isEqualTo(0.194997639975657, within(1e-12));
    assertThat(found.poisson().slope().standardError()).isEqualTo(0.0588383880095, within(1e-9));
    assertThat(found.warning()).isEqualTo(CountComparison.Warning.NONE);
    Golden.Series arrivals = Golden.series("arrivals");
    CountComparison wild = CountComparison.of(arrivals.x(), arrivals.y()).orElseThrow();
    assertThat(wild.warning()).isEqualTo(CountComparison.Warning.POISSON_WORTHLESS);
    assertThat(wild.sentence()).contains("224.4 times").contains("1.9e-15");
  }

  /** predict(loess(y ~ x, span = .9, degree = 1, surface = "direct", statistics = "exact")). */
  @Test
  void local_regression_has_the_bands_of_loess() {
    Smooth smooth =
        Loess.withDefaults().with(Loess.Degree.LINEAR).withSpan(0.9).fit(X, Y).orElseThrow();
    assertThat(smooth.degreesOfFreedom()).isEqualTo(2.89572770901025, within(1e-12));
    double t = Tails.studentTwoSidedQuantile(0.05, 5.02212416608359);
    ConfidenceInterval first = smooth.points().get(0).band().orElseThrow();
    assertThat((first.high() - first.low()) / 2 / t).isEqualTo(1.329392453424432, within(1e-11));
    assertThat(smooth.points().get(4).value()).isEqualTo(8.16937260222018, within(1e-12));
  }

  @Test
  void smoothers_keep_what_they_draw_towards() {
    double[] line = RandomSeries.affine(X, 1e9, 1);
    Loess.withDefaults()
        .fit(X, line)
        .orElseThrow()
        .points()
        .forEach(p -> assertThat(p.value()).isEqualTo(1e9 + p.x(), within(1e-5)));
    Whittaker.hodrickPrescott(1600)
        .fit(X, line)
        .orElseThrow()
        .smooth()
        .points()
        .forEach(p -> assertThat(p.value()).isEqualTo(1e9 + p.x(), within(1e-6)));
  }

  @Test
  void a_gap_in_a_penalised_course_is_filled_where_it_is() {
    double[] x = {1, 2, 3, 6, 7, 8};
    double[] y = {1, 2, 3, 6, 7, 8};
    Smooth smooth = Whittaker.hodrickPrescott(10).fit(x, y).orElseThrow().smooth();
    assertThat(smooth.points()).hasSize(8);
    assertThat(smooth.points().get(3).x()).isEqualTo(4);
    assertThat(smooth.points().get(3).value()).isEqualTo(4, within(1e-9));
    assertThat(
            Whittaker.hodrickPrescott(10)
                .fit(new double[] {1, 2, 3.4}, new double[] {1, 2, 3})
                .whyNot())
        .contains(TrendReason.UNEVEN_TIMES);
  }

  @Test
  void the_penalised_course_solves_its_equations() {
    double lambda = 7.5;
    for (int d = 1; d <= 3; d++) {
      Whittaker.Result found =
          Whittaker.hodrickPrescott(lambda).withDifferences(d).fit(X, Y).orElseThrow();
      double[] z = found.smooth().points().stream().mapToDouble(Smooth.Point::value).toArray();
      double at = objective(z, d, lambda);
      for (int i = 0; i < z.length; i++) {
        for (double step : new double[] {-1e-4, 1e-4}) {
          double[] moved = z.clone();
          moved[i] += step;
          assertThat(objective(moved, d, lambda)).isGreaterThan(at);
        }
      }
    }
    assertThat(Whittaker.byCrossValidation().fit(X, Y).orElseThrow().lambda()).isPositive();
  }

  private static double objective(double[] z, int order, double lambda) {
    double[] difference = z;
    for (int d = 0; d < order; d++) {
      double[] before = difference;
      difference = new double[before.length - 1];
      for (int i = 0; i < difference.length; i++) {
        difference[i] = before[i + 1] - before[i];
      }
    }
    double sum = lambda * Arrays.stream(difference).map(v -> v * v).sum();
    for (int i = 0; i < z.length; i++) {
      sum += (Y[i] - z[i]) * (Y[i] - z[i]);
    }
    return sum;
  }
}
