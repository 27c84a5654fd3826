package org.crosstally.chart;

import org.crosstally.series.Estimate;

/** Rows of the table beside a figure. */
final class Data {
  private Data() {}

  /** A value with its interval, where that has a width. */
  static Datum of(
      String panel, String series, String at, Estimate estimate, String status, String note) {
    return new Datum(
        panel,
        series,
        at,
        Datum.number(estimate.value()),
        estimate.hasWidth() ? Datum.number(estimate.low()) : "",
        estimate.hasWidth() ? Datum.number(estimate.high()) : "",
        status,
        note);
  }

  /** A value with the ends of an interval. */
  static Datum of(
      String series, String at, double value, double low, double high, String status, String note) {
    return new Datum(
        "", series, at, Datum.number(value), Datum.number(low), Datum.number(high), status, note);
  }

  /** A value without an interval. */
  static Datum of(String series, String at, double value, String status, String note) {
    return new Datum("", series, at, Datum.number(value), "", "", status, note);
  }
}
