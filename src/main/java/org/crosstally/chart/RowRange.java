package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The stretch of its axis that a chart of rows shows. */
final class RowRange {
  /** Beyond this a slip would press the usual differences together. */
  private static final double PROPORTION = 15;

  private RowRange() {}

  /** What lies around a centre: 0 for differences, the middle of all numbers otherwise. */
  static Range of(List<Statement.Group> groups, RowAxis axis) {
    List<Statement> rows = groups.stream().flatMap(g -> g.rows().stream()).toList();
    double centre = axis == RowAxis.DIFFERENCE ? 0 : middle(rows);
    List<Double> sizes =
        rows.stream()
            .flatMap(r -> stream(r.place()))
            .map(place -> Math.abs(place - centre))
            .filter(d -> d > 0)
            .sorted()
            .toList();
    double limit = sizes.isEmpty() ? 1 : limit(sizes);
    Range near = new Range(centre - 1.5 * limit, centre + 1.5 * limit);
    List<Double> ends = new ArrayList<>(List.of(centre));
    for (Statement row : rows) {
      if (row.place().isPresent() && Math.abs(row.place().getAsDouble() - centre) <= limit) {
        ends.add(row.place().getAsDouble());
        ends.add(near.clamp(row.low()));
        ends.add(near.clamp(row.high()));
      }
    }
    Range data = Range.of(ends);
    double low = Math.min(data.low(), centre - 0.15 * data.span());
    double high = Math.max(data.high(), centre + 0.15 * data.span());
    return new Range(low, high).padded(0.06);
  }

  private static double middle(List<Statement> rows) {
    List<Double> sorted = rows.stream().flatMap(r -> stream(r.place())).sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
  }

  private static Stream<Double> stream(OptionalDouble place) {
    return place.stream().boxed();
  }

  /** The largest difference that is not out of all proportion to the middle one. */
  private static double limit(List<Double> sorted) {
    double middle = sorted.get((sorted.size() - 1) / 2);
    return sorted.stream().filter(d -> d <= PROPORTION * middle).reduce((a, b) -> b).orElse(middle);
  }
}
