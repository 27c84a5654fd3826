package org.crosstally.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes tables of results as files, the same on every machine whatever its language. */
public final class ResultTables {
  /** Up to here a double names every whole number. */
  private static final double LARGEST_WHOLE = 9e15;

  private ResultTables() {}

  /**
   * Writes a table as {@link CsvFile} does. A text that a spreadsheet would run as a formula begins
   * with an apostrophe, as {@link SpreadsheetText} has it. A missing value is a blank cell; a whole
   * number has no decimals, and any other the shortest decimals that name it; dates are written as
   * ISO 8601 says.
   *
   * @param table the table; it is left as it is
   * @param file the file; missing folders are made
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Table table, Path file) {
    List<Column<?>> columns = table.columns();
    List<String> header = columns.stream().map(Column::name).toList();
    Iterable<List<String>> rows =
        () -> IntStream.range(0, table.rowCount()).mapToObj(row -> texts(columns, row)).iterator();
    CsvFile.write(file, header, rows);
  }

  private static List<String> texts(List<Column<?>> columns, int row) {
    List<String> texts = new ArrayList<>(columns.size());
    for (Column<?> column : columns) {
      texts.add(column.isMissing(row) ? "" : text(column.get(row)));
    }
    return texts;
  }

  private static String text(Object value) {
    if (value instanceof Double number
        && number == Math.rint(number)
        && Math.abs(number) < LARGEST_WHOLE) {
      return String.valueOf(number.longValue());
    }
    return value instanceof String text ? SpreadsheetText.of(text) : String.valueOf(value);
  }
}
