package org.crosstally.reconcile;

import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.figure.Figure;

/**
 * One possible reason why a figure differs from the number that stands.
 *
 * @param cause the cause
 * @param transformation what maps the evidence to the figure
 * @param reason the finding in words
 * @param evidence the figures that the figure was compared with
 * @param probabilityByChance how likely a number drawn at random from around the number that stands
 *     would have found such a match; empty for causes that are no matter of chance
 */
public record Candidate(
    Cause cause,
    Transformation transformation,
    String reason,
    List<Figure> evidence,
    OptionalDouble probabilityByChance) {

  /**
   * Copies the evidence.
   *
   * @param cause the cause
   * @param transformation what maps the evidence to the figure
   * @param reason the finding in words
   * @param evidence the figures that the figure was compared with
   * @param probabilityByChance how likely a random number would have found such a match
   */
  public Candidate {
    evidence = List.copyOf(evidence);
  }

  static Candidate of(
      Cause cause, Transformation transformation, String reason, List<Figure> evidence) {
    return new Candidate(cause, transformation, reason, evidence, OptionalDouble.empty());
  }
}
