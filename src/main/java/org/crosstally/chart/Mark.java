package org.crosstally.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/** A mark at a point of a plot. Its shape alone identifies a source where colour is lost. */
record Mark(Form form, Color color, Fill fill, double size) {

  enum Form {
    CIRCLE,
    SQUARE,
    DIAMOND,
    TRIANGLE_UP,
    TRIANGLE_DOWN,
    HEXAGON,
    CROSS
  }

  enum Fill {
    FILLED,
    OPEN,
    /** Open, and its outline dashed. */
    DASHED
  }

  Mark filled(Fill other) {
    return new Mark(form, color, other, size);
  }

  /** The mark around the origin. */
  List<Ink> ink() {
    Shape shape = shape();
    if (form == Form.CROSS) {
      return List.of(new Ink.Stroked(shape, color, Look.THIN));
    }
    if (fill == Fill.FILLED) {
      // A colour that is its own edge needs none.
      Ink area = new Ink.Filled(shape, color);
      return Look.edge(color).equals(color)
          ? List.of(area)
          : List.of(area, new Ink.Stroked(shape, Look.edge(color), Look.THIN));
    }
    Dash dash = fill == Fill.DASHED ? Dash.FINE : Dash.SOLID;
    return List.of(
        new Ink.Filled(shape, Look.PAPER),
        new Ink.Stroked(shape, Look.edge(color), Look.THIN, dash));
  }

  List<Ink> inkAt(double x, double y) {
    return ink().stream().map(ink -> ink.moved(x, y)).toList();
  }

  private Shape shape() {
    // An outline adds half its width on each side.
    boolean hasOutline = fill != Fill.FILLED || !Look.edge(color).equals(color);
    double r = (size - (hasOutline ? Look.THIN : 0)) / 2;
    return switch (form) {
      case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
      case SQUARE -> polygon(4, 1.22 * r, Math.PI / 4);
      case DIAMOND -> polygon(4, 1.3 * r, 0);
      case TRIANGLE_UP -> polygon(3, 1.25 * r, -Math.PI / 2);
      case TRIANGLE_DOWN -> polygon(3, 1.25 * r, Math.PI / 2);
      case HEXAGON -> polygon(6, 1.1 * r, 0);
      case CROSS -> cross(0.8 * r);
    };
  }

  private static Shape polygon(int corners, double radius, double turn) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      double x = radius * Math.cos(angle);
      double y = radius * Math.sin(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private static Shape cross(double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(-r, -r);
    path.lineTo(r, r);
    path.moveTo(-r, r);
    path.lineTo(r, -r);
    return path;
  }
}
