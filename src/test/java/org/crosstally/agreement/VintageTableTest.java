package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.crosstally.Figures;
import org.crosstally.agreement.VintageTable.Layout;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.reconcile.Vintage;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Which value each origin held, and when it was printed. */
class VintageTableTest {
  private static final FigureTable DEFECTORS =
      FigureReader.strict().read(Path.of("data/defectors"));

  private static Reconciliation reconcile(Figure... figures) {
    return Reconciler.byLineage().reconcile(FigureTable.of(List.of(figures)));
  }

  private static Reconciliation twoYears() {
    return reconcile(
        Figures.own("a", "office", "2010-03", "2009", "1402"),
        Figures.own("b", "office", "2010-09", "2009", "1402"),
        Figures.own("c", "office", "2012-01", "2009", "1397"),
        Figures.own("d", "office", "2012-01", "2010", "1511"));
  }

  @Test
  void a_release_is_a_new_value_with_the_dates_at_which_it_was_printed() {
    Line line = VintageTable.of(twoYears()).lines().get(0);

    assertThat(line.releases())
        .extracting(
            Release::number,
            Release::value,
            r -> r.published().orElseThrow().format(),
            r -> r.lastPublished().orElseThrow().format())
        .containsExactly(
            tuple(1, 1402.0, "2010-03", "2010-09"), tuple(2, 1397.0, "2012-01", "2012-01"));
    assertThat(line.first().value()).isEqualTo(1402);
    assertThat(line.latest().value()).isEqualTo(1397);
    assertThat(line.release(2)).contains(line.latest());
    assertThat(line.release(3)).isEmpty();
  }

  @Test
  void what_an_origin_held_on_a_day_was_out_by_then_for_certain() {
    Line line = VintageTable.of(twoYears()).origin("office").lines().get(0);

    assertThat(line.knownOn(LocalDate.of(2010, 3, 30))).isEmpty();
    assertThat(line.knownOn(LocalDate.of(2010, 3, 31))).contains(line.first());
    assertThat(line.knownOn(LocalDate.of(2012, 1, 30))).contains(line.first());
    assertThat(line.knownOn(LocalDate.of(2012, 1, 31))).contains(line.latest());
  }

  @Test
  void the_dates_of_publication_stand_across() {
    Table table = VintageTable.of(twoYears()).toTable(Layout.DATES);

    assertThat(table.columnNames()).containsExactly("period", "2010-03", "2010-09", "2012-01");
    assertThat(table.stringColumn("period").asList()).containsExactly("2009", "2010");
    assertThat(table.doubleColumn("2010-09").get(0)).isEqualTo(1402);
    assertThat(table.doubleColumn("2010-09").isMissing(1)).isTrue();
    assertThat(table.doubleColumn("2012-01").asList()).containsExactly(1397.0, 1511.0);
  }

  @Test
  void the_numbers_of_the_releases_stand_across() {
    Table table = VintageTable.of(twoYears()).toTable(Layout.NUMBERS);

    assertThat(table.columnNames()).containsExactly("period", "release_1", "release_2", "latest");
    assertThat(table.doubleColumn("release_2").isMissing(1)).isTrue();
    assertThat(table.doubleColumn("latest").asList()).containsExactly(1397.0, 1511.0);
  }

  @Test
  void the_long_table_has_a_row_for_each_release() {
    Table table = VintageTable.of(twoYears()).toTable();

    assertThat(table.columnNames())
        .containsExactly(
            "measure",
            "dimensions",
            "basis",
            "period",
            "origin",
            "vintage",
            "published",
            "last_published",
            "value",
            "attestation",
            "figures");
    assertThat(table.stringColumn("figures").asList()).containsExactly("a b", "c", "d");
  }

  @Test
  void several_series_and_origins_are_named_before_and_behind_the_period() {
    Table table =
        VintageTable.of(
                reconcile(
                    Figures.own("a", "office", "2010-03", "2009", "1402"),
                    Figures.start("b", "bureau", "2010-03", "2009", "77")
                        .measure("departures")
                        .build()))
            .toTable(Layout.NUMBERS);

    assertThat(table.columnNames())
        .containsExactly(
            "measure", "dimensions", "basis", "period", "origin", "release_1", "latest");
  }

  @Test
  void a_rule_without_lineage_and_no_figures_give_an_empty_table() {
    Reconciliation median =
        Reconciler.median()
            .reconcile(
                FigureTable.of(List.of(Figures.own("a", "office", "2010-03", "2009", "1402"))));

    assertThat(VintageTable.of(median).lines()).isEmpty();
    assertThat(VintageTable.of(median).toTable(Layout.DATES).columnNames())
        .containsExactly("period");
    assertThat(VintageTable.of(median).toTable().isEmpty()).isTrue();
  }

  @Test
  void a_value_that_is_left_out_between_two_others_makes_them_one_release() {
    Line line = VintageTable.of(twoYears()).lines().get(0);
    Figure between = Figures.own("x", "office", "2011-01", "2009", "1999");
    List<Release> releases = new ArrayList<>();
    releases.add(line.first());
    releases.add(new Release(2, 1999, line.first().attestation(), List.of(between)));
    releases.add(
        new Release(
            3,
            1402,
            Vintage.Attestation.ONE_CHAIN,
            List.of(Figures.own("y", "office", "2011-06", "2009", "1402"))));

    Line kept =
        new Line(line.cell(), line.origin(), releases)
            .keeping(figure -> !figure.equals(between))
            .orElseThrow();

    assertThat(kept.releases())
        .singleElement()
        .satisfies(
            release -> {
              assertThat(release.number()).isEqualTo(1);
              assertThat(release.attestation()).isEqualTo(Vintage.Attestation.OWN_DOCUMENT);
              assertThat(release.figures()).extracting(Figure::id).containsExactly("a", "b", "y");
            });
  }

  @Test
  void no_figure_that_was_set_aside_is_in_a_release() {
    Reconciliation all = Reconciler.byLineage().reconcile(DEFECTORS);
    Set<Figure> setAside = new HashSet<>(all.figures(Role.SET_ASIDE));

    assertThat(setAside).isNotEmpty();
    assertThat(VintageTable.of(all).lines())
        .flatExtracting(Line::releases)
        .flatExtracting(Release::figures)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(setAside);
  }

  @Test
  void the_latest_release_is_the_number_that_stands_where_one_origin_decides() {
    Reconciliation all = Reconciler.byLineage().reconcile(DEFECTORS);
    int compared = 0;
    for (Line line : VintageTable.of(all).lines()) {
      CellOutcome outcome = all.outcome(line.cell()).orElseThrow();
      if (outcome.reconciled().orElseThrow().origins().equals(List.of(line.origin()))) {
        compared++;
        assertThat(line.latest().value())
            .as("latest release of %s", line.cell())
            .isEqualTo(outcome.estimate().orElseThrow().value());
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  @Test
  void two_releases_that_follow_each_other_differ() {
    for (Line line : VintageTable.of(Reconciler.byLineage().reconcile(DEFECTORS)).lines()) {
      for (int i = 1; i < line.releases().size(); i++) {
        assertThat(line.releases().get(i).number()).isEqualTo(i + 1);
        assertThat(line.releases().get(i).value())
            .as("release %s of %s", i + 1, line.cell())
            .isNotEqualTo(line.releases().get(i - 1).value());
      }
    }
  }

  @Test
  void the_order_of_the_figures_changes_no_table() {
    String expected = everything(DEFECTORS.figures());
    List<Figure> shuffled = new ArrayList<>(DEFECTORS.figures());
    Collections.shuffle(shuffled, new Random(5));

    assertThat(everything(shuffled)).isEqualTo(expected);
  }

  private static String everything(List<Figure> figures) {
    Reconciliation reconciliation =
        Reconciler.byLineage().reconcile(FigureTable.of(figures, DEFECTORS.catalogue()));
    VintageTable vintages = VintageTable.of(reconciliation);
    ForecastScores forecasts = ForecastScores.of(reconciliation);
    return String.join(
        "\n",
        vintages.toTable().printAll(),
        vintages.toTable(Layout.DATES).printAll(),
        vintages.toTable(Layout.NUMBERS).printAll(),
        Revisions.of(reconciliation).toTable().printAll(),
        forecasts.toTable().printAll(),
        forecasts.bySource().toTable().printAll(),
        forecasts.byOrigin().toTable().printAll());
  }
}
