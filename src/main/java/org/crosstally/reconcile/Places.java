package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/** The places in which somebody may have looked by mistake. */
final class Places {
  private final ValueIndex index;
  private final Suspect suspect;
  private final Cell cell;

  Places(ValueIndex index, Suspect suspect) {
    this.index = index;
    this.suspect = suspect;
    this.cell = suspect.cell();
  }

  /** Other definitions, measures and spans of the period, and the periods next to it. */
  Stream<Place> near() {
    Stream<Place> definitions =
        index.otherDefinitions(cell).map(held -> new Place(held, Transformation.OTHER_DEFINITION));
    Stream<Place> measures =
        index.otherMeasures(cell).map(held -> new Place(held, Transformation.OTHER_MEASURE));
    Stream<Place> spans = index.spansFromOrTo(cell).map(held -> Place.ofPeriod(cell, held));
    List<HeldValue> neighbours = index.neighbours(cell).toList();
    Stream<Place> values = neighbours.stream().map(held -> Place.ofPeriod(cell, held));
    return Stream.of(definitions, measures, spans, values, between(neighbours)).flatMap(s -> s);
  }

  /** Between two vintages of a neighbouring period there may have been one that is not known. */
  private Stream<Place> between(List<HeldValue> neighbours) {
    Map<List<Object>, List<HeldValue>> lines = new LinkedHashMap<>();
    for (HeldValue held : neighbours) {
      lines
          .computeIfAbsent(List.of(held.cell(), held.origin()), key -> new ArrayList<>(2))
          .add(held);
    }
    return lines.values().stream()
        .filter(line -> line.size() > 1)
        .map(
            line -> {
              line.sort(HeldValue.BY_VALUE);
              HeldValue first = line.get(0);
              double highest = line.get(line.size() - 1).value();
              return new Place(
                  first,
                  Transformation.NEIGHBOURING_PERIOD,
                  Interval.closed(first.value(), highest));
            });
  }

  /** Other dimension values. */
  List<Place> parts() {
    return index.parts(cell, suspect.interval().low(), suspect.interval().high()).stream()
        .flatMap(held -> Place.ofPart(cell, held).stream())
        .toList();
  }

  /** The year with two digits swapped. */
  Stream<Place> swappedYears() {
    if (cell.period().length() != Period.Length.YEAR) {
      return Stream.empty();
    }
    BigDecimal year = BigDecimal.valueOf(cell.period().end().getYear());
    return DigitEdits.of(year).entrySet().stream()
        .filter(e -> e.getValue() == Transformation.DIGITS_SWAPPED)
        .map(Map.Entry::getKey)
        .filter(y -> y.precision() - y.scale() == 4)
        .flatMap(y -> index.at(cell, Period.ofYear(y.intValueExact())))
        .map(held -> new Place(held, Transformation.SWAPPED_YEAR));
  }

  /** Other periods of the series in which the number stands. */
  List<Place> series() {
    return index.between(cell, suspect.interval().low(), suspect.interval().high()).stream()
        .filter(held -> !held.cell().period().equals(cell.period()))
        .map(held -> Place.ofPeriod(cell, held))
        .toList();
  }

  /** Other measures and any period in which the number stands. */
  List<Place> otherMeasures() {
    return index.otherMeasures(cell, suspect.interval().low(), suspect.interval().high()).stream()
        .map(held -> new Place(held, Transformation.OTHER_MEASURE))
        .toList();
  }
}
