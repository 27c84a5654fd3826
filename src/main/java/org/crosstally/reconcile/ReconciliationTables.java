package org.crosstally.reconcile;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.series.Estimate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Outcomes and conflicts as Tablesaw tables. */
final class ReconciliationTables {
  private ReconciliationTables() {}

  static Table of(Reconciliation reconciliation) {
    StringColumn period = StringColumn.create("period");
    DoubleColumn estimate = DoubleColumn.create("estimate");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    IntColumn figures = IntColumn.create("figures");
    IntColumn origins = IntColumn.create("origins");
    StringColumn status = StringColumn.create("status");
    StringColumn rule = StringColumn.create("rule");
    for (CellOutcome outcome : reconciliation.outcomes()) {
      period.append(outcome.cell().period().format());
      append(estimate, outcome.estimate().map(Estimate::value));
      append(low, outcome.estimate().map(Estimate::low));
      append(high, outcome.estimate().map(Estimate::high));
      figures.append(outcome.accounts().size());
      origins.append(outcome.reconciled().map(r -> r.origins().size()).orElse(0));
      status.append(outcome.reconciled().map(r -> r.status().code()).orElse("none"));
      rule.append(outcome.result().rule());
    }
    Table table =
        Table.create("reconciled", period, estimate, low, high, figures, origins, status, rule);
    return isOneSeries(reconciliation.outcomes()) ? table : withSeries(reconciliation, table);
  }

  private static boolean isOneSeries(List<CellOutcome> outcomes) {
    Period any = Period.ofYear(2000);
    return outcomes.stream().map(o -> o.cell().at(any)).distinct().count() <= 1;
  }

  private static Table withSeries(Reconciliation reconciliation, Table table) {
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn basis = StringColumn.create("basis");
    for (CellOutcome outcome : reconciliation.outcomes()) {
      measure.append(outcome.cell().measure());
      dimensions.append(outcome.cell().dimensions().toString());
      basis.append(outcome.cell().basis());
    }
    Table wide = Table.create(table.name(), measure, dimensions, basis);
    table.columns().forEach(wide::addColumns);
    return wide;
  }

  static Table of(Conflicts conflicts) {
    StringColumn id = StringColumn.create("figure_id");
    StringColumn source = StringColumn.create("source");
    StringColumn origin = StringColumn.create("origin");
    StringColumn published = StringColumn.create("published");
    StringColumn period = StringColumn.create("period");
    StringColumn value = StringColumn.create("value");
    DoubleColumn reconciled = DoubleColumn.create("reconciled");
    DoubleColumn difference = DoubleColumn.create("difference");
    DoubleColumn percent = DoubleColumn.create("difference_pct");
    percent.setPrintFormatter(
        new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    StringColumn cause = StringColumn.create("cause");
    StringColumn evidence = StringColumn.create("evidence");
    DoubleColumn chance = DoubleColumn.create("probability_by_chance");
    chance.setPrintFormatter(
        new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    StringColumn explanation = StringColumn.create("explanation");
    for (Conflict conflict : conflicts.list()) {
      Figure figure = conflict.figure();
      id.append(figure.id());
      source.append(figure.source());
      origin.append(figure.origin().orElse(""));
      published.append(figure.published().map(Period::format).orElse(""));
      period.append(figure.period().format());
      value.append(figure.printed());
      append(reconciled, conflict.reconciled());
      append(difference, conflict.difference());
      append(percent, conflict.differencePercent());
      cause.append(conflict.cause().name());
      evidence.append(
          conflict.evidence().stream().map(Figure::id).collect(Collectors.joining(" ")));
      append(chance, conflict.finding().probabilityByChance());
      explanation.append(conflict.explanation());
    }
    return Table.create(
        "conflicts",
        id,
        source,
        origin,
        published,
        period,
        value,
        reconciled,
        difference,
        percent,
        cause,
        evidence,
        chance,
        explanation);
  }

  static Table of(ProbableRelays relays) {
    StringColumn copier = StringColumn.create("copier");
    StringColumn copied = StringColumn.create("copied");
    DoubleColumn probability = DoubleColumn.create("probability");
    probability.setPrintFormatter(
        new DecimalFormat("0.0000", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    StringColumn direction = StringColumn.create("direction");
    IntColumn cells = IntColumn.create("shared_cells");
    IntColumn rare = IntColumn.create("shared_rare");
    IntColumn different = IntColumn.create("different");
    StringColumn evidence = StringColumn.create("evidence");
    for (ProbableRelays.ProbableRelay relay : relays.list()) {
      copier.append(relay.copier());
      copied.append(relay.copied());
      probability.append(relay.probability());
      direction.append(relay.directed() ? "known" : "open");
      cells.append(relay.sharedCells());
      rare.append(relay.sharedRare());
      different.append(relay.different());
      evidence.append(relay.evidence().stream().map(Figure::id).collect(Collectors.joining(" ")));
    }
    return Table.create(
        "relays", copier, copied, probability, direction, cells, rare, different, evidence);
  }

  private static void append(DoubleColumn column, Optional<Double> value) {
    if (value.isPresent()) {
      column.append(value.get());
    } else {
      column.appendMissing();
    }
  }

  private static void append(DoubleColumn column, OptionalDouble value) {
    if (value.isPresent()) {
      column.append(value.getAsDouble());
    } else {
      column.appendMissing();
    }
  }
}
