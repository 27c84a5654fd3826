package org.crosstally.agreement;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crosstally.agreement.ForecastScores.NotScored;
import org.crosstally.agreement.ForecastScores.Score;
import org.crosstally.agreement.ForecastScores.Scored;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Cause;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results about sources as Tablesaw tables. */
final class AgreementTables {
  private AgreementTables() {}

  private static DoubleColumn decimals(String name, String pattern) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    return column;
  }

  private static void append(DoubleColumn column, OptionalDouble value) {
    if (value.isPresent()) {
      column.append(value.getAsDouble());
    } else {
      column.appendMissing();
    }
  }

  private static String ids(List<Figure> figures) {
    return figures.stream().map(Figure::id).collect(Collectors.joining(" "));
  }

  static Table vintages(VintageTable vintages) {
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
    for (Release release : vintages.releases()) {
      measure.append(release.cell().measure());
      dimensions.append(release.cell().dimensions().toString());
      basis.append(release.cell().basis());
      period.append(release.cell().period().format());
      origin.append(release.origin());
      number.append(release.number());
      published.append(release.published().map(Period::format).orElse(""));
      last.append(release.lastPublished().map(Period::format).orElse(""));
      value.append(release.value());
      attestation.append(release.attestation().label());
      figures.append(ids(release.figures()));
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

  static Table triangle(VintageTable vintages) {
    List<String> dates =
        vintages.releases().stream()
            .flatMap(release -> release.published().stream())
            .distinct()
            .sorted()
            .map(Period::format)
            .toList();
    SortedMap<Cell, Map<String, Double>> rows = new TreeMap<>();
    for (Release release : vintages.releases()) {
      release
          .published()
          .ifPresent(
              date ->
                  rows.computeIfAbsent(release.cell(), cell -> new LinkedHashMap<>())
                      .put(date.format(), release.value()));
    }
    StringColumn period = StringColumn.create("period");
    rows.keySet().forEach(cell -> period.append(cell.period().format()));
    Table table = Table.create("vintages", period);
    for (String date : dates) {
      DoubleColumn column = DoubleColumn.create(date);
      for (Map<String, Double> row : rows.values()) {
        Double value = row.get(date);
        append(column, value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
      }
      table.addColumns(column);
    }
    return table;
  }

  static Table revisions(Revisions revisions) {
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn basis = StringColumn.create("basis");
    StringColumn length = StringColumn.create("length");
    StringColumn origin = StringColumn.create("origin");
    IntColumn pairs = IntColumn.create("pairs");
    Map<String, DoubleColumn> columns = new LinkedHashMap<>();
    for (Revisions.RevisedSeries series : revisions.series()) {
      measure.append(series.cell().measure());
      dimensions.append(series.cell().dimensions().toString());
      basis.append(series.cell().basis());
      length.append(series.length().name().toLowerCase(Locale.ROOT));
      origin.append(series.origin());
      pairs.append(series.statistics().pairs());
      statistics(series)
          .forEach(
              (name, statistic) ->
                  append(
                      columns.computeIfAbsent(name, key -> decimals(key, "0.0000")),
                      statistic.asOptional()));
    }
    Table table = Table.create("revisions", measure, dimensions, basis, length, origin, pairs);
    columns.values().forEach(table::addColumns);
    return table;
  }

  private static Map<String, Statistic> statistics(Revisions.RevisedSeries series) {
    RevisionStatistics s = series.statistics();
    Map<String, Statistic> statistics = new LinkedHashMap<>();
    statistics.put("mean", s.mean());
    statistics.put("mean_absolute", s.meanAbsolute());
    statistics.put("root_mean_square", s.rootMeanSquare());
    statistics.put("standard_deviation", s.standardDeviation());
    statistics.put("smallest", s.smallest());
    statistics.put("largest", s.largest());
    statistics.put("relative_mean", s.relativeMean());
    statistics.put("relative_mean_absolute", s.relativeMeanAbsolute());
    statistics.put("theil_u1", s.theilU1());
    statistics.put("bias_share", s.biasShare());
    statistics.put("regression_share", s.regressionShare());
    statistics.put("disturbance_share", s.disturbanceShare());
    statistics.put("bias_p", s.biasP());
    statistics.put("news_p", s.newsP());
    statistics.put("noise_p", s.noiseP());
    statistics.put("right_signs", s.rightSigns());
    statistics.put("first_efficient_release", series.firstEfficientRelease());
    return statistics;
  }

  static Table forecasts(ForecastScores scores) {
    StringColumn id = StringColumn.create("figure_id");
    StringColumn source = StringColumn.create("source");
    StringColumn origin = StringColumn.create("origin");
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn period = StringColumn.create("period");
    StringColumn published = StringColumn.create("published");
    IntColumn lead = IntColumn.create("lead_days");
    StringColumn unit = StringColumn.create("unit");
    StringColumn forecast = StringColumn.create("forecast");
    DoubleColumn outcome = decimals("outcome", "#,##0.##");
    DoubleColumn error = decimals("error", "#,##0.##");
    DoubleColumn relative = decimals("relative_error_pct", "0.00");
    StringColumn held = StringColumn.create("held");
    StringColumn note = StringColumn.create("note");
    for (Score score : scores.scores()) {
      Figure figure = score.forecast();
      id.append(figure.id());
      source.append(figure.source());
      origin.append(figure.origin().orElse(""));
      measure.append(figure.measure());
      dimensions.append(figure.dimensions().toString());
      period.append(figure.period().format());
      published.append(figure.published().map(Period::format).orElse(""));
      unit.append(figure.unit().format());
      forecast.append(figure.printed());
      if (score instanceof Scored scored) {
        scored.lead().ifPresentOrElse(days -> lead.append((int) days), lead::appendMissing);
        outcome.append(scored.outcome());
        error.append(scored.error());
        append(relative, percent(scored.relativeError()));
        held.append(scored.held().map(h -> h ? "yes" : "no").orElse(""));
        note.append("");
      } else {
        lead.appendMissing();
        outcome.appendMissing();
        error.appendMissing();
        relative.appendMissing();
        held.append("");
        note.append(((NotScored) score).reason());
      }
    }
    return Table.create(
        "forecasts",
        id,
        source,
        origin,
        measure,
        dimensions,
        period,
        published,
        lead,
        unit,
        forecast,
        outcome,
        error,
        relative,
        held,
        note);
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }

  static Table forecastsBySource(ForecastScores scores) {
    SortedMap<String, List<Score>> bySource =
        scores.scores().stream()
            .collect(
                Collectors.groupingBy(
                    score -> score.forecast().source(), TreeMap::new, Collectors.toList()));
    StringColumn source = StringColumn.create("source");
    IntColumn forecasts = IntColumn.create("forecasts");
    IntColumn scoredCount = IntColumn.create("scored");
    DoubleColumn mean = decimals("mean_error_pct", "0.00");
    DoubleColumn absolute = decimals("mean_absolute_error_pct", "0.00");
    IntColumn worded = IntColumn.create("worded");
    IntColumn held = IntColumn.create("held");
    bySource.forEach(
        (id, list) -> {
          List<Scored> scored =
              list.stream().filter(Scored.class::isInstance).map(Scored.class::cast).toList();
          List<Double> errors = new ArrayList<>();
          scored.forEach(s -> percent(s.relativeError()).ifPresent(errors::add));
          source.append(id);
          forecasts.append(list.size());
          scoredCount.append(scored.size());
          append(mean, errors.stream().mapToDouble(e -> e).average());
          append(absolute, errors.stream().mapToDouble(Math::abs).average());
          worded.append((int) scored.stream().filter(s -> s.held().isPresent()).count());
          held.append((int) scored.stream().filter(s -> s.held().orElse(false)).count());
        });
    return Table.create(
        "forecasts by source", source, forecasts, scoredCount, mean, absolute, worded, held);
  }

  static Table sources(SourceRecords records) {
    StringColumn source = StringColumn.create("source");
    StringColumn name = StringColumn.create("name");
    StringColumn kind = StringColumn.create("kind");
    IntColumn figures = IntColumn.create("figures");
    IntColumn own = IntColumn.create("own");
    IntColumn relayed = IntColumn.create("relayed");
    StringColumn origins = StringColumn.create("origins");
    IntColumn compared = IntColumn.create("compared");
    IntColumn differing = IntColumn.create("differing");
    Map<Cause, IntColumn> causes = new LinkedHashMap<>();
    for (Cause cause : Cause.values()) {
      causes.put(cause, IntColumn.create(cause.name().toLowerCase(Locale.ROOT)));
    }
    IntColumn slips = IntColumn.create("slips");
    DoubleColumn rate = decimals("slip_rate_pct", "0.00");
    for (SourceRecords.SourceRecord record : records.list()) {
      source.append(record.source().id());
      name.append(record.source().name());
      kind.append(record.source().kind().code());
      figures.append(record.figures());
      own.append(record.own());
      relayed.append(record.figures() - record.own());
      origins.append(origins(record));
      compared.append(record.compared());
      differing.append(record.causes().values().stream().mapToInt(Integer::intValue).sum());
      causes.forEach((cause, column) -> column.append(record.count(cause)));
      slips.append(record.slips());
      rate.append(100 * record.slipRate());
    }
    Table table =
        Table.create(
            "sources", source, name, kind, figures, own, relayed, origins, compared, differing);
    causes.values().forEach(table::addColumns);
    return table.addColumns(slips, rate);
  }

  /** Whom a source relays, the most relayed first. */
  private static String origins(SourceRecords.SourceRecord record) {
    return record.origins().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
