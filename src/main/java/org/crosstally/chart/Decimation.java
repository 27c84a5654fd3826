package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out the points of a long line that nobody could see: of those that fall into one column of
 * an eighth of a point, the first, the lowest, the highest and the last stay.
 */
final class Decimation {
  private static final double COLUMNS_PER_POINT = 8;
  private static final int KEPT = 4;

  private Decimation() {}

  /** The points, or fewer; a line that turns back is left as it is. */
  static List<At> of(List<At> at, Plane plane) {
    double columns = plane.width() * COLUMNS_PER_POINT;
    if (at.size() <= KEPT * columns || !advances(at)) {
      return at;
    }
    double perColumn = plane.x().span() / columns;
    List<At> kept = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= at.size(); i++) {
      if (i == at.size() || !isTogether(at.get(from), at.get(i), plane, perColumn)) {
        keep(at.subList(from, i), kept);
        from = i;
      }
    }
    return kept;
  }

  private static boolean advances(List<At> at) {
    for (int i = 1; i < at.size(); i++) {
      if (at.get(i).x() < at.get(i - 1).x()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTogether(At a, At b, Plane plane, double perColumn) {
    double low = plane.x().low();
    return a.isGap() == b.isGap()
        && Math.floor((a.x() - low) / perColumn) == Math.floor((b.x() - low) / perColumn);
  }

  private static void keep(List<At> column, List<At> kept) {
    if (column.size() <= KEPT || column.get(0).isGap()) {
      kept.addAll(column.get(0).isGap() ? column.subList(0, 1) : column);
      return;
    }
    int last = column.size() - 1;
    int lowest = 0;
    int highest = 0;
    for (int i = 1; i <= last; i++) {
      lowest = column.get(i).y() < column.get(lowest).y() ? i : lowest;
      highest = column.get(i).y() > column.get(highest).y() ? i : highest;
    }
    java.util.stream.IntStream.of(0, lowest, highest, last)
        .sorted()
        .distinct()
        .forEach(i -> kept.add(column.get(i)));
  }
}
