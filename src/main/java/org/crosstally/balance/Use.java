package org.crosstally.balance;

/** What becomes of a figure in the balance. */
public enum Use {
  /** It is an equation or an inequality of the system that is solved. */
  USED("used"),
  /** It is a forecast: compared with the solution, and no part of it. */
  FORECAST("a forecast"),
  /** It states what its origin counted at an earlier date, and revised since. */
  REVISED("an earlier vintage"),
  /** It is set aside as a slip of the pen, and compared with the solution. */
  SET_ASIDE("set aside"),
  /** It states a share or a change on which the successive linearisations did not settle. */
  UNSETTLED("left out, the solution did not settle on it"),
  /** It has no meaning in the accounts: no rule says how it adds up. */
  WITHOUT_MEANING("without a meaning in the accounts");

  private final String label;

  Use(String label) {
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
