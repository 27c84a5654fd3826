package org.crosstally.balance;

import java.util.List;
import org.crosstally.figure.Figure;

/**
 * Figures that cannot all be true, while all but any one of them can: an irreducible infeasible
 * subsystem, proved in exact fractions.
 *
 * @param figures the figures; where several figures say the same, one of them
 * @param sentence what contradicts what, with the numbers
 * @param easiest the figure whose change would heal the set with the smallest step
 * @param smallestChange that step, in the unit of the figure; what it would have to be more
 * @param chiSquare the square of the contradiction in units of its standard uncertainty, where each
 *     number is uncertain by its stated or rounded form, and an exact one by its last printed
 *     digit; one degree of freedom
 */
public record ImpossibleSet(
    List<Figure> figures,
    String sentence,
    Figure easiest,
    double smallestChange,
    double chiSquare) {

  /**
   * Copies the figures.
   *
   * @param figures the figures
   * @param sentence what contradicts what, with the numbers
   * @param easiest the figure whose change would heal the set with the smallest step
   * @param smallestChange that step, in the unit of the figure
   * @param chiSquare the square of the contradiction in units of its standard uncertainty
   */
  public ImpossibleSet {
    figures = List.copyOf(figures);
  }
}
