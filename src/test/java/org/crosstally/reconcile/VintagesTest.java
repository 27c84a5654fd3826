package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosstally.Figures;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.junit.jupiter.api.Test;

/** Which values an origin held one after the other, and which of them stands. */
class VintagesTest {
  private static final Period YEAR = Period.ofYear(2009);

  private static CellOutcome outcome(Figure... figures) {
    return Reconciler.byLineage()
        .reconcile(FigureTable.of(List.of(figures)))
        .outcome(YEAR)
        .orElseThrow();
  }

  private static List<Double> vintages(CellOutcome outcome) {
    return outcome.vintages().stream().map(Vintage::value).toList();
  }

  private static double value(CellOutcome outcome) {
    return outcome.estimate().orElseThrow().value();
  }

  private static Account account(CellOutcome outcome, String id) {
    return outcome.accounts().stream()
        .filter(a -> a.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_latest_document_of_the_origin_stands() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010-03", "2009", "2927"),
            Figures.own("b", "office", "2013-03", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(vintages(outcome)).containsExactly(2927.0, 2914.0);
    assertThat(account(outcome, "a").role()).isEqualTo(Role.SUPERSEDED);
    assertThat(account(outcome, "a").cause()).contains(Cause.REVISION);
    assertThat(account(outcome, "b").role()).isEqualTo(Role.COUNTED);
  }

  @Test
  void two_relays_with_disjoint_chains_attest_a_later_value() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010-03", "2009", "2927"),
            Figures.relay("b", "paper", "office", "2012-01-05", "2009", "2914"),
            Figures.relay("c", "radio", "office", "2012-02-05", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(outcome.reconciled().orElseThrow().rule()).contains("relays with disjoint chains");
  }

  @Test
  void one_chain_alone_does_not_attest_a_later_value() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010-03", "2009", "2927"),
            Figures.relay("b", "paper", "office", "2012-01-05", "2009", "2914"),
            Figures.relayVia("c", "radio", "paper", "office", "2012-02-05", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2927);
  }

  @Test
  void a_value_of_one_chain_stands_where_nothing_is_attested() {
    CellOutcome outcome =
        outcome(Figures.relay("a", "paper", "office", "2012-01-05", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(outcome.reconciled().orElseThrow().rule()).contains("one chain alone");
  }

  @Test
  void the_origin_can_return_to_a_value() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010-01", "2009", "2914"),
            Figures.own("b", "office", "2011-01", "2009", "2929"),
            Figures.own("c", "office", "2012-01", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(vintages(outcome)).containsExactly(2914.0, 2929.0, 2914.0);
    assertThat(account(outcome, "b").cause()).contains(Cause.REVISION);
  }

  @Test
  void relays_cannot_return_to_a_value_that_the_origins_own_document_left() {
    CellOutcome outcome =
        outcome(
            Figures.relay("a", "paper", "office", "2010-01", "2009", "2929"),
            Figures.relay("b", "radio", "office", "2010-02", "2009", "2929"),
            Figures.own("c", "office", "2012-01", "2009", "2914"),
            Figures.relay("d", "paper", "office", "2014-01", "2009", "2929"),
            Figures.relay("e", "radio", "office", "2014-02", "2009", "2929"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(account(outcome, "a").cause()).contains(Cause.REVISION);
    assertThat(account(outcome, "d").cause()).contains(Cause.STALE);
    assertThat(account(outcome, "d").role()).isEqualTo(Role.SET_ASIDE);
  }

  @Test
  void an_order_of_dates_that_is_not_certain_makes_nothing_stale() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2011-05", "2009", "2927"),
            Figures.own("b", "office", "2012-06", "2009", "2914"),
            Figures.relay("c", "paper", "office", "2012", "2009", "2927"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(account(outcome, "c").cause()).contains(Cause.REVISION);
  }

  @Test
  void a_figure_without_a_date_is_accounted_for() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2011-05", "2009", "2927"),
            Figures.own("b", "office", "2012-06", "2009", "2914"),
            Figures.own("c", "office", "", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
    assertThat(account(outcome, "c").role()).isEqualTo(Role.COUNTED);
  }

  @Test
  void several_relays_can_repeat_one_misreading_and_do_not_attest_it() {
    FigureTable table =
        FigureTable.of(
            List.of(
                Figures.relay("a", "paper", "office", "2010-01", "2009", "583"),
                Figures.relay("b", "radio", "office", "2010-02", "2009", "583"),
                Figures.own("total", "office", "2012-01", "2007/2009", "1043"),
                Figures.relay("c", "paper", "office", "2014-01", "2009", "1043"),
                Figures.relay("d", "web", "office", "2014-02", "2009", "1043")));

    CellOutcome outcome = Reconciler.byLineage().reconcile(table).outcome(YEAR).orElseThrow();

    assertThat(value(outcome)).isEqualTo(583);
    assertThat(account(outcome, "c").role()).isEqualTo(Role.SET_ASIDE);
  }

  @Test
  void a_provisional_count_is_not_final() {
    CellOutcome outcome =
        outcome(
            Figures.start("a", "office", "2010-01", "2009", "2952")
                .status(org.crosstally.figure.Status.PROVISIONAL)
                .build());

    assertThat(outcome.reconciled().orElseThrow().status())
        .isEqualTo(org.crosstally.figure.Status.PROVISIONAL);
  }

  @Test
  void of_figures_of_one_date_a_document_of_the_origin_has_the_last_word() {
    CellOutcome outcome =
        outcome(
            Figures.relay("a", "paper", "office", "2012-01", "2009", "2929"),
            Figures.relay("b", "radio", "office", "2012-01", "2009", "2929"),
            Figures.own("c", "office", "2012-01", "2009", "2914"));

    assertThat(value(outcome)).isEqualTo(2914);
  }
}
