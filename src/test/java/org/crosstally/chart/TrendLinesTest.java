package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendReport;
import org.junit.jupiter.api.Test;

class TrendLinesTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  /** Growth until 2010, then decline, with a ripple that is small against both. */
  private static TimeSeries bent() {
    double[] values =
        IntStream.range(0, 20)
            .mapToDouble(i -> 1000 * Math.pow(i < 10 ? 1.1 : 0.9, i < 10 ? i : i - 19) * ripple(i))
            .toArray();
    return OtherKinds.series("Arrivals", Made.PERSONS, 0.02, values);
  }

  private static double ripple(int i) {
    return 1 + 0.004 * ((i * 7) % 5 - 2);
  }

  private static ComparisonChart chart() {
    return ComparisonChart.trend(TrendReport.of(bent()));
  }

  private static List<Layer> layers(String name) {
    return chart().scene(PAGE).main().layers().stream().filter(l -> l.name().equals(name)).toList();
  }

  @Test
  void theValuesArePointsAndTheLastOneIsOpen() {
    assertThat(layers("Values").get(0).at())
        .extracting(At::y)
        .containsExactlyElementsOf(
            bent().present().stream().limit(19).map(o -> o.estimate().value()).toList());
    Layer.Marks open = (Layer.Marks) layers("Values (provisional)").get(0);
    assertThat(open.mark().fill()).isEqualTo(Mark.Fill.OPEN);
    assertThat(open.at()).extracting(At::x).containsExactly(2020.0);
  }

  @Test
  void theLineRunsThroughTheYearsCloseToTheValues() {
    List<At> line = layers("Trend").get(0).at();
    assertThat(line.get(0).x()).isEqualTo(2001);
    assertThat(line.get(line.size() - 1).x()).isEqualTo(2020);
    for (At value : layers("Values").get(0).at()) {
      assertThat(line)
          .filteredOn(at -> at.x() == value.x())
          .isNotEmpty()
          .allSatisfy(at -> assertThat(at.y() / value.y()).isBetween(0.95, 1.05));
    }
  }

  @Test
  void theLineLiesWithinItsBand() {
    List<At> edge = layers("Band").get(0).at();
    List<At> line = layers("Trend").get(0).at();
    assertThat(edge).hasSize(2 * line.size());
    for (int i = 0; i < line.size(); i++) {
      assertThat(edge.get(i).y()).isGreaterThanOrEqualTo(line.get(i).y());
      assertThat(edge.get(edge.size() - 1 - i).y()).isLessThanOrEqualTo(line.get(i).y());
    }
  }

  @Test
  void eachPieceHasItsChangeAYearBesideIt() {
    List<String> words = chart().scene(PAGE).labels().stream().map(Label::text).toList();
    assertThat(words).anyMatch(w -> w.startsWith("+") && w.endsWith(" % a year"));
    assertThat(words).anyMatch(w -> w.startsWith("−") && w.endsWith(" % a year"));
  }

  @Test
  void theTextsSayWhatWasFound() {
    assertThat(chart().caption())
        .contains("the values of 20 years", "fitted in logarithms", "join");
    assertThat(chart().alternativeText()).contains("It goes from ");
    assertThat(chart().toTable().stringColumn("series").asList()).contains("Arrivals", "Trend");
  }

  @Test
  void aSeriesTooShortForALineSaysSo() {
    TimeSeries one = OtherKinds.series("Arrivals", Made.PERSONS, 0, 2914);
    ComparisonChart chart = ComparisonChart.trend(TrendReport.of(one));
    assertThat(chart.description(PAGE)).contains("There is no broken line: ");
    assertThat(chart.scene(PAGE).main().layers()).noneMatch(l -> l.name().equals("Trend"));
  }

  @Test
  void withoutAValueThereIsASentence() {
    TimeSeries none = OtherKinds.series("Arrivals", Made.PERSONS, 0);
    ComparisonChart chart = ComparisonChart.trend(TrendReport.of(none));
    assertThat(chart.scene(PAGE).labels())
        .extracting(Label::text)
        .containsExactly("No year has a value.");
  }
}
