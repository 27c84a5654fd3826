package org.crosstally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/** Draws shapes onto a drawing surface of another library, texts as outlines. */
class Onto extends ShapeGraphics {
  private final Graphics2D target;
  private @Nullable Shape clipped;

  Onto(Graphics2D target) {
    this.target = target;
  }

  @Override
  void fillOnPage(Shape shape, Color paint) {
    clip(shape, 0);
    target.setColor(paint);
    target.fill(shape);
  }

  @Override
  void drawOnPage(Shape shape, Color paint, BasicStroke pen) {
    clip(shape, pen.getLineWidth());
    target.setColor(paint);
    target.setStroke(pen);
    target.draw(shape);
  }

  @Override
  void textOnPage(String text, double size, Color paint, AffineTransform toPage) {
    outlineOnPage(text, size, paint, toPage);
  }

  /** Only what crosses the edge of the clip needs it. */
  private void clip(Shape shape, double penWidth) {
    Shape clip = clipOnPage();
    Shape needed = clip == null || clip.contains(covered(shape, penWidth)) ? null : clip;
    if (needed != clipped) {
      target.setClip(needed);
      clipped = needed;
    }
  }
}
