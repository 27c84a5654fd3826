package org.crosstally.consensus;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    for (DoubleColumn column : List.of(estimate, error, low, high)) {
      column.setPrintFormatter(digits(error), "");
    }
    return Table.create("consensus", method, estimate, error, low, high, recommended, note);
  }

  /** Enough decimals for three digits of the smallest error: printed so, but stored in full. */
  private static DecimalFormat digits(DoubleColumn errors) {
    double smallest =
        Arrays.stream(errors.asDoubleArray()).filter(error -> error > 0).min().orElse(1);
    DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(smallest)));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
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
