package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosstally.Figures;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.junit.jupiter.api.Test;

/** Rules that do not look at lineage. */
class SimpleRulesTest {
  private static final FigureTable TABLE =
      FigureTable.of(
          List.of(
              Figures.own("a", "one", "2010-01", "2009", "101"),
              Figures.own("b", "one", "2011-01", "2009", "104"),
              Figures.own("c", "two", "2010-06", "2009", "110"),
              Figures.own("d", "three", "2012-01", "2009", "130"),
              Figures.own("e", "four", "2012-02", "2009", ">90"),
              Figures.forecast("f", "five", "2009-02", "2009", "500")));

  private static CellOutcome outcome(Reconciler reconciler) {
    return reconciler.reconcile(TABLE).outcome(Period.ofYear(2009)).orElseThrow();
  }

  private static double value(Reconciler reconciler) {
    return outcome(reconciler).estimate().orElseThrow().value();
  }

  @Test
  void latest_takes_the_figure_that_was_published_last() {
    assertThat(value(Reconciler.latest())).isEqualTo(130);
  }

  @Test
  void preferring_takes_the_latest_figure_of_the_first_source_that_has_one() {
    assertThat(value(Reconciler.preferring("absent", "one", "three"))).isEqualTo(104);
    assertThat(value(Reconciler.preferring("absent"))).isEqualTo(130);
  }

  @Test
  void median_and_mean_take_the_latest_figure_of_each_source() {
    assertThat(value(Reconciler.median())).isEqualTo(110);
    assertThat(value(Reconciler.mean())).isEqualTo((104 + 110 + 130) / 3.0);
  }

  @Test
  void the_interval_is_the_range_of_what_counts() {
    CellOutcome outcome = outcome(Reconciler.median());

    assertThat(outcome.estimate().orElseThrow().low()).isEqualTo(104);
    assertThat(outcome.estimate().orElseThrow().high()).isEqualTo(130);
  }

  @Test
  void every_figure_is_accounted_for() {
    List<Account> accounts = outcome(Reconciler.median()).accounts();

    assertThat(accounts)
        .extracting(a -> a.figure().id())
        .containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(accounts)
        .extracting(Account::role)
        .containsExactly(
            Role.SUPERSEDED,
            Role.COUNTED,
            Role.COUNTED,
            Role.COUNTED,
            Role.SUPPORTING,
            Role.SET_ASIDE);
  }

  @Test
  void of_several_figures_of_one_date_latest_takes_the_number_that_most_state() {
    FigureTable table =
        FigureTable.of(
            List.of(
                Figures.own("a", "one", "2012-01", "2009", "100"),
                Figures.own("b", "two", "2012-01", "2009", "90"),
                Figures.own("c", "three", "2012-01", "2009", "100")));

    assertThat(
            Reconciler.latest()
                .reconcile(table)
                .outcome(Period.ofYear(2009))
                .orElseThrow()
                .estimate()
                .orElseThrow()
                .value())
        .isEqualTo(100);
  }
}
