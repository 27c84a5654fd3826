package org.crosstally.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.junit.jupiter.api.Test;

/** Estimates over time. */
class TimeSeriesTest {
  private static Observation present(int year, double value) {
    return new Observation.Present(Period.ofYear(year), Estimate.exact(value), Status.OBSERVED);
  }

  private static TimeSeries series(Observation... observations) {
    return new TimeSeries(
        "Visitors", Measure.Kind.FLOW, Unit.parse("persons"), List.of(observations));
  }

  @Test
  void observations_stand_in_the_order_of_their_periods() {
    assertThat(series(present(2012, 3), present(2010, 1), present(2011, 2)).values())
        .containsExactly(1, 2, 3);
  }

  @Test
  void a_gap_keeps_its_width_in_time() {
    TimeSeries series =
        series(
            present(2010, 1),
            new Observation.Absent(Period.ofYear(2011), "no figure"),
            present(2012, 3));

    assertThat(series.years()).containsExactly(2010, 2012);
    assertThat(series.toTable().stringColumn("covers").get(1)).isEqualTo("no figure");
  }

  @Test
  void a_period_occurs_once() {
    assertThatThrownBy(() -> series(present(2010, 1), present(2010, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2010 occurs twice");
  }

  @Test
  void a_forecast_is_no_observation() {
    assertThatThrownBy(
            () -> new Observation.Present(Period.ofYear(2010), Estimate.exact(1), Status.FORECAST))
        .hasMessageContaining("2010");
  }

  @Test
  void an_estimate_is_finite_and_lies_in_its_interval() {
    assertThatThrownBy(() -> Estimate.exact(Double.NaN)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new Estimate(5, 6, 7, Set.of())).hasMessageContaining("outside");
  }
}
