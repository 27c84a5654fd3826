package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;
import org.crosstally.series.YearOverYear.Change;
import org.crosstally.series.YearOverYear.Computed;
import org.crosstally.series.YearOverYear.Note;
import org.crosstally.series.YearOverYear.Undefined;

/** Changes on the year before as a table. */
final class ChangeRows {
  private ChangeRows() {}

  static ReportTable table(YearOverYear changes) {
    TimeSeries series = changes.series();
    List<Column> columns =
        List.of(
            new Column("Period", Kind.TEXT),
            new Column(Rows.withUnit("Value", series.unit()), Kind.QUANTITY),
            new Column("Year before", Kind.QUANTITY),
            new Column("Change", Kind.QUANTITY),
            new Column("Change (%)", Kind.PERCENT));
    List<List<Cell>> rows = new ArrayList<>();
    for (Change change : changes.changes()) {
      rows.add(row(series, change));
    }
    return new ReportTable(
        "year-over-year",
        series.label() + ": change on the same period of the year before.",
        columns,
        rows,
        List.of(
            "The interval of a change holds every change that the intervals of both values allow."));
  }

  private static List<Cell> row(TimeSeries series, Change change) {
    Cell period = Cell.of(change.period().format());
    if (change.outcome() instanceof Computed computed) {
      return List.of(
          period,
          Cell.of(computed.valueNow().value()).noted(provisional(series, change.period())),
          Cell.of(computed.valueThen().value()).noted(provisional(series, computed.base())),
          Cell.of(computed.difference().value())
              .noted(computed.points() ? "in percentage points" : ""),
          computed
              .percent()
              .map(Rows::number)
              .orElseGet(
                  () -> Cell.none(computed.note() == Note.NONE ? "" : computed.note().label())));
    }
    Undefined undefined = (Undefined) change.outcome();
    return List.of(
        period,
        present(series, change.period())
            .map(p -> Cell.of(p.estimate().value()).noted(Rows.status(p.status())))
            .orElseGet(() -> Cell.none("")),
        Cell.none(""),
        Cell.none(""),
        Cell.none(undefined.reason().label()));
  }

  private static String provisional(TimeSeries series, Period period) {
    return present(series, period)
        .filter(p -> p.status() == Status.PROVISIONAL)
        .map(p -> Rows.status(p.status()))
        .orElse("");
  }

  private static Optional<Observation.Present> present(TimeSeries series, Period period) {
    return series
        .at(period)
        .filter(Observation.Present.class::isInstance)
        .map(Observation.Present.class::cast);
  }
}
