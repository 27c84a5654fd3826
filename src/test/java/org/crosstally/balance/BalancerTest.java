package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Conflict;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private static final AccountingRules RULES =
      AccountingRules.none()
          .stockOf("residents", "visitors")
          .parts("sex", "female", "male")
          .nonNegative("visitors");
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("residents", "Residents", Measure.Kind.STOCK, List.of("persons"))));

  private static Figure figure(String id, String sex, String period, String value) {
    return figure(id, "visitors", sex, period, value, "persons");
  }

  private static Figure figure(
      String id, String measure, String sex, String period, String value, String unit) {
    return Figure.builder(id, "source " + id)
        .measure(measure)
        .dimensions(Systems.sex(sex))
        .period(Period.parse(period))
        .amount(Amount.parse(value))
        .unit(Unit.parse(unit))
        .build();
  }

  private static FigureTable table(Figure... figures) {
    return FigureTable.of(List.of(figures), CATALOGUE);
  }

  private static Balance balance(Figure... figures) {
    return Balancer.under(RULES).balance(table(figures)).orElseThrow();
  }

  private static BalancedValue value(Balance balance, String sex, String period) {
    return balance.value("visitors", Systems.sex(sex), Period.parse(period));
  }

  private static double number(Balance balance, String sex, String period) {
    return value(balance, sex, period).estimate().orElseThrow().value();
  }

  @Test
  void measured_values_are_adjusted_by_their_variances() {
    // 250 and 250 with uncertainties 3 and 4 against a year of 510 with 12:
    // the discrepancy of 10 is shared as 9 : 16 : 144, of 169 in all.
    Balance balance =
        balance(
            figure("a", "", "2015-H1", "250±3"),
            figure("b", "", "2015-H2", "250±4"),
            figure("c", "", "2015", "510±12"));

    assertThat(number(balance, "", "2015-H1")).isCloseTo(250 + 10 * 9 / 169.0, within(1e-9));
    assertThat(number(balance, "", "2015-H2")).isCloseTo(250 + 10 * 16 / 169.0, within(1e-9));
    assertThat(number(balance, "", "2015")).isCloseTo(510 - 10 * 144 / 169.0, within(1e-9));
    assertThat(balance.chiSquare()).isCloseTo(100 / 169.0, within(1e-9));
    assertThat(balance.degreesOfFreedom()).isEqualTo(1);
    Adjustment year = balance.adjustments().get(2);
    assertThat(year.leaveOneOut().orElseThrow().value()).isCloseTo(500, within(1e-9));
    // The others predict the year with the uncertainty 5, so that its own weight is 25 of 169.
    assertThat(year.leverage().getAsDouble()).isCloseTo(25 / 169.0, within(1e-9));
    assertThat(year.leaveOneOut().orElseThrow().high())
        .isCloseTo(500 + 1.959963985 * 5, within(1e-6));
    // The variance of the year is 25·144/169.
    assertThat(value(balance, "", "2015").estimate().orElseThrow().high())
        .isCloseTo(510 - 1440 / 169.0 + 1.959963985 * 60 / 13, within(1e-6));
  }

  @Test
  void exact_numbers_hold_whatever_the_others_say() {
    Balance balance =
        balance(
            figure("a", "", "2015-H1", "250±3"),
            figure("b", "", "2015-H2", "250±4"),
            figure("c", "", "2015", "510"));

    assertThat(number(balance, "", "2015")).isCloseTo(510, within(1e-10));
    assertThat(number(balance, "", "2015-H1") + number(balance, "", "2015-H2"))
        .isCloseTo(510, within(1e-10));
    assertThat(number(balance, "", "2015-H1")).isCloseTo(250 + 10 * 9 / 25.0, within(1e-9));
  }

  @Test
  void parts_and_periods_add_up_exactly() {
    Systems system = new Systems(3, 3).withTrueReports(60);
    Balance balance = Balancer.under(Systems.RULES).balance(system.table()).orElseThrow();
    int checked = 0;
    for (String period : List.of("2001", "2002", "2003", "2001-H1", "2002-01", "2001/2003")) {
      Optional<Estimate> all = value(balance, "", period).estimate().asOptional();
      Optional<Estimate> female = value(balance, "female", period).estimate().asOptional();
      Optional<Estimate> male = value(balance, "male", period).estimate().asOptional();
      if (all.isPresent() && female.isPresent() && male.isPresent()) {
        checked++;
        assertThat(female.get().value() + male.get().value())
            .isCloseTo(all.get().value(), within(1e-9));
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void a_share_and_a_change_are_solved_as_quotients() {
    Balance balance =
        balance(
            figure("a", "", "2015", "200±10"),
            figure("b", "visitors", "female", "2015", "30±0.5", "% of total"),
            figure("c", "male", "2015", "138±4"),
            figure("d", "visitors", "", "2015", "25±1", "% yoy"));

    double all = number(balance, "", "2015");
    double female = number(balance, "female", "2015");
    double before = number(balance, "", "2014");
    // At the minimum of ((200-T)/10)² + ((0.3-F/T)/0.005)² + ((138-(T-F))/4)² all slopes are zero.
    double share = (0.3 - female / all) / (0.005 * 0.005);
    double rest = (138 - (all - female)) / 16;
    assertThat(share / all - rest).isCloseTo(0, within(1e-7));
    assertThat((200 - all) / 100 - share * female / (all * all) + rest).isCloseTo(0, within(1e-7));
    assertThat(all / before).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void a_bound_binds_where_the_equations_break_it() {
    Balance balance =
        balance(
            figure("a", "", "2015-H1", "100±10"),
            figure("b", "", "2015-H2", "100±20"),
            figure("c", "", "2015", ">=250"));

    // The missing 50 are shared as 100 : 400.
    assertThat(number(balance, "", "2015-H1")).isCloseTo(110, within(1e-9));
    assertThat(number(balance, "", "2015-H2")).isCloseTo(140, within(1e-9));
    assertThat(balance.binding()).extracting(Figure::id).containsExactly("c");
  }

  @Test
  void what_is_never_negative_is_kept_so() {
    Balance balance =
        balance(figure("a", "", "2015-01/2015-10", "110±3"), figure("b", "", "2015", "100±4"));

    // The rest of the year would be -10; at nothing, both are the mean weighted by 16 : 9.
    assertThat(number(balance, "", "2015-11/2015-12")).isCloseTo(0, within(1e-9));
    assertThat(number(balance, "", "2015")).isCloseTo((16 * 110 + 9 * 100) / 25.0, within(1e-9));
  }

  @Test
  void one_slip_does_not_bend_its_neighbours_where_the_fit_is_robust() {
    List<Figure> figures = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      figures.add(figure("q" + quarter, "", "2015-Q" + quarter, "100±2"));
    }
    figures.add(figure("h1", "", "2015-H1", "200±2"));
    figures.add(figure("h2", "", "2015-H2", "200±2"));
    figures.add(figure("y", "", "2015", "400±2"));
    figures.add(figure("n", "", "2015-01/2015-09", "300±2"));
    figures.add(figure("slip", "", "2015-Q2", "190±2"));
    FigureTable table = FigureTable.of(figures, CATALOGUE);

    Balance plain = Balancer.under(RULES).balance(table).orElseThrow();
    Balance huber = Balancer.under(RULES).with(Robustness.HUBER).balance(table).orElseThrow();
    Balance student = Balancer.under(RULES).with(Robustness.STUDENT).balance(table).orElseThrow();

    double bent = Math.abs(number(plain, "", "2015-Q1") - 100);
    assertThat(bent).isGreaterThan(5);
    assertThat(Math.abs(number(huber, "", "2015-Q1") - 100)).isLessThan(bent / 5);
    assertThat(Math.abs(number(student, "", "2015-Q1") - 100)).isLessThan(0.1);
  }

  @Test
  void relays_of_one_count_are_one_equation() {
    Figure once = figure("a", "", "2015-H1", "250±3");
    Figure other = figure("b", "", "2015-H2", "250±4");
    Figure year = figure("c", "", "2015", "510±12");
    List<Figure> copied = new ArrayList<>(List.of(once, other, year));
    for (int i = 0; i < 5; i++) {
      copied.add(
          Figure.builder("relay" + i, "paper" + i)
              .origin(once.source())
              .measure("visitors")
              .period(once.period())
              .amount(once.amount())
              .unit(once.unit())
              .build());
    }

    Balance relayed =
        Balancer.under(RULES).balance(FigureTable.of(copied, CATALOGUE)).orElseThrow();

    assertThat(number(relayed, "", "2015"))
        .isCloseTo(number(balance(once, other, year), "", "2015"), within(1e-10));
  }

  @Test
  void the_order_of_figures_does_not_matter() {
    List<Figure> figures = new ArrayList<>(new Systems(8, 3).withTrueReports(40).table().figures());
    Catalogue catalogue = new Systems(8, 3).table().catalogue();
    Balance first =
        Balancer.under(Systems.RULES).balance(FigureTable.of(figures, catalogue)).orElseThrow();
    Collections.shuffle(figures, new Random(1));
    Balance second =
        Balancer.under(Systems.RULES).balance(FigureTable.of(figures, catalogue)).orElseThrow();

    assertThat(second.adjustments()).isEqualTo(first.adjustments());
    assertThat(second.impossible()).isEqualTo(first.impossible());
  }

  @Test
  void nothing_to_balance_has_a_reason() {
    assertThat(
            Balancer.under(AccountingRules.none())
                .balance(table(figure("a", "prices", "", "2015", "3", "USD")))
                .whyNot())
        .contains(BalanceReason.NO_REPORTS);
    Balance balance = balance(figure("a", "", "2015", "3"));
    assertThat(value(balance, "", "2020").estimate().whyNot())
        .contains(BalanceReason.BEYOND_THE_REPORTS);
    assertThat(balance.value("guests", Dimensions.none(), Period.ofYear(2015)).estimate().whyNot())
        .contains(BalanceReason.NO_SUCH_FLOW);
    assertThatThrownBy(() -> Balancer.under(RULES).uncertainty("a", -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_even_rate_within_a_stretch_is_named() {
    Balance balance = balance(figure("a", "", "2015", "365"));

    BalancedValue month = value(balance, "", "2015-01");

    assertThat(month.estimate().orElseThrow().value()).isCloseTo(31, within(1e-9));
    assertThat(month.identifiedBy()).isEqualTo(BalancedValue.IdentifiedBy.EVEN_RATE);
  }

  @Test
  void gaps_are_filled_smoothly_and_in_whole_numbers_that_add_up() {
    List<Period> quarters = new ArrayList<>();
    for (int year = 2011; year <= 2014; year++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        quarters.add(Period.ofQuarter(year, quarter));
      }
    }
    Balance balance =
        Balancer.under(RULES)
            .resolving(quarters)
            .with(Gaps.FILL_SMOOTHLY)
            .balance(
                table(
                    figure("a", "female", "2011", "601"),
                    figure("b", "female", "2012", "787"),
                    figure("c", "female", "2013", "1001"),
                    figure("d", "female", "2014", "799"),
                    figure("e", "", "2011", "1000"),
                    figure("f", "", "2012", "1100"),
                    figure("g", "", "2013", "1303"),
                    figure("h", "", "2014", "1207")))
            .orElseThrow();

    assertThat(value(balance, "female", "2012-Q1").identifiedBy())
        .isEqualTo(BalancedValue.IdentifiedBy.SMOOTHNESS);
    for (int year = 2011; year <= 2014; year++) {
      long sum = 0;
      for (int quarter = 1; quarter <= 4; quarter++) {
        long all = whole(balance, "", Period.ofQuarter(year, quarter));
        long female = whole(balance, "female", Period.ofQuarter(year, quarter));
        long male = whole(balance, "male", Period.ofQuarter(year, quarter));
        assertThat(female + male).isEqualTo(all);
        assertThat(Math.abs(female - number(balance, "female", year + "-Q" + quarter)))
            .isLessThan(2);
        sum += female;
      }
      assertThat(sum).isEqualTo(whole(balance, "female", Period.ofYear(year)));
    }
    assertThat(whole(balance, "", Period.ofYear(2013))).isEqualTo(1303);
    assertThat(whole(balance, "female", Period.ofYear(2013))).isEqualTo(1001);
  }

  private static long whole(Balance balance, String sex, Period period) {
    return balance.wholeNumber(new Cell("visitors", Systems.sex(sex), period, "")).orElseThrow();
  }

  @Test
  void reconciling_by_accounts_names_the_set_that_does_not_add_up() {
    FigureTable table =
        table(
            figure("f", "female", "2015", "216"),
            figure("m", "male", "2015", "26"),
            figure("t", "", "2015", "236"),
            figure("u", "", "2016", "300"));

    Reconciliation reconciliation = Reconciler.byAccounting(RULES).reconcile(table);

    List<Conflict> conflicts = reconciliation.conflicts().of(Cause.DOES_NOT_ADD_UP).list();
    assertThat(conflicts).extracting(c -> c.figure().id()).containsExactlyInAnyOrder("f", "m", "t");
    assertThat(conflicts)
        .allSatisfy(
            c -> {
              assertThat(c.evidence()).hasSize(2);
              assertThat(c.explanation()).contains("242 as the sum of").contains("against 236");
            });
    // The discrepancy of 6 is shared by three.
    assertThat(estimate(reconciliation, "", "2015").value()).isCloseTo(238, within(1e-9));
    assertThat(estimate(reconciliation, "", "2016").value()).isCloseTo(300, within(1e-9));
  }

  @Test
  void reconciling_by_accounts_gives_periods_that_no_figure_is_about() {
    FigureTable table =
        table(figure("y", "", "2015", "1277"), figure("m", "", "2015-01/2015-10", "978"));

    Reconciliation reconciliation =
        Reconciler.byAccounting(
                Balancer.under(RULES).resolving(List.of(Period.parse("2015-11/2015-12"))))
            .reconcile(table);

    assertThat(estimate(reconciliation, "", "2015-11/2015-12").value())
        .isCloseTo(299, within(1e-9));
    assertThat(reconciliation.explain(Period.parse("2015-11/2015-12")).toString())
        .contains("299", "balance of all reports, by reports", "m, y");
    assertThat(reconciliation.accounts()).hasSize(2);
  }

  private static Estimate estimate(Reconciliation reconciliation, String sex, String period) {
    Cell cell = new Cell("visitors", Systems.sex(sex), Period.parse(period), "");
    return reconciliation.outcome(cell).flatMap(CellOutcome::estimate).orElseThrow();
  }

  @Test
  void stocks_are_compared_with_what_flowed_between_them() {
    StockFlowChecks checks =
        StockFlowChecks.of(
            table(
                figure("s1", "residents", "", "2014-12-31", "1000", "persons"),
                figure("s2", "residents", "", "2015-12-31", "1090", "persons"),
                figure("s3", "residents", "", "2016-12-31", "1200", "persons"),
                figure("a", "", "2015-H1", "40"),
                figure("b", "", "2015-H2", "60")),
            RULES,
            "residents",
            Dimensions.none());

    assertThat(checks.list()).hasSize(2);
    assertThat(checks.list().get(0).change()).isEqualTo(90);
    assertThat(checks.list().get(0).flow().orElseThrow().value()).isCloseTo(100, within(1e-9));
    assertThat(checks.list().get(1).flow().whyNot()).contains(BalanceReason.BEYOND_THE_REPORTS);
    assertThat(checks.toTable().doubleColumn("difference").get(0)).isEqualTo(-10);
  }
}
