package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PooledModelTest {

  private static final PooledModel POOL = PooledModel.withDefaults();
  private static final PooledModel NATURAL = POOL.with(CensoredMean.Scale.NATURAL);

  private static PooledModel.CellReport exact(int cell, int source, double x) {
    return new PooledModel.CellReport(cell, source, Report.exact(x));
  }

  /**
   * Cells of size 100 to 10,000, of which every third has one report and the others two or three.
   */
  private static List<PooledModel.CellReport> random(
      int seed, int cells, double sigma, double[] biases) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PooledModel.CellReport> reports = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      int k = 1 + cell % 3;
      int first = random.nextInt(biases.length);
      for (int i = 0; i < k; i++) {
        int source = (first + i) % biases.length;
        double x = Math.exp(truth(cell) + biases[source] + sigma * RandomData.gaussian(random));
        double rounded = Math.rint(x / 10) * 10;
        reports.add(
            new PooledModel.CellReport(
                cell, source, i == 2 ? Report.rounded(rounded, 10) : Report.exact(x)));
      }
    }
    return reports;
  }

  private static double truth(int cell) {
    return Math.log(100) + (cell % 10) * Math.log(10) / 5;
  }

  /** R: anova(lm(y ~ factor(cell))) gives the residual mean square 2.5 with 4 degrees. */
  @Test
  void exactReportsShareTheVarianceWithinCells() {
    PooledModel.Result found =
        NATURAL
            .fit(
                List.of(
                    exact(1, 1, 10),
                    exact(1, 2, 14),
                    exact(2, 1, 101),
                    exact(2, 2, 100),
                    exact(2, 3, 99),
                    exact(3, 1, 50),
                    exact(3, 9, 50)))
            .orElseThrow();
    assertThat(found.degrees()).isEqualTo(4);
    assertThat(found.sigma() * found.sigma()).isCloseTo((8 + 2) / 4.0, within(1e-6));
    assertThat(found.cell(2).estimate()).isCloseTo(100, within(1e-9));
    assertThat(found.cell(2).standardError()).isCloseTo(Math.sqrt(2.5 / 3), within(1e-6));
  }

  @Test
  void aCellWithOneReportGetsTheIntervalOfWhatSourcesDifferBy() {
    PooledModel.Result found = POOL.fit(random(1, 60, 0.2, new double[3])).orElseThrow();
    assertThat(found.sigma()).isBetween(0.15, 0.25);
    PooledModel.OfCell one = found.cell(0);
    assertThat(one.k()).isEqualTo(1);
    assertThat(one.standardError()).isCloseTo(found.sigma(), within(1e-9));
    assertThat(one.interval().low()).isLessThan(one.estimate() / 1.3);
  }

  @Test
  void intervalsOfSparseCellsCoverTheirLevel() {
    int covered = 0;
    int all = 0;
    for (int seed = 0; seed < 25; seed++) {
      PooledModel.Result found = POOL.fit(random(seed, 45, 0.2, new double[4])).orElseThrow();
      for (PooledModel.OfCell cell : found.cells()) {
        all++;
        covered += cell.interval().contains(Math.exp(truth(cell.cell()))) ? 1 : 0;
      }
    }
    assertThat((double) covered / all).isBetween(0.93, 0.97);
  }

  @Test
  void biasesOfSourcesAreTakenOut() {
    double[] biases = {0.5, 0, -0.5};
    List<PooledModel.CellReport> reports = random(3, 90, 0.1, biases);
    PooledModel.Result without = POOL.fit(reports).orElseThrow();
    PooledModel.Result with =
        POOL.with(PooledModel.SourceBias.PER_SOURCE).fit(reports).orElseThrow();
    assertThat(without.sigma()).isGreaterThan(0.3);
    assertThat(with.sigma()).isBetween(0.08, 0.12);
    double first = bias(with, 0);
    assertThat(first - bias(with, 1)).isCloseTo(0.5, within(0.07));
    assertThat(bias(with, 1) - bias(with, 2)).isCloseTo(0.5, within(0.07));
  }

  private static double bias(PooledModel.Result found, int source) {
    return found.sources().stream()
        .filter(s -> s.source() == source)
        .findFirst()
        .orElseThrow()
        .bias();
  }

  @Test
  void anotherUnitScalesEveryCell() {
    List<PooledModel.CellReport> reports = random(5, 20, 0.3, new double[2]);
    List<PooledModel.CellReport> scaled =
        reports.stream()
            .map(
                r ->
                    new PooledModel.CellReport(
                        r.cell(),
                        r.source(),
                        Report.between(r.report().low() * 1e9, r.report().high() * 1e9)))
            .toList();
    PooledModel.Result one = POOL.fit(reports).orElseThrow();
    PooledModel.Result other = POOL.fit(scaled).orElseThrow();
    assertThat(other.sigma()).isCloseTo(one.sigma(), within(1e-6));
    assertThat(other.cell(7).estimate() / 1e9)
        .isCloseTo(one.cell(7).estimate(), within(1e-6 * one.cell(7).estimate()));
  }

  @Test
  void whatReportsDoNotDetermineIsNamed() {
    assertThat(POOL.fit(List.of()).whyNot()).contains(ConsensusReason.NO_VALUES);
    assertThat(POOL.fit(List.of(exact(1, 1, 5), exact(2, 1, 6))).whyNot())
        .contains(ConsensusReason.TOO_FEW_VALUES);
    assertThat(POOL.fit(List.of(exact(1, 1, 5), exact(1, 2, 5), exact(2, 1, 7))).whyNot())
        .contains(ConsensusReason.NO_SPREAD);
    PooledModel.CellReport bound = new PooledModel.CellReport(1, 1, Report.atLeast(6000));
    assertThat(POOL.fit(List.of(bound)).whyNot()).contains(ConsensusReason.ONLY_BOUNDS);
    List<PooledModel.CellReport> apart =
        List.of(exact(1, 1, 5), exact(1, 2, 6), exact(2, 3, 7), exact(2, 4, 9));
    assertThat(POOL.with(PooledModel.SourceBias.PER_SOURCE).fit(apart).whyNot())
        .contains(ConsensusReason.DISCONNECTED);
  }

  @Test
  void aCellKnownAsASetStaysThatSet() {
    List<PooledModel.CellReport> reports = new ArrayList<>(random(8, 40, 0.05, new double[2]));
    PooledModel.Result without = POOL.fit(reports).orElseThrow();
    reports.add(new PooledModel.CellReport(99, 1, Report.between(30_000, 50_000)));
    PooledModel.Result found = POOL.fit(reports).orElseThrow();
    assertThat(found.sigma()).isEqualTo(without.sigma());
    PooledModel.OfCell set = found.cell(99);
    assertThat(set.basis()).isEqualTo(PooledModel.Basis.OVERLAPPING_SETS);
    assertThat(set.estimate()).isCloseTo(Math.sqrt(30_000 * 50_000.0), within(1.0));
    assertThat(set.interval().low()).isBetween(28_000.0, 31_000.0);
    assertThat(set.interval().high()).isBetween(49_000.0, 53_000.0);
    List<PooledModel.CellReport> only =
        List.of(new PooledModel.CellReport(1, 1, Report.between(1, 2)));
    assertThat(POOL.fit(only).whyNot()).contains(ConsensusReason.ONLY_OVERLAPPING_INTERVALS);
  }

  @Test
  void cellsWithBoundsOnlyAreLeftOut() {
    List<PooledModel.CellReport> reports = new ArrayList<>(random(8, 12, 0.3, new double[2]));
    reports.add(new PooledModel.CellReport(99, 1, Report.atLeast(6000)));
    PooledModel.Result found = POOL.fit(reports).orElseThrow();
    assertThat(found.leftOut()).containsExactly(99);
    assertThatThrownBy(() -> found.cell(99)).isInstanceOf(IllegalArgumentException.class);
  }
}
