package org.crosstally.reconcile;

/** An equation that figures of one document fulfil if all of them are right. */
public enum Identity {
  /** Figures for one cell in one unit agree. */
  REPETITION("the same is said to be", "at another place"),
  /** The parts over a dimension sum up to the total over it. */
  PARTS_AND_TOTAL("the parts sum up to", "as their total"),
  /** The flows of adjoining periods sum up to the flow of the period that they tile. */
  PERIODS_AND_TOTAL("the periods within it sum up to", "for the whole period"),
  /**
   * The part is not larger than the whole: over a dimension, in time, or an earlier and a later
   * stock, where no number of the measure is negative. As it says little where it holds, it is
   * listed only where it is broken.
   */
  PART_WITHIN_WHOLE("a part of it is", "for the whole"),
  /** A share in per cent is the count of the part divided by the count of the total. */
  SHARE_AND_COUNTS("the counts give a share of", "as the share in per cent"),
  /** The shares of all parts sum up to 100 per cent. */
  SHARES_OF_WHOLE("the shares of all parts sum up to", "for the whole in per cent"),
  /** A share in per cent is one that some whole number of the cases can give. */
  GRANULARITY("the nearest share that the number of cases allows is", "as the share in per cent"),
  /** A change in per cent is the count of the period divided by that of the other, less one. */
  CHANGE_AND_COUNTS("the counts give a change of", "as the change in per cent"),
  /** A mean rate is the count over the period divided by its length. */
  RATE_AND_COUNT("the count gives a rate of", "as the mean rate"),
  /** A stock is the earlier stock and the flows since, or all flows since the beginning. */
  STOCK_AND_FLOW("the earlier stock and the flows since give", "as the later stock");

  private final String implied;
  private final String stated;

  Identity(String implied, String stated) {
    this.implied = implied;
    this.stated = stated;
  }

  /**
   * The words before the implied number.
   *
   * @return the words
   */
  String implied() {
    return implied;
  }

  /**
   * The words after the stated number.
   *
   * @return the words
   */
  String stated() {
    return stated;
  }

  /**
   * Whether the identity is a plain sum, which no rounding blurs where exact numbers are printed.
   *
   * @return whether all its figures are counts of one unit
   */
  boolean isSum() {
    return switch (this) {
      case PARTS_AND_TOTAL, PERIODS_AND_TOTAL, STOCK_AND_FLOW -> true;
      case REPETITION,
          PART_WITHIN_WHOLE,
          SHARE_AND_COUNTS,
          SHARES_OF_WHOLE,
          GRANULARITY,
          CHANGE_AND_COUNTS,
          RATE_AND_COUNT ->
          false;
    };
  }
}
