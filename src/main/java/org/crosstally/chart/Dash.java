package org.crosstally.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;

/** The dashes of a line, by which it is known where colour is lost. */
enum Dash {
  SOLID,
  DASHED,
  DOTTED,
  DASH_DOT,
  LONG,
  SHORT,
  /** For the outline of a mark. */
  FINE;

  /** Lengths of strokes and gaps in points; none for an unbroken line. */
  private double[] pattern() {
    return switch (this) {
      case SOLID -> new double[0];
      case DASHED -> new double[] {4, 2};
      case DOTTED -> new double[] {0.9, 1.5};
      case DASH_DOT -> new double[] {5, 1.6, 0.9, 1.6};
      case LONG -> new double[] {8, 2.2};
      case SHORT -> new double[] {2.2, 1.3};
      case FINE -> new double[] {1.2, 0.8};
    };
  }

  /** A pen of a width in points, where so many units make a point. */
  BasicStroke pen(double width, double unit, int cap, int join) {
    double[] pattern = pattern();
    if (pattern.length == 0) {
      return new BasicStroke((float) (width * unit), cap, join, 10);
    }
    float[] scaled = new float[pattern.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (pattern[i] * unit);
    }
    return new BasicStroke((float) (width * unit), BasicStroke.CAP_BUTT, join, 10, scaled, 0);
  }

  /**
   * The dashes of a line as pieces with gaps between them. XChart strokes every pair of points by
   * itself, so that a pen with dashes would begin anew at each.
   */
  List<At> pieces(List<At> line, Plane plane) {
    double[] pattern = pattern();
    if (pattern.length == 0) {
      return line;
    }
    List<At> pieces = new ArrayList<>();
    int turn = 0;
    double left = pattern[0];
    for (int i = 0; i + 1 < line.size(); i++) {
      At from = line.get(i);
      At to = line.get(i + 1);
      if (from.isGap() || to.isGap()) {
        pieces.add(At.gap(from.x()));
        turn = 0;
        left = pattern[0];
        continue;
      }
      double length =
          Math.hypot(plane.x(to.x()) - plane.x(from.x()), plane.y(to.y()) - plane.y(from.y()));
      double done = 0;
      while (done < length) {
        double step = Math.min(left, length - done);
        if (turn % 2 == 0) {
          pieces.add(between(from, to, done / length));
          pieces.add(between(from, to, (done + step) / length));
        }
        done += step;
        left -= step;
        if (left <= 1e-9) {
          pieces.add(At.gap(between(from, to, done / length).x()));
          turn = (turn + 1) % pattern.length;
          left = pattern[turn];
        }
      }
    }
    return pieces;
  }

  private static At between(At from, At to, double share) {
    return new At(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }
}
