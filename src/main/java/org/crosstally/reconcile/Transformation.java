package org.crosstally.reconcile;

/**
 * What maps the figures that a figure was compared with to the figure itself; of two that explain
 * it alike, the one that stands first here is named.
 */
public enum Transformation {
  /** The same number. */
  NONE("the same number"),
  /** The number in a rounded form, a bound or a range that allows it. */
  ROUNDED("rounded"),
  /** The number, cut after some decimals instead of rounded. */
  CUT("cut"),
  /** A number that the same origin held before. */
  EARLIER_VINTAGE("an earlier vintage"),
  /** Another number, near or far, to which nothing leads. */
  DEVIATION("another number"),
  /** The number before the period is over. */
  FORECAST("a forecast"),
  /** The number of the same period under another definition. */
  OTHER_DEFINITION("another definition"),
  /** The number of the total, for a part. */
  TOTAL_FOR_PART("the total"),
  /** The number of a part, for the total. */
  PART_FOR_TOTAL("a part"),
  /** The number of another part. */
  OTHER_PART("another part"),
  /** The number of a period that holds this one, is held by it or overlaps it. */
  OVERLAPPING_SPAN("an overlapping span"),
  /** The number of the period that follows or goes before. */
  NEIGHBOURING_PERIOD("the neighbouring period"),
  /** The number of another measure. */
  OTHER_MEASURE("another measure"),
  /** The number of the year with the same digits, two of them swapped. */
  SWAPPED_YEAR("the year with two digits swapped"),
  /** The number of some other period that has no day in common. */
  OTHER_PERIOD("another period"),
  /** Two neighbouring digits swapped. */
  DIGITS_SWAPPED("two digits swapped"),
  /** A digit left out. */
  DIGIT_DROPPED("a digit left out"),
  /** A digit too many. */
  DIGIT_ADDED("a digit too many"),
  /** Another digit. */
  DIGIT_CHANGED("another digit");

  private final String label;

  Transformation(String label) {
    this.label = label;
  }

  /**
   * The words to print.
   *
   * @return the label
   */
  public String label() {
    return label;
  }
}
