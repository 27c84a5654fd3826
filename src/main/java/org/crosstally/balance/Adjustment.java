package org.crosstally.balance;

import java.util.OptionalDouble;
import org.crosstally.figure.Figure;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.Estimate;

/**
 * What the balance makes of one figure; all numbers are in the unit of the figure.
 *
 * @param figure the figure
 * @param use what became of it
 * @param stated what it states: the number, or the middle of a rounded number or range; empty for a
 *     bound on one side
 * @param balanced what the balance says instead; empty where the reports leave it open
 * @param uncertainty the standard uncertainty with which it took part; of a figure that took no
 *     part that of its words, an exact number being uncertain by its last printed digit; empty for
 *     a bound
 * @param leverage how much of the balanced value is its own, from 0 to 1; empty where it took no
 *     part, or as a bound
 * @param leaveOneOut what the other figures alone predict for it, within all bounds, with the 95
 *     per cent interval; this has the width that it has without bounds, and ends at nothing where
 *     the flow is never negative
 */
public record Adjustment(
    Figure figure,
    Use use,
    OptionalDouble stated,
    OptionalDouble balanced,
    OptionalDouble uncertainty,
    OptionalDouble leverage,
    Outcome<Estimate> leaveOneOut) {

  /**
   * The adjustment in units of the standard uncertainty.
   *
   * @return {@code (balanced - stated) / uncertainty}; zero for an exact number that is kept; empty
   *     where there is no number or no uncertainty
   */
  public OptionalDouble inUncertainties() {
    if (stated.isEmpty() || balanced.isEmpty() || uncertainty.isEmpty()) {
      return OptionalDouble.empty();
    }
    double step = balanced.getAsDouble() - stated.getAsDouble();
    boolean isKept = Math.abs(step) <= 1e-9 * Math.max(1, Math.abs(stated.getAsDouble()));
    if (isKept) {
      return OptionalDouble.of(0);
    }
    double unit = uncertainty.getAsDouble();
    return unit > 0 ? OptionalDouble.of(step / unit) : OptionalDouble.empty();
  }
}
