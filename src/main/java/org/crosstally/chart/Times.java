package org.crosstally.chart;

import java.time.LocalDate;
import java.util.List;
import org.crosstally.figure.Period;

/** Places of periods on an axis of years: a year stands at its number, a part around its middle. */
final class Times {
  private Times() {}

  /** The place of the middle of a period. */
  static double middle(Period period) {
    if (period.length() == Period.Length.YEAR) {
      return period.end().getYear();
    }
    LocalDate start = period.isOpen() ? period.end() : period.start();
    return (begin(start) + begin(period.end().plusDays(1))) / 2;
  }

  /** The place of the end of a period, for what is counted as of that day. */
  static double end(Period period) {
    return begin(period.end().plusDays(1));
  }

  /** The place where a day begins: half a year before the number of its year on 1 January. */
  static double begin(LocalDate day) {
    return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear() - 0.5;
  }

  /** Room for the places, with half a year at the ends and a little more. */
  static Range range(List<Double> places) {
    double low = places.stream().mapToDouble(v -> v).min().orElse(0);
    double high = places.stream().mapToDouble(v -> v).max().orElse(0);
    double margin = Math.max(0.6, 0.02 * (high - low));
    return new Range(low - margin, high + margin);
  }

  /** Whole years within a range, as many as have room. */
  static Ticks ticks(Range range, double width, double size) {
    int first = (int) Math.ceil(range.low());
    int last = Math.max(first, (int) Math.floor(range.high()));
    return Ticks.years(first, last, width / range.span(), text -> Type.width(text, size));
  }
}
