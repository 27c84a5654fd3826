package org.crosstally.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/**
 * The figure that stands for a source in a cell: its latest.
 *
 * @param figure the figure
 * @param origin the id of the source that counted; empty where a source that does not count names
 *     nobody
 */
record Standing(Figure figure, Optional<String> origin) {
  private static final Period SOME_DAY = Period.upTo(LocalDate.of(9999, 12, 31));

  /**
   * The order of publication, as in reconciling: by the day on which the figure was out for
   * certain, undated ones last; of figures of one date, one that quotes nobody has the last word.
   */
  private static final Comparator<Figure> ORDER =
      Comparator.comparing((Figure f) -> f.published().orElse(SOME_DAY).end())
          .thenComparing(f -> f.published().orElse(SOME_DAY).start())
          .thenComparing(f -> f.origin().orElse(f.source()).equals(f.source()))
          .thenComparing(f -> f.amount().point().orElse(0))
          .thenComparing(f -> f.amount().format())
          .thenComparing(Figure::id);

  static Standing of(Figure figure, Catalogue catalogue) {
    boolean named =
        figure.origin().isPresent() || catalogue.source(figure.source()).kind().counts();
    return new Standing(
        figure, named ? Optional.of(figure.origin().orElse(figure.source())) : Optional.empty());
  }

  /** The latest figures about a level, one for each source, by unit and source. */
  static Map<String, List<Standing>> byUnit(List<Figure> figures, Catalogue catalogue) {
    Map<String, Map<String, Figure>> latest = new TreeMap<>();
    for (Figure figure : figures) {
      if (isLevel(figure)) {
        latest
            .computeIfAbsent(figure.unit().format(), unit -> new TreeMap<>())
            .merge(figure.source(), figure, Standing::later);
      }
    }
    Map<String, List<Standing>> standings = new TreeMap<>();
    latest.forEach(
        (unit, bySource) -> {
          List<Standing> list = new ArrayList<>(bySource.size());
          bySource.values().forEach(figure -> list.add(of(figure, catalogue)));
          standings.put(unit, list);
        });
    return standings;
  }

  private static boolean isLevel(Figure figure) {
    return figure.unit() instanceof Unit.Base
        && figure.status() != Status.FORECAST
        && !(figure.amount() instanceof Amount.Missing);
  }

  /** The one that was published later. */
  static Figure later(Figure one, Figure other) {
    return ORDER.compare(one, other) >= 0 ? one : other;
  }

  String source() {
    return figure.source();
  }

  Amount amount() {
    return figure.amount();
  }

  /** Whether both are known to go back to one count. */
  boolean sharesOrigin(Standing other) {
    return origin.isPresent() && origin.equals(other.origin);
  }
}
