package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often nominal 95 per cent intervals hold the truth, by seeded simulation in a small form; the
 * full one is {@link CoverageStudy}.
 */
@Tag("simulation")
class CoverageTest {

  private static final int RUNS = 3000;

  @ParameterizedTest
  @CsvSource({"5, 0", "5, 0.3", "5, 2", "10, 0", "10, 0.3", "10, 2", "20, 0", "20, 0.3", "20, 2"})
  void knappHartungCoversItsLevel(int k, double tau2) {
    double coverage = CoverageStudy.randomEffects(k, tau2, MeanTest.KNAPP_HARTUNG, RUNS);
    // Three simulation errors of 0.4 per cent beside the 93 to 97 per cent.
    assertThat(coverage).isBetween(0.93, 0.97);
  }

  /** Three simulation errors of 0.55 per cent beside 95 per cent, and the 0.5 that is missing. */
  @ParameterizedTest
  @CsvSource({
    "MIXED, 4, 0.2",
    "MIXED, 6, 0.5",
    "MIXED, 12, 0.5",
    "HALF_ROUNDED, 4, 0.2",
    "HALF_ROUNDED, 6, 0.2",
    "HALF_ROUNDED, 12, 0.2"
  })
  void theCensoredLikelihoodHasLessBiasAndBetterCoverageThanMiddles(
      CoverageStudy.Kind kind, int k, double sigma) {
    CoverageStudy.Comparison found = CoverageStudy.censored(kind, k, sigma, 1600);
    assertThat(Math.abs(found.sets().bias())).isLessThan(Math.abs(found.middles().bias()));
    double error = Math.abs(found.sets().coverage() - 0.95);
    assertThat(error).isLessThan(Math.abs(found.middles().coverage() - 0.95));
    assertThat(error).isLessThan(0.022);
  }

  /** Unused reports would go unnoticed in a mean of coverage alone. */
  @ParameterizedTest
  @CsvSource("8")
  void reportsOfAllKindsAreDrawn(int k) {
    SplittableRandom random = new SplittableRandom(1);
    List<Report> reports = new ArrayList<>();
    for (int run = 0; run < 20; run++) {
      reports.addAll(CoverageStudy.Kind.MIXED.reports(random, k, 0.5));
    }
    assertThat(reports).anyMatch(Report::isExact);
    assertThat(reports).anyMatch(report -> !report.isTwoSided());
    assertThat(reports).anyMatch(report -> report.isTwoSided() && !report.isExact());
  }
}
