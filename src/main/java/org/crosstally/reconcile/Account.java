package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Figure;

/**
 * What became of one figure.
 *
 * @param figure the figure
 * @param role the part that it plays
 * @param cause why it differs from the number that stands; empty where it does not differ
 * @param transformation what maps the evidence to the figure
 * @param reason the finding in words
 * @param evidence the figures that it was compared with
 * @param probabilityByChance how likely a random number would have found such a match; empty where
 *     the cause is no matter of chance
 * @param runnersUp the other causes that were found or weighed, most likely first
 * @param expected for a share, a change or a rate, what the counts give in its unit; empty for
 *     others, which are compared with the number that stands
 */
public record Account(
    Figure figure,
    Role role,
    Optional<Cause> cause,
    Transformation transformation,
    String reason,
    List<Figure> evidence,
    OptionalDouble probabilityByChance,
    List<Candidate> runnersUp,
    OptionalDouble expected) {

  /**
   * Copies the lists.
   *
   * @param figure the figure
   * @param role the part that it plays
   * @param cause why it differs from the number that stands
   * @param transformation what maps the evidence to the figure
   * @param reason the finding in words
   * @param evidence the figures that it was compared with
   * @param probabilityByChance how likely a random number would have found such a match
   * @param runnersUp the other causes that were found or weighed, most likely first
   * @param expected for a share, a change or a rate, what the counts give in its unit
   */
  public Account {
    evidence = List.copyOf(evidence);
    runnersUp = List.copyOf(runnersUp);
  }

  /** The account of a figure that does not differ. */
  static Account agreeing(Figure figure, Role role, String reason, List<Figure> evidence) {
    return new Account(
        figure,
        role,
        Optional.empty(),
        Transformation.NONE,
        reason,
        evidence,
        OptionalDouble.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  /** The account of a figure that differs for a cause. */
  static Account of(Figure figure, Role role, Candidate cause, List<Candidate> runnersUp) {
    return new Account(
        figure,
        role,
        Optional.of(cause.cause()),
        cause.transformation(),
        cause.reason(),
        cause.evidence(),
        cause.probabilityByChance(),
        runnersUp,
        OptionalDouble.empty());
  }

  /** The account of a share, a change or a rate, which says nothing of the level alone. */
  static Account outOfScope(
      Figure figure, Candidate cause, List<Candidate> runnersUp, double expected) {
    return new Account(
        figure,
        Role.OUT_OF_SCOPE,
        Optional.of(cause.cause()),
        cause.transformation(),
        cause.reason(),
        cause.evidence(),
        cause.probabilityByChance(),
        runnersUp,
        OptionalDouble.of(expected));
  }

  /** The account of a figure that differs for a cause which is no matter of chance. */
  static Account of(Figure figure, Role role, Candidate cause) {
    return of(figure, role, cause, List.of());
  }
}
