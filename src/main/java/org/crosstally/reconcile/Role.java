package org.crosstally.reconcile;

/** The part that a figure plays in the outcome of its cell. Each figure plays exactly one. */
public enum Role {
  /** It states the number that stands, and the number rests on it. */
  COUNTED("counted"),
  /** It agrees with the number that stands: a relay of it, or a rounded form. */
  SUPPORTING("supporting"),
  /** It states an earlier vintage, printed before the newer one was out. */
  SUPERSEDED("superseded"),
  /** It is left out, with a cause. */
  SET_ASIDE("set aside"),
  /** It says nothing about the level of this cell. */
  OUT_OF_SCOPE("out of scope");

  private final String label;

  Role(String label) {
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
