package org.crosstally.balance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;

/**
 * How a flow is spread over days that the reports do not tell apart: evenly, or in proportion to an
 * indicator wherever that covers the whole stretch.
 */
final class DailyShape {
  static final DailyShape EVEN = new DailyShape(List.of());

  private final List<Stretch> stretches;

  /** The daily rate of the indicator, relative to its mean, from a day on and until another. */
  private record Stretch(LocalDate from, LocalDate to, double rate) {}

  private DailyShape(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /**
   * A shape after an indicator: a flow is spread evenly over each of its periods, a level lasts
   * throughout its period.
   *
   * @throws IllegalArgumentException if it is a stock, has a negative value, or periods that are
   *     open or overlap
   */
  static DailyShape of(TimeSeries indicator) {
    if (indicator.kind() == Measure.Kind.STOCK) {
      throw new IllegalArgumentException("a stock is no indicator of a flow: " + indicator.label());
    }
    boolean isLevel =
        indicator.kind() == Measure.Kind.LEVEL || indicator.kind() == Measure.Kind.RATIO;
    List<Stretch> stretches = new ArrayList<>();
    double sum = 0;
    long days = 0;
    for (Observation.Present observation : indicator.present()) {
      Period period = observation.period();
      double value = observation.estimate().value();
      boolean isNext =
          stretches.isEmpty() || !stretches.get(stretches.size() - 1).to().isAfter(period.start());
      if (period.isOpen() || !isNext || value < 0) {
        throw new IllegalArgumentException(
            "an indicator has values that are not negative, of periods that do not overlap, not "
                + value
                + " for "
                + period);
      }
      long length = period.days().orElseThrow();
      double rate = isLevel ? value : value / length;
      stretches.add(new Stretch(period.start(), period.end().plusDays(1), rate));
      sum += rate * length;
      days += length;
    }
    double mean = days == 0 || sum == 0 ? 1 : sum / days;
    return new DailyShape(
        stretches.stream().map(s -> new Stretch(s.from(), s.to(), s.rate() / mean)).toList());
  }

  /** Whether days of a stretch differ because the indicator says so. */
  boolean isIndicated(LocalDate from, LocalDate to) {
    long covered = 0;
    double sum = 0;
    for (Stretch stretch : stretches) {
      long days = shared(stretch, from, to);
      covered += days;
      sum += days * stretch.rate();
    }
    return covered == ChronoUnit.DAYS.between(from, to) && sum > 0;
  }

  /** What an atom counts: its days, or as many days as the indicator makes of it. */
  double size(LocalDate from, LocalDate to) {
    return isIndicated(from, to) ? sum(from, to) : ChronoUnit.DAYS.between(from, to);
  }

  /** The share of an atom that has flowed before a day of it. */
  double share(LocalDate from, LocalDate day, LocalDate to) {
    return isIndicated(from, to)
        ? sum(from, day) / sum(from, to)
        : (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
  }

  private double sum(LocalDate from, LocalDate to) {
    double sum = 0;
    for (Stretch stretch : stretches) {
      sum += shared(stretch, from, to) * stretch.rate();
    }
    return sum;
  }

  private static long shared(Stretch stretch, LocalDate from, LocalDate to) {
    LocalDate start = stretch.from().isAfter(from) ? stretch.from() : from;
    LocalDate end = stretch.to().isBefore(to) ? stretch.to() : to;
    return Math.max(0, ChronoUnit.DAYS.between(start, end));
  }
}
