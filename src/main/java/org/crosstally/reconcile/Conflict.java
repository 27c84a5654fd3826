package org.crosstally.reconcile;

import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.figure.Figure;

/**
 * A figure that differs from the number that stands.
 *
 * @param figure the figure
 * @param reconciled the number that stands in the cell that it is compared with; empty where none
 *     does
 * @param difference the figure less the number that stands; for a bound or a range that excludes
 *     the number, the distance of its nearest end; empty where either is missing
 * @param cause why they differ
 * @param explanation the finding in words
 * @param evidence the figures that it was compared with
 */
public record Conflict(
    Figure figure,
    OptionalDouble reconciled,
    OptionalDouble difference,
    Cause cause,
    String explanation,
    List<Figure> evidence) {

  /**
   * Copies the evidence.
   *
   * @param figure the figure
   * @param reconciled the number that stands in the cell that it is compared with
   * @param difference the figure less the number that stands
   * @param cause why they differ
   * @param explanation the finding in words
   * @param evidence the figures that it was compared with
   */
  public Conflict {
    evidence = List.copyOf(evidence);
  }

  /**
   * The difference in per cent of the number that stands.
   *
   * @return per cent; empty where there is no difference or the number is zero
   */
  public OptionalDouble differencePercent() {
    if (difference.isEmpty() || reconciled.isEmpty() || reconciled.getAsDouble() == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(100 * difference.getAsDouble() / Math.abs(reconciled.getAsDouble()));
  }
}
