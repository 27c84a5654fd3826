package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Status;

/**
 * Says which figure of a broken identity the rest of the table speaks against.
 *
 * <p>A figure is healed if the identity holds with another plain number that other documents print
 * for its cell, more of them than print its own. If one figure alone is healed, it is the suspect.
 * If none is, and sums that hold exactly confirm all figures but one, that one is; but not of a
 * stock and its flows, which a writer may take from tables of different age, nor where the identity
 * holds with two parts of such a sum swapped. In all other cases none is blamed.
 */
final class SuspectFinder {
  /** How many values of a cell are looked at, those of most documents first. */
  private static final int MOST_VALUES = 8;

  private final Catalogue catalogue;
  private final Map<SlotKey, Rivals> rivals = new HashMap<>();
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
    this.catalogue = table.catalogue();
    this.isConfirmed = isConfirmed;
    this.confirming = confirming;
    Map<SlotKey, List<Figure>> printed = new HashMap<>();
    for (Claim claim : broken) {
      claim.figures().forEach(figure -> printed.put(key(figure), new ArrayList<>(1)));
    }
    for (Figure figure : printed.isEmpty() ? List.<Figure>of() : table.figures()) {
      if (figure.status() != Status.FORECAST && figure.amount() instanceof Amount.Exact) {
        Optional.ofNullable(printed.get(key(figure))).ifPresent(list -> list.add(figure));
      }
    }
    printed.forEach((key, figures) -> rivals.put(key, Rivals.of(figures)));
  }

  private SlotKey key(Figure figure) {
    return SlotKey.of(figure, catalogue);
  }

  private static String document(Figure figure) {
    return figure.document().orElse(figure.source());
  }

  /**
   * A figure that the table speaks against.
   *
   * @param figure the figure
   * @param evidence the figures that speak against it
   */
  record Suspect(Figure figure, List<Figure> evidence) {}

  /**
   * A number that is printed for a cell.
   *
   * @param figures the figures that print it, ordered by id
   * @param documents the documents that do
   */
  private record Rival(List<Figure> figures, NavigableSet<String> documents) {

    static Rival of(List<Figure> figures) {
      NavigableSet<String> documents = new TreeSet<>();
      figures.forEach(figure -> documents.add(document(figure)));
      return new Rival(
          figures.stream().sorted(Comparator.comparing(Figure::id)).toList(), documents);
    }

    int documentsBesides(String document) {
      return documents.contains(document) ? documents.size() - 1 : documents.size();
    }

    List<Figure> figuresBesides(String document) {
      return figures.stream().filter(figure -> !document(figure).equals(document)).toList();
    }

    boolean isOfOneOrigin(Figure figure) {
      String origin = figure.origin().orElse(figure.source());
      return figures.stream().anyMatch(f -> f.origin().orElse(f.source()).equals(origin));
    }
  }

  /**
   * The numbers that are printed for a cell.
   *
   * @param byValue all of them
   * @param foremost those of most documents, in that order
   */
  private record Rivals(Map<BigDecimal, Rival> byValue, List<Rival> foremost) {

    static Rivals of(List<Figure> figures) {
      Map<BigDecimal, List<Figure>> values = new TreeMap<>();
      for (Figure figure : figures) {
        if (figure.amount() instanceof Amount.Exact exact) {
          values.computeIfAbsent(exact.value(), value -> new ArrayList<>(1)).add(figure);
        }
      }
      Map<BigDecimal, Rival> byValue = new TreeMap<>();
      values.forEach((value, list) -> byValue.put(value, Rival.of(list)));
      List<Rival> foremost =
          byValue.values().stream()
              .sorted(Comparator.comparingInt((Rival rival) -> -rival.documents().size()))
              .limit(MOST_VALUES)
              .toList();
      return new Rivals(byValue, foremost);
    }

    /** The number of other documents that print the number of a figure, too. */
    int supporters(Figure figure) {
      Optional<Rival> own =
          figure.amount() instanceof Amount.Exact exact
              ? Optional.ofNullable(byValue.get(exact.value()))
              : Optional.empty();
      return own.map(rival -> rival.documentsBesides(document(figure))).orElse(0);
    }
  }

  Optional<Suspect> find(Claim claim) {
    List<Figure> figures = claim.figures();
    List<Suspect> healed = new ArrayList<>();
    for (Figure figure : figures) {
      healing(claim, figure).ifPresent(evidence -> healed.add(new Suspect(figure, evidence)));
    }
    List<Suspect> free =
        healed.stream().filter(s -> !isConfirmed.test(s.figure()) || isSwapped(s)).toList();
    if (free.size() == 1) {
      return Optional.of(free.get(0));
    }
    boolean isOfOneAge = claim.identity() != Identity.STOCK_AND_FLOW;
    return healed.isEmpty() && isOfOneAge ? unconfirmed(claim, figures) : Optional.empty();
  }

  /** A sum still holds if two of its parts are swapped, and confirms neither. */
  private boolean isSwapped(Suspect suspect) {
    Amount healing = suspect.evidence().get(0).amount();
    return confirming.apply(suspect.figure()).stream()
        .anyMatch(sibling -> sibling.amount().equals(healing));
  }

  private Optional<Suspect> unconfirmed(Claim claim, List<Figure> figures) {
    List<Figure> open = figures.stream().filter(isConfirmed.negate()).toList();
    if (open.size() != 1) {
      return Optional.empty();
    }
    NavigableSet<Figure> evidence = new TreeSet<>(Comparator.comparing(Figure::id));
    for (Figure figure : figures) {
      List<Figure> siblings = confirming.apply(figure);
      if (siblings.stream().anyMatch(sibling -> claim.holdsWith(figure, sibling))) {
        return Optional.empty();
      }
      evidence.addAll(siblings);
    }
    return Optional.of(new Suspect(open.get(0), List.copyOf(evidence)));
  }

  /** The figures that print a number with which the claim holds; empty where none does. */
  private Optional<List<Figure>> healing(Claim claim, Figure figure) {
    Rivals ofCell = rivals.getOrDefault(key(figure), Rivals.of(List.of()));
    int least = ofCell.supporters(figure) + 1;
    String document = document(figure);
    return ofCell.foremost().stream()
        .filter(rival -> rival.documentsBesides(document) >= least)
        .sorted(
            Comparator.comparingInt((Rival rival) -> -rival.documentsBesides(document))
                .thenComparing(rival -> !rival.isOfOneOrigin(figure)))
        .map(rival -> rival.figuresBesides(document))
        .filter(evidence -> claim.holdsWith(figure, evidence.get(0)))
        .findFirst();
  }
}
