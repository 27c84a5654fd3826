package org.crosstally.chart;

import java.math.BigDecimal;

/**
 * One mark of a figure as data: a row of the table that goes with the figure. Numbers are written
 * as they are computed, without separators; what a mark does not have is blank.
 *
 * @param panel the panel or row group that the mark stands in; blank where there is one plot
 * @param series whose mark it is
 * @param at where it stands along the first axis, as a period or a number
 * @param value the number
 * @param low the lower end of its interval
 * @param high the upper end of its interval
 * @param status what the form of the mark tells: exact, rounded, provisional, forecast, bound, set
 *     aside
 * @param note the cause, or anything else that the figure says of it
 */
record Datum(
    String panel,
    String series,
    String at,
    String value,
    String low,
    String high,
    String status,
    String note) {

  /** A number without an exponent and without separators. */
  static String number(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
