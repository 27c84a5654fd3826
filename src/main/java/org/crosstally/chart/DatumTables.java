package org.crosstally.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crosstally.io.SpreadsheetText;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The marks of a figure as a table. */
final class DatumTables {
  private DatumTables() {}

  static Table table(List<Datum> data) {
    return Table.create(
        "data",
        texts("panel", data, Datum::panel),
        texts("series", data, Datum::series),
        texts("at", data, Datum::at),
        numbers("value", data, Datum::value),
        numbers("low", data, Datum::low),
        numbers("high", data, Datum::high),
        texts("status", data, Datum::status),
        texts("note", data, Datum::note));
  }

  private static StringColumn texts(String name, List<Datum> data, Function<Datum, String> text) {
    return StringColumn.create(name, data.stream().map(text).toArray(String[]::new));
  }

  private static DoubleColumn numbers(String name, List<Datum> data, Function<Datum, String> text) {
    DoubleColumn column = DoubleColumn.create(name);
    for (Datum datum : data) {
      String number = text.apply(datum);
      if (number.isEmpty()) {
        column.appendMissing();
      } else {
        column.append(Double.parseDouble(number));
      }
    }
    return column;
  }

  static String csv(List<Datum> data) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord("panel", "series", "at", "value", "low", "high", "status", "note");
      for (Datum d : data) {
        Stream<String> cells =
            Stream.of(
                d.panel(), d.series(), d.at(), d.value(), d.low(), d.high(), d.status(), d.note());
        csv.writeRecord(cells.map(SpreadsheetText::of).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
