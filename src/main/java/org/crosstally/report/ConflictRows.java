package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Figure;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Conflict;
import org.crosstally.reconcile.Conflicts;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Detail;
import org.crosstally.report.ReportTable.Kind;

/** Conflicts as a table. */
final class ConflictRows {
  private ConflictRows() {}

  static ReportTable table(Conflicts conflicts, Detail detail) {
    List<org.crosstally.figure.Cell> cells =
        conflicts.list().stream().map(c -> c.figure().cell()).toList();
    boolean isOne = Rows.isOneSeries(cells);
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("Figure", Kind.TEXT));
    columns.add(new Column("Source", Kind.TEXT));
    columns.add(new Column("Published", Kind.TEXT));
    if (!isOne) {
      columns.add(new Column("Quantity", Kind.TEXT));
    }
    columns.add(new Column("Period", Kind.TEXT));
    columns.add(new Column("As printed", Kind.TEXT));
    columns.add(new Column("Stands", Kind.QUANTITY));
    columns.add(new Column("Difference", Kind.QUANTITY));
    columns.add(new Column("Per cent", Kind.PERCENT));
    columns.add(new Column("Cause", Kind.TEXT));
    if (detail == Detail.FINDINGS) {
      columns.add(new Column("Finding", Kind.PROSE));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Conflict conflict : conflicts.list()) {
      Figure figure = conflict.figure();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(figure.id()));
      row.add(Cell.of(conflicts.catalogue().source(figure.source()).name()));
      row.add(Cell.of(Rows.published(figure)));
      if (!isOne) {
        row.add(Cell.of(Rows.series(figure.cell(), conflicts.catalogue())));
      }
      row.add(Cell.of(figure.period().format()));
      row.add(
          Cell.of((figure.printed() + " " + figure.unit().format()).strip())
              .noted(Rows.status(figure.status())));
      row.add(Rows.number(conflict.reconciled()));
      row.add(Rows.number(conflict.difference()));
      row.add(Rows.number(conflict.differencePercent()));
      row.add(Cell.of(conflict.cause().label()).noted(slip(conflict.cause())));
      if (detail == Detail.FINDINGS) {
        row.add(Cell.of(conflict.explanation()));
      }
      rows.add(row);
    }
    return new ReportTable(
        "conflicts",
        "Figures that differ from the number that stands, with the cause that was found.",
        columns,
        rows,
        List.of("The difference is the figure less the number that stands."));
  }

  /** Whether the figure was meant to state another number. */
  private static String slip(Cause cause) {
    return cause.isSlip() ? "taken for a slip of the pen" : "";
  }
}
