package org.crosstally.agreement;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;
import tech.tablesaw.api.Table;

/**
 * Each forecast against the outcome once it is known: the reconciled number of its cell, in which
 * no forecast takes part. A forecast in per cent of another period is scored against the per cent
 * that the reconciled numbers give, a rate against the number divided by the length.
 *
 * <p>Immutable.
 *
 * @param scores one score for each forecast, in the order of the cells and ids
 */
public record ForecastScores(List<Score> scores) {

  /** How a forecast did. */
  public sealed interface Score {
    /**
     * The forecast.
     *
     * @return the figure
     */
    Figure forecast();
  }

  /**
   * A forecast whose outcome is known.
   *
   * @param forecast the figure
   * @param outcome the outcome, in the unit of the forecast
   * @param error the forecast less the outcome; for a bound or a range, the distance of its nearest
   *     end, which is zero if it holds
   * @param relativeError the error in terms of the outcome; empty where the outcome is zero, and
   *     for forecasts in per cent, whose errors are percentage points
   * @param held whether the words allow the outcome; empty for a plain number, of which nobody
   *     expects that it is met to the last digit
   * @param lead days from the publication to the end of the period; empty where the publication is
   *     not dated
   */
  public record Scored(
      Figure forecast,
      double outcome,
      double error,
      OptionalDouble relativeError,
      Optional<Boolean> held,
      OptionalLong lead)
      implements Score {}

  /**
   * A forecast whose outcome is not known.
   *
   * @param forecast the figure
   * @param reason why
   */
  public record NotScored(Figure forecast, String reason) implements Score {}

  /**
   * Copies the list.
   *
   * @param scores the scores
   */
  public ForecastScores {
    scores = List.copyOf(scores);
  }

  /**
   * Scores all forecasts of a reconciliation.
   *
   * @param reconciliation a reconciliation
   * @return the scores
   */
  public static ForecastScores of(Reconciliation reconciliation) {
    List<Score> scores = new ArrayList<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      for (Account account : outcome.accounts()) {
        if (account.figure().status() == Status.FORECAST) {
          scores.add(score(account.figure(), outcome, reconciliation));
        }
      }
    }
    return new ForecastScores(scores);
  }

  private static Score score(Figure forecast, CellOutcome cell, Reconciliation reconciliation) {
    if (forecast.amount() instanceof Amount.Missing) {
      return new NotScored(forecast, "no number is given");
    }
    Optional<Double> level = level(cell.cell(), reconciliation);
    if (level.isEmpty()) {
      return new NotScored(forecast, "no outcome is stated yet");
    }
    OptionalDouble outcome = inUnit(forecast, cell, level.get(), reconciliation);
    return outcome.isPresent()
        ? scored(forecast, outcome.getAsDouble())
        : new NotScored(forecast, "no outcome in " + forecast.unit().format() + " can be computed");
  }

  private static Optional<Double> level(Cell cell, Reconciliation reconciliation) {
    return reconciliation.outcome(cell).flatMap(CellOutcome::estimate).map(Estimate::value);
  }

  private static OptionalDouble inUnit(
      Figure forecast, CellOutcome cell, double level, Reconciliation reconciliation) {
    Unit unit = forecast.unit();
    if (unit instanceof Unit.ChangeOnYear) {
      return change(
          level,
          cell.cell().period().yearBefore().flatMap(p -> level(cell.cell().at(p), reconciliation)));
    }
    if (unit instanceof Unit.ChangeOn change) {
      return change(level, level(cell.cell().at(change.base()), reconciliation));
    }
    if (unit instanceof Unit.Rate rate) {
      OptionalDouble length = length(cell.cell().period(), rate.per());
      return length.isPresent()
          ? OptionalDouble.of(level / length.getAsDouble())
          : OptionalDouble.empty();
    }
    return unit.equals(cell.unit()) ? OptionalDouble.of(level) : OptionalDouble.empty();
  }

  private static OptionalDouble change(double level, Optional<Double> base) {
    return base.isPresent() && base.get() != 0
        ? OptionalDouble.of(100 * (level / base.get() - 1))
        : OptionalDouble.empty();
  }

  private static OptionalDouble length(Period period, Unit.Rate.Per per) {
    OptionalLong days = period.days();
    if (days.isEmpty()) {
      return OptionalDouble.empty();
    }
    double months =
        ChronoUnit.MONTHS.between(period.start().withDayOfMonth(1), period.end().plusDays(1));
    return switch (per) {
      case DAY -> OptionalDouble.of((double) days.getAsLong());
      case WEEK -> OptionalDouble.of(days.getAsLong() / 7.0);
      case MONTH -> months > 0 ? OptionalDouble.of(months) : OptionalDouble.empty();
      case QUARTER -> months > 0 ? OptionalDouble.of(months / 3) : OptionalDouble.empty();
      case YEAR -> months > 0 ? OptionalDouble.of(months / 12) : OptionalDouble.empty();
    };
  }

  private static Scored scored(Figure forecast, double outcome) {
    Amount amount = forecast.amount();
    double said =
        amount
            .point()
            .orElseGet(
                () ->
                    Math.max(amount.interval().low(), Math.min(amount.interval().high(), outcome)));
    boolean plain = amount instanceof Amount.Exact;
    OptionalLong lead =
        forecast
            .published()
            .map(
                date ->
                    OptionalLong.of(ChronoUnit.DAYS.between(date.end(), forecast.period().end())))
            .orElse(OptionalLong.empty());
    return new Scored(
        forecast,
        outcome,
        said - outcome,
        isRatio(forecast.unit()) && outcome != 0
            ? OptionalDouble.of((said - outcome) / Math.abs(outcome))
            : OptionalDouble.empty(),
        plain ? Optional.empty() : Optional.of(amount.interval().contains(outcome)),
        lead);
  }

  /** Whether zero means nothing, so that errors can be stated in terms of the outcome. */
  private static boolean isRatio(Unit unit) {
    return unit instanceof Unit.Base || unit instanceof Unit.Rate;
  }

  /**
   * One line for each forecast.
   *
   * @return a table with the columns figure_id, source, origin, measure, dimensions, period,
   *     published, lead_days, unit, forecast, outcome, error, relative_error_pct, held, note (why
   *     it is not scored)
   */
  public Table toTable() {
    return AgreementTables.forecasts(this);
  }

  /**
   * The scores by source.
   *
   * @return the summaries
   */
  public BySource bySource() {
    return new BySource(this);
  }

  /**
   * The scores of each source.
   *
   * @param scores the scores of all of them
   */
  public record BySource(ForecastScores scores) {
    /**
     * One line for each source.
     *
     * @return a table with the columns source, forecasts, scored, mean_error_pct,
     *     mean_absolute_error_pct, worded, held: the number of scored forecasts that are no plain
     *     numbers, and of those that held
     */
    public Table toTable() {
      return AgreementTables.forecastsBySource(scores);
    }
  }
}
