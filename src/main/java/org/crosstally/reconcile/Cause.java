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
}
