package org.crosstally.chart;

import java.awt.geom.Rectangle2D;

/**
 * The rectangle of a plot on the page, in points, and what its sides stand for. The coordinates are
 * those of the XChart that is painted into the rectangle.
 */
record Plane(double left, double top, double width, double height, Range x, Range y) {

  /** XChart is painted in whole tenths of a point. */
  static final int UNITS = 10;

  Plane {
    left = whole(left);
    top = whole(top);
    width = whole(width);
    height = whole(height);
  }

  private static double whole(double points) {
    return Math.rint(points * UNITS) / UNITS;
  }

  /** The same plot elsewhere. */
  Plane moved(double dx, double dy) {
    return new Plane(left + dx, top + dy, width, height, x, y);
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  double x(double value) {
    return left + (value - x.low()) / x.span() * width;
  }

  double y(double value) {
    return top + height - (value - y.low()) / y.span() * height;
  }

  Rectangle2D box() {
    return new Rectangle2D.Double(left, top, width, height);
  }
}
