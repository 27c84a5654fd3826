package org.crosstally.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import tech.tablesaw.api.Table;

/**
 * The change of a series on the same period a year before, found by the calendar and never by the
 * position in the series: a year is compared with the year before, January to October with January
 * to October, and a gap gives no number.
 *
 * <p>With x the value and b the base, the change is {@code x - b}, in per cent {@code 100 (x/b -
 * 1)}, and as a log change {@code ln(x/b)}. The interval of a change holds every change that the
 * two intervals allow: {@code [x.low - b.high, x.high - b.low]}, and for the ratio {@code
 * [x.low/b.high, x.high/b.low]}. It is never narrower than an interval of the same coverage that
 * takes the two errors as independent.
 *
 * <p>Immutable.
 *
 * @param series the series
 * @param changes one change for each period of the series
 */
public record YearOverYear(TimeSeries series, List<Change> changes) {

  /**
   * Copies the changes.
   *
   * @param series the series
   * @param changes one change for each period of the series
   */
  public YearOverYear {
    changes = List.copyOf(changes);
  }

  /**
   * The change from one year to the next.
   *
   * @param period the period
   * @param outcome the numbers, or the reason why there are none
   */
  public record Change(Period period, Outcome outcome) {}

  /** What came of comparing a period with the one a year before. */
  public sealed interface Outcome {}

  /**
   * A change.
   *
   * @param base the period compared with
   * @param valueThen its estimate
   * @param valueNow the estimate of the period itself
   * @param difference the value less the base, in the unit of the series; in percentage points
   *     where {@link #points()} says so
   * @param percent per cent of the base; empty for a ratio, and for a base that is not above zero
   * @param log the natural logarithm of value over base; empty where either is not above zero, or
   *     for a ratio
   * @param points whether the difference is in percentage points
   * @param note why the per cent change is empty; blank where it is not
   */
  public record Computed(
      Period base,
      Estimate valueThen,
      Estimate valueNow,
      Estimate difference,
      Optional<Estimate> percent,
      OptionalDouble log,
      boolean points,
      Note note)
      implements Outcome {}

  /** Why a computed change has no per cent change. */
  public enum Note {
    /** It has one. */
    NONE("change"),
    /** The series is a share or a rate in per cent: its changes are in percentage points. */
    PERCENTAGE_POINTS("percentage points"),
    /** The base is zero. */
    ZERO_BASE("base is zero"),
    /** The base is below zero. */
    NEGATIVE_BASE("base is negative"),
    /** The interval of the base reaches zero: the per cent change has no upper end. */
    BASE_MAY_BE_ZERO("interval of the base reaches zero");

    private final String label;

    Note(String label) {
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
   * No change.
   *
   * @param reason why there is none
   */
  public record Undefined(Reason reason) implements Outcome {}

  /** Why there is no change. */
  public enum Reason {
    /** The period itself has no value. */
    NO_VALUE("no value"),
    /** The series has nothing for the year before. */
    NO_BASE("no value a year before"),
    /** The year before is known, but not for the same months. */
    OTHER_MONTHS_ONLY("the year before is known for other months only"),
    /** A period without a start has no year before. */
    OPEN_START("open start");

    private final String label;

    Reason(String label) {
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

  static YearOverYear of(TimeSeries series) {
    Map<Period, Estimate> estimates = new HashMap<>();
    series.present().forEach(o -> estimates.put(o.period(), o.estimate()));
    boolean points = series.kind() == Measure.Kind.RATIO || inPercent(series.unit());
    List<Change> changes =
        series.observations().stream()
            .map(o -> new Change(o.period(), outcome(o.period(), estimates, points)))
            .toList();
    return new YearOverYear(series, changes);
  }

  private static boolean inPercent(Unit unit) {
    return unit.format().startsWith("%");
  }

  private static Outcome outcome(Period period, Map<Period, Estimate> estimates, boolean points) {
    Optional<Period> before = period.yearBefore();
    if (before.isEmpty()) {
      return new Undefined(Reason.OPEN_START);
    }
    Estimate now = estimates.get(period);
    if (now == null) {
      return new Undefined(Reason.NO_VALUE);
    }
    Period base = before.get();
    Estimate then = estimates.get(base);
    if (then == null) {
      boolean otherMonths =
          estimates.keySet().stream().anyMatch(p -> !p.isOpen() && p.overlaps(base));
      return new Undefined(otherMonths ? Reason.OTHER_MONTHS_ONLY : Reason.NO_BASE);
    }
    return computed(base, then, now, points);
  }

  private static Computed computed(Period base, Estimate then, Estimate now, boolean points) {
    Estimate difference =
        Changes.estimate(
            now.value() - then.value(),
            now.low() - then.high(),
            now.high() - then.low(),
            then,
            now);
    Note note = note(then, points);
    Optional<Estimate> percent =
        note == Note.NONE ? Optional.of(Changes.percent(then, now)) : Optional.empty();
    OptionalDouble log =
        !points && then.value() > 0 && now.value() > 0
            ? OptionalDouble.of(Math.log(now.value() / then.value()))
            : OptionalDouble.empty();
    return new Computed(base, then, now, difference, percent, log, points, note);
  }

  private static Note note(Estimate base, boolean points) {
    if (points) {
      return Note.PERCENTAGE_POINTS;
    }
    if (base.value() == 0) {
      return Note.ZERO_BASE;
    }
    if (base.value() < 0) {
      return Note.NEGATIVE_BASE;
    }
    return base.low() <= 0 ? Note.BASE_MAY_BE_ZERO : Note.NONE;
  }

  /**
   * The change of one period.
   *
   * @param period a period
   * @return the change; empty where the series does not hold the period
   */
  public Optional<Change> at(Period period) {
    return changes.stream().filter(c -> c.period().equals(period)).findFirst();
  }

  /**
   * The changes as a table.
   *
   * @return a table with the columns period, value, base, change, change_pct, low_pct, high_pct,
   *     outcome
   */
  public Table toTable() {
    return SeriesTables.of(this);
  }
}
