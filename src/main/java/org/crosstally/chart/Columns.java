package org.crosstally.chart;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The text columns of a chart of rows: their places from the left edge of the page. A column
 * without room has no width.
 */
record Columns(
    double period,
    double source,
    double value,
    double interval,
    double difference,
    double cause,
    double page) {
  static final double GAP = 7;
  static final String[] HEADS = {"Period", "Source", "Value", "Interval", "Diff. %", "Finding"};

  static Columns of(List<Statement.Group> groups, RowAxis axis, Sketch sketch) {
    double page = sketch.page.widthPt();
    double size = sketch.small;
    double period = Type.width(HEADS[0], size);
    for (Statement.Group group : groups) {
      period = Math.max(period, Type.width(group.period(), size));
    }
    double source = widest(groups, r -> r.name() + r.suffixes().get(0), HEADS[1], size);
    double value = widest(groups, r -> r.texts().value(), HEADS[2], size);
    double interval = widest(groups, r -> r.texts().interval(), HEADS[3], size);
    double difference =
        axis == RowAxis.DIFFERENCE
            ? widest(groups, r -> r.texts().difference(), HEADS[4], size)
            : 0;
    double cause = widest(groups, r -> r.texts().cause(), HEADS[5], size);
    Columns columns =
        new Columns(
            Math.min(period, 0.16 * page),
            Math.min(source, 0.3 * page),
            Math.min(value, 0.2 * page),
            Math.min(interval, 0.2 * page),
            Math.min(difference, 0.15 * page),
            Math.min(cause, 0.17 * page),
            page);
    return columns.narrowed();
  }

  private static double widest(
      List<Statement.Group> groups, Function<Statement, String> text, String head, double size) {
    double widest = Type.width(head, size);
    for (Statement.Group group : groups) {
      for (Statement row : group.rows()) {
        widest = Math.max(widest, Type.width(text.apply(row), size));
      }
    }
    return widest;
  }

  /** Gives up the interval, then parts of the names, the finding, the value: the plot has room. */
  private Columns narrowed() {
    double name = Math.min(source, 0.24 * page);
    double when = Math.min(period, 0.14 * page);
    double least = Math.min(difference, 0.2 * page);
    return Stream.of(
            this,
            new Columns(period, source, value, 0, difference, cause, page),
            new Columns(period, name, value, 0, difference, cause, page),
            new Columns(period, name, value, 0, difference, 0, page),
            new Columns(when, Math.min(name, 0.22 * page), 0, 0, least, 0, page))
        .filter(columns -> columns.plotWidth() >= 0.22 * page)
        .findFirst()
        .orElseGet(() -> new Columns(when, 0.15 * page, 0, 0, 0, 0, page));
  }

  double plotLeft() {
    return Sketch.MARGIN + period + GAP + source + GAP;
  }

  double plotRight() {
    return page - Sketch.MARGIN - taken(cause) - taken(difference) - taken(interval) - taken(value);
  }

  private static double taken(double column) {
    return column == 0 ? 0 : column + GAP;
  }

  double plotWidth() {
    return plotRight() - plotLeft();
  }

  /** The right end of the value column. */
  double valueEnd() {
    return plotRight() + taken(value);
  }

  double intervalEnd() {
    return valueEnd() + taken(interval);
  }

  double differenceEnd() {
    return intervalEnd() + taken(difference);
  }

  double causeStart() {
    return differenceEnd() + GAP;
  }
}
