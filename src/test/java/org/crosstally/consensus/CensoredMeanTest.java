package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crosstally.outcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CensoredMeanTest {

  private static final CensoredMean FIT = CensoredMean.withDefaults();
  private static final CensoredMean MAXIMUM = FIT.with(CensoredMean.Likelihood.MAXIMUM);

  private static Reason why(Report... reports) {
    return FIT.fit(List.of(reports)).whyNot().orElseThrow();
  }

  /** Reports of all kinds, some with a variance. */
  private static List<Report> random(int seed, double unit) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Report> reports = new ArrayList<>();
    int k = 3 + random.nextInt(6);
    for (int i = 0; i < k; i++) {
      double x = (100 + 10 * RandomData.gaussian(random)) * unit;
      double variance = seed % 2 == 0 ? 0 : (1 + 20 * random.nextDouble()) * unit * unit;
      Report report =
          switch (i < 2 ? 0 : random.nextInt(4)) {
            case 0 -> Report.exact(x);
            case 1 -> Report.rounded(x, 10 * unit);
            case 2 -> Report.atLeast(x - 5 * unit);
            default -> Report.between(x - 20 * unit, x + 3 * unit);
          };
      reports.add(report.withVariance(variance));
    }
    return reports;
  }

  static Stream<Integer> seeds() {
    return IntStream.range(0, 40).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anotherUnitGivesTheSameNumber(int seed) {
    for (CensoredMean fit : List.of(FIT, MAXIMUM, FIT.with(CensoredMean.Scale.LOGARITHMIC))) {
      CensoredMean.Result one = fit.fit(random(seed, 1)).orElseThrow();
      for (double unit : new double[] {1e-12, 1e12}) {
        CensoredMean.Result other = fit.fit(random(seed, unit)).orElseThrow();
        assertThat(other.estimate() / unit)
            .isCloseTo(one.estimate(), within(1e-12 * one.estimate()));
        assertThat(other.interval().high() / unit)
            .isCloseTo(one.interval().high(), within(1e-12 * one.interval().high()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theLikelihoodIsAtItsHighestPoint(int seed) {
    List<Report> reports = random(seed, 1);
    CensoredMean.Result found = MAXIMUM.fit(reports).orElseThrow();
    CensoredLikelihood likelihood =
        CensoredReports.of(reports, CensoredMean.Scale.NATURAL).likelihood();
    for (double t = 1e-3; t < 1e6; t *= 1.5) {
      assertThat(likelihood.profile(t, false)).isLessThanOrEqualTo(found.logLikelihood() + 1e-10);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void derivativesAreThoseOfTheLikelihood(int seed) {
    CensoredLikelihood ratio =
        CensoredReports.of(random(seed, 1), CensoredMean.Scale.NATURAL).likelihood();
    double mu = 3;
    double t = 40;
    double h = 1e-3;
    double[] up = values(ratio, mu + h, t);
    double[] down = values(ratio, mu - h, t);
    double[] later = values(ratio, mu, t + h);
    double[] sooner = values(ratio, mu, t - h);
    double[] here = values(ratio, mu, t);
    // value, byMu, byMuMu, byMuMuMu, byT, byTMu, byTT, byTMuMu
    assertThat(here[1]).isCloseTo((up[0] - down[0]) / (2 * h), within(1e-7));
    assertThat(here[2]).isCloseTo((up[1] - down[1]) / (2 * h), within(1e-7));
    assertThat(here[3]).isCloseTo((up[2] - down[2]) / (2 * h), within(1e-7));
    assertThat(here[4]).isCloseTo((later[0] - sooner[0]) / (2 * h), within(1e-7));
    assertThat(here[5]).isCloseTo((later[1] - sooner[1]) / (2 * h), within(1e-7));
    assertThat(here[6]).isCloseTo((later[4] - sooner[4]) / (2 * h), within(1e-7));
    assertThat(here[7]).isCloseTo((later[2] - sooner[2]) / (2 * h), within(1e-7));
  }

  private static double[] values(CensoredLikelihood ratio, double mu, double t) {
    ratio.evaluate(mu, t);
    return new double[] {
      ratio.value,
      ratio.byMu,
      ratio.byMuMu,
      ratio.byMuMuMu,
      ratio.byT,
      ratio.byTMu,
      ratio.byTT,
      ratio.byTMuMu
    };
  }

  @Test
  void exactReportsWithVariancesAreRestrictedMaximumLikelihood() {
    Golden.allData()
        .filter(data -> !data.name().equals("edge.k3_equal"))
        .forEach(
            data -> {
              List<Report> reports = new ArrayList<>();
              for (int i = 0; i < data.y().length; i++) {
                reports.add(Report.exact(data.y()[i]).withVariance(data.v()[i]));
              }
              RandomEffectsFit expected =
                  RandomEffects.withDefaults()
                      .with(MeanTest.NORMAL)
                      .fit(data.y(), data.v())
                      .orElseThrow();
              CensoredMean.Result found = FIT.fit(reports).orElseThrow();
              double error = expected.standardError();
              assertThat(found.mu()).isCloseTo(expected.estimate(), within(1e-10 * error));
              assertThat(found.standardError()).isCloseTo(error, within(1e-10 * error));
              assertThat(found.sigma() * found.sigma())
                  .isCloseTo(expected.tauSquared(), within(1e-9 * error * error));
              assertThat(found.logLikelihood())
                  .isCloseTo(
                      expected.logLikelihood(),
                      within(1e-9 * Math.abs(expected.logLikelihood()) + 1e-9));
            });
  }

  @Test
  void exactReportsWithoutVariancesAreTheMeanWithStudentsInterval() {
    // R: t.test(c(2914, 2927, 2929, 2915, 2920))
    CensoredMean.Result found =
        FIT.fit(
                Stream.of(2914, 2927, 2929, 2915, 2920)
                    .map(x -> Report.exact(x.doubleValue()))
                    .toList())
            .orElseThrow();
    assertThat(found.estimate()).isCloseTo(2921, within(1e-9));
    assertThat(found.sigma()).isCloseTo(Math.sqrt(186 / 4.0), within(1e-9));
    assertThat(found.interval().low()).isCloseTo(2912.533, within(1e-3));
  }

  @Test
  void aFineGrainIsAnExactValue() {
    List<Report> fine = Stream.of(5.0, 7.0, 8.0).map(x -> Report.rounded(x, 1e-7)).toList();
    List<Report> exact = Stream.of(5.0, 7.0, 8.0).map(Report::exact).toList();
    assertThat(FIT.fit(fine).orElseThrow().sigma())
        .isCloseTo(FIT.fit(exact).orElseThrow().sigma(), within(1e-12));
  }

  @Test
  void whatReportsDoNotDetermineIsNamed() {
    assertThat(FIT.fit(List.of()).whyNot()).contains(ConsensusReason.NO_VALUES);
    assertThat(why(Report.atLeast(6000), Report.atMost(300_000)))
        .isEqualTo(ConsensusReason.ONLY_BOUNDS);
    assertThat(why(Report.between(10, 30), Report.between(20, 50), Report.atLeast(5)))
        .isEqualTo(ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
    assertThat(why(Report.exact(7))).isEqualTo(ConsensusReason.NO_SPREAD);
    assertThat(why(Report.exact(7), Report.exact(7), Report.rounded(7.2, 1)))
        .isEqualTo(ConsensusReason.NO_SPREAD);
  }

  /** A spread that one set and bounds leave open is no spread, though the likelihood has a top. */
  @ParameterizedTest
  @EnumSource(CensoredMean.Likelihood.class)
  void oneSetAndBoundsDoNotDetermineASpread(CensoredMean.Likelihood likelihood) {
    CensoredMean log = FIT.with(CensoredMean.Scale.LOGARITHMIC).with(likelihood);
    List<Report> reports =
        List.of(Report.atMost(10_000), Report.between(25_000, 35_000), Report.atMost(300_000));
    assertThat(log.fit(reports).whyNot()).contains(ConsensusReason.ONE_SET_AND_BOUNDS);
  }

  @Test
  void twoCoarseReportsThatDifferAreStillTwo() {
    double exact =
        FIT.fit(List.of(Report.exact(10), Report.exact(20))).orElseThrow().interval().high();
    double coarse =
        FIT.fit(List.of(Report.rounded(10, 5), Report.rounded(20, 5)))
            .orElseThrow()
            .interval()
            .high();
    assertThat(coarse).isCloseTo(exact, within(0.05));
  }

  @Test
  void aSetWithItsOwnVarianceIsIdentified() {
    CensoredMean.Result one =
        FIT.fit(List.of(Report.between(10, 30).withVariance(25))).orElseThrow();
    assertThat(one.estimate()).isCloseTo(20, within(1e-9));
    assertThat(one.sigma()).isZero();
    // With a small variance nothing in the set is more likely than anything else in it.
    assertThat(why(Report.between(10, 30).withVariance(1)))
        .isEqualTo(ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
  }

  @Test
  void aBoundPullsTheNumberToItsSide() {
    List<Report> exact = List.of(Report.exact(90), Report.exact(100), Report.exact(110));
    List<Report> bounded = new ArrayList<>(exact);
    bounded.add(Report.atLeast(120));
    assertThat(FIT.fit(bounded).orElseThrow().estimate())
        .isGreaterThan(FIT.fit(exact).orElseThrow().estimate() + 1);
  }

  @Test
  void valuesNotAboveZeroHaveNoLogarithm() {
    CensoredMean log = FIT.with(CensoredMean.Scale.LOGARITHMIC);
    assertThatThrownBy(() -> log.fit(List.of(Report.exact(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("report 0, 0.0 to 0.0: no value above 0");
    assertThatThrownBy(() -> Report.between(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Report.rounded(2, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** mpmath in 40 digits: mean, variance, third and fourth cumulant within the interval. */
  @ParameterizedTest
  @CsvSource({
    "-1, 2, -0.20016629432446258, 0.22963717909132897, 0.51976253921153394, 0.12086456858727352, -0.19446363991868577",
    "0, 1, -1.0748623268620714, 0.4598622292864265, 0.079651824848511312, 0.0037143867790705494, -0.0071516202819159092",
    "0, Infinity, -0.69314718055994531, 0.79788456080286536, 0.36338022763241866, 0.21801361414499016, 0.11477068205421886",
    "3, Infinity, -6.6077262215103495, 3.2830986549304365, 0.070559186785268117, 0.031470672830842488, 0.018930547102077378",
    "9, Infinity, -43.628149113332115, 9.1085231050028688, 0.011514790654717133, 0.0023907474397987586, 0.00072877087271227609",
    "-30, 1, -0.17275377902344989, -0.28759997093917836, 0.6296862857766054, -0.29571817018227121, 0.00054769007944965555",
    "0.5, 0.5000001, -17.162034209162994, 0.50000004999999958, 8.3333333333333295e-16, 4.1666670833333285e-31, -8.3333333333377649e-31",
    "8, 8.05, -36.108388605119586, 8.0233327323700999, 0.00020664992325641444, 4.1257528974925478e-7, -5.0102975467063181e-8",
    "8, 9, -35.013618593437148, 8.1211889929797971, 0.014148542782748111, 0.0031189081154528808, 0.00093646065757597414",
    "-2, 2, -0.046567912292390164, 7.1684437397194544e-48, 0.77374130354992325, -2.4372708715046145e-47, -0.37983768960794068",
    "-8, 8, -1.2441921148543576e-15, -3.5115860963899989e-48, 0.99999999999991916, 7.3469211690511408e-48, -4.9310165775320326e-12",
    "20, 24, -203.91715537106005, 20.049753068538629, 0.0024632616087625565, 0.00024272658027527092, 3.5703551529153739e-5"
  })
  void truncatedCumulantsKeepTheirDigits(
      double a, double b, double log, double mean, double variance, double third, double fourth) {
    TruncatedNormal part = new TruncatedNormal();
    double width =
        Double.isInfinite(b)
            ? b
            : BigDecimal.valueOf(b).subtract(BigDecimal.valueOf(a)).doubleValue();
    part.within(a, b, width);
    assertThat(part.logProbability).isCloseTo(log, within(1e-12 * (1 + Math.abs(log))));
    assertThat(part.mean).isCloseTo(mean, within(1e-12 * (1 + Math.abs(mean))));
    assertThat(part.excessVariance).isCloseTo(variance - 1, within(1e-11));
    assertThat(part.third).isCloseTo(third, within(1e-10));
    assertThat(part.fourth).isCloseTo(fourth, within(1e-8));
    part.within(-b, -a, width);
    assertThat(part.mean).isCloseTo(-mean, within(1e-12 * (1 + Math.abs(mean))));
    assertThat(part.third).isCloseTo(-third, within(1e-10));
  }
}
