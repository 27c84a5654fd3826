package org.crosstally.series;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Status;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Series and changes as Tablesaw tables. */
final class SeriesTables {
  private SeriesTables() {}

  static Table of(TimeSeries series) {
    StringColumn period = StringColumn.create("period");
    DoubleColumn value = DoubleColumn.create("value");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    StringColumn status = StringColumn.create("status");
    StringColumn covers = StringColumn.create("covers");
    for (Observation observation : series.observations()) {
      period.append(observation.period().format());
      if (observation instanceof Observation.Present present) {
        append(present.estimate(), value, low, high);
        status.append(present.status().code());
        covers.append(covers(present.estimate()));
      } else if (observation instanceof Observation.Absent absent) {
        value.appendMissing();
        low.appendMissing();
        high.appendMissing();
        status.append("missing");
        covers.append(absent.reason());
      }
    }
    return Table.create(series.label(), period, value, low, high, status, covers);
  }

  static Table of(YearOverYear changes) {
    StringColumn period = StringColumn.create("period");
    DoubleColumn value = DoubleColumn.create("value");
    DoubleColumn base = DoubleColumn.create("base");
    DoubleColumn change = DoubleColumn.create("change");
    DoubleColumn percent = percentColumn("change_pct");
    DoubleColumn low = percentColumn("low_pct");
    DoubleColumn high = percentColumn("high_pct");
    StringColumn outcome = StringColumn.create("outcome");
    for (YearOverYear.Change row : changes.changes()) {
      period.append(row.period().format());
      if (row.outcome() instanceof YearOverYear.Computed computed) {
        value.append(computed.valueNow().value());
        base.append(computed.valueThen().value());
        change.append(computed.difference().value());
        append(computed.percent(), percent, low, high);
        outcome.append(outcome(changes.series(), row.period(), computed));
      } else if (row.outcome() instanceof YearOverYear.Undefined undefined) {
        appendValue(changes.series(), row, value);
        base.appendMissing();
        change.appendMissing();
        append(Optional.empty(), percent, low, high);
        outcome.append(undefined.reason().label());
      }
    }
    return Table.create(
        changes.series().label() + ": change on the year before",
        period,
        value,
        base,
        change,
        percent,
        low,
        high,
        outcome);
  }

  private static void appendValue(TimeSeries series, YearOverYear.Change row, DoubleColumn value) {
    Optional<Observation> observation = series.at(row.period());
    if (observation.isPresent() && observation.get() instanceof Observation.Present present) {
      value.append(present.estimate().value());
    } else {
      value.appendMissing();
    }
  }

  private static String outcome(
      TimeSeries series, org.crosstally.figure.Period period, YearOverYear.Computed computed) {
    String words = computed.note().label();
    boolean provisional = isProvisional(series, period) || isProvisional(series, computed.base());
    return provisional ? words + " (provisional)" : words;
  }

  private static boolean isProvisional(TimeSeries series, org.crosstally.figure.Period period) {
    return series
        .at(period)
        .filter(
            o -> o instanceof Observation.Present present && present.status() == Status.PROVISIONAL)
        .isPresent();
  }

  private static void append(
      Optional<Estimate> estimate, DoubleColumn value, DoubleColumn low, DoubleColumn high) {
    if (estimate.isPresent()) {
      append(estimate.get(), value, low, high);
    } else {
      value.appendMissing();
      low.appendMissing();
      high.appendMissing();
    }
  }

  private static void append(
      Estimate estimate, DoubleColumn value, DoubleColumn low, DoubleColumn high) {
    value.append(estimate.value());
    low.append(estimate.low());
    high.append(estimate.high());
  }

  private static String covers(Estimate estimate) {
    return estimate.covers().stream()
        .map(Estimate.Component::label)
        .collect(Collectors.joining("; "));
  }

  /** A column that keeps all digits and prints one decimal. */
  private static DoubleColumn percentColumn(String name) {
    DoubleColumn column = DoubleColumn.create(name);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    column.setPrintFormatter(new DecimalFormat("0.0", symbols), "");
    return column;
  }
}
