package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.crosstally.balance.Adjustment;
import org.crosstally.balance.Balance;
import org.crosstally.balance.Use;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;

/** The adjustments of a balance as a table. */
final class AdjustmentRows {
  private AdjustmentRows() {}

  static ReportTable table(Balance balance) {
    List<Column> columns =
        List.of(
            new Column("Figure", Kind.TEXT),
            new Column("Source", Kind.TEXT),
            new Column("As printed", Kind.TEXT),
            new Column("Stated", Kind.QUANTITY),
            new Column("Balanced", Kind.QUANTITY),
            new Column("In uncertainties", Kind.STATISTIC),
            new Column("Predicted by the others", Kind.QUANTITY));
    List<List<Cell>> rows = new ArrayList<>();
    for (Adjustment adjustment : balance.adjustments()) {
      rows.add(row(adjustment, balance));
    }
    return new ReportTable(
        "adjustments",
        "What the balance of all reports makes of each figure.",
        columns,
        rows,
        List.of(
            String.format(
                Locale.ROOT,
                "The squares of all adjustments in units of their uncertainties add up to %.4g, with"
                    + " %d degrees of freedom. Intervals are at 95 %%.",
                balance.chiSquare(),
                balance.degreesOfFreedom())));
  }

  private static List<Cell> row(Adjustment adjustment, Balance balance) {
    String source = balance.catalogue().source(adjustment.figure().source()).name();
    String printed =
        (adjustment.figure().printed() + " " + adjustment.figure().unit().format()).strip();
    Use use = adjustment.use();
    return List.of(
        Cell.of(adjustment.figure().id()).noted(use == Use.USED ? "" : use.label()),
        Cell.of(source),
        Cell.of(printed).noted(Rows.status(adjustment.figure().status())),
        Rows.number(adjustment.stated()),
        Rows.number(balanced(adjustment)),
        Rows.number(adjustment.inUncertainties()),
        Rows.number(adjustment.leaveOneOut()));
  }

  /** To the digits of its uncertainty, in which a solver says it. */
  private static OptionalDouble balanced(Adjustment adjustment) {
    if (adjustment.balanced().isEmpty()) {
      return adjustment.balanced();
    }
    double value = adjustment.balanced().getAsDouble();
    double whole = Math.rint(value);
    boolean isNoise = Math.abs(value - whole) <= 1e-6 * Math.max(1, Math.abs(whole));
    return OptionalDouble.of(isNoise ? whole : value);
  }
}
