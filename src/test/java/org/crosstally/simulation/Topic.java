package org.crosstally.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Period;

/**
 * What a number is about: some months of a measure, all parts together or one of them.
 *
 * @param measure the measure
 * @param part the part, or {@link #TOTAL}
 * @param first the first month, counted from the year 0; of no meaning for stocks
 * @param last the last month
 * @param basis blank, or {@link #FISCAL} for twelve months that bear the year of the last
 */
record Topic(Measured measure, int part, int first, int last, String basis) {
  static final int TOTAL = -1;

  /** The first month of totals that are open at the start, and of stocks. */
  static final int OPEN = Integer.MIN_VALUE;

  static final String FISCAL = "fiscal";

  /** The two measures of a world. */
  enum Measured {
    FLOW("entries"),
    STOCK("residents");

    private final String id;

    Measured(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  static Topic year(int year) {
    return years(year, year);
  }

  static Topic years(int first, int last) {
    return span(12 * first, 12 * last + 11);
  }

  static Topic span(int first, int last) {
    return new Topic(Measured.FLOW, TOTAL, first, last, "");
  }

  static Topic upTo(int last) {
    return span(OPEN, last);
  }

  static Topic stock(int last) {
    return new Topic(Measured.STOCK, TOTAL, OPEN, last, "");
  }

  static Topic fiscalYear(int year) {
    return new Topic(Measured.FLOW, TOTAL, 12 * year - 3, 12 * year + 8, FISCAL);
  }

  Topic of(int otherPart) {
    return new Topic(measure, otherPart, first, last, basis);
  }

  /** The same, moved in time. */
  Topic moved(int months) {
    return new Topic(measure, part, first == OPEN ? OPEN : first + months, last + months, basis);
  }

  /** Other months of the same part of the flow. */
  Topic over(int otherFirst, int otherLast) {
    return new Topic(Measured.FLOW, part, otherFirst, otherLast, "");
  }

  boolean isOpen() {
    return first == OPEN;
  }

  boolean isStock() {
    return measure == Measured.STOCK;
  }

  int months() {
    return last - first + 1;
  }

  boolean isCalendarYear() {
    return !isOpen() && basis.isEmpty() && months() == 12 && Math.floorMod(first, 12) == 0;
  }

  int lastYear() {
    return Math.floorDiv(last, 12);
  }

  boolean overlaps(Topic other) {
    return first <= other.last && other.first <= last;
  }

  static LocalDate endOf(int month) {
    return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1).atEndOfMonth();
  }

  Period period() {
    LocalDate end = endOf(last);
    if (isStock()) {
      return Period.ofDay(end);
    }
    if (isOpen()) {
      return Period.upTo(end);
    }
    if (!basis.isEmpty()) {
      return Period.ofYear(lastYear());
    }
    return new Period(endOf(first).withDayOfMonth(1), end);
  }

  Dimensions dimensions(String dimension) {
    return part == TOTAL ? Dimensions.none() : Dimensions.of(Map.of(dimension, "part-" + part));
  }

  Cell cell(String dimension) {
    return new Cell(measure.id(), dimensions(dimension), period(), basis);
  }
}
