package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.crosstally.figure.Period;

/** Ticks of an axis of columns, one for each period; a column is one unit wide. */
final class GridAxis {
  /** Years without anything between others stand blank, unless they would be most of the chart. */
  private static final int SPARSE = 3;

  private GridAxis() {}

  /** Labels at the middles of the columns, as many as have room. */
  static Ticks across(Sketch sketch, List<Period> columns, double width) {
    double cell = width / columns.size();
    if (areYearsInARow(columns)) {
      int first = columns.get(0).end().getYear();
      int last = columns.get(columns.size() - 1).end().getYear();
      Ticks years = Ticks.years(first, last, cell, text -> Type.width(text, sketch.small));
      return new Ticks(
          years.at().stream().map(year -> year - first + 0.5).toList(), years.labels());
    }
    double widest =
        columns.stream()
            .mapToDouble(c -> Type.width(Statement.period(c), sketch.small))
            .max()
            .orElse(0);
    int step = (int) Math.max(1, Math.ceil((widest + 2) / cell));
    List<Double> at = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      at.add(i + 0.5);
      labels.add(i % step == 0 ? Statement.period(columns.get(i)) : "");
    }
    return new Ticks(at, labels);
  }

  private static boolean areYearsInARow(List<Period> columns) {
    int first = columns.get(0).end().getYear();
    for (int i = 0; i < columns.size(); i++) {
      Period column = columns.get(i);
      if (column.length() != Period.Length.YEAR || column.end().getYear() != first + i) {
        return false;
      }
    }
    return columns.size() > 1;
  }

  /** The periods in their order; single years with those that lie between them. */
  static List<Period> filled(SortedSet<Period> periods) {
    boolean areYears = periods.stream().allMatch(period -> period.length() == Period.Length.YEAR);
    if (!areYears || periods.isEmpty()) {
      return List.copyOf(periods);
    }
    int first = periods.first().end().getYear();
    int last = periods.last().end().getYear();
    if (last - first >= SPARSE * periods.size()) {
      return List.copyOf(periods);
    }
    List<Period> all = new ArrayList<>();
    for (int year = first; year <= last; year++) {
      all.add(Period.ofYear(year));
    }
    return all;
  }
}
