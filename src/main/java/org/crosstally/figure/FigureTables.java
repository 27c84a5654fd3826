package org.crosstally.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Figures from and to Tablesaw tables. */
final class FigureTables {

  private FigureTables() {}

  static FigureTable read(Table table, Catalogue catalogue, DecimalMark decimalMark) {
    String location = table.name() == null ? "table" : "table '" + Excerpt.of(table.name()) + "'";
    List<Column<?>> columns = table.columns();
    Problems problems = new Problems();
    for (int i = 0; i < columns.size(); i++) {
      Column<?> column = columns.get(i);
      if (!isReadable(column)) {
        problems.add(
            new Problem(
                location,
                0,
                i + 1,
                column.name(),
                column.type().name(),
                "not a type of column that figures are read from",
                "STRING, SHORT, INTEGER, LONG, FLOAT, DOUBLE, LOCAL_DATE"));
      }
    }
    problems.raise();
    List<String> header = columns.stream().map(Column::name).toList();
    FigureParser parser = FigureParser.of(location, catalogue, decimalMark, 0, header);
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> cells = new ArrayList<>(columns.size());
      for (Column<?> column : columns) {
        cells.add(text(column, row, decimalMark));
      }
      problems.addAll(parser.add(row + 1, cells));
    }
    problems.raise();
    return parser.table();
  }

  private static boolean isReadable(Column<?> column) {
    return column instanceof StringColumn
        || column instanceof ShortColumn
        || column instanceof IntColumn
        || column instanceof LongColumn
        || column instanceof FloatColumn
        || column instanceof DoubleColumn
        || column instanceof DateColumn;
  }

  private static String text(Column<?> column, int row, DecimalMark decimalMark) {
    if (column.isMissing(row)) {
      return "";
    }
    String text = String.valueOf(column.get(row));
    if (column instanceof DoubleColumn || column instanceof FloatColumn) {
      return decimals(text).replace('.', decimalMark.decimal());
    }
    return text;
  }

  /** The shortest decimal of a floating point number, without exponent and without ".0". */
  private static String decimals(String text) {
    if (text.endsWith("Infinity")) {
      return text;
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    return Grain.fits(value, 0) ? value.toPlainString() : text;
  }

  static Table write(FigureTable figures) {
    FigureTexts texts = FigureTexts.of(figures);
    List<StringColumn> columns = texts.header().stream().map(StringColumn::create).toList();
    for (Figure figure : figures.figures()) {
      List<String> row = texts.row(figure);
      for (int i = 0; i < row.size(); i++) {
        columns.get(i).append(row.get(i));
      }
    }
    Table table = Table.create("figures");
    columns.forEach(table::addColumns);
    return table;
  }
}
