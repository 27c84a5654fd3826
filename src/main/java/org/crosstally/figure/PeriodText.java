package org.crosstally.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Reads and writes the text of periods. */
final class PeriodText {
  static final String ACCEPTED =
      "2015, 2015-H1, 2015-Q3, 2015-10, 2015-10-31, two of these joined as 2015-01/2015-10, or ../1998";

  private static final String OPEN = "..";

  private PeriodText() {}

  static Period parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return part(text, text);
    }
    String first = text.substring(0, slash);
    Period last = part(text.substring(slash + 1), text);
    if (first.equals(OPEN)) {
      return Period.upTo(last.end());
    }
    LocalDate start = part(first, text).start();
    if (last.end().isBefore(start)) {
      throw new TextFormatException(text, "the period ends before it starts", ACCEPTED);
    }
    return new Period(start, last.end());
  }

  private static Period part(String part, String whole) {
    int length = part.length();
    if (!isYear(part) || (length > 4 && part.charAt(4) != '-')) {
      throw new TextFormatException(whole, "not a period", ACCEPTED);
    }
    int year = digits(part, 0, 4);
    try {
      if (length == 4) {
        return Period.ofYear(year);
      }
      if (length == 7 && part.charAt(5) == 'H' && isDigit(part, 6)) {
        return Period.ofHalf(year, digits(part, 6, 7));
      }
      if (length == 7 && part.charAt(5) == 'Q' && isDigit(part, 6)) {
        return Period.ofQuarter(year, digits(part, 6, 7));
      }
      if (length == 7 && isDigit(part, 5) && isDigit(part, 6)) {
        return Period.ofMonth(year, digits(part, 5, 7));
      }
      if (length == 10 && isDay(part)) {
        return Period.ofDay(LocalDate.of(year, digits(part, 5, 7), digits(part, 8, 10)));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new TextFormatException(whole, "the calendar has no such period", ACCEPTED);
    }
    throw new TextFormatException(whole, "not a period", ACCEPTED);
  }

  private static boolean isYear(String part) {
    return part.length() >= 4
        && isDigit(part, 0)
        && isDigit(part, 1)
        && isDigit(part, 2)
        && isDigit(part, 3);
  }

  private static boolean isDay(String part) {
    return isDigit(part, 5)
        && isDigit(part, 6)
        && part.charAt(7) == '-'
        && isDigit(part, 8)
        && isDigit(part, 9);
  }

  private static boolean isDigit(String text, int index) {
    char c = text.charAt(index);
    return c >= '0' && c <= '9';
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + (text.charAt(i) - '0');
    }
    return value;
  }

  static String format(Period period) {
    LocalDate end = period.end();
    return switch (period.length()) {
      case YEAR -> year(end);
      case HALF -> year(end) + "-H" + (end.getMonthValue() / 6);
      case QUARTER -> year(end) + "-Q" + (end.getMonthValue() / 3);
      case MONTH -> month(end);
      case DAY -> day(end);
      case YEARS -> year(period.start()) + "/" + year(end);
      case OPEN -> OPEN + "/" + lastPart(end);
      case OTHER -> between(period.start(), end);
    };
  }

  private static String between(LocalDate start, LocalDate end) {
    boolean wholeMonths =
        start.getDayOfMonth() == 1 && end.equals(YearMonth.from(end).atEndOfMonth());
    return wholeMonths ? month(start) + "/" + month(end) : day(start) + "/" + day(end);
  }

  /** The shortest text whose last day is this one. */
  private static String lastPart(LocalDate end) {
    if (!end.equals(YearMonth.from(end).atEndOfMonth())) {
      return day(end);
    }
    return end.getMonthValue() == 12 ? year(end) : month(end);
  }

  private static String year(LocalDate date) {
    return padded(new StringBuilder(), date.getYear(), 1000).toString();
  }

  private static String month(LocalDate date) {
    return padded(
            padded(new StringBuilder(), date.getYear(), 1000).append('-'), date.getMonthValue(), 10)
        .toString();
  }

  private static String day(LocalDate date) {
    return padded(new StringBuilder(month(date)).append('-'), date.getDayOfMonth(), 10).toString();
  }

  /** The digits of a number from the given place on; no format string, for tables are long. */
  private static StringBuilder padded(StringBuilder out, int number, int highestPlace) {
    for (int place = highestPlace; place > 0; place /= 10) {
      out.append((char) ('0' + number / place % 10));
    }
    return out;
  }
}
