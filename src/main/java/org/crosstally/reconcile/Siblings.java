package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;

/** The plain numbers that one document prints for the parts of one measure and period. */
final class Siblings {
  private static final Comparator<Figure> OF_ONE_WHOLE =
      Comparator.comparing(Figure::measure)
          .thenComparing(Figure::period)
          .thenComparing(figure -> figure.cell().basis());

  /** The figures of each document, those of one whole next to each other: lists need no keys. */
  private final Map<String, List<Figure>> byDocument = new HashMap<>();

  private Siblings() {}

  static Siblings none() {
    return new Siblings();
  }

  static Siblings of(FigureTable table) {
    Siblings siblings = new Siblings();
    for (Figure figure : table.figures()) {
      if (figure.document().isPresent() && figure.amount() instanceof Amount.Exact) {
        siblings
            .byDocument
            .computeIfAbsent(figure.document().get(), document -> new ArrayList<>(2))
            .add(figure);
      }
    }
    siblings.byDocument.values().forEach(figures -> figures.sort(OF_ONE_WHOLE));
    return siblings;
  }

  /** The numbers of the same document, measure and period, in the same unit, for other parts. */
  List<Figure> of(Figure figure) {
    List<Figure> figures =
        figure
            .document()
            .map(document -> byDocument.getOrDefault(document, List.of()))
            .orElse(List.of());
    int found = Collections.binarySearch(figures, figure, OF_ONE_WHOLE);
    if (found < 0) {
      return List.of();
    }
    int from = found;
    while (from > 0 && isOfOneWhole(figures.get(from - 1), figure)) {
      from--;
    }
    int to = found + 1;
    while (to < figures.size() && isOfOneWhole(figures.get(to), figure)) {
      to++;
    }
    return figures.subList(from, to).stream()
        .filter(other -> other.unit().equals(figure.unit()))
        .filter(other -> !other.cell().equals(figure.cell()))
        .toList();
  }

  private static boolean isOfOneWhole(Figure one, Figure other) {
    return OF_ONE_WHOLE.compare(one, other) == 0;
  }
}
