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
 * @param finding why they differ
 * @param runnersUp the other causes that were found or weighed, most likely first
 */
public record Conflict(
    Figure figure,
    OptionalDouble reconciled,
    OptionalDouble difference,
    Candidate finding,
    List<Candidate> runnersUp) {

  /**
   * Copies the runners-up.
   *
   * @param figure the figure
   * @param reconciled the number that stands in the cell that it is compared with
   * @param difference the figure less the number that stands
   * @param finding why they differ
   * @param runnersUp the other causes that were found or weighed, most likely first
   */
  public Conflict {
    runnersUp = List.copyOf(runnersUp);
  }

  /**
   * Why they differ.
   *
   * @return the cause
   */
  public Cause cause() {
    return finding.cause();
  }

  /**
   * The finding in words.
   *
   * @return the reason
   */
  public String explanation() {
    return finding.reason();
  }

  /**
   * The figures that the figure was compared with.
   *
   * @return the evidence
   */
  public List<Figure> evidence() {
    return finding.evidence();
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
