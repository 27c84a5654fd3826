package org.crosstally.reconcile;

/** Why a figure differs from the number that stands. */
public enum Cause {
  /** The sets of possible values intersect: the same number in a rounded, cut or bounded form. */
  ROUNDING("a rounded form of it"),
  /** An earlier vintage of the same origin, printed before the newer one was out. */
  REVISION("an earlier vintage"),
  /** An earlier vintage, printed after the newer one was out for certain. */
  STALE("an earlier vintage, printed after the newer one was out"),
  /**
   * A value later than the accepted one, or between vintages, that one chain alone prints and that
   * is within the usual size of the origin's revisions.
   */
  UNATTESTED("printed by one chain alone"),
  /** The value of another, disjoint period of the same series. */
  PERIOD_SLIP("the value of another period"),
  /**
   * The value of the same period for another dimension value or another measure, or two parts
   * swapped.
   */
  WRONG_PART("the value of another part"),
  /** The value of an overlapping period of the same series. */
  WRONG_SPAN("the value of an overlapping span"),
  /** A digit dropped, added or changed, or two of them swapped. */
  MISPRINT("a misprint"),
  /** With figures of other cells it cannot be true, by the accounts that bind them together. */
  DOES_NOT_ADD_UP("does not add up with others"),
  /** Another definition. */
  DEFINITION("another definition"),
  /** Not an observation. */
  FORECAST("a forecast"),
  /** A real conflict. */
  UNEXPLAINED("no cause found");

  private final String label;

  Cause(String label) {
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

  /**
   * Whether the cause is a slip of the pen: the figure was meant to state another number.
   *
   * @return whether the figure states what nobody counted for its cell
   */
  public boolean isSlip() {
    return switch (this) {
      case PERIOD_SLIP, WRONG_PART, WRONG_SPAN, MISPRINT -> true;
      case ROUNDING,
          REVISION,
          STALE,
          UNATTESTED,
          DOES_NOT_ADD_UP,
          DEFINITION,
          FORECAST,
          UNEXPLAINED ->
          false;
    };
  }
}
