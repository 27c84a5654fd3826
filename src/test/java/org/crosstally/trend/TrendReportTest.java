package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
        .contains("no change lies within")
        .contains("the highest value is 52 in 2005")
        .contains("rose in 4 of 4 steps")
        .contains("fell in 4 of 4");
  }

  @Test
  void a_steady_rise_is_established_with_its_condition() {
    TrendReport report = TrendReport.of(series(10, 11, 13, 12, 15, 16, 18, 17, 20));

    assertThat(report.toString())
        .contains(
            "A monotone increase is established at the 5 % level if the values are serially independent")
        .doesNotContain("no change lies within");
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
        .containsExactlyInAnyOrder("Mann-Kendall", "Theil-Sen", "least squares");
  }
}
