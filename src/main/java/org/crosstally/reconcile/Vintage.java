package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Figure;

/**
 * One value that an origin held for a cell, over a stretch of time in which it was printed. An
 * origin may return to a value; it is then a further vintage.
 *
 * @param origin the id of the origin
 * @param value the value
 * @param attestation who prints it
 * @param printings the figures that print it, in the order of their publication
 */
public record Vintage(
    String origin, double value, Attestation attestation, List<Figure> printings) {

  /**
   * Copies the printings.
   *
   * @param origin the id of the origin
   * @param value the value
   * @param attestation who prints it
   * @param printings the figures that print it, in the order of their publication
   */
  public Vintage {
    printings = List.copyOf(printings);
  }

  /** Who prints a value. */
  public enum Attestation {
    /** A document of the origin itself. */
    OWN_DOCUMENT("its own document"),
    /** At least two relays whose chains have no member in common. */
    DISJOINT_RELAYS("relays with disjoint chains"),
    /** One chain alone, or several that share a member. */
    ONE_CHAIN("one chain alone"),
    /**
     * At least two relays with disjoint chains, but the origin's own documents print other values,
     * further away than usual revisions: several relays can repeat one error.
     */
    CONTRADICTED("relays, against the origin's own documents"),
    /**
     * The value is a slip of the pen: it belongs to another cell, or is a misprint of another
     * value. Several relays can repeat one slip, and the origin's own document can hold one.
     */
    SLIP("nobody: it is a slip");

    private final String label;

    Attestation(String label) {
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
     * Whether the value is attested.
     *
     * @return whether the origin itself or two disjoint chains stand for it
     */
    public boolean attests() {
      return this == OWN_DOCUMENT || this == DISJOINT_RELAYS;
    }
  }
}
