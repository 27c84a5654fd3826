package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.junit.jupiter.api.Test;

/** What a series says about a trend, in words. */
class TrendReportTest {

  private static TimeSeries series(double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      observations.add(
          new Observation.Present(
              Period.ofYear(2001 + i), Estimate.exact(values[i]), Status.OBSERVED));
    }
    return new TimeSeries("Visitors", Measure.Kind.FLOW, Unit.parse("persons"), observations);
  }

  @Test
  void a_rise_then_a_fall_is_no_monotone_trend_and_is_not_called_no_change() {
    TrendReport report = TrendReport.of(series(10, 20, 31, 39, 52, 41, 30, 22, 9));

    assertThat(report.toString())
        .contains("A monotone trend is not established")
        .contains("zero included")
        .contains("one join, at 2005")
        .contains("is established at the 5 % level (permutation test")
        .contains(
            "Both hold together: no monotone trend over the whole span, and a rise, then a fall");
    assertThat(report.conclusion().monotone()).isEqualTo(TrendConclusion.Monotone.NOT_ESTABLISHED);
    assertThat(report.conclusion().course()).isEqualTo(TrendConclusion.Course.RISE_THEN_FALL);
    assertThat(report.conclusion().joins()).containsExactly(2005.0);
  }

  @Test
  void a_steady_rise_is_established_with_its_condition() {
    TrendReport report = TrendReport.of(series(10, 11, 13, 12, 15, 16, 18, 17, 20));

    assertThat(report.toString())
        .contains(
            "A monotone increase is established at the 5 % level if the values are serially independent")
        .doesNotContain("zero included");
  }

  @Test
  void a_series_that_is_too_short_says_so_for_each_procedure() {
    TrendReport report = TrendReport.of(series(10, 11));

    assertThat(report.evidence()).isEmpty();
    assertThat(report.verdict())
        .contains(
            "A monotone trend cannot be tested: fewer than three points.",
            "No median slope: fewer than three points.",
            "No least-squares line: fewer than three points.");
  }

  @Test
  void an_empty_series_has_a_report() {
    assertThat(TrendReport.of(series()).toString()).contains("Visitors: no values.");
  }

  @Test
  void a_constant_series_has_no_trend_to_test() {
    assertThat(TrendReport.of(series(7, 7, 7, 7)).toString())
        .contains("A monotone trend cannot be tested: all values are equal.");
  }

  @Test
  void a_gap_keeps_its_place_in_time() {
    TimeSeries gap =
        new TimeSeries(
            "Visitors",
            Measure.Kind.FLOW,
            Unit.parse("persons"),
            series(10, 11, 12, 13, 14, 15).observations().stream()
                .map(
                    o ->
                        o.period().equals(Period.ofYear(2003))
                            ? new Observation.Absent(o.period(), "no figure")
                            : o)
                .toList());

    TrendReport report = TrendReport.of(gap);
    assertThat(report.theilSen().orElseThrow().slope()).isEqualTo(1);
    assertThat(report.toString()).contains("5 values, 1 years without a value");
  }

  @Test
  void other_periods_than_years_are_refused() {
    TimeSeries months =
        new TimeSeries(
            "Visitors",
            Measure.Kind.FLOW,
            Unit.parse("persons"),
            List.of(
                new Observation.Present(
                    Period.ofMonth(2001, 5), Estimate.exact(1), Status.OBSERVED)));

    assertThatThrownBy(() -> TrendReport.of(months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2001-05");
  }

  @Test
  void the_table_holds_every_number_by_method_and_quantity() {
    var table = TrendReport.of(series(10, 20, 31, 39, 52, 41, 30, 22, 9)).toTable();

    assertThat(table.columnNames()).containsExactly("method", "quantity", "value");
    assertThat(table.stringColumn("method").unique().asList())
        .contains(
            "Mann-Kendall",
            "Theil-Sen",
            "least squares",
            "quasi-Poisson",
            "join points",
            "Pettitt");
  }

  private static TimeSeries arrivals(double share, Status last) {
    Golden.Series golden = Golden.series("arrivals");
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < golden.y().length; i++) {
      double y = golden.y()[i];
      Estimate estimate =
          new Estimate(y, y * (1 - share), y * (1 + share), Set.of(Estimate.Component.ORIGINS));
      boolean isLast = i == golden.y().length - 1;
      observations.add(
          new Observation.Present(
              Period.ofYear((int) golden.x()[i]), estimate, isLast ? last : Status.OBSERVED));
    }
    return new TimeSeries("Arrivals", Measure.Kind.FLOW, Unit.parse("persons"), observations);
  }

  @Test
  void the_arrivals_have_no_monotone_trend_and_a_rise_and_a_fall_with_a_join_in_2009() {
    TrendReport report = TrendReport.of(arrivals(0, Status.OBSERVED));

    assertThat(report.paragraph())
        .contains("A monotone trend is not established (Mann-Kendall: S = 21, tau-b = 0.200")
        .contains("two-sided p = 0.328, exact")
        .contains("The median slope (Theil-Sen) is 19.62 persons a year (95 % -56.45 to 156.4")
        .contains("The counts vary 224.4 times as much as a Poisson process allows")
        .contains("its p-value (1.9e-15) is worthless")
        .contains("one join, at 2009 (95 %: 2008 to 2010): 2001 to 2009 +12.9 % a year")
        .contains("2009 to 2015 -14.1 % a year")
        .contains("largest F of a break in the line: p = 1.0e-04 from 9,999 draws without one")
        .contains("Both hold together");
    assertThat(report.conclusion())
        .isEqualTo(
            new TrendConclusion(
                TrendConclusion.Monotone.NOT_ESTABLISHED,
                TrendConclusion.Course.RISE_THEN_FALL,
                List.of(2009.0),
                List.of(TrendConclusion.Leg.UP, TrendConclusion.Leg.DOWN)));
    assertThat(report.robustness().draws().whyNot()).contains(TrendReason.NO_WIDTH);
    // No p-value is printed as 0.
    assertThat(report.toTable().printAll()).contains("1.921e-15");
  }

  /**
   * The same years with 583 first and the values of the other years where they belong: the first
   * value alone moves the join, and the range of its year says so. lm(log(y) ~ x + pmax(0, x - t))
   * has squares of 0.4818, 0.3908 and 0.4311 for t of 2007 to 2009.
   */
  @Test
  void a_join_whose_year_hinges_on_one_value_is_given_with_its_range() {
    TimeSeries series =
        series(
            583, 1142, 1285, 1898, 1384, 2028, 2554, 2803, 2914, 2402, 2706, 1502, 1514, 1397,
            1275);
    TrendReport report = TrendReport.of(series);

    assertThat(report.paragraph())
        .contains("one join, at 2008 (95 %: 2007 to 2009): 2001 to 2008 +22.0 % a year")
        .contains("2008 to 2015 -12.6 % a year")
        .contains("The joins move from 2008 to 2009 without the first value, 2001.");
    assertThat(report.results().joinRanges().orElseThrow())
        .containsExactly(new JoinRange(2008, List.of(2007.0, 2008.0, 2009.0), 0.95));
    assertThat(report.evidence())
        .contains(
            new Evidence("join points", "join 1, earliest (95 %)", 2007),
            new Evidence("join points", "join 1, latest (95 %)", 2009));
  }

  @Test
  void the_conclusion_is_followed_over_the_intervals_of_the_values() {
    TrendReport narrow = TrendReport.of(arrivals(0.02, Status.OBSERVED));
    TrendRobustness.Draws draws = narrow.robustness().draws().orElseThrow();
    assertThat(draws.rounds()).isEqualTo(1000);
    assertThat(draws.same()).isGreaterThan(950);
    assertThat(TrendReport.of(arrivals(0.02, Status.OBSERVED))).isEqualTo(narrow);

    TrendReport wide = TrendReport.of(arrivals(0.7, Status.OBSERVED));
    TrendRobustness.Draws open = wide.robustness().draws().orElseThrow();
    assertThat(open.sameCourse()).isLessThan(draws.sameCourse());
    assertThat(open.courses().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1000);
    assertThat(wide.toString()).contains("the most frequent course is");
  }

  @Test
  void what_is_left_out_or_reconciled_otherwise_is_reported() {
    TimeSeries series = arrivals(0, Status.PROVISIONAL);
    TimeSeries falling =
        new TimeSeries(
            series.label(),
            series.kind(),
            series.unit(),
            series.present().stream()
                .<Observation>map(
                    o ->
                        new Observation.Present(
                            o.period(),
                            Estimate.exact(9000 - 500 * (o.period().end().getYear() - 2001)),
                            o.status()))
                .toList());
    TrendReport report =
        TrendReport.of(series).comparedWith(Map.of("by the falling rule", falling));

    assertThat(report.robustness().variations())
        .extracting(TrendRobustness.Variation::label)
        .containsExactly(
            "without the first value, 2001",
            "without the last value, 2015",
            "without the 1 provisional",
            "by the falling rule");
    assertThat(report.robustness().variations().get(3).agreement())
        .isEqualTo(TrendRobustness.Agreement.DIFFERENT);
    assertThat(report.toString())
        .contains("By the falling rule the conclusion is another: a monotone decrease");
    assertThat(report.robustness().toTable().columnNames())
        .containsExactly("version", "values", "monotone", "course", "joins", "agreement");
  }

  @Test
  void four_values_cannot_decide() {
    TrendReport report = TrendReport.of(series(1, 2, 3, 5));
    assertThat(report.conclusion().monotone())
        .isEqualTo(TrendConclusion.Monotone.TOO_FEW_TO_DECIDE);
    assertThat(report.toString()).contains("no order of 4 values would be significant");
  }
}
