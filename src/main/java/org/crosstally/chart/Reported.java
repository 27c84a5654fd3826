package org.crosstally.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What a source says for a period, from the most definite to what was set aside. */
enum Reported {
  EXACT("exact", "Exact and final"),
  OPEN("rounded or provisional", "Rounded or provisional"),
  BOUND("bound", "Bound"),
  FORECAST("forecast", "Forecast"),
  ASIDE("set aside", "Set aside");

  private static final Color COLOR = Look.SOURCES.get(0);

  private final String label;
  private final String entry;

  Reported(String label, String entry) {
    this.label = label;
    this.entry = entry;
  }

  String label() {
    return label;
  }

  /** The words of the legend. */
  String entry() {
    return entry;
  }

  static Reported of(Said said) {
    if (said.isAside()) {
      return ASIDE;
    }
    if (said.account().figure().status() == org.crosstally.figure.Status.FORECAST) {
      return FORECAST;
    }
    if (said.bound() != Said.Side.NEITHER) {
      return BOUND;
    }
    return said.fill() == Mark.Fill.FILLED ? EXACT : OPEN;
  }

  /** The sign within a box. */
  List<Ink> ink(Rectangle2D box) {
    double half = Look.THIN / 2;
    return switch (this) {
      case EXACT -> List.of(new Ink.Filled(box, COLOR));
      case OPEN -> List.of(new Ink.Stroked(inset(box, half), COLOR, Look.THIN));
      case FORECAST -> List.of(new Ink.Stroked(corners(inset(box, half)), COLOR, Look.THIN));
      case BOUND ->
          List.of(
              Ink.arrow(
                  box.getCenterX(),
                  box.getMinY() + 0.3,
                  box.getCenterX(),
                  box.getMaxY() - 0.3,
                  COLOR));
      case ASIDE -> List.of(new Ink.Stroked(cross(box), Look.ASIDE, Look.THIN));
    };
  }

  private static Rectangle2D inset(Rectangle2D box, double by) {
    return new Rectangle2D.Double(
        box.getX() + by, box.getY() + by, box.getWidth() - 2 * by, box.getHeight() - 2 * by);
  }

  /** The outline without the middles of its sides. */
  private static Path2D corners(Rectangle2D box) {
    Path2D path = new Path2D.Double();
    double w = 0.3 * box.getWidth();
    double h = 0.3 * box.getHeight();
    for (double x : new double[] {box.getMinX(), box.getMaxX()}) {
      for (double y : new double[] {box.getMinY(), box.getMaxY()}) {
        path.moveTo(x + (x == box.getMinX() ? w : -w), y);
        path.lineTo(x, y);
        path.lineTo(x, y + (y == box.getMinY() ? h : -h));
      }
    }
    return path;
  }

  private static Path2D cross(Rectangle2D box) {
    double r = 0.36 * Math.min(box.getWidth(), box.getHeight());
    Path2D path = new Path2D.Double();
    path.moveTo(box.getCenterX() - r, box.getCenterY() - r);
    path.lineTo(box.getCenterX() + r, box.getCenterY() + r);
    path.moveTo(box.getCenterX() - r, box.getCenterY() + r);
    path.lineTo(box.getCenterX() + r, box.getCenterY() - r);
    return path;
  }

  /** The mark that comes nearest to the sign where XChart draws it. */
  Mark mark() {
    return switch (this) {
      case EXACT -> new Mark(Mark.Form.SQUARE, COLOR, Mark.Fill.FILLED, Look.MARK);
      case OPEN -> new Mark(Mark.Form.SQUARE, COLOR, Mark.Fill.OPEN, Look.MARK);
      case FORECAST -> new Mark(Mark.Form.DIAMOND, COLOR, Mark.Fill.OPEN, Look.MARK);
      case BOUND -> new Mark(Mark.Form.TRIANGLE_DOWN, COLOR, Mark.Fill.OPEN, Look.MARK);
      case ASIDE -> Sources.aside(Look.MARK);
    };
  }
}
