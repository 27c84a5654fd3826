package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.figure.Figure;

/**
 * Decides whether a value that is printed for a cell is a slip, so that nobody attests it.
 *
 * <p>Against a value with more authority, a match that chance does not give is enough. A value with
 * as much authority as its best rival, or more, is a slip only if it is held elsewhere on at least
 * as good authority and a random number would hardly ever match, or if it is a misprint and the
 * periods around it fit the rival alone.
 */
final class SlipJudge {
  /** Chance for a value that no rival outweighs. */
  private static final double HARDLY_EVER = 0.02;

  private final SlipFinder finder;
  private final ValueIndex index;

  SlipJudge(ValueIndex index) {
    this.index = index;
    this.finder = new SlipFinder(index);
  }

  SlipFinder finder() {
    return finder;
  }

  /**
   * Whether a value is a slip.
   *
   * @param cell the cell as one origin sees it
   * @param value one of its values
   * @param figure the first figure that prints it
   * @param usual the usual relative size of revisions
   */
  boolean isSlip(OriginCell cell, BigDecimal value, Figure figure, double usual) {
    // Without accepted values nothing shows a slip.
    return !index.isEmpty()
        && rival(cell, value)
            .filter(rival -> isSlip(cell, value, figure, usual, rival))
            .isPresent();
  }

  private boolean isSlip(
      OriginCell cell,
      BigDecimal value,
      Figure figure,
      double usual,
      Map.Entry<BigDecimal, Integer> rival) {
    int here = cell.authorities().getOrDefault(value, 1);
    SlipFinder.Suspect suspect =
        new SlipFinder.Suspect(
            cell.cell(),
            figure,
            rival.getKey().doubleValue(),
            List.of(new SlipFinder.Plausible(rival.getKey(), figure)),
            usual,
            rival.getValue() > here ? 1 : here);
    List<Candidate> candidates = finder.find(suspect);
    double number = rival.getKey().doubleValue();
    Optional<ValueIndex.Surroundings> around = index.surroundings(cell.cell());
    boolean misfit = around.filter(a -> a.prefers(number, value.doubleValue())).isPresent();
    boolean fits = around.filter(a -> a.prefers(value.doubleValue(), number)).isPresent();
    double chance = rival.getValue() > here ? SlipFinder.CHANCE : HARDLY_EVER;
    return candidates.stream()
        .anyMatch(
            c ->
                c.cause() == Cause.MISPRINT
                    ? misfit && isBelow(c, SlipFinder.CHANCE)
                    : (rival.getValue() > here || !fits) && isBelow(c, chance));
  }

  private static boolean isBelow(Candidate candidate, double chance) {
    return candidate.probabilityByChance().orElse(1) <= chance;
  }

  /** The other value with the most authority; of several, the one that fits the periods around. */
  private Optional<Map.Entry<BigDecimal, Integer>> rival(OriginCell cell, BigDecimal value) {
    Comparator<Map.Entry<BigDecimal, Integer>> order = Map.Entry.comparingByValue();
    Optional<ValueIndex.Surroundings> around = index.surroundings(cell.cell());
    if (around.isPresent()) {
      order = order.thenComparing(entry -> -around.get().distance(entry.getKey().doubleValue()));
    }
    return cell.authorities().entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(value) != 0)
        .max(order.thenComparing(Map.Entry.comparingByKey()));
  }
}
