package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.series.Estimate;

/** Reconciled values as a table. */
final class ReconciledRows {
  private ReconciledRows() {}

  static ReportTable table(Reconciliation reconciliation) {
    List<CellOutcome> outcomes = reconciliation.outcomes();
    List<org.crosstally.figure.Cell> cells = outcomes.stream().map(CellOutcome::cell).toList();
    boolean isOne = Rows.isOneSeries(cells);
    List<Unit> units =
        outcomes.stream()
            .filter(o -> o.estimate().isPresent())
            .map(CellOutcome::unit)
            .distinct()
            .toList();
    boolean isOneUnit = units.size() <= 1;
    List<Column> columns = new ArrayList<>();
    if (!isOne) {
      columns.add(new Column("Quantity", Kind.TEXT));
    }
    columns.add(new Column("Period", Kind.TEXT));
    Unit unit = units.size() == 1 ? units.get(0) : new Unit.Base("");
    columns.add(new Column(Rows.withUnit("Reconciled", unit), Kind.QUANTITY));
    if (!isOneUnit) {
      columns.add(new Column("Unit", Kind.TEXT));
    }
    columns.add(new Column("Figures", Kind.QUANTITY));
    columns.add(new Column("Set aside", Kind.QUANTITY));
    columns.add(new Column("Origins", Kind.QUANTITY));
    columns.add(new Column("Rule", Kind.TEXT));
    List<List<Cell>> rows = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      List<Cell> row = new ArrayList<>();
      if (!isOne) {
        row.add(Cell.of(Rows.series(outcome.cell(), reconciliation.catalogue())));
      }
      row.add(Cell.of(outcome.cell().period().format()));
      row.add(value(outcome));
      if (!isOneUnit) {
        row.add(Cell.of(outcome.estimate().isPresent() ? outcome.unit().format() : ""));
      }
      row.add(Cell.of(outcome.accounts().size()));
      row.add(Cell.of(setAside(outcome)));
      row.add(Cell.of(outcome.reconciled().map(r -> r.origins().size()).orElse(0)));
      row.add(Cell.of(outcome.result().rule()));
      rows.add(row);
    }
    String quantity =
        isOne && !cells.isEmpty()
            ? Rows.series(cells.get(0), reconciliation.catalogue()) + ": "
            : "";
    return new ReportTable(
        "reconciled", quantity + "reconciled values.", columns, rows, covers(outcomes));
  }

  private static Cell value(CellOutcome outcome) {
    return outcome
        .reconciled()
        .map(r -> Rows.number(r.estimate()).noted(Rows.status(r.status())))
        .orElseGet(() -> Cell.none("no number stands"));
  }

  private static int setAside(CellOutcome outcome) {
    return outcome.accounts().stream().filter(a -> a.role() == Role.SET_ASIDE).toList().size();
  }

  /** What the intervals cover, of those that have a width. */
  private static List<String> covers(List<CellOutcome> outcomes) {
    String covered =
        outcomes.stream()
            .flatMap(o -> o.reconciled().map(Reconciled::estimate).stream())
            .filter(Estimate::hasWidth)
            .flatMap(e -> e.covers().stream())
            .distinct()
            .sorted()
            .map(Estimate.Component::label)
            .collect(Collectors.joining(", "));
    return covered.isEmpty()
        ? List.of()
        : List.of("Intervals cover, where it applies: " + covered + ".");
  }
}
