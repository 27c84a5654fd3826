package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.crosstally.Figures;
import org.crosstally.agreement.ForecastScores.NotScored;
import org.crosstally.agreement.ForecastScores.Scored;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vintages, what was known on a day, and forecasts against outcomes. */
class VintagesAndForecastsTest {
  private static final FigureTable DEFECTORS =
      FigureReader.strict().read(Path.of("data/defectors"));

  private static Reconciliation reconcile(Figure... figures) {
    return Reconciler.byLineage().reconcile(FigureTable.of(List.of(figures)));
  }

  @Test
  void vintages_are_numbered_and_dated() {
    Reconciliation result =
        reconcile(
            Figures.own("a", "office", "2010-03", "2009", "1402"),
            Figures.own("b", "office", "2010-09", "2009", "1402"),
            Figures.own("c", "office", "2012-01", "2009", "1397"));

    assertThat(VintageTable.of(result).releases())
        .extracting(Release::number, Release::value, r -> r.published().orElseThrow().format())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 1402.0, "2010-03"),
            org.assertj.core.groups.Tuple.tuple(2, 1397.0, "2012-01"));
    assertThat(VintageTable.of(result).origin("office").triangle().toTable().columnNames())
        .containsExactly("period", "2010-03", "2012-01");
  }

  @Test
  void a_triangle_is_of_one_series() {
    Reconciliation result =
        reconcile(
            Figures.own("a", "office", "2010-03", "2009", "1402"),
            Figures.own("b", "bureau", "2010-09", "2009", "1300"));

    assertThatThrownBy(() -> VintageTable.of(result).triangle())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not of 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2009-12-31", "2012-01-11", "2014-06-30", "2020-12-31"})
  void what_was_known_is_as_if_later_figures_had_never_been_printed(String text) {
    LocalDate day = LocalDate.parse(text);
    FigureTable removed =
        FigureTable.of(
            DEFECTORS.figures().stream()
                .filter(f -> f.published().filter(p -> !p.end().isAfter(day)).isPresent())
                .toList(),
            DEFECTORS.catalogue());
    Reconciliation then =
        Reconciler.byLineage().reconcile(DEFECTORS.measure("arrivals").publishedBy(day).yearly());
    Reconciliation rebuilt = Reconciler.byLineage().reconcile(removed.measure("arrivals").yearly());

    assertThat(then.outcomes()).isEqualTo(rebuilt.outcomes()).isNotEmpty();
    assertThat(
            then.accounts().stream()
                .flatMap(account -> account.evidence().stream())
                .map(figure -> figure.published().orElseThrow().end()))
        .noneMatch(published -> published.isAfter(day));
  }

  @Test
  void a_date_known_to_the_year_counts_from_its_end() {
    FigureTable table = FigureTable.of(List.of(Figures.own("a", "office", "2012", "2009", "1402")));

    assertThat(table.publishedBy(LocalDate.of(2012, 12, 30)).size()).isZero();
    assertThat(table.publishedBy(LocalDate.of(2012, 12, 31)).size()).isEqualTo(1);
  }

  @Test
  void a_forecast_is_scored_against_the_outcome() {
    ForecastScores scores =
        ForecastScores.of(
            reconcile(
                Figures.own("y", "office", "2009-03", "2008", "1000"),
                Figures.own("z", "office", "2010-03", "2009", "1200"),
                Figures.forecast("a", "paper", "2009-09-30", "2009", "1500"),
                Figures.forecast("b", "paper", "2009-09-30", "2009", "<1100"),
                Figures.start("c", "paper", "2009-09-30", "2009", "+15")
                    .unit(Unit.parse("% yoy"))
                    .status(Status.FORECAST)
                    .build(),
                Figures.start("d", "paper", "2009-09-30", "2009", "110")
                    .unit(Unit.parse("persons/month"))
                    .status(Status.FORECAST)
                    .build(),
                Figures.forecast("e", "paper", "2009-09-30", "2010", "1500")));

    assertThat(scored(scores, "a").error()).isEqualTo(300);
    assertThat(scored(scores, "a").relativeError().orElseThrow()).isEqualTo(0.25);
    assertThat(scored(scores, "a").held()).isEmpty();
    assertThat(scored(scores, "a").lead()).hasValue(92);
    assertThat(scored(scores, "b").held()).contains(false);
    assertThat(scored(scores, "b").error()).isEqualTo(-100);
    assertThat(scored(scores, "c").outcome()).isCloseTo(20, within(1e-12));
    assertThat(scored(scores, "c").relativeError()).isEmpty();
    assertThat(scored(scores, "d").outcome()).isEqualTo(100);
    assertThat(scores.scores())
        .filteredOn(s -> s.forecast().id().equals("e"))
        .singleElement()
        .isInstanceOf(NotScored.class);
  }

  private static Scored scored(ForecastScores scores, String id) {
    return (Scored)
        scores.scores().stream()
            .filter(s -> s.forecast().id().equals(id))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void an_unchanged_figure_is_a_revision_of_zero_and_a_single_one_is_none() {
    Revisions revisions =
        Revisions.of(
            reconcile(
                Figures.own("a", "office", "2008-03", "2007", "900"),
                Figures.own("b", "office", "2010-03", "2007", "900"),
                Figures.own("c", "office", "2009-03", "2008", "1000"),
                Figures.own("d", "office", "2010-03", "2008", "1010"),
                Figures.own("e", "office", "2010-03", "2009", "1100")));

    assertThat(revisions.series())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.statistics().pairs()).isEqualTo(2);
              assertThat(series.statistics().mean()).isEqualTo(new Statistic.Value(5, 2));
              assertThat(series.length()).isEqualTo(Period.Length.YEAR);
              assertThat(series.firstEfficientRelease()).isEqualTo(new Statistic.TooFew(2, 8));
            });
  }
}
