package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.crosstally.figure.Figure;
import org.crosstally.reconcile.OriginCell.Witness;

/**
 * Weighs whether a value that is printed for a cell is a slip, so that nobody attests it.
 *
 * <p>What is weighed are the odds that somebody slipped against the odds that the number moved so
 * far. They begin with how often sources slip, and are multiplied by how much likelier a slip makes
 * each finding: that the value is held elsewhere or is a misprint of its rival ({@code 1 / p}, the
 * inverse of the probability by chance), that {@code m} chains print the rival again afterwards
 * ({@code 5^m}), that the periods around fit the rival better. Every further chain that prints the
 * value makes one slip less likely ({@code 0.3^(n - 1)}). The factors are orders of magnitude,
 * taken from how often sources slip, repeat each other and print what has been superseded; nothing
 * depends on their second digit.
 */
final class SlipJudge {
  /** Odds from which on a value is taken for a slip. */
  static final double CONVICTING = 3;

  /** In a relay, a figure far from its rival is a slip twice as often as a number that moved. */
  private static final double RELAYS_SLIP = 2;

  /** In its own documents, an origin moves a number far twenty times as often as it slips. */
  private static final double ORIGINS_SLIP = 0.05;

  /** It seldom moves a number away and back, so that this makes a slip four times as likely. */
  private static final double ORIGINS_RETURN = 4;

  /** Of ten relays that print the same, three repeat somebody without saying so. */
  private static final double REPEATED = 0.3;

  /** One relay in five prints what has been superseded. */
  private static final double PRINTED_AGAIN = 5;

  /** More chains than this tell no more. */
  private static final int MOST_CHAINS = 4;

  /** From here on, the periods around speak for the rival. */
  private static final double MISFIT = 2;

  /** Many numbers are one digit from another; without other evidence that is no misprint. */
  private static final double MISPRINT_UNAIDED = 0.05;

  /** Against the origin's own document, and against more chains. */
  private static final double AUTHORITY = 3;

  private final SlipFinder finder;
  private final ValueIndex index;
  private final DocumentChecks checks;

  SlipJudge(ValueIndex index, DocumentChecks checks) {
    this.index = index;
    this.checks = checks;
    this.finder = new SlipFinder(index);
  }

  SlipFinder finder() {
    return finder;
  }

  /** Whether all that print a value contradict themselves, so that it is a slip for certain. */
  private boolean isSuspect(Witness witness) {
    return witness.printings().stream().allMatch(p -> checks.suspect(p.figure()).isPresent());
  }

  /**
   * Whether a value is a slip: everybody who prints it contradicts himself, or its odds convict it,
   * and weigh more than those of its rival.
   *
   * @param cell the cell as one origin sees it
   * @param value one of its values
   * @param usual the usual relative size of revisions of a figure
   */
  boolean isSlip(OriginCell cell, BigDecimal value, ToDoubleFunction<Figure> usual) {
    if (isSuspect(cell.witness(value))) {
      return true;
    }
    // Without accepted values nothing shows a slip.
    Optional<BigDecimal> rival = index.isEmpty() ? Optional.empty() : rival(cell, value);
    if (rival.isEmpty()) {
      return false;
    }
    double odds = odds(cell, value, rival.get(), usual);
    return odds >= CONVICTING && odds > odds(cell, rival.get(), value, usual);
  }

  /** The odds that a value is a slip for its rival; 0 where nothing speaks for it. */
  private double odds(
      OriginCell cell, BigDecimal value, BigDecimal rival, ToDoubleFunction<Figure> usual) {
    Witness here = cell.witness(value);
    Witness there = cell.witness(rival);
    Optional<ValueIndex.Surroundings> around = index.surroundings(cell.cell());
    List<Printing> again = again(there, here);
    boolean own = here.authority() == HeldValue.OWN;
    double odds = own ? ORIGINS_SLIP * (again.isEmpty() ? 1 : ORIGINS_RETURN) : RELAYS_SLIP;
    double misfit = around.map(a -> a.likelier(rival, value)).orElse(1.0);
    odds *= misfit;
    odds *= Math.pow(REPEATED, chains(here.printings()) - 1.0);
    odds *= Math.pow(PRINTED_AGAIN, chains(again));
    odds *= authority(here, there);
    Figure figure = here.printings().get(0).figure();
    Suspect suspect =
        new Suspect(
            cell.cell(),
            figure,
            rival.doubleValue(),
            List.of(new Suspect.Plausible(rival, there.printings().get(0).figure())),
            usual.applyAsDouble(figure));
    return odds * match(suspect, misfit);
  }

  private static double authority(Witness here, Witness there) {
    if (here.authority() > there.authority()) {
      return 1 / AUTHORITY;
    }
    boolean contradicted = there.authority() == HeldValue.OWN && here.authority() < HeldValue.OWN;
    return contradicted ? AUTHORITY : 1;
  }

  /** How much likelier a slip makes the best match. */
  private double match(Suspect suspect, double misfit) {
    return finder.find(suspect).stream()
        .filter(c -> c.probabilityByChance().isPresent())
        .mapToDouble(
            c ->
                (c.cause() == Cause.MISPRINT && misfit < MISFIT ? MISPRINT_UNAIDED : 1)
                    / c.probabilityByChance().getAsDouble())
        .max()
        .orElse(0);
  }

  private static int chains(List<Printing> printings) {
    List<Printing> relayed = printings.stream().filter(p -> !p.isOwn()).toList();
    int own = relayed.size() < printings.size() ? 1 : 0;
    return Math.min(MOST_CHAINS, own + OriginCell.authority(relayed));
  }

  /** The printings of a value that came out, probably, after another was first out. */
  private static List<Printing> again(Witness rival, Witness witness) {
    Printing first = witness.printings().get(0);
    if (!first.isProbablyAfter(rival.printings().get(0))) {
      return List.of();
    }
    return rival.printings().stream().filter(p -> p.isProbablyAfter(first)).toList();
  }

  /** The other value with the most authority; of several, the one that fits the periods around. */
  private Optional<BigDecimal> rival(OriginCell cell, BigDecimal value) {
    Comparator<BigDecimal> order =
        Comparator.comparingInt(other -> cell.witness(other).authority());
    Optional<ValueIndex.Surroundings> around = index.surroundings(cell.cell());
    if (around.isPresent()) {
      order = order.thenComparing(other -> -around.get().distance(other.doubleValue()));
    }
    return cell.witnesses().keySet().stream()
        .filter(other -> other.compareTo(value) != 0 && !isSuspect(cell.witness(other)))
        .max(order.thenComparing(Comparator.naturalOrder()));
  }
}
