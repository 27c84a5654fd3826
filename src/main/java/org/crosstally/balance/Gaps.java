package org.crosstally.balance;

/** What becomes of numbers that the reports leave open. */
public enum Gaps {
  /** They stay open, and the result says what would close them. */
  LEAVE_OPEN,
  /**
   * They are filled so that the daily rate changes as little as can be from one stretch to the next
   * (Denton 1971), and the result says wherever this decided something.
   */
  FILL_SMOOTHLY
}
