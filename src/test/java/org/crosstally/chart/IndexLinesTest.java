package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Period;
import org.crosstally.series.TimeSeries;
import org.junit.jupiter.api.Test;

class IndexLinesTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;
  private static final Period BASE = Period.ofYear(2002);

  private static TimeSeries series(double halfWidth, double... values) {
    return OtherKinds.series("Arrivals", Made.PERSONS, halfWidth, values);
  }

  private static ComparisonChart two() {
    Map<String, TimeSeries> series = new LinkedHashMap<>();
    series.put("Women", series(0, 50, 200, 300));
    series.put("Men", series(0, 30, 20, Double.NaN, 10));
    return ComparisonChart.index(series, BASE);
  }

  private static List<At> line(ComparisonChart chart, String name) {
    return chart.scene(PAGE).main().layers().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow()
        .at();
  }

  @Test
  void aValueIsInPerCentOfThatOfTheBase() {
    List<At> women = line(two(), "Women");
    assertThat(women).extracting(At::x).containsExactly(2001.0, 2002.0, 2003.0);
    assertThat(women).extracting(At::y).containsExactly(25.0, 100.0, 150.0);
  }

  @Test
  void aMissingYearInterruptsTheLine() {
    List<At> men = line(two(), "Men");
    assertThat(men).extracting(At::isGap).containsExactly(false, false, true, false);
  }

  @Test
  void aProvisionalValueIsOpen() {
    Layer.Marks open =
        two().scene(PAGE).main().layers().stream()
            .filter(l -> l.name().equals("Women, values (provisional)"))
            .map(Layer.Marks.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(open.mark().fill()).isEqualTo(Mark.Fill.OPEN);
    assertThat(open.at()).extracting(At::y).containsExactly(150.0);
  }

  @Test
  void seriesDifferInColourAndDashes() {
    List<Layer.Line> lines =
        two().scene(PAGE).main().layers().stream()
            .filter(Layer.Line.class::isInstance)
            .map(Layer.Line.class::cast)
            .toList();
    assertThat(lines).extracting(Layer.Line::color).doesNotHaveDuplicates();
    assertThat(lines).extracting(Layer.Line::dash).doesNotHaveDuplicates();
  }

  @Test
  void aSeriesWithoutTheBaseIsNamedWithTheReason() {
    Map<String, TimeSeries> series = new LinkedHashMap<>();
    series.put("Women", series(0, 50, 200, 300));
    series.put("Men", series(0, 30));
    ComparisonChart chart = ComparisonChart.index(series, BASE);
    assertThat(chart.description(PAGE)).contains("Without an index are Men: ");
    assertThat(chart.caption()).contains("Without an index are Men: ");
  }

  @Test
  void theTextsHaveTheCourse() {
    assertThat(two().alternativeText())
        .contains("Women: It goes from 25 in 2001 to 150 in 2003")
        .contains("Men: It goes from 150 in 2001 to 50 in 2004");
    assertThat(two().toTable().rowCount()).isEqualTo(6);
    assertThat(two().toTable().stringColumn("series").asList()).contains("Women", "Men");
  }

  @Test
  void aWhiskerHoldsTheInterval() {
    ComparisonChart chart = ComparisonChart.index(Map.of("Women", series(0.01, 90, 100)), BASE);
    List<At> whiskers = line(chart, "Women, intervals");
    TimeSeries index = series(0.01, 90, 100).index(BASE).orElseThrow();
    double low = index.present().get(0).estimate().low();
    assertThat(whiskers.get(0).y()).isCloseTo(low, within(1e-9)).isLessThan(90);
  }
}
