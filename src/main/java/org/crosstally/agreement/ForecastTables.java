package org.crosstally.agreement;

import java.util.OptionalDouble;
import org.crosstally.agreement.ForecastScores.Score;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Reason;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Scores of forecasts as Tablesaw tables. */
final class ForecastTables {
  private ForecastTables() {}

  static Table scores(ForecastScores scores) {
    StringColumn id = StringColumn.create("figure_id");
    StringColumn source = StringColumn.create("source");
    StringColumn origin = StringColumn.create("origin");
    StringColumn measure = StringColumn.create("measure");
    StringColumn dimensions = StringColumn.create("dimensions");
    StringColumn basis = StringColumn.create("basis");
    StringColumn period = StringColumn.create("period");
    StringColumn published = StringColumn.create("published");
    StringColumn unit = StringColumn.create("unit");
    StringColumn forecast = StringColumn.create("forecast");
    Table table =
        Table.create(
            "forecasts",
            id,
            source,
            origin,
            measure,
            dimensions,
            basis,
            period,
            published,
            unit,
            forecast);
    for (Score score : scores.scores()) {
      Figure figure = score.forecast();
      id.append(figure.id());
      source.append(figure.source());
      origin.append(figure.origin().orElse(""));
      measure.append(figure.measure());
      dimensions.append(figure.dimensions().toString());
      basis.append(figure.basis().orElse(""));
      period.append(figure.period().format());
      published.append(figure.published().map(Period::format).orElse(""));
      unit.append(figure.unit().format());
      forecast.append(figure.printed());
    }
    return withResults(table, scores);
  }

  private static Table withResults(Table table, ForecastScores scores) {
    IntColumn lead = IntColumn.create("lead_days");
    DoubleColumn outcome = AgreementTables.decimals("outcome", "#,##0.##");
    StringColumn status = StringColumn.create("outcome_status");
    DoubleColumn error = AgreementTables.decimals("error", "#,##0.##");
    DoubleColumn relative = AgreementTables.decimals("relative_error_pct", "0.0");
    StringColumn held = StringColumn.create("held");
    StringColumn note = StringColumn.create("note");
    for (Score score : scores.scores()) {
      score.lead().ifPresentOrElse(days -> lead.append((int) days), lead::appendMissing);
      score
          .verification()
          .asOptional()
          .ifPresentOrElse(
              found -> {
                outcome.append(found.outcome());
                status.append(found.status().code());
                error.append(found.error());
                AgreementTables.append(relative, percent(found.relativeError()));
                held.append(found.holding().label());
              },
              () -> {
                outcome.appendMissing();
                status.append("");
                error.appendMissing();
                relative.appendMissing();
                held.append("");
              });
      note.append(score.verification().whyNot().map(Reason::sentence).orElse(""));
    }
    return table.addColumns(lead, outcome, status, error, relative, held, note);
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }

  static Table summary(ForecastSummary summary) {
    StringColumn forecaster = StringColumn.create(summary.kind());
    StringColumn measure = StringColumn.create("measure");
    StringColumn unit = StringColumn.create("unit");
    IntColumn forecasts = IntColumn.create("forecasts");
    IntColumn scored = IntColumn.create("scored");
    IntColumn numbers = IntColumn.create("numbers");
    DoubleColumn mean = AgreementTables.decimals("mean_error", "#,##0.#");
    DoubleColumn absolute = AgreementTables.decimals("mean_absolute_error", "#,##0.#");
    DoubleColumn percentage = AgreementTables.decimals("mean_absolute_pct_error", "0.0");
    IntColumn worded = IntColumn.create("worded");
    DoubleColumn held = AgreementTables.decimals("held_pct", "0");
    for (ForecastSummary.Line line : summary.lines()) {
      forecaster.append(line.forecaster());
      measure.append(line.measure());
      unit.append(line.unit());
      forecasts.append(line.forecasts());
      scored.append(line.scored());
      numbers.append(line.meanError().pairs());
      AgreementTables.append(mean, line.meanError().asOptional());
      AgreementTables.append(absolute, line.meanAbsoluteError().asOptional());
      AgreementTables.append(percentage, line.meanAbsolutePercentageError().asOptional());
      worded.append(line.shareHeld().pairs());
      AgreementTables.append(held, percent(line.shareHeld().asOptional()));
    }
    return Table.create(
        "forecasts by " + summary.kind(),
        forecaster,
        measure,
        unit,
        forecasts,
        scored,
        numbers,
        mean,
        absolute,
        percentage,
        worded,
        held);
  }
}
