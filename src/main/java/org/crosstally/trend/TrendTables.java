package org.crosstally.trend;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Evidence as a Tablesaw table. */
final class TrendTables {
  private TrendTables() {}

  static Table of(TrendReport report) {
    return of(report.series().label() + ": trend", report.evidence());
  }

  static Table of(String name, List<Evidence> rows) {
    StringColumn method = StringColumn.create("method");
    StringColumn quantity = StringColumn.create("quantity");
    DoubleColumn value = DoubleColumn.create("value");
    value.setPrintFormatter(
        new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    for (Evidence row : rows) {
      method.append(row.method());
      quantity.append(row.quantity());
      value.append(row.value());
    }
    return Table.create(name, method, quantity, value);
  }
}
