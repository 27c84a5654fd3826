package org.crosstally.chart;

import java.util.List;

/** The shape of a series of numbers in words, for readers who do not see it. */
record Course(List<Point> points) {

  /** A number and the words for where it stands. */
  record Point(String at, double value) {}

  Course {
    points = List.copyOf(points);
  }

  /** Where it starts and ends, its extremes, and how often it rises and falls. */
  String words() {
    if (points.isEmpty()) {
      return "It has no number.";
    }
    Point first = points.get(0);
    if (points.size() == 1) {
      return "It has one number: " + said(first) + ".";
    }
    Point last = points.get(points.size() - 1);
    Point highest = first;
    Point lowest = first;
    int rises = 0;
    int falls = 0;
    for (int i = 1; i < points.size(); i++) {
      Point point = points.get(i);
      highest = point.value() > highest.value() ? point : highest;
      lowest = point.value() < lowest.value() ? point : lowest;
      int step = Double.compare(point.value(), points.get(i - 1).value());
      rises += step > 0 ? 1 : 0;
      falls += step < 0 ? 1 : 0;
    }
    if (rises + falls == 0) {
      return "It stays at " + said(first) + " until " + last.at() + ".";
    }
    return "It goes from "
        + said(first)
        + " to "
        + said(last)
        + overall(first.value(), last.value())
        + ", is highest with "
        + said(highest)
        + " and lowest with "
        + said(lowest)
        + ", and rises in "
        + rises
        + " and falls in "
        + falls
        + " of "
        + Words.counted(points.size() - 1, "step", "steps")
        + ".";
  }

  private static String said(Point point) {
    return Numbers.estimate(point.value()) + " in " + point.at();
  }

  private static String overall(double from, double to) {
    return from > 0 ? " (" + Numbers.difference(100 * (to - from) / from) + " %)" : "";
  }
}
