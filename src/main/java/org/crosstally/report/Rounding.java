package org.crosstally.report;

/** To which digits a table prints a number and its interval. */
public enum Rounding {
  /**
   * A count stays whole: where the number and the ends of its interval are whole, all are printed
   * with all their digits. Any other number is rounded as {@link #BY_UNCERTAINTY} says.
   */
  WHOLE_COUNTS,
  /**
   * The uncertainty is rounded to two significant digits, and the number and the ends of its
   * interval to the place of the second of them (JCGM 100:2008, section 7.2.6), ties to the even
   * digit. The uncertainty is the standard uncertainty where one is stated; otherwise the smaller
   * of the two distances from the number to the ends of its interval that is not zero, so that both
   * keep two digits at least. A number without uncertainty is rounded as its column says.
   */
  BY_UNCERTAINTY,
  /** Nothing is rounded: the shortest decimals that name the number. */
  ALL_DIGITS
}
