package org.crosstally.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import tech.tablesaw.api.Table;

/**
 * The change of a series on the same period a year before, in a chosen measure, with two kinds of
 * doubt kept apart: what the intervals of the values allow, and counting noise.
 *
 * <p>The first is what {@link Estimate} says of the values (rounding, disagreement of origins,
 * revisions to come); it gives an interval that holds every change the two intervals allow. The
 * second is the noise of two independent Poisson counts, and only where the series counts something
 * (a flow or a stock of whole numbers). Neither contains the other, and a sum of both is not made
 * up.
 *
 * <p>Changes of shares and rates in per cent are in percentage points, whatever the measure.
 *
 * <p>Immutable.
 */
public final class Growth {

  private final TimeSeries series;
  private final ChangeMeasure measure;
  private final RatioInterval.Method method;
  private final double level;
  private final List<Row> rows;

  private Growth(
      TimeSeries series, ChangeMeasure measure, RatioInterval.Method method, double level) {
    this.series = series;
    this.measure = measure;
    this.method = method;
    this.level = level;
    this.rows = series.observations().stream().map(o -> row(o.period())).toList();
  }

  /**
   * Change in per cent with exact counting intervals at 0.95.
   *
   * @param series the series
   * @return its growth
   */
  public static Growth of(TimeSeries series) {
    return new Growth(series, ChangeMeasure.PERCENT, RatioInterval.Method.EXACT_BINOMIAL, 0.95);
  }

  /**
   * The same growth in another measure.
   *
   * @param v the measure
   * @return a copy
   */
  public Growth with(ChangeMeasure v) {
    return new Growth(series, Objects.requireNonNull(v), method, level);
  }

  /**
   * The same growth with other intervals for counting noise.
   *
   * @param v the method
   * @return a copy
   */
  public Growth with(RatioInterval.Method v) {
    return new Growth(series, measure, Objects.requireNonNull(v), level);
  }

  /**
   * The same growth with another level of the intervals for counting noise.
   *
   * @param v the coverage, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Growth withLevel(double v) {
    if (!(v > 0 && v < 1)) {
      throw new IllegalArgumentException("confidence level " + v + ": a number between 0 and 1");
    }
    return new Growth(series, measure, method, v);
  }

  private Row row(Period period) {
    Optional<Estimate> now = estimate(period);
    Optional<Estimate> then = period.yearBefore().flatMap(this::estimate);
    if (now.isEmpty() || then.isEmpty()) {
      GrowthReason why = now.isEmpty() ? GrowthReason.NO_VALUE : GrowthReason.NO_BASE;
      return new Row(period, Outcome.undetermined(why), Outcome.undetermined(why));
    }
    boolean points = isShare();
    Outcome<Estimate> change =
        (points ? ChangeMeasure.ABSOLUTE : measure).between(then.get(), now.get());
    Outcome<RatioInterval> counting =
        points
            ? Outcome.undetermined(GrowthReason.PERCENTAGE_POINTS)
            : RatioInterval.ofCounts(method, then.get().value(), now.get().value(), level);
    return new Row(period, change, counting);
  }

  private boolean isShare() {
    return series.kind() == Measure.Kind.RATIO || series.unit().format().startsWith("%");
  }

  private Optional<Estimate> estimate(Period period) {
    return series
        .at(period)
        .filter(Observation.Present.class::isInstance)
        .map(o -> ((Observation.Present) o).estimate());
  }

  /**
   * One row for each period of the series.
   *
   * @return the rows, in the order of the periods
   */
  public List<Row> rows() {
    return new ArrayList<>(rows);
  }

  /**
   * The series.
   *
   * @return the series
   */
  public TimeSeries series() {
    return series;
  }

  /**
   * What the change column is in.
   *
   * @return percentage points for shares, otherwise the label of the measure
   */
  public String unit() {
    return isShare() ? "percentage points" : measure.label();
  }

  /**
   * The growth as a table.
   *
   * @return a table with the columns period, change, low, high (what the values' intervals allow),
   *     ratio, counting_low, counting_high, counting_p, note
   */
  public Table toTable() {
    return GrowthTables.of(this);
  }

  /**
   * The change of one period.
   *
   * @param period the period
   * @param change the change, with the interval that the intervals of both values allow, or why
   *     there is none
   * @param counting the ratio with an interval for counting noise, or why there is none
   */
  public record Row(Period period, Outcome<Estimate> change, Outcome<RatioInterval> counting) {}

  /**
   * The steady rate that leads from one value to another, in per cent a year: compound annual
   * growth over several years, or an annualised rate over a part of one.
   *
   * @param then the earlier value
   * @param now the later value
   * @param years how far they lie apart, above 0
   * @return {@code 100 ((now/then)^(1/years) - 1)} with the interval that both allow, or why there
   *     is none: {@code ZERO_BASE}, {@code NEGATIVE_BASE}, {@code NOT_POSITIVE}, {@code
   *     BASE_MAY_BE_ZERO} or {@code UNBOUNDED}
   * @throws IllegalArgumentException if the years are not above 0 and finite
   */
  public static Outcome<Estimate> compound(Estimate then, Estimate now, double years) {
    if (!(years > 0 && years <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("compound growth over " + years + " years");
    }
    Outcome<Estimate> log = ChangeMeasure.LOGARITHMIC.between(then, now);
    if (log.whyNot().isPresent()) {
      return Outcome.undetermined(log.whyNot().get());
    }
    Estimate l = log.orElseThrow();
    double high = 100 * Math.expm1(l.high() / 100 / years);
    if (!(high <= Double.MAX_VALUE)) {
      return Outcome.undetermined(GrowthReason.UNBOUNDED);
    }
    return Outcome.of(
        new Estimate(
            100 * Math.expm1(l.value() / 100 / years),
            100 * Math.expm1(l.low() / 100 / years),
            high,
            l.covers()));
  }
}
