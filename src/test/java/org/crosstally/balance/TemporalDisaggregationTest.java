package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against other programs, whose calls are in benchmarking.md, and against the formulas. */
class TemporalDisaggregationTest {

  static Stream<GoldenSeries.Call> golden() {
    return Stream.of("jd:chowlin", "jd:fernandez", "tempdisagg:")
        .flatMap(prefix -> GoldenSeries.calls("benchmarking_golden.csv", prefix));
  }

  private static TemporalDisaggregation procedure(GoldenSeries.Call call) {
    TemporalDisaggregation.Model model =
        switch (call.option(1)) {
          case "chowlin", "chow-lin-maxlog", "chow-lin-minrss-ecotrim" ->
              TemporalDisaggregation.Model.CHOW_LIN;
          case "fernandez" -> TemporalDisaggregation.Model.FERNANDEZ;
          case "litterman-maxlog" -> TemporalDisaggregation.Model.LITTERMAN;
          case "ols" -> TemporalDisaggregation.Model.WHITE_NOISE;
          default -> throw new AssertionError(call.toString());
        };
    return TemporalDisaggregation.withDefaults()
        .with(model)
        .with(
            call.option(1).contains("minrss")
                ? TemporalDisaggregation.Estimate.MINIMUM_SQUARES
                : TemporalDisaggregation.Estimate.MAXIMUM_LIKELIHOOD)
        .with(TemporalDisaggregation.Variance.MAXIMUM_LIKELIHOOD);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void theGoldenValuesMatch(GoldenSeries.Call call) {
    TemporalDisaggregation.Result found =
        procedure(call)
            .disaggregate(call.input("benchmark"), 4, call.input("indicator"))
            .orElseThrow();
    double[] b = found.coefficients();
    double[] actual =
        call.method().endsWith(":stdev")
            ? found.standardErrors()
            : call.method().endsWith(":coef_rho")
                ? new double[] {b[0], b[1], found.rho().orElse(0)}
                : found.values();
    call.matches(actual, 1e-9);
  }

  private static double[] more(String method) {
    return GoldenSeries.calls("benchmarking_more_golden.csv", method)
        .filter(call -> call.method().equals(method))
        .findFirst()
        .orElseThrow()
        .values();
  }

  @Test
  void anInteriorRhoIsThatOfTheLikelihood() {
    double[] y = GoldenSeries.input("ar15x4", "benchmark");
    double[] x = GoldenSeries.input("ar15x4", "indicator");
    TemporalDisaggregation chowLin =
        TemporalDisaggregation.withDefaults()
            .with(TemporalDisaggregation.Variance.MAXIMUM_LIKELIHOOD);
    TemporalDisaggregation.Result found = chowLin.disaggregate(y, 4, x).orElseThrow();
    double searched = more("chowlin:rho")[0];
    // The reference minimises a flat function, so that it has half the digits of rho.
    assertThat(found.rho().orElseThrow()).isCloseTo(searched, within(1e-7));
    assertThat(found.logLikelihood().orElseThrow())
        .isCloseTo(more("chowlin:loglik")[0], within(1e-11));

    TemporalDisaggregation.Result same =
        chowLin.withRho(searched).disaggregate(y, 4, x).orElseThrow();
    assertThat(same.values()).containsExactly(more("chowlin"), within(1e-11));
    assertThat(same.standardErrors()).containsExactly(more("chowlin:stdev"), within(1e-11));
    assertThat(same.coefficients()).containsExactly(more("chowlin:coef"), within(1e-11));
    assertThat(found.logLikelihood().orElseThrow())
        .isGreaterThanOrEqualTo(same.logLikelihood().orElseThrow() - 1e-12);

    TemporalDisaggregation.Result fernandez =
        chowLin.with(TemporalDisaggregation.Model.FERNANDEZ).disaggregate(y, 4, x).orElseThrow();
    assertThat(fernandez.values()).containsExactly(more("fernandez"), within(1e-11));
    assertThat(fernandez.standardErrors()).containsExactly(more("fernandez:stdev"), within(1e-11));
  }

  /** The formulas with full matrices: b, y, their covariances, and the likelihood. */
  @ParameterizedTest
  @EnumSource(TemporalDisaggregation.Model.class)
  void theFormulasOfFullMatricesAgree(TemporalDisaggregation.Model model) {
    Random random = new Random(7);
    int groups = 9;
    int lead = 4;
    int n = lead + 3 * groups + 5;
    double[] x1 = random.doubles(n, 10, 20).toArray();
    double[] x2 = random.doubles(n, -1, 1).toArray();
    double[] y = random.doubles(groups, 40, 60).toArray();
    double rho = 0.6;
    RealMatrix v = covariance(model, rho, n);
    RealMatrix x = MatrixUtils.createRealMatrix(n, 3);
    RealMatrix j = MatrixUtils.createRealMatrix(groups, n);
    for (int t = 0; t < n; t++) {
      x.setRow(t, new double[] {1, x1[t], x2[t]});
      if (t >= lead && t < lead + 3 * groups) {
        j.setEntry((t - lead) / 3, t, 1);
      }
    }
    RealMatrix q = j.multiply(v).multiply(j.transpose());
    RealMatrix qInverse = MatrixUtils.inverse(q);
    RealMatrix jx = j.multiply(x);
    RealMatrix cov = MatrixUtils.inverse(jx.transpose().multiply(qInverse).multiply(jx));
    RealVector low = MatrixUtils.createRealVector(y);
    RealVector b = cov.multiply(jx.transpose()).multiply(qInverse).operate(low);
    RealVector rest = low.subtract(jx.operate(b));
    double squares = rest.dotProduct(qInverse.operate(rest));
    RealMatrix gain = v.multiply(j.transpose()).multiply(qInverse);
    RealMatrix d = x.subtract(gain.multiply(jx));
    RealMatrix spread =
        v.subtract(gain.multiply(j).multiply(v)).add(d.multiply(cov).multiply(d.transpose()));
    double variance = squares / (groups - 3);
    double[] values = x.operate(b).add(gain.operate(rest)).toArray();

    TemporalDisaggregation.Result found =
        TemporalDisaggregation.withDefaults()
            .with(model)
            .withRho(rho)
            .after(lead)
            .disaggregate(y, 3, x1, x2)
            .orElseThrow();
    assertThat(found.values()).containsExactly(values, within(1e-9));
    assertThat(found.coefficients()).containsExactly(b.toArray(), within(1e-9));
    assertThat(found.innovationVariance()).isCloseTo(variance, within(1e-9 * variance));
    for (int t = 0; t < n; t++) {
      assertThat(found.standardErrors()[t])
          .isCloseTo(Math.sqrt(variance * spread.getEntry(t, t)), within(1e-9));
    }
    for (int k = 0; k < 3; k++) {
      assertThat(found.coefficientErrors()[k])
          .isCloseTo(Math.sqrt(variance * cov.getEntry(k, k)), within(1e-9));
    }
    double logLikelihood =
        -0.5
            * (groups * (Math.log(2 * Math.PI * squares / groups) + 1)
                + Math.log(new LUDecomposition(q).getDeterminant()));
    assertThat(found.logLikelihood().orElseThrow()).isCloseTo(logLikelihood, within(1e-9));
  }

  private static RealMatrix covariance(TemporalDisaggregation.Model model, double rho, int n) {
    RealMatrix d = MatrixUtils.createRealIdentityMatrix(n);
    RealMatrix autoregressive = MatrixUtils.createRealIdentityMatrix(n);
    for (int t = 1; t < n; t++) {
      d.setEntry(t, t - 1, -1);
      autoregressive.setEntry(t, t - 1, -rho);
    }
    RealMatrix whole =
        switch (model) {
          case WHITE_NOISE -> MatrixUtils.createRealIdentityMatrix(n);
          case CHOW_LIN -> {
            autoregressive.setEntry(0, 0, Math.sqrt(1 - rho * rho));
            yield autoregressive;
          }
          case FERNANDEZ -> d;
          case LITTERMAN -> autoregressive.multiply(d);
        };
    return MatrixUtils.inverse(whole.transpose().multiply(whole));
  }

  @ParameterizedTest
  @EnumSource(Aggregation.class)
  void benchmarksOfEveryKindAreMetAndHaveNoErrorWhereTheyAreOnePeriod(Aggregation aggregation) {
    double[] y = {10, 14, 11, 15, 13, 18};
    double[] x = new Random(3).doubles(26, 5, 9).toArray();
    TemporalDisaggregation.Result found =
        TemporalDisaggregation.withDefaults()
            .with(TemporalDisaggregation.Model.LITTERMAN)
            .with(aggregation)
            .withRho(0.5)
            .disaggregate(y, 4, x)
            .orElseThrow();
    for (int g = 0; g < y.length; g++) {
      double[] group = Arrays.copyOfRange(found.values(), 4 * g, 4 * g + 4);
      double met =
          switch (aggregation) {
            case SUM -> Arrays.stream(group).sum();
            case MEAN -> Arrays.stream(group).average().orElseThrow();
            case FIRST -> group[0];
            case LAST -> group[3];
          };
      assertThat(met).isCloseTo(y[g], within(1e-10));
    }
    if (aggregation == Aggregation.LAST) {
      assertThat(found.standardErrors()[23]).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void scalingScales() {
    double[] y = GoldenSeries.input("ar15x4", "benchmark");
    double[] x = GoldenSeries.input("ar15x4", "indicator");
    TemporalDisaggregation.Result one =
        TemporalDisaggregation.withDefaults().disaggregate(y, 4, x).orElseThrow();
    TemporalDisaggregation.Result many =
        TemporalDisaggregation.withDefaults()
            .disaggregate(times(y, 1e6), 4, times(x, 1e-3))
            .orElseThrow();
    assertThat(times(many.values(), 1e-6)).containsExactly(one.values(), within(1e-8));
    assertThat(times(many.standardErrors(), 1e-6))
        .containsExactly(one.standardErrors(), within(1e-8));
    assertThat(many.rho().orElseThrow()).isCloseTo(one.rho().orElseThrow(), within(1e-9));
  }

  private static double[] times(double[] v, double factor) {
    return Arrays.stream(v).map(w -> w * factor).toArray();
  }

  @Test
  void whatTheDataDoNotDetermineIsSaid() {
    TemporalDisaggregation chowLin = TemporalDisaggregation.withDefaults();
    double[] x = {1, 2, 3, 4, 5, 6, 7, 9};
    assertThat(chowLin.disaggregate(new double[] {3, 4}, 4, x).whyNot())
        .contains(BenchmarkingReason.TOO_FEW_BENCHMARKS);
    assertThat(chowLin.disaggregate(new double[] {3, 4, 6, 9}, 2, x, times(x, 3)).whyNot())
        .contains(BenchmarkingReason.COLLINEAR_INDICATORS);
    double[] exact = {2 + 5 * 3, 2 + 5 * 7, 2 + 5 * 11, 2 + 5 * 16};
    assertThat(chowLin.disaggregate(exact, 2, x).whyNot()).contains(BenchmarkingReason.EXACT_FIT);
    TemporalDisaggregation.Result known =
        chowLin.withRho(0.5).disaggregate(exact, 2, x).orElseThrow();
    assertThat(known.values()[7]).isCloseTo(1 + 5 * 9, within(1e-10));
    assertThat(known.coefficients()).containsExactly(new double[] {1, 5}, within(1e-10));
  }

  @Test
  void aConstantAloneIsEnough() {
    TemporalDisaggregation.Result found =
        TemporalDisaggregation.withDefaults()
            .with(TemporalDisaggregation.Model.FERNANDEZ)
            .disaggregate(new double[] {8, 12, 16, 20}, 4)
            .orElseThrow();
    assertThat(found.rho()).isEmpty();
    double[] denton =
        Denton.withDefaults()
            .with(Denton.Model.ADDITIVE)
            .benchmark(new double[16], Benchmarks.every(4, 8, 12, 16, 20))
            .orElseThrow()
            .values();
    // A random walk from an unknown level is Denton's criterion of first differences.
    assertThat(found.values()).containsExactly(denton, within(1e-12));
  }

  @Test
  void invalidArgumentsAreRefused() {
    TemporalDisaggregation chowLin = TemporalDisaggregation.withDefaults();
    double[] y = {1, 2, 4};
    assertThatThrownBy(() -> chowLin.disaggregate(y, 4, new double[11]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a benchmark of periods 8 to 12 for a series of 11 periods");
    assertThatThrownBy(
            () -> chowLin.with(TemporalDisaggregation.Constant.OMITTED).disaggregate(y, 4))
        .hasMessage("no regressor: a constant or an indicator");
    assertThatThrownBy(() -> chowLin.disaggregate(y, 4, new double[12], new double[13]))
        .hasMessage("indicators[1] has 13 values instead of 12");
    assertThatThrownBy(() -> chowLin.withRho(1)).hasMessage("rho is 1.0: from 0 up to but not 1");
  }
}
