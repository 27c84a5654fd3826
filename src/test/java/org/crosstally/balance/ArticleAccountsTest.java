package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.io.FigureReader;
import org.crosstally.io.TextTables;
import org.crosstally.series.Estimate;
import org.junit.jupiter.api.Test;

/** What the figures of the five articles say together, each with its arithmetic. */
class ArticleAccountsTest {
  private static final Dimensions PLACE = Dimensions.of(Map.of("place", "KOR"));
  private static final AccountingRules RULES =
      AccountingRules.of(TextTables.read(Path.of("data/defectors/accounting-rules.csv")));
  private static final FigureTable ARTICLES =
      FigureReader.strict()
          .read(Path.of("data/defectors"))
          .filter(f -> f.document().orElse("").startsWith("article-"))
          .filter(f -> Set.of("arrivals", "cumulative_arrivals").contains(f.measure()))
          .filter(f -> f.dimensions().equals(PLACE));

  private final Balance balance =
      Balancer.under(RULES.join("debriefed", "settled", "living in the ROK"))
          .balance(ARTICLES)
          .orElseThrow();

  private BalancedValue flow(String period) {
    return balance.value("arrivals", PLACE, Period.parse(period));
  }

  private static List<String> ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).toList();
  }

  @Test
  void a_rounded_change_bounds_the_months_that_it_is_taken_from() {
    BalancedValue months = flow("2015-01/2015-07");

    // 815 is 15.6 % more, and 15.6 lies between 15.55 and 15.65.
    assertThat(months.possible().low()).isCloseTo(815 / 1.1565, within(1e-6));
    assertThat(months.possible().high()).isCloseTo(815 / 1.1555, within(1e-6));
    Estimate estimate = months.estimate().orElseThrow();
    assertThat(estimate.value()).isCloseTo(815 / 1.156, within(1e-6));
    assertThat(Math.rint(estimate.value())).isEqualTo(705);
    assertThat(Math.round(10 * estimate.low())).isEqualTo(7047);
    assertThat(Math.round(10 * estimate.high())).isEqualTo(7053);
    assertThat(ids(months.restsOn())).containsExactlyInAnyOrder("asmolov-01", "asmolov-02");
  }

  @Test
  void the_rest_of_a_year_is_the_year_less_its_first_months() {
    BalancedValue rest = flow("2015-11/2015-12");

    assertThat(rest.estimate().orElseThrow().value()).isCloseTo(1277 - 978, within(1e-10));
    assertThat(rest.estimate().orElseThrow().hasWidth()).isFalse();
    assertThat(ids(rest.restsOn())).containsExactlyInAnyOrder("asmolov-06", "chosun-02");
    assertThat(rest.identifiedBy()).isEqualTo(BalancedValue.IdentifiedBy.REPORTS);
  }

  @Test
  void a_stock_is_the_stock_before_and_what_flowed_since() {
    BalancedValue stock = balance.value("cumulative_arrivals", PLACE, Period.parse("2015-12-31"));

    assertThat(stock.estimate().orElseThrow().value()).isCloseTo(28497 + 1277 - 978, within(1e-9));
    assertThat(stock.estimate().orElseThrow().value()).isCloseTo(28796, within(1e-9));
  }

  @Test
  void a_bound_that_a_count_breaks_is_the_only_contradiction() {
    assertThat(balance.impossible()).hasSize(1);
    ImpossibleSet set = balance.impossible().get(0);
    assertThat(ids(set.figures())).containsExactlyInAnyOrder("chosun-05", "asmolov-06");
    assertThat(set.sentence()).contains("<1200 (chosun-05, a forecast) against 1277 (asmolov-06)");
    // In whole numbers, below 1200 is at most 1199.
    assertThat(set.easiest().id()).isEqualTo("chosun-05");
    assertThat(set.smallestChange()).isCloseTo(1277 - 1199, within(1e-9));
    assertThat(balance.completeness()).isEqualTo(Balance.Completeness.ALL);
  }

  @Test
  void a_direction_is_consistent_in_sign_only() {
    // 107 a month in 2003 are 1278 to 1290, so that a rise leaves 2004 at 1279 or more ...
    assertThat(flow("2004").estimate().whyNot()).contains(BalanceReason.NOT_IDENTIFIED);
    assertThat(flow("2004").possible().low()).isCloseTo(Math.ceil(106.5 * 12) + 1, within(1e-6));
    // ... and a decline leaves 2010 below the 2914 of 2009, but not at nothing, for 2011 rose on
    // it.
    assertThat(flow("2010").estimate().whyNot()).contains(BalanceReason.NOT_IDENTIFIED);
    assertThat(flow("2010").possible().low()).isCloseTo(1, within(1e-6));
    assertThat(flow("2010").possible().high()).isCloseTo(2913, within(1e-6));
  }

  @Test
  void what_is_open_says_what_would_tell() {
    BalancedValue year = flow("2016");

    assertThat(year.estimate().whyNot()).contains(BalanceReason.NOT_IDENTIFIED);
    assertThat(year.possible().low()).isCloseTo(815, within(1e-6));
    assertThat(year.possible().high()).isInfinite();
    assertThat(year.wouldIdentify().get(0).period()).isEqualTo(Period.parse("2016-08/2016-12"));
  }

  @Test
  void the_others_predict_what_follows_from_them() {
    Adjustment mean =
        balance.adjustments().stream()
            .filter(a -> a.figure().id().equals("chosun-03"))
            .findFirst()
            .orElseThrow();

    assertThat(mean.stated()).hasValue(98);
    assertThat(mean.balanced().getAsDouble()).isCloseTo(97.8, within(1e-9));
    // A mean rate of 98 is known to a half: its standard uncertainty is 1/√12.
    assertThat(mean.inUncertainties().getAsDouble()).isCloseTo(-0.2 * Math.sqrt(12), within(1e-6));
    assertThat(mean.leaveOneOut().orElseThrow().value()).isCloseTo(97.8, within(1e-9));
  }

  @Test
  void definitions_stay_apart_unless_a_rule_joins_them() {
    Balance apart = Balancer.under(RULES).balance(ARTICLES).orElseThrow();

    assertThat(apart.value("arrivals", PLACE, Period.parse("2015-11/2015-12")).estimate().whyNot())
        .contains(BalanceReason.NOT_IDENTIFIED);
  }
}
