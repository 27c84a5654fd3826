package org.crosstally.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.series.YearOverYear.Computed;
import org.crosstally.series.YearOverYear.Note;
import org.crosstally.series.YearOverYear.Reason;
import org.crosstally.series.YearOverYear.Undefined;
import org.junit.jupiter.api.Test;

/** Change from year to year, by the calendar. */
class YearOverYearTest {

  private static TimeSeries series(Measure.Kind kind, String unit, Map<String, Estimate> values) {
    List<Observation> observations = new ArrayList<>();
    values.forEach(
        (period, estimate) ->
            observations.add(
                new Observation.Present(Period.parse(period), estimate, Status.OBSERVED)));
    return new TimeSeries("Visitors", kind, Unit.parse(unit), observations);
  }

  private static TimeSeries counts(Map<String, Double> values) {
    Map<String, Estimate> estimates = new TreeMap<>();
    values.forEach((period, value) -> estimates.put(period, Estimate.exact(value)));
    return series(Measure.Kind.FLOW, "persons", estimates);
  }

  private static YearOverYear.Outcome outcome(TimeSeries series, String period) {
    return series.yearOverYear().at(Period.parse(period)).orElseThrow().outcome();
  }

  private static Computed computed(TimeSeries series, String period) {
    return (Computed) outcome(series, period);
  }

  @Test
  void a_change_is_absolute_in_per_cent_and_logarithmic() {
    Computed change = computed(counts(Map.of("2011", 2706.0, "2012", 1502.0)), "2012");

    assertThat(change.difference().value()).isEqualTo(-1204);
    assertThat(change.percent().orElseThrow().value()).isCloseTo(-44.4937, within(1e-4));
    assertThat(change.log().orElseThrow()).isCloseTo(Math.log(1502.0 / 2706), within(1e-15));
  }

  @Test
  void a_gap_gives_no_number_and_is_never_bridged_by_row_offset() {
    TimeSeries series = counts(Map.of("2010", 100.0, "2012", 120.0));

    assertThat(outcome(series, "2012")).isEqualTo(new Undefined(Reason.NO_BASE));
  }

  @Test
  void a_partial_year_is_compared_with_the_same_months() {
    TimeSeries series =
        counts(Map.of("2014-01/2014-10", 1150.0, "2014", 1397.0, "2015-01/2015-10", 978.0));

    Computed change = computed(series, "2015-01/2015-10");
    assertThat(change.base()).isEqualTo(Period.parse("2014-01/2014-10"));
    assertThat(change.difference().value()).isEqualTo(978 - 1150);
  }

  @Test
  void a_partial_year_is_never_compared_with_a_full_one() {
    TimeSeries series = counts(Map.of("2014", 1397.0, "2015-01/2015-10", 978.0));

    assertThat(outcome(series, "2015-01/2015-10"))
        .isEqualTo(new Undefined(Reason.OTHER_MONTHS_ONLY));
  }

  @Test
  void february_of_a_leap_year_is_compared_with_february() {
    TimeSeries series = counts(Map.of("2015-02", 10.0, "2016-02", 12.0));

    assertThat(computed(series, "2016-02").difference().value()).isEqualTo(2);
  }

  @Test
  void an_open_period_has_no_year_before() {
    assertThat(outcome(counts(Map.of("../1998", 947.0)), "../1998"))
        .isEqualTo(new Undefined(Reason.OPEN_START));
  }

  @Test
  void a_zero_base_has_a_difference_but_no_per_cent_and_no_log() {
    Computed change = computed(counts(Map.of("2011", 0.0, "2012", 5.0)), "2012");

    assertThat(change.difference().value()).isEqualTo(5);
    assertThat(change.percent()).isEmpty();
    assertThat(change.log()).isEmpty();
    assertThat(change.note()).isEqualTo(Note.ZERO_BASE);
  }

  @Test
  void a_negative_base_has_no_per_cent() {
    Computed change = computed(counts(Map.of("2011", -4.0, "2012", 5.0)), "2012");

    assertThat(change.percent()).isEmpty();
    assertThat(change.note()).isEqualTo(Note.NEGATIVE_BASE);
  }

  @Test
  void a_share_changes_in_percentage_points() {
    TimeSeries shares =
        series(
            Measure.Kind.RATIO,
            "%",
            Map.of("2011", Estimate.exact(70), "2012", Estimate.exact(73)));

    Computed change = computed(shares, "2012");
    assertThat(change.difference().value()).isEqualTo(3);
    assertThat(change.points()).isTrue();
    assertThat(change.percent()).isEmpty();
    assertThat(change.note()).isEqualTo(Note.PERCENTAGE_POINTS);
  }

  @Test
  void the_interval_holds_every_change_that_both_intervals_allow() {
    Estimate then = new Estimate(100, 90, 110, Set.of(Estimate.Component.ROUNDING));
    Estimate now = new Estimate(120, 115, 125, Set.of(Estimate.Component.REVISION));
    Computed change =
        computed(series(Measure.Kind.FLOW, "persons", Map.of("2011", then, "2012", now)), "2012");

    Estimate percent = change.percent().orElseThrow();
    assertThat(change.difference().low()).isEqualTo(5);
    assertThat(change.difference().high()).isEqualTo(35);
    assertThat(percent.low()).isCloseTo(100 * (115.0 / 110 - 1), within(1e-12));
    assertThat(percent.high()).isCloseTo(100 * (125.0 / 90 - 1), within(1e-12));
    assertThat(percent.covers())
        .containsExactly(Estimate.Component.ROUNDING, Estimate.Component.REVISION);
  }

  @Test
  void an_interval_of_the_base_that_reaches_zero_has_no_per_cent() {
    Estimate then = new Estimate(1, 0, 2, Set.of(Estimate.Component.ROUNDING));
    Computed change =
        computed(
            series(Measure.Kind.FLOW, "persons", Map.of("2011", then, "2012", Estimate.exact(3))),
            "2012");

    assertThat(change.percent()).isEmpty();
    assertThat(change.note()).isEqualTo(Note.BASE_MAY_BE_ZERO);
  }

  @Test
  void the_table_has_one_row_for_each_period_and_says_what_came_of_it() {
    var table = counts(Map.of("2010", 100.0, "2011", 110.0, "2013", 90.0)).yearOverYear().toTable();

    assertThat(table.columnNames())
        .containsExactly(
            "period", "value", "base", "change", "change_pct", "low_pct", "high_pct", "outcome");
    assertThat(table.stringColumn("outcome").asList())
        .containsExactly("no value a year before", "change", "no value a year before");
  }
}
