package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Figure;

/**
 * What became of one figure.
 *
 * @param figure the figure
 * @param role the part that it plays
 * @param cause why it differs from the number that stands; empty where it does not differ
 * @param reason the finding in words
 * @param evidence the figures that it was compared with
 */
public record Account(
    Figure figure, Role role, Optional<Cause> cause, String reason, List<Figure> evidence) {

  /**
   * Copies the evidence.
   *
   * @param figure the figure
   * @param role the part that it plays
   * @param cause why it differs from the number that stands
   * @param reason the finding in words
   * @param evidence the figures that it was compared with
   */
  public Account {
    evidence = List.copyOf(evidence);
  }
}
