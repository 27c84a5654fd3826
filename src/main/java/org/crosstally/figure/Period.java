package org.crosstally.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch of whole days, both ends included, which may be open at the start ({@code ../1998}: up
 * to the end of 1998).
 *
 * <p>Two texts that name the same days are the same period: {@code 2015} and {@code
 * 2015-01/2015-12} are equal, and {@link #format()} writes the shorter one. A stock is "as of" the
 * end of its period. A date of publication that is known to the month or to the year is such a
 * stretch, too, and {@link #isAfter(Period)} then means later for certain.
 *
 * <p>Immutable; ordered by end, then by start, so that a total up to a year stands before the year
 * that follows.
 *
 * @param start the first day; {@link LocalDate#MIN} where the start is open
 * @param end the last day
 */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {
  private static final Comparator<Period> ORDER =
      Comparator.comparing(Period::end).thenComparing(Period::start);

  /** How long a period is, by the calendar. */
  public enum Length {
    /** One calendar year. */
    YEAR,
    /** January to June, or July to December. */
    HALF,
    /** One calendar quarter. */
    QUARTER,
    /** One calendar month. */
    MONTH,
    /** One day. */
    DAY,
    /** Several whole calendar years. */
    YEARS,
    /** Open at the start. */
    OPEN,
    /** Anything else, such as January to October. */
    OTHER
  }

  /**
   * Checks the ends.
   *
   * @param start the first day
   * @param end the last day
   * @throws IllegalArgumentException if the period ends before it starts, or if an end lies outside
   *     the years 1 to 9999, which four digits can name
   */
  public Period {
    if ((!start.equals(LocalDate.MIN) && !hasFourDigits(start)) || !hasFourDigits(end)) {
      throw new IllegalArgumentException(
          "a period lies in the years 1 to 9999, not from " + start + " to " + end);
    }
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "a period that starts on " + start + " does not end on " + end);
    }
  }

  /**
   * A calendar year.
   *
   * @param year the year
   * @return its days
   */
  public static Period ofYear(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /**
   * Whole calendar years.
   *
   * @param first the first year
   * @param last the last year, included
   * @return their days
   */
  public static Period ofYears(int first, int last) {
    return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
  }

  /**
   * A half of a calendar year.
   *
   * @param year the year
   * @param half 1 or 2
   * @return its days
   * @throws IllegalArgumentException if the half is another number
   */
  public static Period ofHalf(int year, int half) {
    return parts(year, half, 2);
  }

  /**
   * A quarter of a calendar year.
   *
   * @param year the year
   * @param quarter 1 to 4
   * @return its days
   * @throws IllegalArgumentException if the quarter is another number
   */
  public static Period ofQuarter(int year, int quarter) {
    return parts(year, quarter, 4);
  }

  /**
   * A calendar month.
   *
   * @param year the year
   * @param month 1 to 12
   * @return its days
   * @throws IllegalArgumentException if the month is another number
   */
  public static Period ofMonth(int year, int month) {
    return parts(year, month, 12);
  }

  /**
   * A day.
   *
   * @param day the day
   * @return the period of that day alone
   */
  public static Period ofDay(LocalDate day) {
    return new Period(day, day);
  }

  /**
   * Everything up to the end of a day.
   *
   * @param end the last day
   * @return the period that is open at its start
   */
  public static Period upTo(LocalDate end) {
    return new Period(LocalDate.MIN, end);
  }

  private static boolean hasFourDigits(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9999;
  }

  private static Period parts(int year, int part, int parts) {
    if (part < 1 || part > parts) {
      throw new IllegalArgumentException(part + " is not between 1 and " + parts);
    }
    int months = 12 / parts;
    LocalDate start = LocalDate.of(year, (part - 1) * months + 1, 1);
    return new Period(start, start.plusMonths(months).minusDays(1));
  }

  /**
   * Reads a period: {@code 2015}, {@code 2015-H1}, {@code 2015-Q3}, {@code 2015-10}, {@code
   * 2015-10-31}, two of these joined by a slash, or {@code ../} before one.
   *
   * @param text the text of a cell
   * @return the period
   * @throws TextFormatException if the text is none of these, names no day of the calendar, or ends
   *     before it starts
   */
  public static Period parse(String text) {
    return PeriodText.parse(text);
  }

  /**
   * The shortest text that names these days.
   *
   * @return text that {@link #parse(String)} reads as an equal period
   */
  public String format() {
    return PeriodText.format(this);
  }

  /**
   * Whether the start is open.
   *
   * @return whether the period has no first day
   */
  public boolean isOpen() {
    return start.equals(LocalDate.MIN);
  }

  /**
   * How long the period is, by the calendar.
   *
   * @return the length
   */
  public Length length() {
    if (isOpen()) {
      return Length.OPEN;
    }
    if (start.equals(end)) {
      return Length.DAY;
    }
    if (start.getDayOfMonth() != 1 || !endsMonth()) {
      return Length.OTHER;
    }
    long months = ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(end)) + 1;
    int first = start.getMonthValue() - 1;
    if (months == 1) {
      return Length.MONTH;
    }
    if (months == 3 && first % 3 == 0) {
      return Length.QUARTER;
    }
    if (months == 6 && first % 6 == 0) {
      return Length.HALF;
    }
    if (months % 12 == 0 && first == 0) {
      return months == 12 ? Length.YEAR : Length.YEARS;
    }
    return Length.OTHER;
  }

  /**
   * The number of days.
   *
   * @return the number of days; empty where the start is open
   */
  public OptionalLong days() {
    return isOpen()
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(start, end) + 1);
  }

  /**
   * Whether every day of the other period belongs to this one.
   *
   * @param other another period
   * @return whether this one contains it; a period contains itself
   */
  public boolean contains(Period other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  /**
   * Whether the two have a day in common.
   *
   * @param other another period
   * @return whether they overlap
   */
  public boolean overlaps(Period other) {
    return !other.start.isAfter(end) && !start.isAfter(other.end);
  }

  /**
   * Whether one begins on the day after the other has ended.
   *
   * @param other another period
   * @return whether they adjoin
   */
  public boolean adjoins(Period other) {
    return other.start.equals(end.plusDays(1)) || start.equals(other.end.plusDays(1));
  }

  /**
   * Whether this period begins after the other has ended: later for certain.
   *
   * @param other another period
   * @return whether no order of days within the two contradicts "later"
   */
  public boolean isAfter(Period other) {
    return start.isAfter(other.end);
  }

  /**
   * The same period a year before, by the calendar: the end of a month stays the end of a month.
   *
   * @return the same period a year before; empty where the start is open, and in the year 1
   */
  public Optional<Period> yearBefore() {
    if (isOpen() || start.getYear() == 1) {
      return Optional.empty();
    }
    LocalDate before = end.minusYears(1);
    if (endsMonth()) {
      before = YearMonth.from(before).atEndOfMonth();
    }
    return Optional.of(new Period(start.minusYears(1), before));
  }

  private boolean endsMonth() {
    return end.equals(YearMonth.from(end).atEndOfMonth());
  }

  @Override
  public int compareTo(Period other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return format();
  }
}
