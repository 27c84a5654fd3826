package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;

/**
 * The figures that one source prints together.
 *
 * @param document the name of the document
 * @param figures its figures, ordered by id
 */
record DocumentFigures(String document, List<Figure> figures) {

  /**
   * Who prints where.
   *
   * @param document the id of the document; blank where none is named
   * @param source the id of the source
   * @param published when, where no document is named; blank otherwise
   */
  private record Place(String document, String source, String published)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::name).thenComparing(Place::source);

    /** Empty where nothing says which figures are printed together. */
    static Optional<Place> of(Figure figure) {
      if (figure.document().isPresent()) {
        return Optional.of(new Place(figure.document().get(), figure.source(), ""));
      }
      // Within a year a source may well publish twice.
      return figure
          .published()
          .filter(date -> date.length() != Period.Length.YEAR)
          .map(date -> new Place("", figure.source(), date.format()));
    }

    String name() {
      return document.isEmpty() ? source + ", " + published : document;
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * The figures of every document that prints more than one, in the order of their names. Two
   * sources that one document quotes are kept apart, for they need not agree. Forecasts and missing
   * numbers are left out.
   */
  static List<DocumentFigures> of(FigureTable table) {
    List<Figure> ordered =
        table.figures().stream()
            .filter(f -> f.status() != Status.FORECAST)
            .filter(f -> !(f.amount() instanceof Amount.Missing))
            .sorted(Comparator.comparing(Figure::id))
            .toList();
    Map<Place, List<Figure>> places = new TreeMap<>();
    for (Figure figure : ordered) {
      Place.of(figure)
          .ifPresent(place -> places.computeIfAbsent(place, p -> new ArrayList<>(4)).add(figure));
    }
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> new DocumentFigures(entry.getKey().name(), entry.getValue()))
        .toList();
  }
}
