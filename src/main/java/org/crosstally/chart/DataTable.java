package org.crosstally.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The marks of a figure as a table. */
final class DataTable {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** What makes a spreadsheet take a cell for a formula, also in the wide forms. */
  private static final String FORMULA = "=+-@\t\r＝＋－＠";

  private DataTable() {}

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
        csv.writeRecord(cells.map(DataTable::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /**
   * A text that a spreadsheet would run as a formula gets an apostrophe, which it shows as text.
   */
  static String harmless(String cell) {
    boolean isFormula =
        !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 && !NUMBER.matcher(cell).matches();
    return isFormula ? "'" + cell : cell;
  }
}
