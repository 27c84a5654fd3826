package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;
import org.junit.jupiter.api.Test;

class YearOverYearBarsTest {
  private static List<String> words(YearOverYear changes, Page page) {
    return ComparisonChart.yearOverYear(changes).scene(page).labels().stream()
        .map(Label::text)
        .toList();
  }

  @Test
  void everyBarHasItsChangeWithARealSign() {
    assertThat(words(Made.changes(2004, 1894, 1383, 2026, 2026), Page.NATURE_DOUBLE))
        .contains("−27", "+46", "0", "2005", "2006", "Change on previous year (%)");
  }

  @Test
  void upIsBlueDownIsVermillionAndProvisionalIsHollow() {
    Scene scene =
        ComparisonChart.yearOverYear(Made.changes(2004, 10, 20, 15, 12)).scene(Page.NATURE_SINGLE);
    List<Layer.Area> bars =
        scene.main().layers().stream()
            .filter(Layer.Area.class::isInstance)
            .map(Layer.Area.class::cast)
            .toList();
    assertThat(bars).extracting(Layer.Area::color).containsExactly(Look.UP, Look.DOWN, Look.PAPER);
  }

  @Test
  void decimalsAreGivenWhereChangesAreSmall() {
    assertThat(words(Made.changes(2004, 1000, 1012, 1010), Page.NATURE_DOUBLE))
        .contains("+1.2", "−0.2");
  }

  @Test
  void withoutRoomTheLargestChangesKeepTheirLabels() {
    double[] values = new double[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == 30 ? 400 : 100 + i % 3;
    }
    assertThat(words(Made.changes(1960, values), Page.of(60, 50))).contains("+300");
  }

  @Test
  void aRatioChangesInPercentagePoints() {
    TimeSeries shares =
        new TimeSeries(
            "Share",
            Measure.Kind.RATIO,
            new Unit.Base("%"),
            List.of(present(2001, 40), present(2002, 55)));
    assertThat(words(shares.yearOverYear(), Page.NATURE_DOUBLE))
        .contains("+15", "Change on previous year (percentage points)");
  }

  @Test
  void anOtherLengthThanAYearAndAMissingChangeAreCounted() {
    TimeSeries mixed =
        new TimeSeries(
            "Arrivals",
            Measure.Kind.FLOW,
            Made.PERSONS,
            List.of(
                present(2001, 40),
                present(2002, 55),
                present(2004, 60),
                new Observation.Present(
                    Period.ofMonth(2005, 3), Estimate.exact(5), Status.OBSERVED)));
    assertThat(ComparisonChart.yearOverYear(mixed.yearOverYear()).description(Page.NATURE_SINGLE))
        .isEqualTo(
            "Arrivals: change on the previous year for 1 year, in per cent."
                + " 2 years have no such change and no bar."
                + " 1 period that is no single year is not shown.");
  }

  private static Observation present(int year, double value) {
    Estimate estimate = new Estimate(value, value, value, Set.of());
    return new Observation.Present(Period.ofYear(year), estimate, Status.OBSERVED);
  }
}
