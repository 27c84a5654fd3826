package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.crosstally.balance.BalanceReason;
import org.crosstally.balance.StockFlowChecks;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;
import org.junit.jupiter.api.Test;

class StockAndFlowTest {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  private static StockFlowChecks.Check check(
      int year, double opening, double closing, double flow) {
    Estimate estimate = new Estimate(flow, flow - 5, flow + 5, Set.of());
    return OtherKinds.check(year, opening, closing, Outcome.of(estimate));
  }

  private static StockFlowChecks.Check open(int year, double opening, double closing) {
    return OtherKinds.check(
        year, opening, closing, Outcome.undetermined(BalanceReason.BEYOND_THE_REPORTS));
  }

  private static ComparisonChart chart(StockFlowChecks.Check... checks) {
    return ComparisonChart.stockAndFlow(
        new StockFlowChecks(List.of(checks)), "Residents", "persons");
  }

  private static List<Layer> layers(ComparisonChart chart, int plot, String name) {
    return chart.scene(PAGE).plots().get(plot).layers().stream()
        .filter(l -> l.name().equals(name))
        .toList();
  }

  @Test
  void pointsAreTheStatedStocksAtTheEndsOfTheirDays() {
    ComparisonChart chart = chart(check(2015, 1000, 1090, 100), check(2016, 1090, 1200, 105));
    List<At> points = layers(chart, 0, "Stated stock").get(0).at();
    assertThat(points).extracting(At::y).containsExactly(1000.0, 1090.0, 1200.0);
    assertThat(points).extracting(At::x).containsExactly(2014.5, 2015.5, 2016.5);
  }

  @Test
  void theLineAddsTheFlowsToTheFirstStock() {
    ComparisonChart chart = chart(check(2015, 1000, 1090, 100), check(2016, 1090, 1200, 105));
    assertThat(layers(chart, 0, "Opening stock and cumulated flow").get(0).at())
        .extracting(At::y)
        .containsExactly(1000.0, 1100.0, 1100.0, 1205.0);
    List<Layer> bands = layers(chart, 0, "Interval");
    assertThat(bands.get(1).at()).extracting(At::y).containsExactly(1095.0, 1105.0, 1215.0, 1195.0);
  }

  @Test
  void aBarIsTheChangeOfTheStockLessTheFlow() {
    ComparisonChart chart = chart(check(2015, 1000, 1090, 100), check(2016, 1090, 1200, 105));
    assertThat(layers(chart, 1, "Less than flowed").get(0).at()).extracting(At::y).contains(-10.0);
    assertThat(layers(chart, 1, "More than flowed").get(0).at()).extracting(At::y).contains(5.0);
    List<At> whiskers = layers(chart, 1, "Intervals of the gaps").get(0).at();
    assertThat(whiskers.get(0).y()).isCloseTo(-15, within(1e-9));
    assertThat(whiskers.get(1).y()).isCloseTo(-5, within(1e-9));
  }

  @Test
  void bothPlotsShareTheirAxisOfYears() {
    List<Plot> plots = chart(check(2015, 1000, 1090, 100)).scene(PAGE).plots();
    assertThat(plots).hasSize(2);
    assertThat(plots.get(1).plane().left()).isEqualTo(plots.get(0).plane().left());
    assertThat(plots.get(1).plane().x()).isEqualTo(plots.get(0).plane().x());
    assertThat(plots.get(1).plane().top()).isGreaterThan(plots.get(0).plane().bottom());
  }

  @Test
  void withoutAFlowTheLineBeginsAnewAndTheReasonIsGiven() {
    ComparisonChart chart =
        chart(check(2015, 1000, 1090, 100), open(2016, 1090, 1200), check(2017, 1200, 1250, 60));
    List<At> line = layers(chart, 0, "Opening stock and cumulated flow").get(0).at();
    assertThat(line).filteredOn(at -> !at.isGap()).extracting(At::y).endsWith(1200.0, 1260.0);
    assertThat(chart.description(PAGE))
        .contains("1 stretch has no flow (" + BalanceReason.BEYOND_THE_REPORTS.sentence() + ")");
  }

  @Test
  void stocksFromBeforeTheFirstFlowAreCounted() {
    ComparisonChart chart = chart(open(1970, 1, 900), check(1971, 900, 1000, 100));
    assertThat(chart.scene(PAGE).main().plane().x().low()).isGreaterThan(1969.7);
    assertThat(chart.description(PAGE)).contains("1 stock from before the first known flow is not");
  }

  @Test
  void theTextsNameTheLargestGap() {
    ComparisonChart chart = chart(check(2015, 1000, 1090, 100), check(2016, 1090, 1200, 105));
    assertThat(chart.alternativeText()).contains("The largest gap is −10 in 2015.");
    assertThat(chart.caption()).contains("2 stretches of time");
    assertThat(chart.toTable().rowCount()).isEqualTo(7);
  }

  @Test
  void aPageWithoutRoomForBarsSaysSo() {
    ComparisonChart chart = chart(check(2015, 1000, 1090, 100));
    Page low = Page.of(89, 30);
    assertThat(chart.scene(low).plots()).hasSize(1);
    assertThat(chart.description(low)).contains("For want of room, the gaps are not drawn.");
  }

  @Test
  void withoutStocksThereIsASentence() {
    assertThat(chart().scene(PAGE).labels())
        .extracting(Label::text)
        .containsExactly("Fewer than two stocks are stated.");
  }
}
