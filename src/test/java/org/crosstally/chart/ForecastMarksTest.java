package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;

class ForecastMarksTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  private static Made expecting(Made made, String source, String period, String amount) {
    return made.says(source, period, amount, Status.FORECAST, Role.SUPPORTING, Optional.empty());
  }

  private static Reconciliation usual() {
    Made made =
        new Made()
            .source("ministry", "Ministry A")
            .source("news", "News B")
            .reconciled("2014", 1400, 1400, 1400, "ministry")
            .says("ministry", "2014", "1400", Role.COUNTED)
            .reconciled("2015", 1275, 1275, 1275, "ministry")
            .says("ministry", "2015", "1275", Role.COUNTED);
    expecting(made, "news", "2014", "~1500");
    expecting(made, "news", "2015", "<1200");
    expecting(made, "ministry", "2015", "1300..1500");
    expecting(made, "ministry", "2016", "1100");
    return made.reconciliation();
  }

  private static List<Layer> layers(ComparisonChart chart, String name) {
    return chart.scene(PAGE).main().layers().stream().filter(l -> l.name().equals(name)).toList();
  }

  @Test
  void outcomesAreFilledBlackAndForecastsDashedInTheColourOfTheirSource() {
    ComparisonChart chart = ComparisonChart.forecasts(usual());
    Layer.Marks outcome = (Layer.Marks) layers(chart, "Outcome").get(0);
    assertThat(outcome.mark().fill()).isEqualTo(Mark.Fill.FILLED);
    assertThat(outcome.mark().color()).isEqualTo(Look.INK);
    assertThat(outcome.at()).extracting(At::y).containsExactly(1400.0, 1275.0);
    Layer.Marks news = (Layer.Marks) layers(chart, "News B").get(0);
    Sources sources = Sources.of(OneSeries.of(usual()));
    assertThat(news.mark().fill()).isEqualTo(Mark.Fill.DASHED);
    assertThat(news.mark().color()).isEqualTo(sources.mark("news", 4).color());
    assertThat(news.at()).extracting(At::y).containsExactly(1500.0, 1200.0);
  }

  @Test
  void forecastsStandBeforeTheirOutcomeAndWithinTheirYear() {
    ComparisonChart chart = ComparisonChart.forecasts(usual());
    List<At> outcome = layers(chart, "Outcome").get(0).at();
    List<At> news = layers(chart, "News B").get(0).at();
    for (int i = 0; i < 2; i++) {
      assertThat(news.get(i).x()).isLessThan(outcome.get(i).x()).isBetween(2013.5 + i, 2014.5 + i);
      assertThat(outcome.get(i).x()).isBetween(2013.5 + i, 2014.5 + i);
    }
  }

  @Test
  void aBoundHasAnArrowDownwardsAndARoundedNumberItsInterval() {
    ComparisonChart chart = ComparisonChart.forecasts(usual());
    List<At> whisker = layers(chart, "News B, intervals").get(0).at();
    assertThat(whisker.get(0).y()).isEqualTo(1450);
    assertThat(whisker.get(1).y()).isEqualTo(1550);
    Scene scene = chart.scene(PAGE);
    double limit = scene.main().plane().y(1200);
    Layer bound = layers(chart, "News B").get(0);
    double x = scene.main().plane().x(bound.at().get(1).x());
    assertThat(scene.ink())
        .anyMatch(
            ink ->
                Math.abs(ink.shape().getBounds2D().getCenterX() - x) < 0.01
                    && ink.shape().getBounds2D().getMinY() >= limit
                    && ink.shape().getBounds2D().getHeight() > 2);
  }

  @Test
  void aForecastWithoutAnOutcomeIsShownAndCounted() {
    ComparisonChart chart = ComparisonChart.forecasts(usual());
    assertThat(layers(chart, "Ministry A").get(0).at())
        .extracting(At::y)
        .containsExactly(1400.0, 1100.0);
    assertThat(chart.description(PAGE))
        .contains("4 forecasts for 3 periods", "1 forecast has no outcome yet");
  }

  @Test
  void whatCameOfAForecastIsInTheDataAndTheAlternativeText() {
    ComparisonChart chart = ComparisonChart.forecasts(usual());
    assertThat(chart.alternativeText())
        .contains("≈ 1,500, error +7.1 %", "< 1,200, fails by −5.9 %", "no outcome is known yet");
    assertThat(chart.toTable().rowCount()).isEqualTo(6);
  }

  @Test
  void theSameWordsOfOneSourceAreOneMark() {
    Made made = new Made();
    expecting(made, "a", "2016", "1100");
    expecting(made, "a", "2016", "1100");
    expecting(made, "b", "2016", "1100");
    assertThat(ComparisonChart.forecasts(made.reconciliation()).description(PAGE))
        .contains("2 forecasts for 1 period");
  }

  @Test
  void forecastsForOtherLengthsOfTimeAreCountedOnly() {
    Made made = new Made();
    expecting(made, "a", "2015", "1100");
    expecting(made, "a", "2016", "1100");
    expecting(made, "a", "2016-H1", "500");
    assertThat(ComparisonChart.forecasts(made.reconciliation()).description(PAGE))
        .contains("1 forecast of another quantity, unit or length of period is not shown");
  }

  @Test
  void withoutForecastsThereIsASentence() {
    ComparisonChart chart = ComparisonChart.forecasts(Charts.onePoint());
    assertThat(chart.scene(PAGE).labels()).extracting(Label::text).containsExactly("No forecast.");
    assertThat(chart.toTable().rowCount()).isZero();
  }
}
