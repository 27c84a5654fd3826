package org.crosstally.trend;

/** What the median of an even number of values is. */
public enum MedianRule {
  /** The mean of the two in the middle. */
  MEAN_OF_MIDDLE,
  /**
   * The larger of the two, which is one of the values. Turning the signs of all values then does
   * not simply turn the sign of the median.
   */
  UPPER_MIDDLE
}
