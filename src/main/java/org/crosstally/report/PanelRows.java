package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.consensus.ConfidenceInterval;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.consensus.ConsensusPanel.Line;
import org.crosstally.consensus.ConsensusPanel.Recommendation;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Ends;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.report.ReportTable.Quantity;

/** A panel of estimators as a table. */
final class PanelRows {
  private PanelRows() {}

  static ReportTable table(ConsensusPanel panel) {
    Optional<Recommendation> best = panel.recommendation().asOptional();
    List<List<Cell>> rows = new ArrayList<>();
    for (ConsensusPanel.Row row : panel.rows()) {
      boolean isBest = best.filter(b -> b.method() == row.method()).isPresent();
      Cell method = Cell.of(row.method().label()).noted(isBest ? "recommended" : "");
      Cell estimate =
          row.result()
              .asOptional()
              .map(PanelRows::number)
              .orElseGet(() -> Cell.none(Rows.why(row.result().whyNot())));
      rows.add(List.of(method, estimate));
    }
    List<String> remarks =
        best.map(b -> List.of("Recommended: " + b.method().label() + ". " + b.reason()))
            .orElseGet(
                () ->
                    List.of(
                        "None is recommended: " + Rows.why(panel.recommendation().whyNot()) + "."));
    return new ReportTable(
        "consensus",
        "Estimators of one number side by side, with intervals at 95 %.",
        List.of(new Column("Method", Kind.TEXT), new Column("Estimate", Kind.QUANTITY)),
        rows,
        remarks);
  }

  private static Cell number(Line line) {
    OptionalDouble error =
        line.standardError().asOptional().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    Optional<ConfidenceInterval> interval =
        line.interval().asOptional().filter(i -> holds(i, line.estimate()));
    return new Cell(
        new Quantity(line.estimate(), error, interval.map(i -> new Ends(i.low(), i.high()))),
        List.of(Rows.why(line.interval().whyNot())));
  }

  private static boolean holds(ConfidenceInterval interval, double estimate) {
    return Double.isFinite(interval.low())
        && Double.isFinite(interval.high())
        && interval.low() <= estimate
        && estimate <= interval.high();
  }
}
