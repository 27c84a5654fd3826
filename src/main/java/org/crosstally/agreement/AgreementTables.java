package org.crosstally.agreement;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import org.crosstally.reconcile.Cause;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results about sources as Tablesaw tables. */
final class AgreementTables {
  private AgreementTables() {}

  static DoubleColumn decimals(String name, String pattern) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    return column;
  }

  static void append(DoubleColumn column, OptionalDouble value) {
    if (value.isPresent()) {
      column.append(value.getAsDouble());
    } else {
      column.appendMissing();
    }
  }

  static String ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).collect(Collectors.joining(" "));
  }

  static Table sources(SourceRecords records) {
    StringColumn source = StringColumn.create("source");
    StringColumn name = StringColumn.create("name");
    StringColumn kind = StringColumn.create("kind");
    IntColumn figures = IntColumn.create("figures");
    IntColumn own = IntColumn.create("own");
    IntColumn relayed = IntColumn.create("relayed");
    StringColumn origins = StringColumn.create("origins");
    IntColumn compared = IntColumn.create("compared");
    IntColumn differing = IntColumn.create("differing");
    Map<Cause, IntColumn> causes = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      causes.put(cause, IntColumn.create(cause.name().toLowerCase(Locale.ROOT)));
    }
    IntColumn slips = IntColumn.create("slips");
    DoubleColumn rate = decimals("slip_rate_pct", "0.00");
    for (SourceRecords.SourceRecord record : records.list()) {
      source.append(record.source().id());
      name.append(record.source().name());
      kind.append(record.source().kind().code());
      figures.append(record.figures());
      own.append(record.own());
      relayed.append(record.figures() - record.own());
      origins.append(origins(record));
      compared.append(record.compared());
      differing.append(record.causes().values().stream().mapToInt(Integer::intValue).sum());
      causes.forEach((cause, column) -> column.append(record.count(cause)));
      slips.append(record.slips());
      rate.append(100 * record.slipRate());
    }
    Table table =
        Table.create(
            "sources", source, name, kind, figures, own, relayed, origins, compared, differing);
    causes.values().forEach(table::addColumns);
    return table.addColumns(slips, rate);
  }

  /** Whom a source relays, the most relayed first. */
  private static String origins(SourceRecords.SourceRecord record) {
    return record.origins().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
