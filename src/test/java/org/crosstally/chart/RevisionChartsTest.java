package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

/** The heat map of revisions, the vintages by age, and the bands around fresh values. */
class RevisionChartsTest {
  private static final Reconciliation THREE =
      FurtherCharts.vintages("Office", 1, "2009:1000 1020 990", "2010:500 500", "2011:800 840");

  private static List<String> words(Scene scene) {
    return scene.labels().stream().map(Label::text).toList();
  }

  private static List<Ink.Filled> cells(Scene scene) {
    Plane plane = scene.main().plane();
    return scene.ink().stream()
        .flatMap(ink -> ink instanceof Ink.Filled cell ? Stream.of(cell) : Stream.empty())
        .filter(cell -> plane.box().contains(cell.shape().getBounds2D()))
        .toList();
  }

  @Test
  void aNumberIsTheRevisionSinceTheFirstReleaseAndStandsWhereItIsNew() {
    Scene scene = ComparisonChart.revisionHeatMap(THREE).scene(Page.NATURE_DOUBLE);
    assertThat(words(scene)).contains("+2", "−1", "+5", "First", "Latest", "1,000", "990");
    assertThat(words(scene).stream().filter("+2"::equals)).hasSize(1);
  }

  @Test
  void whatWasNotYetPublishedIsBlankAndLaterCellsHold() {
    Scene scene = ComparisonChart.revisionHeatMap(THREE).scene(Page.NATURE_DOUBLE);
    // Columns 2010, 2011, 2012, 2013; rows 2009 from 2010 on, 2010 from 2011 on, 2011 from 2012 on.
    assertThat(cells(scene)).hasSize(4 + 3 + 2);
    assertThat(words(scene)).contains("2010", "2011", "2012", "2013", "Published");
  }

  @Test
  void downIsVermillionUpIsBlueAndNothingIsGrey() {
    Diverging colors = new Diverging(5);
    assertThat(colors.of(5)).isEqualTo(Look.UP);
    assertThat(colors.of(-7)).isEqualTo(Look.DOWN);
    Color zero = colors.of(0);
    assertThat(zero.getRed()).isEqualTo(zero.getBlue());
    assertThat(zero).isNotEqualTo(Look.PAPER);
  }

  @Test
  void numbersStandOutFromTheirCellsAsTheGuidelinesAsk() {
    Diverging colors = new Diverging(1);
    for (double value = -1; value <= 1; value += 0.05) {
      Color ground = colors.of(value);
      double light = Diverging.luminance(ground) + 0.05;
      double text = Diverging.luminance(Diverging.over(ground)) + 0.05;
      double contrast = Math.max(light, text) / Math.min(light, text);
      assertThat(contrast).as("at %s", value).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void luminanceIsThatOfTheGuidelines() {
    assertThat(Diverging.luminance(Color.WHITE)).isCloseTo(1, within(1e-12));
    assertThat(Diverging.luminance(Color.BLACK)).isZero();
    assertThat(Diverging.luminance(Color.RED)).isCloseTo(0.2126, within(1e-12));
  }

  @Test
  void withoutRoomPeriodsWithoutARevisionGoFirst() {
    StringBuilder lines = new StringBuilder();
    for (int year = 1980; year < 2010; year++) {
      lines
          .append(year)
          .append(year % 10 == 0 ? ":100 101 " : ":100 100 ")
          .append(year < 2009 ? ";" : "");
    }
    Reconciliation many =
        FurtherCharts.vintages("Office", 1, lines.toString().replace(" ;", ";").split(";", 30));
    ComparisonChart chart = ComparisonChart.revisionHeatMap(many);
    assertThat(words(chart.scene(Page.of(89, 45)))).contains("1980", "1990", "2000");
    assertThat(chart.description(Page.of(89, 45)))
        .contains("27 periods are left out for want of room");
    assertThat(chart.description(chart.fit(Page.NATURE_DOUBLE))).doesNotContain("left out");
  }

  @Test
  void anXChartHasTheCourseOfEachPeriod() {
    XYChart chart = ComparisonChart.revisionHeatMap(THREE).toXChart();
    assertThat(chart.getSeriesCollection()).hasSize(3);
    assertThat(chart.getSeries("2009").getYData()).containsExactly(0, 0, 2, 2, -1);
  }

  @Test
  void vintagesEndAtTheirLatestValue() {
    Scene scene = ComparisonChart.vintages(THREE).scene(Page.NATURE_DOUBLE);
    Layer line =
        scene.main().layers().stream()
            .filter(l -> l instanceof Layer.Line && l.name().equals("2009"))
            .findFirst()
            .orElseThrow();
    List<At> at = line.at();
    assertThat(at.get(at.size() - 1).y()).isZero();
    assertThat(at.get(0).y()).isCloseTo(100.0 * (1000 - 990) / 990, within(1e-12));
    // The square root of the age in years of a number published on 2010-03-01.
    assertThat(at.get(0).x()).isCloseTo(Math.sqrt(60 / 365.25), within(1e-12));
  }

  @Test
  void aBandNeedsPastNumbersOnBothSides() {
    assertThat(PastRevisions.Band.FIFTY.least()).isEqualTo(3);
    assertThat(PastRevisions.Band.EIGHTY.least()).isEqualTo(9);
    assertThat(PastRevisions.Band.NINETY.least()).isEqualTo(19);
    assertThat(PastRevisions.band(List.of(1.0, 2.0), PastRevisions.Band.FIFTY)).isEmpty();
  }

  @Test
  void theEndsOfABandAreQuantilesOfTypeSix() {
    // R: quantile(c(1, 2, 4, 8, 16), c(0.25, 0.75), type = 6) gives 1.5 and 12.
    Optional<Range> range =
        PastRevisions.band(List.of(16.0, 1.0, 8.0, 2.0, 4.0), PastRevisions.Band.FIFTY);
    assertThat(range).contains(new Range(1.5, 12));
  }

  @Test
  void onlyNumbersThatWerePrintedAgainLaterAreCompared() {
    Reconciliation last = FurtherCharts.vintages("Office", 1, "2009:1000 1020", "2010:500");
    PastRevisions past = new PastRevisions(RevisionTriangle.of(last).lines());
    assertThat(past.pairs(100)).containsExactly(new PastRevisions.Pair(1000, 1020));
    assertThat(past.pairs(3000)).isEmpty();
  }

  @Test
  void theDescriptionSaysTheProbabilities() {
    ComparisonChart chart = ComparisonChart.vintages(FurtherCharts.usualVintages());
    assertThat(chart.description(Page.NATURE_DOUBLE)).contains("50 %", "the darkest the middle");
    assertThat(chart.caption()).contains("50 %");
  }

  @Test
  void freshValuesHaveNestedBandsTheDarkestInTheMiddle() {
    StringBuilder lines = new StringBuilder();
    for (int year = 1985; year < 2014; year++) {
      lines.append(year).append(":1000 1001 ").append(990 + year % 10 * 2).append(';');
    }
    String[] all = (lines + "2014:1000").split(";", -1);
    Reconciliation long30 = FurtherCharts.vintages("Office", 1, all);
    Scene scene = ComparisonChart.freshValues(long30).scene(Page.NATURE_DOUBLE);
    assertThat(scene.plots()).hasSize(2);
    List<Layer.Area> bands =
        scene.plots().get(1).layers().stream()
            .flatMap(l -> l instanceof Layer.Area area ? Stream.of(area) : Stream.empty())
            .filter(area -> area.name().endsWith("2014"))
            .toList();
    assertThat(bands).hasSizeGreaterThan(1);
    for (int i = 1; i < bands.size(); i++) {
      assertThat(Diverging.luminance(bands.get(i).color()))
          .isLessThan(Diverging.luminance(bands.get(i - 1).color()));
      assertThat(bands.get(i).at().get(0).y())
          .isGreaterThanOrEqualTo(bands.get(i - 1).at().get(0).y());
      assertThat(bands.get(i).at().get(1).y())
          .isLessThanOrEqualTo(bands.get(i - 1).at().get(1).y());
    }
  }

  @Test
  void withoutVintagesThereIsASentence() {
    Reconciliation none = Reconciler.byLineage().reconcile(FigureTable.of(List.of()));
    assertThat(words(ComparisonChart.revisionHeatMap(none).scene(Page.NATURE_DOUBLE)))
        .containsExactly("No number with a date of publication.");
    assertThat(words(ComparisonChart.vintages(none).scene(Page.NATURE_DOUBLE)))
        .containsExactly("No number was revised.");
  }
}
