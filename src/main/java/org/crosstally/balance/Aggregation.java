package org.crosstally.balance;

/** How a value of a long period follows from those of the short periods in it. */
public enum Aggregation {
  /** The sum, as for a flow. */
  SUM,
  /** The mean, as for an index or a rate. */
  MEAN,
  /** The value of the first short period, as for a stock at the start. */
  FIRST,
  /** The value of the last short period, as for a stock at the end. */
  LAST
}
