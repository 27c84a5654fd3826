package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Ends;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.report.ReportTable.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which digits a table prints a number. */
class RoundingTest {

  private static ReportTable table(Kind kind, Cell cell) {
    return new ReportTable(
        "t", "A table.", List.of(new Column("x", kind)), List.of(List.of(cell)), List.of());
  }

  /** The only row as CSV. */
  private static String printed(Rounding rounding, Kind kind, Cell cell) {
    return TableRenderer.csv()
        .with(rounding)
        .render(table(kind, cell))
        .lines()
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private static String inline(Cell cell) {
    String text =
        TableRenderer.markdown().with(IntervalLayout.INLINE).render(table(Kind.QUANTITY, cell));
    return text.lines().skip(4).findFirst().orElseThrow();
  }

  private static Cell measured(double value, double uncertainty) {
    return new Cell(
        new Quantity(value, OptionalDouble.of(uncertainty), Optional.empty()), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "33.6012, 0.7449, '33.60,0.74'",
    "1234.567, 12.3, '1235,12'",
    "1234.567, 123, '1230,120'",
    "28796, 1800, '28800,1800'",
    "0.5, 0.0996, '0.50,0.10'",
    "0.5, 0.1, '0.50,0.10'",
    "-0.001, 0.25, '0.00,0.25'",
    "2.5e-7, 1.25e-8, '2.50e-7,1.2e-8'",
  })
  void an_uncertainty_has_two_digits_and_the_value_ends_where_it_does(
      double value, double uncertainty, String expected) {
    assertThat(printed(Rounding.WHOLE_COUNTS, Kind.QUANTITY, measured(value, uncertainty)))
        .isEqualTo(expected);
  }

  @Test
  void the_ends_of_an_interval_stand_at_the_place_of_its_smaller_side() {
    Cell cell = Cell.of(14.4321, 14.2034, 15.9876);

    assertThat(printed(Rounding.WHOLE_COUNTS, Kind.QUANTITY, cell)).isEqualTo("14.43,14.20,15.99");
    assertThat(inline(cell)).isEqualTo("| 14.43 +1.56 \u22120.23 |");
  }

  @Test
  void an_interval_that_is_open_to_one_side_is_rounded_by_that_side() {
    assertThat(printed(Rounding.WHOLE_COUNTS, Kind.QUANTITY, Cell.of(2.5, 2.5, 2.75123)))
        .isEqualTo("2.50,2.50,2.75");
  }

  @Test
  void a_count_stays_whole_unless_it_is_to_be_rounded() {
    Cell count = Cell.of(28796, 27123, 30101);

    assertThat(printed(Rounding.WHOLE_COUNTS, Kind.QUANTITY, count)).isEqualTo("28796,27123,30101");
    assertThat(printed(Rounding.BY_UNCERTAINTY, Kind.QUANTITY, count))
        .isEqualTo("28800,27100,30100");
    assertThat(inline(Cell.of(2914, 2900, 2928))).isEqualTo("| 2,914 ± 14 |");
  }

  @Test
  void nothing_is_rounded_where_all_digits_are_asked_for() {
    assertThat(printed(Rounding.ALL_DIGITS, Kind.QUANTITY, Cell.of(14.4321, 14.2034, 15.9876)))
        .isEqualTo("14.4321,14.2034,15.9876");
    assertThat(printed(Rounding.ALL_DIGITS, Kind.PROBABILITY, Cell.of(0.000123)))
        .isEqualTo("0.000123");
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT, -12.3456, -12.3",
    "PERCENT, 12, 12.0",
    "PROBABILITY, 0.04567, 0.046",
    "PROBABILITY, 0.0004, <0.001",
    "STATISTIC, 1234.5678, 1235",
    "STATISTIC, 0.00012345678, 0.0001235",
    "STATISTIC, 1.23456e-9, 1.235e-9",
    "STATISTIC, 28796, 28796",
    "QUANTITY, 0.30000000000000004, 0.3",
    "QUANTITY, 1500, 1500",
  })
  void a_number_without_uncertainty_is_rounded_as_its_column_says(
      Kind kind, double value, String expected) {
    assertThat(printed(Rounding.WHOLE_COUNTS, kind, Cell.of(value))).isEqualTo(expected);
  }

  @Test
  void the_residue_of_a_computation_is_no_uncertainty() {
    double low = 5.3 - Math.ulp(5.3);

    assertThat(printed(Rounding.BY_UNCERTAINTY, Kind.QUANTITY, Cell.of(5.3, low, 5.3)))
        .isEqualTo("5.3,5.3,5.3");
  }

  @Test
  void what_is_no_number_is_refused() {
    assertThatThrownBy(() -> Cell.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cell.of(1, 2, 3)).hasMessageContaining("1.0 is outside its interval");
    assertThatThrownBy(() -> new Ends(1, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> measured(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
