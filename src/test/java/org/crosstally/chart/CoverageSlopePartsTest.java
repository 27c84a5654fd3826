package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

/** The map of coverage, slopes, and balanced parts. */
class CoverageSlopePartsTest {

  private static List<String> words(Scene scene) {
    return scene.labels().stream().map(Label::text).toList();
  }

  private static Layer layer(Plot plot, String name) {
    return plot.layers().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void eachSourceHasARowAndTheBestFormOfEachPeriod() {
    CoverageRows rows = CoverageRows.of(Made.usual());
    assertThat(rows.rows())
        .extracting(CoverageRows.Row::id)
        .containsExactly("ministry", "news", "analyst");
    CoverageRows.Row news = rows.rows().get(1);
    assertThat(news.said())
        .containsEntry(Period.ofYear(2006), Reported.OPEN)
        .containsEntry(Period.ofYear(2009), Reported.EXACT)
        .containsEntry(Period.ofYear(2015), Reported.FORECAST);
    assertThat(rows.rows().get(2).said()).containsEntry(Period.ofYear(2009), Reported.ASIDE);
    assertThat(rows.count(Period.ofYear(2009))).isEqualTo(3);
    assertThat(rows.count(Period.ofYear(2001))).isEqualTo(1);
  }

  @Test
  void theLegendHasOnlyTheFormsThatOccur() {
    List<String> words = words(ComparisonChart.coverage(Made.usual()).scene(Page.NATURE_DOUBLE));
    assertThat(words)
        .contains(
            "Ministry A", "Exact and final", "Rounded or provisional", "Forecast", "Set aside")
        .doesNotContain("Bound");
  }

  @Test
  void withoutRoomTheSourcesWithTheFewestPeriodsGoAndAreCounted() {
    ComparisonChart chart = ComparisonChart.coverage(Charts.manySources());
    assertThat(chart.description(Page.NATURE_SINGLE)).contains("for want of room");
    assertThat(chart.description(chart.fit(Page.of(183, 90)))).doesNotContain("for want of room");
  }

  @Test
  void coverageAsAnXChartHasAMarkForEachCell() {
    XYChart chart = ComparisonChart.coverage(Made.usual()).toXChart();
    assertThat(chart.getSeries("Exact and final").getXData()).contains(2001, 2015);
    assertThat(chart.getSeries("Forecast").getXData()).containsExactly(2015);
  }

  @Test
  void sourcesWithTheSameNumbersShareALine() {
    SlopeChart chart = Slopes.ofPeriods(twoYears(), Period.ofYear(2009), Period.ofYear(2010));
    assertThat(chart.slopes())
        .extracting(Slope::who)
        .containsExactly("Reconciled", "a + 1 more", "c");
    assertThat(chart.slopes().get(2).to().value()).isEqualTo(2500);
  }

  private static org.crosstally.reconcile.Reconciliation twoYears() {
    Made made =
        new Made()
            .reconciled("2009", 2914, 2914, 2914, "a")
            .reconciled("2010", 2402, 2402, 2402, "a");
    for (String source : List.of("a", "b", "c", "d")) {
      made.says(source, "2009", "2914", org.crosstally.reconcile.Role.SUPPORTING);
    }
    return made.says("a", "2010", "2402", org.crosstally.reconcile.Role.COUNTED)
        .says("b", "2010", "2402", org.crosstally.reconcile.Role.SUPPORTING)
        .says("c", "2010", "2500", org.crosstally.reconcile.Role.SUPPORTING)
        .reconciliation();
  }

  @Test
  void aSourceOfOnePeriodHasNoLineAndIsCounted() {
    ComparisonChart chart =
        ComparisonChart.slope(twoYears(), Period.ofYear(2009), Period.ofYear(2010));
    assertThat(chart.description(Page.NATURE_DOUBLE))
        .contains("1 source says something for one of the two only");
    assertThat(words(chart.scene(Page.NATURE_DOUBLE)))
        .contains("2009", "2010", "Reconciled 2,914", "2,402 Reconciled", "2,500 c");
  }

  @Test
  void twoSourcesHaveALineForEachPeriod() {
    SlopeChart chart = Slopes.ofSources(twoYears(), "a", "c");
    assertThat(chart.slopes()).extracting(Slope::name).containsExactly("2010", "2009");
    assertThat(chart.slopes().get(0).from().mark().color()).isEqualTo(Look.UP);
    assertThat(chart.slopes().get(1).from().mark().color()).isEqualTo(Look.OTHERS);
  }

  @Test
  void seriesHaveALineEach() {
    ComparisonChart chart =
        ComparisonChart.slope(
            Period.ofYear(2001),
            Period.ofYear(2003),
            FurtherCharts.series("north", 1, 2, 3),
            FurtherCharts.series("south", 9, 8, 7),
            FurtherCharts.series("short", 4));
    assertThat(words(chart.scene(Page.NATURE_DOUBLE)))
        .contains("north 1", "3 north", "south 9", "7 south")
        .doesNotContain("short 4");
    assertThat(chart.description(Page.NATURE_DOUBLE)).contains("1 series has no number");
  }

  @Test
  void partsStandOnOneScaleWithTheTotalFirst() {
    Scene scene =
        ComparisonChart.balancedParts(
                FurtherCharts.parts("", 6, "2001:100,70,36", "2002:120,80,40"),
                "visitors",
                Dimensions.none(),
                "part")
            .scene(Page.NATURE_DOUBLE);
    assertThat(scene.plots()).hasSize(3);
    assertThat(scene.plots()).extracting(p -> p.plane().y()).containsOnly(scene.main().plane().y());
    assertThat(words(scene)).contains("Total", "part 01", "part 02", "Visitors (persons)");
    List<Double> balanced =
        scene.plots().stream().map(p -> layer(p, "Balanced").at().get(0).y()).toList();
    assertThat(balanced.get(1) + balanced.get(2)).isCloseTo(balanced.get(0), within(1e-9));
    double reported =
        Stream.of(scene.plots().get(0))
            .map(p -> layer(p, "Reported").at().get(0).y())
            .findFirst()
            .orElseThrow();
    assertThat(reported).isEqualTo(100);
    assertThat(balanced.get(0)).isBetween(100.0, 106.0);
  }
}
