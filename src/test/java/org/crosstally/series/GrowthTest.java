package org.crosstally.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.junit.jupiter.api.Test;

/** Growth by the calendar, with what the values allow apart from counting noise. */
class GrowthTest {

  private static TimeSeries series(String unit, Observation... observations) {
    Measure.Kind kind = unit.equals("%") ? Measure.Kind.RATIO : Measure.Kind.FLOW;
    return new TimeSeries("Visitors", kind, Unit.parse(unit), List.of(observations));
  }

  private static Observation year(int year, double low, double value, double high) {
    return new Observation.Present(
        Period.ofYear(year),
        new Estimate(value, low, high, Set.of(Estimate.Component.ROUNDING)),
        Status.OBSERVED);
  }

  private static Observation year(int year, double value) {
    return new Observation.Present(Period.ofYear(year), Estimate.exact(value), Status.OBSERVED);
  }

  @Test
  void four_measures_of_one_change() {
    assertThat(ChangeMeasure.ABSOLUTE.between(80, 100).orElseThrow()).isEqualTo(20);
    assertThat(ChangeMeasure.PERCENT.between(80, 100).orElseThrow()).isEqualTo(25);
    assertThat(ChangeMeasure.LOGARITHMIC.between(80, 100).orElseThrow())
        .isEqualTo(100 * Math.log(1.25), within(1e-13));
    assertThat(ChangeMeasure.SYMMETRIC.between(80, 100).orElseThrow())
        .isEqualTo(2000 / 90.0, within(1e-13));
    assertThat(ChangeMeasure.PERCENT.between(0, 5).whyNot()).contains(GrowthReason.ZERO_BASE);
    assertThat(ChangeMeasure.PERCENT.between(-2, 5).whyNot()).contains(GrowthReason.NEGATIVE_BASE);
    assertThat(ChangeMeasure.LOGARITHMIC.between(5, 0).whyNot())
        .contains(GrowthReason.NOT_POSITIVE);
    assertThat(ChangeMeasure.SYMMETRIC.between(0, 5).orElseThrow()).isEqualTo(200);
  }

  @Test
  void what_the_values_allow_and_counting_noise_are_kept_apart() {
    Growth growth = series("persons", year(2001, 90, 100, 110), year(2002, 115, 120, 130)).growth();
    Growth.Row row = growth.rows().get(1);
    Estimate change = row.change().orElseThrow();
    assertThat(change.value()).isEqualTo(20, within(1e-12));
    assertThat(change.low()).isEqualTo(100 * (115 / 110.0 - 1), within(1e-12));
    assertThat(change.high()).isEqualTo(100 * (130 / 90.0 - 1), within(1e-12));
    assertThat(change.covers()).containsExactly(Estimate.Component.ROUNDING);
    RatioInterval counting = row.counting().orElseThrow();
    assertThat(counting.low()).isBetween(0.9, 1.0);
    assertThat(counting.high()).isBetween(1.5, 1.6);
    assertThat(growth.rows().get(0).change().whyNot()).contains(GrowthReason.NO_BASE);
    assertThat(growth.toTable().columnNames())
        .containsExactly(
            "period",
            "change",
            "low",
            "high",
            "ratio",
            "counting_low",
            "counting_high",
            "counting_p",
            "note");
  }

  /** poisson.test(c(12, 5)) of R 4.2.2. */
  @Test
  void the_exact_interval_of_two_counts_is_that_of_r() {
    RatioInterval found =
        RatioInterval.ofCounts(RatioInterval.Method.EXACT_BINOMIAL, 5, 12, 0.95).orElseThrow();
    assertThat(found.low()).isEqualTo(0.787045894172816, within(1e-12));
    assertThat(found.high()).isEqualTo(8.695981118680269, within(1e-11));
    assertThat(found.p()).isEqualTo(0.143463134766, within(1e-12));
    RatioInterval none =
        RatioInterval.ofCounts(RatioInterval.Method.EXACT_BINOMIAL, 7, 0, 0.95).orElseThrow();
    assertThat(none.ratio()).isZero();
    assertThat(none.low()).isZero();
    // (1 - q)^7 = 0.025 for the share q = r/(1 + r).
    double q = 1 - Math.pow(0.025, 1 / 7.0);
    assertThat(none.high()).isEqualTo(q / (1 - q), within(1e-11));
  }

  @Test
  void ratios_without_an_interval_say_why() {
    for (RatioInterval.Method method : RatioInterval.Method.values()) {
      assertThat(RatioInterval.ofCounts(method, 0, 3, 0.95).whyNot())
          .contains(GrowthReason.ZERO_BASE);
      assertThat(RatioInterval.ofCounts(method, 2.5, 3, 0.95).whyNot())
          .contains(GrowthReason.NOT_A_COUNT);
    }
    assertThat(RatioInterval.ofCounts(RatioInterval.Method.FIELLER, 3, 9, 0.95).whyNot())
        .contains(GrowthReason.UNBOUNDED);
    assertThat(RatioInterval.ofCounts(RatioInterval.Method.DELTA, 3, 0, 0.95).whyNot())
        .contains(GrowthReason.NOT_POSITIVE);
    assertThatThrownBy(() -> RatioInterval.ofCounts(RatioInterval.Method.DELTA, 3, 4, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shares_change_in_percentage_points_and_have_no_counting_noise() {
    Growth growth = series("%", year(2001, 40), year(2002, 43)).growth();
    assertThat(growth.unit()).isEqualTo("percentage points");
    assertThat(growth.rows().get(1).change().orElseThrow().value()).isEqualTo(3);
    assertThat(growth.rows().get(1).counting().whyNot()).contains(GrowthReason.PERCENTAGE_POINTS);
  }

  @Test
  void a_gap_gives_no_change_by_the_row() {
    Growth growth = series("persons", year(2001, 10), year(2003, 20)).growth();
    assertThat(growth.rows().get(1).change().whyNot()).contains(GrowthReason.NO_BASE);
  }

  @Test
  void compound_growth_leads_from_one_value_to_the_other() {
    Estimate rate =
        Growth.compound(Estimate.exact(100), new Estimate(121, 100, 144, Set.of()), 2)
            .orElseThrow();
    assertThat(rate.value()).isEqualTo(10, within(1e-12));
    assertThat(rate.low()).isEqualTo(0, within(1e-12));
    assertThat(rate.high()).isEqualTo(20, within(1e-12));
    // A quarter at +2 per cent is 8.24 a year.
    assertThat(
            Growth.compound(Estimate.exact(100), Estimate.exact(102), 0.25).orElseThrow().value())
        .isEqualTo(100 * (Math.pow(1.02, 4) - 1), within(1e-11));
    assertThat(Growth.compound(Estimate.exact(0), Estimate.exact(5), 2).whyNot())
        .contains(GrowthReason.ZERO_BASE);
  }

  @Test
  void an_index_is_a_hundred_in_its_base_period() {
    TimeSeries index =
        series("persons", year(2001, 40, 50, 60), year(2002, 75))
            .index(Period.ofYear(2001))
            .orElseThrow();
    assertThat(index.present().get(0).estimate()).isEqualTo(Estimate.exact(100));
    Estimate next = index.present().get(1).estimate();
    assertThat(next.value()).isEqualTo(150);
    assertThat(next.low()).isEqualTo(125, within(1e-12));
    assertThat(next.high()).isEqualTo(187.5, within(1e-12));
    assertThat(series("persons", year(2001, 1)).index(Period.ofYear(1999)).whyNot())
        .contains(GrowthReason.NO_BASE);
  }

  @Test
  void contributions_add_up_to_the_growth_of_the_total() {
    TimeSeries women = series("persons", year(2001, 60), year(2002, 90));
    TimeSeries men = series("persons", year(2001, 40), year(2002, 35));
    TimeSeries total = series("persons", year(2001, 100), year(2002, 125));
    Contributions found = Contributions.of(total, List.of(women, men), Period.ofYear(2002));
    assertThat(found.parts())
        .extracting(p -> p.points().orElseThrow().value())
        .containsExactly(30.0, -5.0);
    assertThat(found.unexplained().orElseThrow()).isEqualTo(0, within(1e-12));
    assertThat(found.toTable().rowCount()).isEqualTo(2);
    assertThat(Contributions.of(total, List.of(women), Period.ofYear(2001)).unexplained().whyNot())
        .contains(GrowthReason.NO_VALUE);
  }

  @Test
  void the_first_months_are_compared_with_the_same_months() {
    List<Observation> months = new ArrayList<>();
    for (int month = 1; month <= 3; month++) {
      months.add(
          new Observation.Present(
              Period.ofMonth(2001, month), Estimate.exact(10), Status.OBSERVED));
      months.add(
          new Observation.Present(
              Period.ofMonth(2002, month), Estimate.exact(12), Status.OBSERVED));
      if (month != 2) {
        months.add(
            new Observation.Present(
                Period.ofMonth(2003, month), Estimate.exact(15), Status.OBSERVED));
      }
    }
    TimeSeries monthly = series("persons", months.toArray(new Observation[0]));
    List<YearToDate.Year> years = YearToDate.of(monthly, 3).years();
    assertThat(years.get(1).percent().orElseThrow().value()).isEqualTo(20, within(1e-12));
    assertThat(years.get(2).percent().whyNot()).contains(GrowthReason.MISSING_MONTHS);
    assertThat(YearToDate.of(monthly, 1).years().get(2).percent().orElseThrow().value())
        .isEqualTo(25, within(1e-12));
  }

  @Test
  void a_change_of_rounded_values_can_differ_in_print() {
    PrintedChange found = PrintedChange.of(104.44, 107.46, 1, 1).orElseThrow();
    assertThat(found.fromValues()).hasToString("2.9");
    assertThat(found.fromPrinted()).hasToString("3.0");
    assertThat(found.differs()).isTrue();
    assertThat(PrintedChange.of(0.04, 1, 1, 1).whyNot()).contains(GrowthReason.ZERO_BASE);
    assertThat(PrintedChange.of(100, 150, 0, 1).orElseThrow().differs()).isFalse();
  }
}
