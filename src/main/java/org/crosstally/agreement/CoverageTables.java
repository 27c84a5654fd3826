package org.crosstally.agreement;

import org.crosstally.figure.Period;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Coverage as a Tablesaw table. */
final class CoverageTables {
  private static final String TOTAL = "total";

  private CoverageTables() {}

  static Table of(Coverage coverage) {
    StringColumn sources = StringColumn.create("source");
    IntColumn totals = IntColumn.create(TOTAL);
    for (String source : coverage.sources()) {
      sources.append(source);
      totals.append(coverage.total(source));
    }
    sources.append(TOTAL);
    totals.append(coverage.total());
    Table table = Table.create("coverage, " + coverage.counting().label(), sources);
    for (Period period : coverage.periods()) {
      IntColumn column = IntColumn.create(period.format());
      coverage.sources().forEach(source -> column.append(coverage.count(source, period)));
      column.append(coverage.total(period));
      table.addColumns(column);
    }
    return table.addColumns(totals);
  }
}
