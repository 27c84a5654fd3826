package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.series.Estimate;
import org.junit.jupiter.api.Test;

/** Independent origins: whether they agree, and what stands where they do not. */
class OriginsTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
              new Source("agency", "Agency", Source.Kind.OFFICIAL),
              new Source("paper", "Paper", Source.Kind.PRESS),
              new Source("radio", "Radio", Source.Kind.PRESS)),
          List.of(),
          List.of());

  private static CellOutcome outcome(Figure... figures) {
    return Reconciler.byLineage()
        .reconcile(FigureTable.of(List.of(figures), CATALOGUE))
        .outcome(Period.ofYear(2009))
        .orElseThrow();
  }

  @Test
  void origins_that_agree_are_counted_as_so_many() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", "100"),
            Figures.own("b", "agency", "2010", "2009", "100"));

    assertThat(outcome.reconciled().orElseThrow().origins()).containsExactly("agency", "office");
    assertThat(outcome.reconciled().orElseThrow().rule()).isEqualTo("agreement of 2 origins");
  }

  @Test
  void origins_that_differ_are_combined_by_their_median_and_the_interval_covers_them() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", "100"),
            Figures.own("b", "agency", "2010", "2009", "121"));

    Estimate estimate = outcome.estimate().orElseThrow();
    assertThat(estimate.value()).isEqualTo(110.5);
    assertThat(estimate.low()).isEqualTo(100);
    assertThat(estimate.high()).isEqualTo(121);
    assertThat(estimate.covers()).containsExactly(Estimate.Component.ORIGINS);
    assertThat(outcome.accounts())
        .allSatisfy(
            account -> {
              assertThat(account.role()).isEqualTo(Role.COUNTED);
              assertThat(account.cause()).contains(Cause.UNEXPLAINED);
            });
  }

  @Test
  void an_origin_of_which_one_chain_alone_knows_does_not_stand_against_an_attested_one() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", "100"),
            Figures.relay("b", "paper", "agency", "2010", "2009", "121"));

    assertThat(outcome.estimate().orElseThrow().value()).isEqualTo(100);
    assertThat(outcome.reconciled().orElseThrow().origins()).containsExactly("office");
  }

  @Test
  void a_paper_that_names_nobody_is_no_origin_beside_one_that_counts() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", "100"),
            Figures.own("b", "paper", "2010", "2009", "121"));

    assertThat(outcome.estimate().orElseThrow().value()).isEqualTo(100);
  }

  @Test
  void where_nobody_counts_each_source_stands_for_itself() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "paper", "2010", "2009", "100"),
            Figures.own("b", "radio", "2010", "2009", "120"));

    assertThat(outcome.estimate().orElseThrow().value()).isEqualTo(110);
  }

  @Test
  void a_stated_uncertainty_is_kept_with_coverage_factor_two() {
    CellOutcome outcome = outcome(Figures.own("a", "office", "2010", "2009", "1400±50"));

    Estimate estimate = outcome.estimate().orElseThrow();
    assertThat(estimate.low()).isEqualTo(1300);
    assertThat(estimate.high()).isEqualTo(1500);
    assertThat(estimate.covers()).containsExactly(Estimate.Component.STATED);
  }

  @Test
  void a_rounded_figure_stands_with_its_interval_where_no_exact_one_is_stated() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", "~1400"),
            Figures.own("b", "paper", "2011", "2009", "nearly 1400"));

    Estimate estimate = outcome.estimate().orElseThrow();
    assertThat(estimate.value()).isEqualTo(1400);
    assertThat(estimate.low()).isEqualTo(1350);
    assertThat(estimate.high()).isEqualTo(1450);
    assertThat(estimate.covers()).containsExactly(Estimate.Component.ROUNDING);
  }

  @Test
  void a_coarser_rounding_never_narrows_the_interval() {
    double width = 0;
    for (String text : List.of("~1231", "~1230", "~1200", "~1000")) {
      Estimate estimate =
          outcome(Figures.own("a", "office", "2010", "2009", text)).estimate().orElseThrow();
      assertThat(estimate.high() - estimate.low()).isGreaterThan(width);
      width = estimate.high() - estimate.low();
    }
  }

  @Test
  void bounds_and_ranges_alone_give_no_number() {
    CellOutcome outcome =
        outcome(
            Figures.own("a", "office", "2010", "2009", ">1000"),
            Figures.own("b", "paper", "2010", "2009", "900..1500"));

    assertThat(outcome.estimate()).isEmpty();
    assertThat(outcome.result().rule()).isEqualTo("only bounds and ranges are stated");
    assertThat(outcome.accounts()).allMatch(a -> a.role() == Role.OUT_OF_SCOPE);
  }

  @Test
  void a_fresh_figure_is_as_uncertain_as_past_ones_of_its_age_proved_to_be() {
    java.util.List<Figure> figures = new java.util.ArrayList<>();
    for (int year = 1990; year < 2000; year++) {
      int revised = 1000 + (year - 1995);
      figures.add(Figures.own("h" + year, "office", (year + 1) + "-01-20", "" + year, "1000"));
      figures.add(Figures.own("i" + year, "office", (year + 9) + "-03", "" + year, "" + revised));
    }
    figures.add(Figures.own("fresh", "office", "2010-01-20", "2009", "2000"));

    Estimate estimate = outcome(figures.toArray(Figure[]::new)).estimate().orElseThrow();

    assertThat(estimate.value()).isEqualTo(2000);
    // The ten past revisions of figures that were 20 days old run from -0.5 to +0.4 per cent; their
    // squares add up to 85e-6, and t(10) at 97.5 per cent is 2.228: 2000 (1 -+ 0.00681), outwards.
    assertThat(estimate.low()).isEqualTo(1986);
    assertThat(estimate.high()).isEqualTo(2014);
    assertThat(estimate.covers()).containsExactly(Estimate.Component.REVISION);
  }
}
