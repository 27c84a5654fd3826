package org.crosstally.chart;

import java.util.List;

/**
 * The distances between rows.
 *
 * @param pitch from row to row
 * @param gap between a period and the rule beside it
 */
record Spacing(double pitch, double gap) {
  private static final double MOST = 1.6;

  static Spacing tight(Sketch sketch) {
    return new Spacing(Sketch.line(sketch.small) + 1, 2.5);
  }

  double height(List<Statement.Group> groups) {
    int rows = groups.stream().mapToInt(g -> g.rows().size()).sum();
    return rows * pitch + 2 * Math.max(1, groups.size()) * gap;
  }

  /** The rows further apart where there is room, but not so far that they fall asunder. */
  Spacing within(double room, List<Statement.Group> groups) {
    double factor = Math.max(1, Math.min(MOST, room / height(groups)));
    return new Spacing(factor * pitch, factor * gap);
  }
}
