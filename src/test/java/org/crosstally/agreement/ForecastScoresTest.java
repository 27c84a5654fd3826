package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crosstally.Figures;
import org.crosstally.agreement.ForecastScores.Holding;
import org.crosstally.agreement.ForecastScores.NotScored;
import org.crosstally.agreement.ForecastScores.Score;
import org.crosstally.agreement.ForecastScores.Verification;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.io.FigureReader;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forecasts against what became of them. */
class ForecastScoresTest {
  private static final List<Figure> COUNTS =
      List.of(
          Figures.own("y", "office", "2009-03", "2008", "1000"),
          Figures.own("z", "office", "2010-03", "2009", "1200"));

  private static Score score(Figure forecast, Figure... more) {
    List<Figure> figures = new ArrayList<>(COUNTS);
    figures.add(forecast);
    figures.addAll(List.of(more));
    return ForecastScores.of(Reconciler.byLineage().reconcile(FigureTable.of(figures)))
        .scores()
        .get(0);
  }

  private static Figure forecast(String period, String value, String unit) {
    return forecast(period, value, unit, Dimensions.none());
  }

  private static Figure forecast(String period, String value, String unit, Dimensions dimensions) {
    return Figures.start("f", "paper", "2009-09-30", period, value)
        .unit(Unit.parse(unit))
        .dimensions(dimensions)
        .status(Status.FORECAST)
        .build();
  }

  private static Verification scored(Figure forecast, Figure... more) {
    return score(forecast, more).verification().orElseThrow();
  }

  private static Reason reason(Figure forecast, Figure... more) {
    return score(forecast, more).verification().whyNot().orElseThrow();
  }

  @Test
  void a_plain_number_has_an_error_and_a_lead_time() {
    Verification scored = scored(forecast("2009", "1500", "persons"));

    assertThat(scored.outcome()).isEqualTo(1200);
    assertThat(scored.status()).isEqualTo(Status.OBSERVED);
    assertThat(scored.error()).isEqualTo(300);
    assertThat(scored.relativeError()).hasValue(0.25);
    assertThat(scored.holding()).isEqualTo(Holding.PLAIN_NUMBER);
    assertThat(score(forecast("2009", "1500", "persons")).lead()).hasValue(92);
  }

  @ParameterizedTest
  @CsvSource({
    "<1100, FAILED, -100",
    "<1300, HELD, 0",
    "<1200, FAILED, 0",
    "<=1200, HELD, 0",
    "more than 1000, HELD, 0",
    "more than 2000, FAILED, 800",
    "1100..1300, HELD, 0",
    "1300..1400, FAILED, 100",
    "nearly 1300, FAILED, 100",
    "nearly 1210, FAILED, 10",
    "nearly 2000, FAILED, 800",
    "just over 1000, HELD, -200",
    "1150±30, HELD, -50",
    "~1300, PLAIN_NUMBER, 100"
  })
  void the_words_of_a_forecast_hold_or_do_not(String words, Holding holding, double error) {
    Verification scored = scored(forecast("2009", words, "persons"));

    assertThat(scored.holding()).isEqualTo(holding);
    assertThat(scored.error()).isEqualTo(error);
  }

  @Test
  void a_change_is_scored_against_the_change_of_the_reconciled_numbers() {
    Verification onYear = scored(forecast("2009", "+15", "% yoy"));
    Verification onPeriod = scored(forecast("2009", "-10", "% vs 2008"));

    assertThat(onYear.outcome()).isCloseTo(20, within(1e-12));
    assertThat(onYear.error()).isCloseTo(-5, within(1e-12));
    assertThat(onYear.relativeError()).isEmpty();
    assertThat(onPeriod.error()).isCloseTo(-30, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "persons/month, 100",
    "persons/quarter, 300",
    "persons/year, 1200",
    "persons/day, 3.287671232876712",
    "persons/week, 23.013698630136986"
  })
  void a_rate_is_scored_against_the_number_over_the_length(String unit, double outcome) {
    assertThat(scored(forecast("2009", "110", unit)).outcome()).isCloseTo(outcome, within(1e-12));
  }

  @Test
  void a_share_is_scored_against_the_total() {
    Dimensions women = Dimensions.of(Map.of("sex", "female"));
    Figure count = Figures.start("w", "office", "2010-03", "2009", "300").dimensions(women).build();

    assertThat(scored(forecast("2009", "30", "% of total", women), count).outcome()).isEqualTo(25);
  }

  @Test
  void a_share_that_may_be_of_several_totals_is_not_scored() {
    Dimensions both = Dimensions.of(Map.of("sex", "female", "place", "X"));
    Figure count = Figures.start("w", "office", "2010-03", "2009", "30").dimensions(both).build();
    Figure place =
        Figures.start("p", "office", "2010-03", "2009", "90")
            .dimensions(Dimensions.of(Map.of("place", "X")))
            .build();

    assertThat(reason(forecast("2009", "30", "% of total", both), count, place))
        .isEqualTo(NotScored.SEVERAL_TOTALS);
  }

  @Test
  void what_cannot_be_scored_says_why() {
    Figure again = Figures.own("z2", "office", "2010-09", "2009", "1200");
    Figure part = Figures.own("p", "office", "2010-03", "2009-01-01/2009-10-15", "990");

    assertThat(reason(forecast("2010", "1500", "persons"))).isEqualTo(NotScored.NOT_KNOWN_YET);
    assertThat(reason(forecast("2008", "5", "% yoy"))).isEqualTo(NotScored.NO_BASE);
    assertThat(reason(forecast("2009", "n/a", "persons"))).isEqualTo(NotScored.NO_NUMBER);
    // Two counts, so that persons is the unit of the cell.
    assertThat(reason(forecast("2009", "400", "households"), again))
        .isEqualTo(NotScored.OTHER_UNIT);
    assertThat(reason(forecast("2009-01-01/2009-10-15", "99", "persons/month"), part))
        .isEqualTo(NotScored.NO_WHOLE_LENGTH);
    assertThat(
            reason(
                forecast("2010", "5", "% yoy"),
                Figures.own("q", "office", "2011-03", "2010", "70"),
                Figures.own("y0", "office", "2010-03", "2009", "0"),
                Figures.own("y1", "office", "2011-03", "2009", "0")))
        .isEqualTo(NotScored.BASE_NOT_POSITIVE);
  }

  @Test
  void a_forecast_under_a_definition_that_nobody_counts_by_is_not_scored() {
    Figure forecast =
        Figures.start("f", "paper", "2009-09-30", "2009", "1500")
            .basis("resident")
            .status(Status.FORECAST)
            .build();

    assertThat(reason(forecast)).isEqualTo(NotScored.OTHER_DEFINITION);
  }

  @Test
  void a_forecast_of_what_is_over_already_has_a_negative_lead_and_an_undated_one_has_none() {
    Figure late = Figures.forecast("f", "paper", "2010-01-02", "2009", "1500");
    Figure undated = Figures.forecast("f", "paper", "", "2009", "1500");

    assertThat(score(late).lead()).hasValue(-2);
    assertThat(score(undated).lead()).isEmpty();
  }

  @Test
  void a_source_is_summarised_by_what_it_names_and_what_it_bounds() {
    List<Figure> figures = new ArrayList<>(COUNTS);
    figures.add(Figures.forecast("a", "paper", "2009-09", "2009", "1500"));
    figures.add(Figures.forecast("b", "paper", "2008-09", "2008", "900"));
    figures.add(Figures.forecast("c", "paper", "2008-09", "2008", "<1100"));
    figures.add(Figures.forecast("d", "paper", "2009-09", "2009", "<1100"));
    figures.add(Figures.forecast("e", "paper", "2009-09", "2010", "1300"));
    ForecastScores scores =
        ForecastScores.of(Reconciler.byLineage().reconcile(FigureTable.of(figures)));

    assertThat(scores.bySource().lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.forecasts()).isEqualTo(5);
              assertThat(line.scored()).isEqualTo(4);
              assertThat(line.meanError()).isEqualTo(Statistic.of(100, 2));
              assertThat(line.meanAbsoluteError()).isEqualTo(Statistic.of(200, 2));
              assertThat(line.meanAbsolutePercentageError()).isEqualTo(Statistic.of(17.5, 2));
              assertThat(line.shareHeld()).isEqualTo(Statistic.of(0.5, 2));
            });
    assertThat(scores.bySource().toTable().columnNames()).startsWith("source", "measure", "unit");
    assertThat(scores.byOrigin().toTable().columnNames()).startsWith("origin", "measure", "unit");
  }

  @Test
  void a_forecast_that_is_relayed_is_its_origins() {
    Figure relayed =
        Figures.start("f", "paper", "2009-09", "2009", "1500")
            .origin("office")
            .status(Status.FORECAST)
            .build();
    List<Figure> figures = new ArrayList<>(COUNTS);
    figures.add(relayed);
    ForecastScores scores =
        ForecastScores.of(Reconciler.byLineage().reconcile(FigureTable.of(figures)));

    assertThat(scores.byOrigin().lines()).extracting(l -> l.forecaster()).containsExactly("office");
    assertThat(scores.bySource().lines()).extracting(l -> l.forecaster()).containsExactly("paper");
  }

  @Test
  void no_forecast_takes_part_in_an_outcome_whatever_the_rule() {
    FigureTable all = FigureReader.strict().read(Path.of("data/defectors"));
    Catalogue catalogue = all.catalogue();
    FigureTable without =
        FigureTable.of(
            all.figures().stream().filter(f -> f.status() != Status.FORECAST).toList(), catalogue);
    for (Reconciler rule :
        List.of(
            Reconciler.byLineage(), Reconciler.latest(), Reconciler.median(), Reconciler.mean())) {
      Reconciliation plain = rule.reconcile(without);
      List<Score> scores = ForecastScores.of(rule.reconcile(all)).scores();
      assertThat(scores).isNotEmpty();
      for (CellOutcome outcome : rule.reconcile(all).outcomes()) {
        assertThat(outcome.estimate())
            .as("estimate of %s", outcome.cell())
            .isEqualTo(plain.outcome(outcome.cell()).flatMap(CellOutcome::estimate));
      }
    }
  }

  @Test
  void the_table_has_a_row_for_each_forecast_scored_or_not() {
    FigureTable all = FigureReader.strict().read(Path.of("data/defectors"));
    ForecastScores scores = ForecastScores.of(Reconciler.byLineage().reconcile(all));

    assertThat(scores.toTable().columnNames())
        .containsExactly(
            "figure_id",
            "source",
            "origin",
            "measure",
            "dimensions",
            "basis",
            "period",
            "published",
            "unit",
            "forecast",
            "lead_days",
            "outcome",
            "outcome_status",
            "error",
            "relative_error_pct",
            "held",
            "note");
    assertThat(scores.scores())
        .extracting(s -> s.forecast().id())
        .containsExactlyInAnyOrderElementsOf(
            all.status(Status.FORECAST).figures().stream().map(Figure::id).toList());
  }
}
