package org.crosstally.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;

/**
 * A text on the page.
 *
 * @param x where the base line starts, in points
 * @param y the height of the base line's start, in points
 * @param color black but on a dark ground
 */
record Label(String text, double size, double x, double y, Turn turn, Color color) {

  Label(String text, double size, double x, double y, Turn turn) {
    this(text, size, x, y, turn, Look.INK);
  }

  enum Turn {
    LEVEL,
    /** Read from below. */
    UPRIGHT
  }

  double width() {
    return Type.width(text, size);
  }

  /** The box around the text, from the top of its ascenders to the bottom of its descenders. */
  Rectangle2D bounds() {
    double width = width();
    double ascent = Type.ascent(size);
    double height = ascent + Type.descent(size);
    return turn == Turn.LEVEL
        ? new Rectangle2D.Double(x, y - ascent, width, height)
        : new Rectangle2D.Double(x - ascent, y - width, height, width);
  }

  Label in(Color other) {
    return new Label(text, size, x, y, turn, other);
  }

  /** The same text elsewhere. */
  Label moved(double dx, double dy) {
    return new Label(text, size, x + dx, y + dy, turn, color);
  }
}
