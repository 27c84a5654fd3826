package org.crosstally.series;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;

/**
 * The first months of each year against the same months of the year before, from monthly values
 * that add up.
 *
 * <p>A year in which one of the months has no value gets no sum: to leave the month out in one year
 * alone compares different stretches. The interval of a sum is the sum of the intervals, as if all
 * errors went the same way.
 *
 * @param months how many months from January on, 1 to 12
 * @param years one entry for each year that has a value in any of these months
 */
public record YearToDate(int months, List<Year> years) {

  /**
   * Sums; the years are copied.
   *
   * @param months how many months
   * @param years one entry for each year
   */
  public YearToDate {
    years = List.copyOf(years);
  }

  /**
   * The first months of a year.
   *
   * @param year the year
   * @param sum their sum, or {@code MISSING_MONTHS}
   * @param percent the change on the same months of the year before in per cent, or why there is
   *     none
   */
  public record Year(int year, Outcome<Estimate> sum, Outcome<Estimate> percent) {}

  /**
   * The sums of the first months of each year, and their changes.
   *
   * @param monthly a series with monthly periods; others are left out
   * @param months how many months from January on
   * @return the sums
   * @throws IllegalArgumentException if the months are not 1 to 12
   */
  public static YearToDate of(TimeSeries monthly, int months) {
    if (months < 1 || months > 12) {
      throw new IllegalArgumentException(months + " months of a year");
    }
    int[] which =
        monthly.present().stream()
            .filter(o -> o.period().length() == Period.Length.MONTH)
            .filter(o -> o.period().end().getMonthValue() <= months)
            .mapToInt(o -> o.period().end().getYear())
            .distinct()
            .sorted()
            .toArray();
    List<Year> years = new ArrayList<>();
    for (int year : which) {
      Outcome<Estimate> sum = sum(monthly, year, months);
      years.add(new Year(year, sum, percent(sum(monthly, year - 1, months), sum)));
    }
    return new YearToDate(months, years);
  }

  private static Outcome<Estimate> percent(Outcome<Estimate> then, Outcome<Estimate> now) {
    if (now.whyNot().isPresent()) {
      return now;
    }
    return then.whyNot().isPresent()
        ? then
        : ChangeMeasure.PERCENT.between(then.orElseThrow(), now.orElseThrow());
  }

  private static Outcome<Estimate> sum(TimeSeries monthly, int year, int months) {
    double value = 0;
    double low = 0;
    double high = 0;
    Set<Estimate.Component> covers = EnumSet.noneOf(Estimate.Component.class);
    for (int month = 1; month <= months; month++) {
      Optional<Observation> observation =
          year < 1 ? Optional.empty() : monthly.at(Period.ofMonth(year, month));
      if (observation.isEmpty() || !(observation.get() instanceof Observation.Present present)) {
        return Outcome.undetermined(GrowthReason.MISSING_MONTHS);
      }
      value += present.estimate().value();
      low += present.estimate().low();
      high += present.estimate().high();
      covers.addAll(present.estimate().covers());
    }
    return Outcome.of(new Estimate(value, Math.min(low, value), Math.max(high, value), covers));
  }
}
