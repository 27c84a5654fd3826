package org.crosstally.trend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
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
    value.setPrintFormatter(new EvidenceFormat(), "");
    for (Evidence row : rows) {
      method.append(row.method());
      quantity.append(row.quantity());
      value.append(row.value());
    }
    return Table.create(name, method, quantity, value);
  }

  static Table of(TrendRobustness robustness) {
    StringColumn version = StringColumn.create("version");
    IntColumn values = IntColumn.create("values");
    StringColumn monotone = StringColumn.create("monotone");
    StringColumn course = StringColumn.create("course");
    StringColumn joins = StringColumn.create("joins");
    StringColumn agreement = StringColumn.create("agreement");
    for (TrendRobustness.Variation row : robustness.variations()) {
      version.append(row.label());
      values.append(row.n());
      monotone.append(row.conclusion().monotone().words());
      course.append(row.conclusion().course().words());
      joins.append(
          row.conclusion().joins().stream().map(TrendWords::year).collect(Collectors.joining(" ")));
      agreement.append(row.agreement().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return Table.create("robustness", version, values, monotone, course, joins, agreement);
  }
}
