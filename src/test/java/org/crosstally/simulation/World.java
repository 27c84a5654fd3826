package org.crosstally.simulation;

import java.util.List;
import java.util.Locale;
import org.crosstally.figure.FigureTable;

/**
 * Reports from a known truth.
 *
 * @param seed what it was made from
 * @param regime the kind of world
 * @param dimension the name of the dimension that the parts belong to
 * @param statements what was printed, in the order of the table
 * @param table the figures, as reconciling sees them
 */
record World(
    long seed, Regime regime, String dimension, List<Statement> statements, FigureTable table) {

  /** The world of a seed, which is always the same. */
  static World of(Regime regime, long seed) {
    return new WorldMaker(regime, seed).make();
  }

  static String id(int index) {
    return String.format(Locale.ROOT, "f%05d", index);
  }
}
