package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

class EquivalenceRowsTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  private static List<String> words(ComparisonChart chart, Page page) {
    return chart.scene(page).labels().stream().map(Label::text).toList();
  }

  /**
   * The reconciled value of the first year is 1000 with u = 60 / sqrt(12), that of the second 2000
   * with u = 120 / sqrt(12): relative to the value both are 0.0173205. News is 10 % and 20 % off
   * with exact numbers of another origin, D = 15 % with U = 2 * 100 / 2 * sqrt(2) * 0.0173205 =
   * 2.449 %.
   */
  private static Reconciliation twoYears() {
    return new Made()
        .source("ministry", "Ministry A")
        .source("news", "News B")
        .source("words", "Words C")
        .reconciled("2001", 1000, 970, 1030, "ministry", "agency")
        .reconciled("2002", 2000, 1940, 2060, "ministry", "agency")
        .says("news", "2001", "1100", Role.SET_ASIDE, Cause.UNEXPLAINED)
        .says("news", "2002", "2400", Role.SET_ASIDE, Cause.UNEXPLAINED)
        .says("words", "2002", "<2500", Role.SUPPORTING)
        .reconciliation();
  }

  @Test
  void aRowHasTheMeanDifferenceItsExpandedUncertaintyTheCellsAndTheVerdict() {
    assertThat(words(ComparisonChart.equivalence(twoYears()), PAGE))
        .containsSubsequence("News B", "+15.0", "[+12.6; +17.4]", "2", "outside U");
  }

  @Test
  void aSourceWithoutADegreeIsCountedWithTheReason() {
    ComparisonChart chart = ComparisonChart.equivalence(twoYears());
    assertThat(words(chart, PAGE)).doesNotContain("Words C");
    assertThat(chart.description(PAGE)).contains("1 source has no degree of equivalence: ");
  }

  @Test
  void theLineReachesFromOneEndOfTheIntervalToTheOther() {
    Scene scene = ComparisonChart.equivalence(twoYears()).scene(PAGE);
    Layer line =
        scene.main().layers().stream()
            .filter(l -> l.name().equals("Intervals"))
            .findFirst()
            .orElseThrow();
    double u = 100 * Math.sqrt(2 * (60 * 60 / 12.0) / (1000.0 * 1000)) / 2;
    assertThat(line.at().get(0).x()).isCloseTo(15 - 2 * u, within(1e-9));
    assertThat(line.at().get(1).x()).isCloseTo(15 + 2 * u, within(1e-9));
  }

  @Test
  void thereIsALineAtZero() {
    Scene scene = ComparisonChart.equivalence(twoYears()).scene(PAGE);
    assertThat(scene.main().plane().x().holds(0)).isTrue();
    assertThat(scene.main().layers().get(0).at()).allMatch(at -> at.x() == 0);
  }

  @Test
  void withoutRoomTheSourcesWithTheFewestCellsAreLeftOut() {
    Made made = new Made();
    for (int year = 2001; year <= 2010; year++) {
      String y = Integer.toString(year);
      made.reconciled(y, 1000, 970, 1030, "a", "b");
      for (int i = 0; i <= year - 2001; i++) {
        made.says("s" + i, y, "1010", Role.SUPPORTING);
      }
    }
    ComparisonChart chart = ComparisonChart.equivalence(made.reconciliation());
    Page low = Page.of(183, 30);
    assertThat(words(chart, low)).contains("s0").doesNotContain("s9");
    assertThat(chart.description(low)).contains("left out for want of room");
    assertThat(words(chart, chart.fit(low))).contains("s0", "s9");
    assertThat(chart.description(chart.fit(low))).doesNotContain("left out");
  }

  @Test
  void theCaptionSaysWhatTheLinesAreAndWhoIsBeyondThem() {
    ComparisonChart chart = ComparisonChart.equivalence(twoYears());
    assertThat(chart.caption()).contains("coverage factor of 2", "1 degree is beyond", "News B");
    assertThat(chart.alternativeText()).contains("News B: +15.0 %, outside U.");
    assertThat(chart.toTable().rowCount()).isEqualTo(1);
  }

  @Test
  void withoutAnyDegreeThereIsASentence() {
    Reconciliation exact =
        new Made()
            .reconciled("2001", 10, 10, 10, "a")
            .says("a", "2001", "10", Role.COUNTED)
            .reconciliation();
    ComparisonChart chart = ComparisonChart.equivalence(exact);
    assertThat(words(chart, PAGE)).containsExactly("No source has a degree of equivalence.");
    assertThat(chart.description(PAGE)).contains("1 source has no degree of equivalence: ");
  }
}
