package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The stretch of differences that the axis shows. */
record Differences(Range range) {
  /** Beyond this a slip would press the usual differences together. */
  private static final double PROPORTION = 15;

  static Differences of(List<Statement.Group> groups) {
    List<Statement> rows = groups.stream().flatMap(g -> g.rows().stream()).toList();
    List<Double> sizes =
        rows.stream()
            .flatMap(r -> stream(r.place()))
            .map(Math::abs)
            .filter(d -> d > 0)
            .sorted()
            .toList();
    double limit = sizes.isEmpty() ? 1 : limit(sizes);
    List<Double> ends = new ArrayList<>(List.of(0.0));
    for (Statement row : rows) {
      if (row.place().isPresent() && Math.abs(row.place().getAsDouble()) <= limit) {
        ends.add(row.place().getAsDouble());
        ends.add(Math.max(-1.5 * limit, Math.min(1.5 * limit, row.low())));
        ends.add(Math.max(-1.5 * limit, Math.min(1.5 * limit, row.high())));
      }
    }
    Range data = Range.of(ends);
    double low = Math.min(data.low(), -0.15 * data.span());
    double high = Math.max(data.high(), 0.15 * data.span());
    return new Differences(new Range(low, high).padded(0.06));
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
