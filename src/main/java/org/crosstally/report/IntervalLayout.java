package org.crosstally.report;

/** Where a table puts the uncertainty of a number. */
public enum IntervalLayout {
  /** Beside the number, in columns of their own: standard uncertainty, low, high. */
  COLUMNS,
  /**
   * In the cell of the number: {@code 12.3 ± 0.4} for a standard uncertainty or an interval that is
   * symmetric as printed, {@code 12.3 +0.5 −0.2} for any other. CSV has no such cells, and puts
   * them into columns.
   */
  INLINE
}
