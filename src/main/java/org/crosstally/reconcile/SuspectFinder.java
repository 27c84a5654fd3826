package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Status;

/**
 * Says which figure of a broken identity the rest of the table speaks against.
 *
 * <p>A figure is healed if the identity holds with another plain number that is printed for its
 * cell, by as many other documents at least as print its own. If one figure alone is healed, it is
 * the suspect. If none is, and sums that hold exactly confirm all figures but one, that one is. In
 * all other cases none is blamed.
 */
final class SuspectFinder {
  /** The most other values of a cell that are tried, those of most documents first. */
  private static final int MOST_VALUES = 8;

  private final FigureTable table;
  private final Map<Slot.Key, List<Figure>> rivals = new HashMap<>();
  private final Predicate<Figure> isConfirmed;
  private final Function<Figure, List<Figure>> confirming;

  /**
   * Gathers what the table prints for the cells of broken identities.
   *
   * @param table the figures
   * @param broken the claims that are broken
   * @param isConfirmed whether a sum that holds exactly confirms a figure
   * @param confirming the other figures of such a sum
   */
  SuspectFinder(
      FigureTable table,
      Collection<Claim> broken,
      Predicate<Figure> isConfirmed,
      Function<Figure, List<Figure>> confirming) {
    this.table = table;
    this.isConfirmed = isConfirmed;
    this.confirming = confirming;
    for (Claim claim : broken) {
      claim.figures().forEach(figure -> rivals.put(key(figure), new ArrayList<>()));
    }
    for (Figure figure : table.figures()) {
      if (figure.status() != Status.FORECAST && figure.amount() instanceof Amount.Exact) {
        Optional.ofNullable(rivals.get(key(figure))).ifPresent(list -> list.add(figure));
      }
    }
    rivals.values().forEach(list -> list.sort(Comparator.comparing(Figure::id)));
  }

  private Slot.Key key(Figure figure) {
    return Slot.Key.of(figure, table.catalogue());
  }

  /**
   * A figure that the table speaks against.
   *
   * @param figure the figure
   * @param evidence the figures that speak against it
   */
  record Suspect(Figure figure, List<Figure> evidence) {}

  Optional<Suspect> find(Claim claim) {
    List<Suspect> healed = new ArrayList<>();
    for (Figure figure : claim.figures()) {
      healing(claim, figure).ifPresent(evidence -> healed.add(new Suspect(figure, evidence)));
    }
    List<Suspect> free = healed.stream().filter(s -> !isConfirmed.test(s.figure())).toList();
    if (free.size() == 1) {
      return Optional.of(free.get(0));
    }
    return healed.isEmpty() ? unconfirmed(claim) : Optional.empty();
  }

  private Optional<Suspect> unconfirmed(Claim claim) {
    List<Figure> open = claim.figures().stream().filter(isConfirmed.negate()).toList();
    if (open.size() != 1) {
      return Optional.empty();
    }
    Set<Figure> evidence = new HashSet<>();
    for (Figure figure : claim.figures()) {
      if (!figure.equals(open.get(0))) {
        evidence.addAll(confirming.apply(figure));
      }
    }
    return Optional.of(
        new Suspect(
            open.get(0), evidence.stream().sorted(Comparator.comparing(Figure::id)).toList()));
  }

  /** The figures that print a number with which the claim holds; empty where none does. */
  private Optional<List<Figure>> healing(Claim claim, Figure figure) {
    Map<BigDecimal, List<Figure>> values = new TreeMap<>();
    for (Figure rival : rivals.getOrDefault(key(figure), List.of())) {
      if (!claim.figures().contains(rival) && rival.amount() instanceof Amount.Exact exact) {
        values.computeIfAbsent(exact.value(), value -> new ArrayList<>()).add(rival);
      }
    }
    int own = 0;
    if (figure.amount() instanceof Amount.Exact exact) {
      own = documents(values.getOrDefault(exact.value(), List.of()));
      values.remove(exact.value());
    }
    int least = own;
    return values.values().stream()
        .filter(list -> documents(list) >= least)
        .sorted(
            Comparator.comparing(SuspectFinder::documents)
                .thenComparing(list -> isOfOneOrigin(figure, list))
                .reversed())
        .limit(MOST_VALUES)
        .filter(list -> claim.holdsWith(figure, list.get(0)))
        .findFirst();
  }

  /** Of values that as many documents print, one of the same origin comes first. */
  private static boolean isOfOneOrigin(Figure figure, List<Figure> rivals) {
    return rivals.stream().anyMatch(rival -> origin(rival).equals(origin(figure)));
  }

  private static String origin(Figure figure) {
    return figure.origin().orElse(figure.source());
  }

  private static int documents(List<Figure> figures) {
    return (int) figures.stream().map(f -> f.document().orElse(f.source())).distinct().count();
  }
}
