package org.crosstally.series;

import java.util.Optional;
import org.crosstally.outcome.Reason;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Growth as Tablesaw tables. */
final class GrowthTables {
  private GrowthTables() {}

  static Table of(Growth growth) {
    StringColumn period = StringColumn.create("period");
    DoubleColumn change = DoubleColumn.create("change");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    DoubleColumn ratio = DoubleColumn.create("ratio");
    DoubleColumn countingLow = DoubleColumn.create("counting_low");
    DoubleColumn countingHigh = DoubleColumn.create("counting_high");
    DoubleColumn p = DoubleColumn.create("counting_p");
    StringColumn note = StringColumn.create("note");
    for (Growth.Row row : growth.rows()) {
      period.append(row.period().format());
      Optional<Estimate> estimate = row.change().asOptional();
      append(change, estimate.map(Estimate::value));
      append(low, estimate.map(Estimate::low));
      append(high, estimate.map(Estimate::high));
      Optional<RatioInterval> counting = row.counting().asOptional();
      append(ratio, counting.map(RatioInterval::ratio));
      append(countingLow, counting.map(RatioInterval::low));
      append(countingHigh, counting.map(RatioInterval::high));
      append(p, counting.map(RatioInterval::p));
      note.append(
          row.change().whyNot().or(() -> row.counting().whyNot()).map(Reason::sentence).orElse(""));
    }
    return Table.create(
        growth.series().label() + ": " + growth.unit(),
        period,
        change,
        low,
        high,
        ratio,
        countingLow,
        countingHigh,
        p,
        note);
  }

  static Table of(Contributions contributions) {
    StringColumn part = StringColumn.create("part");
    DoubleColumn points = DoubleColumn.create("percentage_points");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    StringColumn note = StringColumn.create("note");
    for (Contributions.Part row : contributions.parts()) {
      part.append(row.label());
      append(points, row.points().asOptional().map(Estimate::value));
      append(low, row.points().asOptional().map(Estimate::low));
      append(high, row.points().asOptional().map(Estimate::high));
      note.append(row.points().whyNot().map(Reason::sentence).orElse(""));
    }
    return Table.create(
        contributions.total().label() + ": contributions to growth", part, points, low, high, note);
  }

  private static void append(DoubleColumn column, Optional<Double> value) {
    if (value.isPresent()) {
      column.append(value.get());
    } else {
      column.appendMissing();
    }
  }
}
