package org.crosstally.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import tech.tablesaw.api.Table;

/**
 * What each part contributes to the growth of a total, in percentage points of it.
 *
 * <p>A part that goes from a to b contributes {@code 100 (b - a)/A} to the growth of a total that
 * was A. If the parts add up to the total, so do their contributions to its growth in per cent;
 * what is missing is {@link #unexplained()}.
 *
 * @param total the total
 * @param period the period
 * @param growth the growth of the total in per cent, or why there is none
 * @param parts the parts
 */
public record Contributions(
    TimeSeries total, Period period, Outcome<Estimate> growth, List<Part> parts) {

  /**
   * Contributions; the parts are copied.
   *
   * @param total the total
   * @param period the period
   * @param growth the growth of the total
   * @param parts the parts
   */
  public Contributions {
    parts = List.copyOf(parts);
  }

  /**
   * One part.
   *
   * @param label its name
   * @param points its contribution in percentage points, with the interval that the intervals of
   *     its values and of the total allow, or why there is none
   */
  public record Part(String label, Outcome<Estimate> points) {}

  /**
   * The contributions to the growth on the year before.
   *
   * @param total the total
   * @param parts its parts, of which a total need not be all
   * @param period the period; the base is the same one a year before
   * @return the contributions
   */
  public static Contributions of(TimeSeries total, List<TimeSeries> parts, Period period) {
    Optional<Estimate> base = estimate(total, period.yearBefore());
    Outcome<Estimate> growth = change(total, period, ChangeMeasure.PERCENT);
    List<Part> rows = new ArrayList<>();
    for (TimeSeries part : parts) {
      rows.add(new Part(part.label(), points(part, period, base)));
    }
    return new Contributions(total, period, growth, rows);
  }

  private static Outcome<Estimate> points(TimeSeries part, Period period, Optional<Estimate> base) {
    Outcome<Estimate> change = change(part, period, ChangeMeasure.ABSOLUTE);
    if (change.whyNot().isPresent()) {
      return change;
    }
    if (base.isEmpty()) {
      return Outcome.undetermined(GrowthReason.NO_BASE);
    }
    Estimate total = base.get();
    if (total.value() <= 0) {
      return Outcome.undetermined(
          total.value() == 0 ? GrowthReason.ZERO_BASE : GrowthReason.NEGATIVE_BASE);
    }
    if (total.low() <= 0) {
      return Outcome.undetermined(GrowthReason.BASE_MAY_BE_ZERO);
    }
    Estimate d = change.orElseThrow();
    double low = 100 * d.low() / (d.low() < 0 ? total.low() : total.high());
    double high = 100 * d.high() / (d.high() < 0 ? total.high() : total.low());
    return Outcome.of(Changes.estimate(100 * d.value() / total.value(), low, high, d, total));
  }

  private static Outcome<Estimate> change(TimeSeries series, Period period, ChangeMeasure measure) {
    Optional<Estimate> now = estimate(series, Optional.of(period));
    Optional<Estimate> then = estimate(series, period.yearBefore());
    if (now.isEmpty()) {
      return Outcome.undetermined(GrowthReason.NO_VALUE);
    }
    return then.isEmpty()
        ? Outcome.undetermined(GrowthReason.NO_BASE)
        : measure.between(then.get(), now.get());
  }

  private static Optional<Estimate> estimate(TimeSeries series, Optional<Period> period) {
    return period
        .flatMap(series::at)
        .filter(Observation.Present.class::isInstance)
        .map(o -> ((Observation.Present) o).estimate());
  }

  /**
   * What the parts leave of the growth of the total.
   *
   * @return the growth less the contributions, in percentage points; {@code NO_VALUE} if a part or
   *     the total has none
   */
  public Outcome<Double> unexplained() {
    if (growth.whyNot().isPresent()
        || parts.stream().anyMatch(p -> p.points().whyNot().isPresent())) {
      return Outcome.undetermined(GrowthReason.NO_VALUE);
    }
    double sum = parts.stream().mapToDouble(p -> p.points().orElseThrow().value()).sum();
    return Outcome.of(growth.orElseThrow().value() - sum);
  }

  /**
   * The contributions as a table.
   *
   * @return a table with the columns part, percentage_points, low, high, note
   */
  public Table toTable() {
    return GrowthTables.of(this);
  }
}
