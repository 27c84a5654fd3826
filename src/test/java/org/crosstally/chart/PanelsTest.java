package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

/** Several charts on one page. */
class PanelsTest {
  private static final ComparisonChart LINES = ComparisonChart.linesBySource(Made.usual());
  private static final ComparisonChart CHANGES =
      ComparisonChart.yearOverYear(Made.changes(2001, 1142, 1281, 1383, 1894));

  private static List<String> words(Scene scene) {
    return scene.labels().stream().map(Label::text).toList();
  }

  @Test
  void panelsHaveLettersAndTheirTitles() {
    Scene scene = ComparisonChart.panels(LINES.titled("Lines"), CHANGES).scene(Page.NATURE_DOUBLE);
    assertThat(words(scene)).contains("(a) Lines", "(b)");
    assertThat(Panels.letter(25)).isEqualTo("z");
    assertThat(Panels.letter(26)).isEqualTo("aa");
  }

  @Test
  void theLegendsAreOneWithoutRepetitions() {
    Scene scene =
        ComparisonChart.panels(Arrangement.BESIDE, LINES, LINES).scene(Page.NATURE_DOUBLE);
    List<String> words = words(scene);
    assertThat(Collections.frequency(words, "Ministry A")).isEqualTo(1);
    assertThat(Collections.frequency(words, "Reconciled")).isEqualTo(1);
    double lowest = scene.plots().stream().mapToDouble(p -> p.plane().bottom()).max().orElseThrow();
    assertThat(
            scene.labels().stream()
                .filter(l -> l.text().equals("Ministry A"))
                .findFirst()
                .orElseThrow()
                .y())
        .isGreaterThan(lowest);
  }

  @Test
  void anEntryThatDoesNotHoldInAllPanelsNamesItsPanel() {
    ComparisonChart other =
        ComparisonChart.linesBySource(
            new Made()
                .reconciled("2001", 10, 10, 10, "elsewhere")
                .reconciled("2002", 11, 11, 11, "elsewhere")
                .says("elsewhere", "2001", "10", Role.COUNTED)
                .says("elsewhere", "2002", "11", Role.COUNTED)
                .reconciliation());
    assertThat(words(ComparisonChart.panels(LINES, other).scene(Page.NATURE_DOUBLE)))
        .contains("Ministry A, in (a)", "elsewhere, in (b)", "News B");
  }

  @Test
  void plotsBesideOneAnotherAreAlignedAndShareTheLabelsOfTheirAxis() {
    Scene scene =
        ComparisonChart.panels(Arrangement.BESIDE, LINES, LINES).scene(Page.NATURE_DOUBLE);
    Plane a = scene.plots().get(0).plane();
    Plane b = scene.plots().get(1).plane();
    assertThat(a.top()).isEqualTo(b.top());
    assertThat(a.bottom()).isEqualTo(b.bottom());
    assertThat(Collections.frequency(words(scene), "Arrivals (persons)")).isEqualTo(1);
    assertThat(Collections.frequency(words(scene), "Year")).isEqualTo(2);
  }

  @Test
  void plotsAboveOneAnotherAreAlignedAndShareTheirYears() {
    Scene scene =
        ComparisonChart.panels(Arrangement.STACKED, LINES, LINES).scene(Page.of(120, 140));
    Plane a = scene.plots().get(0).plane();
    Plane b = scene.plots().get(1).plane();
    assertThat(a.left()).isEqualTo(b.left());
    assertThat(a.right()).isEqualTo(b.right());
    assertThat(Collections.frequency(words(scene), "Year")).isEqualTo(1);
    assertThat(Collections.frequency(words(scene), "2005")).isEqualTo(1);
  }

  @Test
  void axesThatDifferKeepTheirLabels() {
    Scene scene =
        ComparisonChart.panels(Arrangement.STACKED, LINES, CHANGES).scene(Page.of(120, 140));
    assertThat(scene.plots().get(0).plane().left()).isEqualTo(scene.plots().get(1).plane().left());
    assertThat(Collections.frequency(words(scene), "Year")).isEqualTo(2);
  }

  @Test
  void whatHasNoRoomIsCountedAndHasRoomOnAPageThatFits() {
    ComparisonChart chart = ComparisonChart.panels(Arrangement.STACKED, CHANGES, CHANGES, CHANGES);
    assertThat(chart.description(Page.NATURE_SINGLE)).contains("left out for want of room");
    Page page = chart.fit(Page.NATURE_SINGLE);
    assertThat(chart.scene(page).plots()).hasSize(3);
    assertThat(chart.description(page)).doesNotContain("left out for want of room");
  }

  @Test
  void theRowsOfAChartHaveTheRoomThatTheyNeed() {
    ComparisonChart rows = ComparisonChart.sourceBySource(Made.usual());
    ComparisonChart chart = ComparisonChart.panels(Arrangement.STACKED, rows, CHANGES);
    assertThat(chart.description(chart.fit(Page.of(183, 90)))).doesNotContain("For want of room");
  }

  @Test
  void theDataSayTheirPanel() {
    ComparisonChart chart = ComparisonChart.panels(LINES, CHANGES);
    assertThat(chart.data().stringColumn("panel").asSet()).contains("a", "b");
    assertThat(chart.caption()).contains("(a) ", "(b) ");
    assertThat(chart.alternativeText()).contains("(a) ", "(b) ");
  }

  @Test
  void aScaleOfColoursStaysWithItsLabels() {
    ComparisonChart map = ComparisonChart.revisionHeatMap(FurtherCharts.usualVintages());
    Scene scene = ComparisonChart.panels(Arrangement.STACKED, map, map).scene(Page.of(120, 170));
    assertThat(Collections.frequency(words(scene), "Revision since the first release"))
        .isEqualTo(2);
  }

  @Test
  void panelsOfPanelsAreDrawn() {
    ComparisonChart inner = ComparisonChart.panels(Arrangement.BESIDE, CHANGES, CHANGES);
    Scene scene =
        ComparisonChart.panels(Arrangement.STACKED, LINES, inner).scene(Page.of(183, 150));
    assertThat(scene.plots()).hasSize(3);
  }
}
