package org.crosstally.reconcile;

import java.util.Comparator;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;

/**
 * A value that an origin held for a cell, in one of its accepted vintages.
 *
 * @param cell the cell
 * @param origin the id of the origin
 * @param value the value
 * @param authority how many different chains print it; the origin's own document outweighs any
 *     number of them
 * @param figure the first figure that prints it
 * @param latest whether it is the accepted value
 */
record HeldValue(
    Cell cell, String origin, double value, int authority, Figure figure, boolean latest) {
  /** The authority of an origin's own document. */
  static final int OWN = Integer.MAX_VALUE;

  static final Comparator<HeldValue> BY_VALUE =
      Comparator.comparingDouble(HeldValue::value)
          .thenComparing(HeldValue::cell)
          .thenComparing(HeldValue::origin)
          .thenComparing(held -> held.figure().id());
}
