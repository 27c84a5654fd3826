package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.series.Estimate.Component;
import org.junit.jupiter.api.Test;

/** Slips of the pen: found, named with their evidence, and kept from winning. */
class SlipsTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              new Source("office", "Statistics Office", Source.Kind.OFFICIAL),
              new Source("paper", "Daily Paper", Source.Kind.PRESS),
              new Source("radio", "Radio", Source.Kind.PRESS),
              new Source("weekly", "Weekly", Source.Kind.PRESS)),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("stock", "Stock", Measure.Kind.STOCK, List.of("persons"))));

  private static final int[] COUNTS = {
    1041, 1187, 1396, 1313, 1678, 1552, 1871, 2264, 2093, 2349, 2518, 2437
  };

  /** The office's table of twelve years, first printed with other last digits. */
  private static List<Figure> table() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < COUNTS.length; i++) {
      int year = 2001 + i;
      int first = COUNTS[i] + (i % 2 == 0 ? 3 : -4);
      figures.add(Figures.own("a" + year, "office", (year + 1) + "-02", "" + year, "" + first));
      figures.add(Figures.own("b" + year, "office", "2014-06", "" + year, "" + COUNTS[i]));
    }
    return figures;
  }

  private static Reconciliation reconcile(Figure... figures) {
    List<Figure> all = Stream.concat(table().stream(), Stream.of(figures)).toList();
    return Reconciler.byLineage().reconcile(FigureTable.of(all, CATALOGUE));
  }

  private static Account account(Reconciliation reconciliation, String id) {
    return reconciliation.accounts().stream()
        .filter(a -> a.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Reconciliation reconciliation, int year) {
    return reconciliation
        .outcome(Period.ofYear(year))
        .orElseThrow()
        .estimate()
        .orElseThrow()
        .value();
  }

  @Test
  void the_number_of_the_year_before_is_a_period_slip() {
    Reconciliation result =
        reconcile(Figures.relay("x", "paper", "office", "2015-01", "2008", "1871"));

    Account account = account(result, "x");
    assertThat(account.cause()).contains(Cause.PERIOD_SLIP);
    assertThat(account.transformation()).isEqualTo(Transformation.NEIGHBOURING_PERIOD);
    assertThat(account.evidence()).extracting(Figure::id).containsExactly("b2007");
    assertThat(account.probabilityByChance().orElseThrow()).isBetween(0.0001, SlipFinder.CHANCE);
    assertThat(account.role()).isEqualTo(Role.SET_ASIDE);
    assertThat(value(result, 2008)).isEqualTo(2264);
  }

  @Test
  void a_number_between_the_vintages_of_the_year_before_is_a_period_slip() {
    Reconciliation result =
        reconcile(Figures.relay("x", "paper", "office", "2015-01", "2008", "1872"));

    assertThat(account(result, "x").cause()).contains(Cause.PERIOD_SLIP);
    assertThat(account(result, "x").reason()).contains("between the numbers that 2007 had");
  }

  @Test
  void a_number_between_two_printings_of_another_is_no_vintage_however_near_it_is() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int year = 2001 + i;
      String last = "" + (2033 + 41 * i);
      String first = year == 2007 || year == 2009 ? last : "" + (2003 + 41 * i);
      figures.add(Figures.own("a" + year, "office", (year + 1) + "-02", "" + year, first));
      figures.add(Figures.own("b" + year, "office", "2014-06", "" + year, last));
      figures.add(Figures.own("c" + year, "office", "2016-06", "" + year, last));
    }
    figures.add(Figures.relay("between", "paper", "office", "2015-01", "2008", "2361"));
    figures.add(Figures.relay("after", "paper", "office", "2017-01", "2008", "2360"));

    Reconciliation result = Reconciler.byLineage().reconcile(FigureTable.of(figures, CATALOGUE));

    // 41 on 2,320 is within the usual size of revisions, three times 30.
    assertThat(account(result, "between").cause()).contains(Cause.PERIOD_SLIP);
    assertThat(account(result, "after").cause()).contains(Cause.UNATTESTED);
  }

  @Test
  void two_years_added_up_are_a_wrong_span_though_nobody_prints_their_sum() {
    Reconciliation result =
        reconcile(Figures.relay("x", "paper", "office", "2015-01", "2008", "4135"));

    Account account = account(result, "x");
    assertThat(account.cause()).contains(Cause.WRONG_SPAN);
    assertThat(account.transformation()).isEqualTo(Transformation.OVERLAPPING_SPAN);
    assertThat(account.reason()).contains("2007/2008");
    assertThat(account.evidence()).extracting(Figure::id).contains("b2007", "b2008");
    assertThat(account.probabilityByChance().orElseThrow()).isLessThan(SlipFinder.CHANCE);
  }

  @Test
  void what_half_a_year_leaves_of_the_year_is_a_wrong_span() {
    Reconciliation result =
        reconcile(
            Figures.own("half", "office", "2014-06", "2008-H1", "1501"),
            Figures.relay("x", "paper", "office", "2015-01", "2008", "763"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_SPAN);
    assertThat(account(result, "x").reason()).contains("2008-H2");
  }

  @Test
  void an_unprinted_vintage_of_a_running_total_is_a_wrong_span() {
    Reconciliation result =
        reconcile(
            Figures.own("open", "office", "2014-06", "../2008", "45210"),
            Figures.relay("x", "paper", "office", "2015-01", "2008", "45203"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_SPAN);
    assertThat(account(result, "x").reason()).contains("no further than usual revisions");
    assertThat(account(result, "x").evidence()).extracting(Figure::id).contains("open");
  }

  @Test
  void stocks_of_several_years_are_not_added_up() {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < COUNTS.length; i++) {
      figures.add(stock("b" + i, "office", "2014-06", 2001 + i, COUNTS[i]));
    }
    figures.add(stock("x", "paper", "2015-01", 2008, 4135));

    Reconciliation result = Reconciler.byLineage().reconcile(FigureTable.of(figures, CATALOGUE));

    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
  }

  private static Figure stock(String id, String source, String published, int year, int value) {
    return Figures.start(id, source, published, year + "-12-31", "" + value)
        .measure("stock")
        .origin("office")
        .build();
  }

  @Test
  void swapped_parts_are_told_where_nobody_else_prints_the_other() {
    Reconciliation result =
        reconcile(
            part("men", "office", "d1", "male", "712"),
            part("x", "paper", "d2", "male", "1552"),
            part("y", "paper", "d2", "female", "712"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_PART);
    assertThat(account(result, "x").transformation()).isEqualTo(Transformation.OTHER_PART);
    assertThat(account(result, "x").evidence()).extracting(Figure::id).contains("y");
  }

  private static Figure part(String id, String source, String document, String sex, String value) {
    return Figures.start(id, source, "2014-06", "2008", value)
        .document(document)
        .dimensions(Dimensions.of(Map.of("sex", sex)))
        .origin("office")
        .build();
  }

  @Test
  void the_year_may_have_its_digits_swapped() {
    Reconciliation result =
        reconcile(
            Figures.own("early", "office", "2014-06", "1990", "377"),
            Figures.relay("x", "paper", "office", "2015-01", "2012", "1041"),
            Figures.own("late", "office", "2022-06", "2021", "389"),
            Figures.relay("y", "paper", "office", "2023-01", "2012", "389"));

    assertThat(account(result, "y").cause()).contains(Cause.PERIOD_SLIP);
    assertThat(account(result, "y").transformation()).isEqualTo(Transformation.SWAPPED_YEAR);
    assertThat(account(result, "x").transformation()).isEqualTo(Transformation.OTHER_PERIOD);
  }

  @Test
  void nobody_takes_a_number_from_a_period_that_has_not_begun() {
    Reconciliation result =
        reconcile(Figures.relay("x", "paper", "office", "2008-03", "2007", "2264"));

    assertThat(account(result, "x").cause()).contains(Cause.PERIOD_SLIP);

    result = reconcile(Figures.relay("x", "paper", "office", "2007-12", "2007", "2264"));

    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
  }

  @Test
  void the_number_of_an_overlapping_span_is_a_wrong_span() {
    Reconciliation result =
        reconcile(
            Figures.own("half", "office", "2008-08", "2008-01/2008-10", "1779"),
            Figures.relay("x", "paper", "office", "2015-01", "2008", "1779"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_SPAN);
    assertThat(account(result, "x").evidence()).extracting(Figure::id).containsExactly("half");
  }

  @Test
  void the_number_of_a_part_is_a_wrong_part() {
    Figure women =
        Figures.start("women", "office", "2014-06", "2008", "1701")
            .dimensions(Dimensions.of(Map.of("sex", "female")))
            .build();
    Reconciliation result =
        reconcile(women, Figures.relay("x", "paper", "office", "2015-01", "2008", "1701"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_PART);
    assertThat(account(result, "x").transformation()).isEqualTo(Transformation.PART_FOR_TOTAL);
    assertThat(account(result, "x").evidence()).containsExactly(women);
  }

  @Test
  void the_number_of_another_measure_is_a_wrong_part() {
    Figure stock =
        Figures.start("stock", "office", "2014-06", "2008-12-31", "12395").measure("stock").build();
    Reconciliation result =
        reconcile(stock, Figures.relay("x", "paper", "office", "2015-01", "2008", "12395"));

    assertThat(account(result, "x").cause()).contains(Cause.WRONG_PART);
    assertThat(account(result, "x").transformation()).isEqualTo(Transformation.OTHER_MEASURE);
  }

  @Test
  void a_wrong_digit_is_a_misprint_beyond_the_usual_size_of_revisions_only() {
    Reconciliation result =
        reconcile(
            Figures.relay("swapped", "paper", "office", "2015-01", "2008", "2624"),
            Figures.relay("dropped", "radio", "office", "2015-01", "2008", "264"),
            Figures.relay("changed", "weekly", "office", "2015-01", "2008", "9264"),
            Figures.relay("near", "weekly", "office", "2015-02", "2007", "1873"));

    assertThat(account(result, "swapped").transformation())
        .isEqualTo(Transformation.DIGITS_SWAPPED);
    assertThat(account(result, "dropped").transformation()).isEqualTo(Transformation.DIGIT_DROPPED);
    assertThat(account(result, "changed").transformation()).isEqualTo(Transformation.DIGIT_CHANGED);
    assertThat(List.of("swapped", "dropped", "changed"))
        .allMatch(id -> account(result, id).cause().equals(java.util.Optional.of(Cause.MISPRINT)));
    assertThat(account(result, "near").cause()).contains(Cause.UNATTESTED);
  }

  @Test
  void a_match_that_chance_gives_easily_is_no_cause_but_stays_a_runner_up() {
    List<Figure> figures = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      String period = "2008-" + (month < 10 ? "0" : "") + month;
      figures.add(Figures.own("m" + month, "office", "2014-06", period, "" + (3 + month % 5)));
    }
    figures.add(Figures.relay("x", "paper", "office", "2015-01", "2008-05", "6"));
    Reconciliation result = reconcile(figures.toArray(Figure[]::new));

    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
    assertThat(account(result, "x").runnersUp())
        .isNotEmpty()
        .allMatch(c -> c.probabilityByChance().orElseThrow() > SlipFinder.CHANCE);
  }

  @Test
  void a_slip_does_not_win_even_if_two_relays_print_it_last() {
    Reconciliation result =
        reconcile(
            Figures.relay("x", "paper", "office", "2016-01", "2008", "1871"),
            Figures.relay("y", "radio", "office", "2016-03", "2008", "1871"));

    assertThat(value(result, 2008)).isEqualTo(2264);
    assertThat(account(result, "x").cause()).contains(Cause.PERIOD_SLIP);
    assertThat(account(result, "y").cause()).contains(Cause.PERIOD_SLIP);
  }

  @Test
  void relays_do_not_attest_a_number_far_from_the_origins_own_table() {
    Reconciliation result =
        reconcile(
            Figures.relay("x", "paper", "office", "2016-01", "2008", "2915"),
            Figures.relay("y", "radio", "office", "2016-03", "2008", "2915"));

    assertThat(value(result, 2008)).isEqualTo(2264);
    assertThat(account(result, "x").cause()).contains(Cause.UNEXPLAINED);
  }

  @Test
  void a_slip_in_the_origins_own_newest_document_does_not_win() {
    Reconciliation result = reconcile(Figures.own("x", "office", "2016-01", "2008", "1871"));

    assertThat(value(result, 2008)).isEqualTo(2264);
    assertThat(account(result, "x").cause()).contains(Cause.PERIOD_SLIP);
  }

  @Test
  void a_misprint_of_one_chain_does_not_win_over_another_chain_that_fits_the_years_around() {
    List<Figure> figures =
        Stream.concat(
                table().stream().filter(f -> !f.period().equals(Period.ofYear(2008))),
                Stream.of(
                    Figures.relay("right", "radio", "office", "2015-01", "2008", "2264"),
                    Figures.relay("wrong", "paper", "office", "2016-01", "2008", "22264")))
            .toList();
    Reconciliation result = Reconciler.byLineage().reconcile(FigureTable.of(figures, CATALOGUE));

    assertThat(value(result, 2008)).isEqualTo(2264);
    assertThat(account(result, "wrong").cause()).contains(Cause.MISPRINT);
  }

  @Test
  void a_correction_of_the_last_digit_by_the_origin_is_a_revision_and_wins() {
    Reconciliation result = reconcile(Figures.own("x", "office", "2016-01", "2008", "2263"));

    assertThat(value(result, 2008)).isEqualTo(2263);
    assertThat(account(result, "b2008").cause()).contains(Cause.REVISION);
  }

  @Test
  void slips_may_be_kept_in_the_interval() {
    List<Figure> all =
        Stream.concat(
                table().stream(),
                Stream.of(Figures.relay("x", "paper", "office", "2015-01", "2008", "1871")))
            .toList();
    Reconciliation result =
        Reconciler.byLineage()
            .slips(SlipTreatment.KEEP_IN_INTERVAL)
            .reconcile(FigureTable.of(all, CATALOGUE));

    assertThat(result.outcome(Period.ofYear(2008)).orElseThrow().estimate().orElseThrow())
        .satisfies(
            estimate -> {
              assertThat(estimate.value()).isEqualTo(2264);
              assertThat(estimate.low()).isEqualTo(1871);
              assertThat(estimate.covers()).contains(Component.SLIPS);
            });
  }

  @Test
  void a_choice_of_cells_knows_the_other_cells() {
    Figure women =
        Figures.start("women", "office", "2014-06", "2008", "1701")
            .dimensions(Dimensions.of(Map.of("sex", "female")))
            .build();
    List<Figure> all =
        Stream.concat(
                table().stream(),
                Stream.of(women, Figures.relay("x", "paper", "office", "2015-01", "2008", "1701")))
            .toList();
    FigureTable table = FigureTable.of(all, CATALOGUE);

    assertThat(account(Reconciler.byLineage().reconcile(table.totalOver("sex")), "x").cause())
        .contains(Cause.WRONG_PART);
    assertThat(
            account(Reconciler.byLineage().reconcile(table.filter(f -> !f.equals(women))), "x")
                .cause())
        .contains(Cause.UNEXPLAINED);
  }
}
