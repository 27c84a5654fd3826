package org.crosstally.consensus;

import java.util.Optional;
import org.crosstally.outcome.Reason;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Panels as Tablesaw tables. */
final class ConsensusTables {

  private ConsensusTables() {}

  static Table of(ConsensusPanel panel) {
    StringColumn method = StringColumn.create("method");
    DoubleColumn estimate = DoubleColumn.create("estimate");
    DoubleColumn error = DoubleColumn.create("standard error");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    BooleanColumn recommended = BooleanColumn.create("recommended");
    StringColumn note = StringColumn.create("note");
    Optional<PanelMethod> best =
        panel.recommendation().asOptional().map(ConsensusPanel.Recommendation::method);
    for (ConsensusPanel.Row row : panel.rows()) {
      method.append(row.method().label());
      recommended.append(best.filter(chosen -> chosen == row.method()).isPresent());
      Optional<ConsensusPanel.Line> line = row.result().asOptional();
      append(estimate, line.map(ConsensusPanel.Line::estimate));
      append(error, line.flatMap(found -> found.standardError().asOptional()));
      append(low, line.flatMap(found -> found.interval().asOptional()).map(i -> i.low()));
      append(high, line.flatMap(found -> found.interval().asOptional()).map(i -> i.high()));
      note.append(note(row));
    }
    return Table.create("consensus", method, estimate, error, low, high, recommended, note);
  }

  private static String note(ConsensusPanel.Row row) {
    Optional<Reason> reason =
        row.result().whyNot().or(() -> row.result().orElseThrow().interval().whyNot());
    return reason.map(Reason::sentence).orElse("");
  }

  private static void append(DoubleColumn column, Optional<Double> value) {
    if (value.isPresent()) {
      column.append(value.get());
    } else {
      column.appendMissing();
    }
  }
}
