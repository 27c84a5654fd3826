package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;

/** The plain numbers that one document prints for the parts of one measure and period. */
final class Siblings {
  private final Map<Key, List<Figure>> byKey = new HashMap<>();

  private record Key(String document, String measure, Period period, String basis) {}

  private Siblings() {}

  static Siblings none() {
    return new Siblings();
  }

  static Siblings of(FigureTable table) {
    Siblings siblings = new Siblings();
    for (Figure figure : table.figures()) {
      if (figure.document().isPresent() && figure.amount() instanceof Amount.Exact) {
        siblings
            .byKey
            .computeIfAbsent(key(figure, figure.document().get()), key -> new ArrayList<>(2))
            .add(figure);
      }
    }
    return siblings;
  }

  private static Key key(Figure figure, String document) {
    return new Key(document, figure.measure(), figure.period(), figure.cell().basis());
  }

  /** The numbers of the same document, measure and period, in the same unit, for other parts. */
  List<Figure> of(Figure figure) {
    return figure.document().stream()
        .flatMap(document -> byKey.getOrDefault(key(figure, document), List.of()).stream())
        .filter(other -> other.unit().equals(figure.unit()))
        .filter(other -> !other.cell().equals(figure.cell()))
        .toList();
  }
}
