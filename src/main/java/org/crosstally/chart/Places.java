package org.crosstally.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What is taken on a page, so that a text is set only where it hides nothing. */
final class Places {
  private final Sketch sketch;
  private final Rectangle2D within;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** The room within a rectangle, less the texts that are set already. */
  Places(Sketch sketch, Rectangle2D within) {
    this.sketch = sketch;
    this.within = within;
    sketch.labels().forEach(label -> taken.add(label.bounds()));
  }

  /** Takes the surroundings of a point. */
  void take(double x, double y, double half) {
    taken.add(new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half));
  }

  /** Takes the surroundings of a line between two points, in steps. */
  void takeLine(double x1, double y1, double x2, double y2) {
    double length = Math.hypot(x2 - x1, y2 - y1);
    int steps = (int) Math.min(400, Math.max(1, Math.ceil(length / 2)));
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      take(x1 + share * (x2 - x1), y1 + share * (y2 - y1), 1);
    }
  }

  void take(Rectangle2D box) {
    taken.add(box);
  }

  /** Sets the first of these labels that has room; none where no one has. */
  boolean set(List<Label> candidates) {
    for (Label label : candidates) {
      Rectangle2D box = grown(label.bounds(), 0.7);
      if (!label.text().isBlank()
          && within.contains(label.bounds())
          && taken.stream().noneMatch(box::intersects)) {
        sketch.labels().add(label);
        taken.add(box);
        return true;
      }
    }
    return false;
  }

  /** The box with a little more on its left and right, or less. */
  static Rectangle2D grown(Rectangle2D box, double by) {
    return new Rectangle2D.Double(
        box.getX() - by, box.getY(), box.getWidth() + 2 * by, box.getHeight());
  }
}
