package org.crosstally.report;

import java.util.List;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.trend.TrendReport;

/** The evidence on a trend as a table. */
final class TrendRows {
  private TrendRows() {}

  static ReportTable table(TrendReport report) {
    return new ReportTable(
        "trend",
        report.series().label() + ": what the procedures for trends found.",
        List.of(
            new Column("Method", Kind.TEXT),
            new Column("Quantity", Kind.TEXT),
            new Column("Value", Kind.STATISTIC)),
        report.evidence().stream()
            .map(e -> List.of(Cell.of(e.method()), Cell.of(e.quantity()), Cell.of(e.value())))
            .toList(),
        report.verdict());
  }
}
