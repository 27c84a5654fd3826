package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.junit.jupiter.api.Test;

/** Why a figure differs from the number that stands. */
class CausesTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
              new Source("paper", "Daily Paper", Source.Kind.PRESS),
              new Source("radio", "Radio", Source.Kind.PRESS)),
          List.of(),
          List.of());

  /** Ten years of an office that revises its counts by about half a per cent. */
  private static List<Figure> history() {
    List<Figure> figures = new ArrayList<>();
    for (int year = 1990; year < 2000; year++) {
      int first = 1000 + 37 * (year - 1990);
      int revised = first + (year % 2 == 0 ? 5 : -5);
      figures.add(Figures.own("h" + year, "office", (year + 1) + "-03", "" + year, "" + first));
      figures.add(Figures.own("i" + year, "office", (year + 3) + "-03", "" + year, "" + revised));
    }
    return figures;
  }

  private static Reconciliation reconcile(Figure... figures) {
    List<Figure> all = Stream.concat(history().stream(), Stream.of(figures)).toList();
    return Reconciler.byLineage().reconcile(FigureTable.of(all, CATALOGUE));
  }

  private static Account account(Reconciliation reconciliation, String id) {
    return reconciliation.accounts().stream()
        .filter(a -> a.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static final Figure STANDING = Figures.own("own", "office", "2012-01", "2009", "1397");

  @Test
  void words_that_allow_the_number_are_a_rounded_form() {
    Reconciliation result =
        reconcile(STANDING, Figures.own("x", "paper", "2012-05", "2009", "~1400"));

    assertThat(account(result, "x").role()).isEqualTo(Role.SUPPORTING);
    assertThat(account(result, "x").cause()).contains(Cause.ROUNDING);
  }

  @Test
  void trailing_zeros_suggest_a_grain() {
    Reconciliation result =
        reconcile(STANDING, Figures.own("x", "paper", "2012-05", "2009", "1400"));

    assertThat(account(result, "x").cause()).contains(Cause.ROUNDING);
  }

  @Test
  void trailing_zeros_suggest_nothing_where_the_origin_itself_prints_them() {
    Reconciliation result =
        reconcile(STANDING, Figures.own("x", "office", "2010-05", "2009", "1400"));

    assertThat(account(result, "x").cause()).contains(Cause.REVISION);
  }

  @Test
  void a_rate_may_be_cut_instead_of_rounded() {
    Reconciliation result =
        reconcile(
            Figures.own("own", "office", "2012-01", "2009", "16.76"),
            Figures.relay("x", "paper", "office", "2012-05", "2009", "16.7"));

    assertThat(account(result, "x").cause()).contains(Cause.ROUNDING);
    assertThat(account(result, "x").reason()).contains("cut after 1 decimal");
  }

  @Test
  void a_bound_that_holds_supports_and_is_no_conflict() {
    Reconciliation result =
        reconcile(STANDING, Figures.own("x", "paper", "2012-05", "2009", ">1000"));

    assertThat(account(result, "x").role()).isEqualTo(Role.SUPPORTING);
    assertThat(account(result, "x").cause()).isEmpty();
    assertThat(result.conflicts().list()).noneMatch(c -> c.figure().id().equals("x"));
  }

  @Test
  void a_bound_that_an_earlier_vintage_kept_is_a_revision() {
    Reconciliation result =
        reconcile(
            Figures.own("old", "office", "2010-05", "2009", "1402"),
            STANDING,
            Figures.relay("x", "paper", "office", "2010-06", "2009", ">1400"));

    assertThat(account(result, "x").cause()).contains(Cause.REVISION);
  }

  @Test
  void an_unattributed_figure_can_be_stale() {
    Reconciliation result =
        reconcile(
            Figures.own("old", "office", "2010-05", "2009", "1402"),
            STANDING,
            Figures.own("x", "paper", "2013-06", "2009", "1402"));

    assertThat(account(result, "x").cause()).contains(Cause.STALE);
    assertThat(account(result, "x").evidence()).containsExactly(STANDING);
  }

  @Test
  void a_later_value_of_one_chain_within_usual_revisions_is_unattested() {
    Reconciliation result =
        reconcile(STANDING, Figures.relay("x", "paper", "office", "2013-06", "2009", "1399"));

    assertThat(account(result, "x").cause()).contains(Cause.UNATTESTED);
    assertThat(account(result, "x").role()).isEqualTo(Role.SET_ASIDE);
  }

  @Test
  void a_value_far_from_usual_revisions_is_unexplained() {
    Reconciliation result =
        reconcile(STANDING, Figures.relay("x", "paper", "office", "2013-06", "2009", "1861"));

    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
    assertThat(account(result, "x").reason()).contains("further from 1,397 than usual revisions");
  }

  @Test
  void without_a_history_the_distance_is_not_judged() {
    Reconciliation result =
        Reconciler.byLineage()
            .reconcile(
                FigureTable.of(
                    List.of(
                        STANDING, Figures.relay("x", "paper", "office", "2013-06", "2009", "1399")),
                    CATALOGUE));

    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
    assertThat(account(result, "x").reason()).contains("too few past revisions");
  }

  @Test
  void a_forecast_never_becomes_an_observation() {
    Reconciliation result =
        Reconciler.byLineage()
            .reconcile(
                FigureTable.of(
                    List.of(Figures.forecast("x", "office", "2009-03", "2009", "1500"))));

    CellOutcome outcome = result.outcome(Period.ofYear(2009)).orElseThrow();
    assertThat(outcome.estimate()).isEmpty();
    assertThat(outcome.result().rule()).isEqualTo("no figure states the level");
    assertThat(account(result, "x").cause()).contains(Cause.FORECAST);
  }

  @Test
  void another_definition_is_a_cell_of_its_own_and_a_conflict_with_the_measures_own() {
    Figure fiscal = Figures.start("x", "office", "2012-01", "2009", "1310").basis("fiscal").build();
    Reconciliation result = reconcile(STANDING, fiscal);

    assertThat(account(result, "x").role()).isEqualTo(Role.COUNTED);
    assertThat(result.conflicts().of(Cause.DEFINITION).list())
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.figure()).isEqualTo(fiscal);
              assertThat(conflict.difference()).hasValue(1310 - 1397);
            });
  }

  @Test
  void a_change_or_a_rate_says_nothing_of_the_level_alone() {
    Figure change =
        Figures.start("x", "office", "2012-01", "2009", "+4.0")
            .unit(org.crosstally.figure.Unit.parse("% yoy"))
            .build();
    Reconciliation result = reconcile(STANDING, change);

    assertThat(account(result, "x").role()).isEqualTo(Role.OUT_OF_SCOPE);
  }

  @Test
  void figures_in_different_units_are_not_mixed() {
    Figure households =
        Figures.start("x", "office", "2012-01", "2009", "400")
            .unit(org.crosstally.figure.Unit.parse("households"))
            .build();
    Reconciliation result =
        reconcile(
            STANDING, households, Figures.relay("y", "paper", "office", "2012-05", "2009", "1397"));

    assertThat(result.outcome(Period.ofYear(2009)).orElseThrow().estimate().orElseThrow().value())
        .isEqualTo(1397);
    assertThat(account(result, "x").reason()).isEqualTo("stated in households, not in persons");
  }
}
