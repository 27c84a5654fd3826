package org.crosstally.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import tech.tablesaw.api.Table;

/**
 * Estimates of one quantity over time. Periods may have gaps between them and may differ in length;
 * every computation goes by the calendar and never by the position in the list.
 *
 * <p>Immutable.
 *
 * @param label the name of the quantity
 * @param kind how the quantity behaves over time
 * @param unit the unit of the values
 * @param observations one observation for each period, in the order of the periods
 */
public record TimeSeries(
    String label, Measure.Kind kind, Unit unit, List<Observation> observations) {

  /**
   * Sorts the observations.
   *
   * @param label the name of the quantity
   * @param kind how the quantity behaves over time
   * @param unit the unit of the values
   * @param observations one observation for each period, in the order of the periods
   * @throws IllegalArgumentException if a period occurs twice
   */
  public TimeSeries {
    List<Observation> sorted = new ArrayList<>(observations);
    sorted.sort(Comparator.comparing(Observation::period));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).period().equals(sorted.get(i - 1).period())) {
        throw new IllegalArgumentException(sorted.get(i).period() + " occurs twice in the series");
      }
    }
    observations = List.copyOf(sorted);
  }

  /**
   * The observation of a period.
   *
   * @param period a period
   * @return the observation; empty where the series does not hold the period
   */
  public Optional<Observation> at(Period period) {
    return observations.stream().filter(o -> o.period().equals(period)).findFirst();
  }

  /**
   * The periods that have an estimate.
   *
   * @return the present observations, in order
   */
  public List<Observation.Present> present() {
    return observations.stream()
        .filter(Observation.Present.class::isInstance)
        .map(Observation.Present.class::cast)
        .toList();
  }

  /**
   * The present values.
   *
   * @return a new array, parallel to {@link #present()}
   */
  public double[] values() {
    return present().stream().mapToDouble(o -> o.estimate().value()).toArray();
  }

  /**
   * The places of the present values in time: the years in which their periods end, so that a gap
   * keeps its width.
   *
   * @return a new array, parallel to {@link #present()}
   */
  public double[] years() {
    return present().stream().mapToDouble(o -> o.period().end().getYear()).toArray();
  }

  /**
   * The part of the series within a stretch of time.
   *
   * @param stretch the stretch
   * @return the observations whose periods lie in it
   */
  public TimeSeries within(Period stretch) {
    return new TimeSeries(
        label,
        kind,
        unit,
        observations.stream().filter(o -> stretch.contains(o.period())).toList());
  }

  /**
   * The change on the same period a year before.
   *
   * @return the change for each period of the series
   */
  public YearOverYear yearOverYear() {
    return YearOverYear.of(this);
  }

  /**
   * The change on the same period a year before in a chosen measure, with counting noise apart.
   *
   * @return the growth in per cent; {@link Growth#with(ChangeMeasure)} chooses another measure
   */
  public Growth growth() {
    return Growth.of(this);
  }

  /**
   * The series as an index: {@code 100 x/b} with b the value of a base period.
   *
   * <p>The interval of an index value holds what the intervals of its value and of the base allow;
   * the base period itself is 100 by definition and has no width.
   *
   * @param base the base period
   * @return the index, or why there is none: {@code NO_BASE}, {@code ZERO_BASE}, {@code
   *     NEGATIVE_BASE} or {@code BASE_MAY_BE_ZERO}
   */
  public Outcome<TimeSeries> index(Period base) {
    return IndexNumbers.of(this, base);
  }

  /**
   * The series as a table.
   *
   * @return a table with the columns period, value, low, high, status, covers
   */
  public Table toTable() {
    return SeriesTables.of(this);
  }
}
