package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;

/**
 * Looks for the number that somebody meant to print elsewhere, or that a slip of the pen
 * disfigured.
 */
final class SlipFinder {
  /** A match that chance gives more often than this is no cause. */
  static final double CHANCE = 1.0 / 3;

  /** A match within usual revisions has to be less likely than this. */
  static final double WITHIN_USUAL = 0.005;

  private final ValueIndex index;

  SlipFinder(ValueIndex index) {
    this.index = index;
  }

  /**
   * The slips that give the figure, most likely first.
   *
   * @param suspect a figure
   * @return the candidates; those with a probability by chance above {@link #CHANCE} are no causes
   */
  List<Candidate> find(Suspect suspect) {
    Optional<ChanceModel> chance =
        ChanceModel.of(
            suspect.standing(),
            suspect.usual() * Math.abs(suspect.standing()),
            suspect.number(),
            suspect.grain(index.step(suspect.cell())));
    return chance.map(model -> new SlipSearch(index, suspect, model).run()).orElse(List.of());
  }

  /**
   * A number within usual revisions is a revision, unless it has so many digits that hardly any
   * random number would match.
   */
  List<Candidate> findWithinUsual(Suspect suspect) {
    return ChanceModel.of(
            suspect.standing(), 0, suspect.number(), suspect.grain(index.step(suspect.cell())))
        .map(model -> new SlipSearch(index, suspect, model).run())
        .orElse(List.of())
        .stream()
        .filter(
            c -> c.cause() != Cause.MISPRINT || c.transformation() == Transformation.DIGITS_SWAPPED)
        .filter(c -> c.probabilityByChance().orElse(1) <= WITHIN_USUAL)
        .toList();
  }
}
