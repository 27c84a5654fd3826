package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Vintages as Tablesaw tables. */
final class VintageTables {
  private VintageTables() {}

  static Table releases(VintageTable vintages) {
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn basis = StringColumn.create("basis");
    StringColumn period = StringColumn.create("period");
    StringColumn origin = StringColumn.create("origin");
    IntColumn number = IntColumn.create("vintage");
    StringColumn published = StringColumn.create("published");
    StringColumn last = StringColumn.create("last_published");
    DoubleColumn value = DoubleColumn.create("value");
    StringColumn attestation = StringColumn.create("attestation");
    StringColumn figures = StringColumn.create("figures");
    for (Line line : vintages.lines()) {
      for (Release release : line.releases()) {
        measure.append(line.cell().measure());
        dimensions.append(line.cell().dimensions().toString());
        basis.append(line.cell().basis());
        period.append(line.cell().period().format());
        origin.append(line.origin());
        number.append(release.number());
        published.append(release.published().map(Period::format).orElse(""));
        last.append(release.lastPublished().map(Period::format).orElse(""));
        value.append(release.value());
        attestation.append(release.attestation().label());
        figures.append(AgreementTables.ids(release.figures()));
      }
    }
    return Table.create(
        "vintages",
        measure,
        dimensions,
        basis,
        period,
        origin,
        number,
        published,
        last,
        value,
        attestation,
        figures);
  }

  static Table dates(VintageTable vintages) {
    SortedMap<Period, DoubleColumn> columns = new TreeMap<>();
    for (Line line : vintages.lines()) {
      for (Release release : line.releases()) {
        for (Figure figure : release.figures()) {
          figure
              .published()
              .ifPresent(
                  date -> columns.computeIfAbsent(date, d -> DoubleColumn.create(d.format())));
        }
      }
    }
    for (Line line : vintages.lines()) {
      Map<Period, OptionalDouble> printed = new HashMap<>();
      for (Release release : line.releases()) {
        for (Figure figure : release.figures()) {
          OptionalDouble value = OptionalDouble.of(release.value());
          figure.published().ifPresent(date -> printed.put(date, value));
        }
      }
      columns.forEach(
          (date, column) ->
              AgreementTables.append(column, printed.getOrDefault(date, OptionalDouble.empty())));
    }
    return wide(vintages, List.copyOf(columns.values()));
  }

  static Table numbers(VintageTable vintages) {
    int most = vintages.lines().stream().mapToInt(line -> line.releases().size()).max().orElse(0);
    List<DoubleColumn> columns = new ArrayList<>();
    IntStream.rangeClosed(1, most)
        .forEach(number -> columns.add(DoubleColumn.create("release_" + number)));
    DoubleColumn latest = DoubleColumn.create("latest");
    for (Line line : vintages.lines()) {
      for (int i = 0; i < most; i++) {
        AgreementTables.append(
            columns.get(i),
            line.release(i + 1)
                .map(release -> OptionalDouble.of(release.value()))
                .orElse(OptionalDouble.empty()));
      }
      latest.append(line.latest().value());
    }
    columns.add(latest);
    return wide(vintages, columns);
  }

  /** The columns behind those that name the lines. */
  private static Table wide(VintageTable vintages, List<DoubleColumn> columns) {
    Table table = Table.create("vintages");
    if (isSeveral(
        vintages.lines().stream().map(line -> line.cell().at(Period.ofYear(1))).toList())) {
      StringColumn measure = StringColumn.create("measure");
      StringColumn dimensions = StringColumn.create("dimensions");
      StringColumn basis = StringColumn.create("basis");
      for (Line line : vintages.lines()) {
        measure.append(line.cell().measure());
        dimensions.append(line.cell().dimensions().toString());
        basis.append(line.cell().basis());
      }
      table.addColumns(measure, dimensions, basis);
    }
    StringColumn period = StringColumn.create("period");
    vintages.lines().forEach(line -> period.append(line.cell().period().format()));
    table.addColumns(period);
    if (isSeveral(vintages.lines().stream().map(Line::origin).toList())) {
      StringColumn origin = StringColumn.create("origin");
      vintages.lines().forEach(line -> origin.append(line.origin()));
      table.addColumns(origin);
    }
    columns.forEach(table::addColumns);
    return table;
  }

  private static boolean isSeveral(List<?> values) {
    return values.stream().distinct().count() > 1;
  }
}
