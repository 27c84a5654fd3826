package org.crosstally.agreement;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.crosstally.agreement.ForecastOutcome.Known;
import org.crosstally.agreement.ForecastOutcome.Scale;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import tech.tablesaw.api.Table;

/**
 * Each forecast against the outcome once it is known.
 *
 * <p>The outcome is the reconciled number of the cell, in the unit of the forecast: a change in per
 * cent is scored against {@code 100 (x/b - 1)} with the reconciled numbers of both periods, a rate
 * against {@code x} divided by the length of the period, and a share against {@code 100 x/t} with
 * the reconciled number of the total. It is the number as it stands now; a forecast is scored
 * against what was known on a day by reconciling {@link
 * org.crosstally.figure.FigureTable#publishedBy(java.time.LocalDate)}. No forecast takes part in a
 * reconciled number, whatever the rule, so that none is scored against itself; where one did, it
 * would not be scored.
 *
 * <p>A plain number, exact or approximate, has an error and nothing to hold: nobody expects it to
 * be met to the last digit. A bound, a range, {@code nearly 3000} and their like hold or do not.
 *
 * <p>Immutable.
 *
 * @param scores one score for each forecast, in the order of the cells and ids
 */
public record ForecastScores(List<Score> scores) {

  /**
   * How a forecast did.
   *
   * @param forecast the figure
   * @param verification the forecast against the outcome, or a {@link NotScored} why there is none
   */
  public record Score(Figure forecast, Outcome<Verification> verification) {
    /**
     * Whether the forecast names a number, so that its error is one.
     *
     * @return false for a bound or a range
     */
    public boolean namesNumber() {
      return forecast.amount().point().isPresent();
    }

    /**
     * How long before the end of the period the forecast was out.
     *
     * @return the days from the publication, the last on which it may have been, to the end of the
     *     period; negative where the period was over already and the count was still awaited; empty
     *     where the publication is not dated
     */
    public OptionalLong lead() {
      return forecast
          .published()
          .map(
              date -> OptionalLong.of(ChronoUnit.DAYS.between(date.end(), forecast.period().end())))
          .orElse(OptionalLong.empty());
    }
  }

  /** Whether the words of a forecast hold. */
  public enum Holding {
    /** The words allow the outcome. */
    HELD("yes"),
    /** The words exclude the outcome. */
    FAILED("no"),
    /** The forecast is a plain number, which has an error instead. */
    PLAIN_NUMBER("");

    private final String label;

    Holding(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * A forecast against its outcome.
   *
   * @param outcome the outcome, in the unit of the forecast
   * @param status whether the outcome is observed or still provisional
   * @param error the number that the forecast names less the outcome, in its unit; percentage
   *     points for a change or a share. For a bound or a range, which names none, the distance of
   *     its nearest end, which is zero where it holds
   * @param relativeError the error in terms of the absolute value of the outcome; empty where the
   *     outcome is zero, and for changes and shares, whose errors are percentage points
   * @param holding whether the words allow the outcome
   */
  public record Verification(
      double outcome, Status status, double error, OptionalDouble relativeError, Holding holding) {}

  /** Why a forecast is not scored. */
  public enum NotScored implements Reason {
    /** No count for the cell is stated. */
    NOT_KNOWN_YET("no outcome is known yet"),
    /** No count is stated under the definition of the forecast, but one under the measure's own. */
    OTHER_DEFINITION("an outcome is known under another definition only"),
    /** The forecast gives no number. */
    NO_NUMBER("no number is given"),
    /** The period or the total that a change or a share refers to has no reconciled number. */
    NO_BASE("what it is a percentage of has no reconciled number"),
    /** The number that a change or a share refers to is not above zero. */
    BASE_NOT_POSITIVE("what it is a percentage of is not above zero"),
    /** A share of a cell with several dimensions, of which more than one total is known. */
    SEVERAL_TOTALS("it may be a share of several totals"),
    /** A per cent change of a quantity that is itself in per cent. */
    CHANGE_OF_RATIO("a change of a ratio may be meant in per cent or in points"),
    /** A rate over a period that is no whole number of its unit of time, or open. */
    NO_WHOLE_LENGTH("the period is not a whole number of what the rate is per"),
    /** The reconciled number is in another unit. */
    OTHER_UNIT("the outcome is known in another unit"),
    /** A forecast takes part in the reconciled number. */
    TOOK_PART("a forecast takes part in the outcome");

    private final String sentence;

    NotScored(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }

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
   * @param reconciliation a reconciliation by any rule
   * @return the scores
   */
  public static ForecastScores of(Reconciliation reconciliation) {
    List<Score> scores = new ArrayList<>();
    for (CellOutcome outcome : reconciliation.outcomes()) {
      for (Account account : outcome.accounts()) {
        if (account.figure().status() == Status.FORECAST) {
          Figure forecast = account.figure();
          ForecastOutcome known = new ForecastOutcome(outcome, reconciliation);
          scores.add(new Score(forecast, verify(forecast, known)));
        }
      }
    }
    return new ForecastScores(scores);
  }

  private static Outcome<Verification> verify(Figure forecast, ForecastOutcome known) {
    if (forecast.amount() instanceof Amount.Missing) {
      return Outcome.undetermined(NotScored.NO_NUMBER);
    }
    Outcome<Known> outcome = known.in(forecast.unit());
    return outcome
        .asOptional()
        .map(number -> Outcome.of(verification(forecast.amount(), number)))
        .orElseGet(() -> Outcome.undetermined(outcome.whyNot().orElseThrow()));
  }

  private static Verification verification(Amount amount, Known known) {
    double outcome = known.value();
    double error = said(amount, outcome) - outcome;
    return new Verification(
        outcome,
        known.status(),
        error,
        known.scale() == Scale.RATIO && outcome != 0
            ? OptionalDouble.of(error / Math.abs(outcome))
            : OptionalDouble.empty(),
        holding(amount, outcome));
  }

  /** The number that is named, else the nearest that is allowed. */
  private static double said(Amount amount, double outcome) {
    return amount
        .point()
        .orElse(Math.max(amount.interval().low(), Math.min(amount.interval().high(), outcome)));
  }

  private static Holding holding(Amount amount, double outcome) {
    if (amount instanceof Amount.Exact || amount instanceof Amount.Rounded) {
      return Holding.PLAIN_NUMBER;
    }
    return amount.interval().contains(outcome) ? Holding.HELD : Holding.FAILED;
  }

  /**
   * The forecasts of each source, which may be a relay.
   *
   * @return their summary by the ids of the sources
   */
  public ForecastSummary bySource() {
    return ForecastSummary.of("source", scores, Figure::source);
  }

  /**
   * The forecasts of each origin: who expected it, as far as the source names somebody, else the
   * source.
   *
   * @return their summary by the ids of the origins
   */
  public ForecastSummary byOrigin() {
    Function<Figure, String> origin = figure -> figure.origin().orElse(figure.source());
    return ForecastSummary.of("origin", scores, origin);
  }

  /**
   * One row for each forecast.
   *
   * @return a table with the columns figure_id, source, origin, measure, dimensions, basis, period,
   *     published, lead_days, unit, forecast (as printed), outcome, outcome_status, error,
   *     relative_error_pct, held (yes, no, or blank for a plain number), note (why it is not
   *     scored)
   */
  public Table toTable() {
    return ForecastTables.scores(this);
  }
}
