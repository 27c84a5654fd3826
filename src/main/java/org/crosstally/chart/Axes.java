package org.crosstally.chart;

import java.awt.geom.Rectangle2D;

/** Axis lines, ticks, their labels and titles around a plot. */
final class Axes {
  static final double TICK = 2.5;
  private static final double GAP = 2;

  private Axes() {}

  /** The room to the left of a plot for an axis with these labels and a title. */
  static double left(Sketch sketch, Ticks ticks, String title) {
    double labels =
        ticks.labels().stream()
            .mapToDouble(label -> Type.width(label, sketch.small))
            .max()
            .orElse(0);
    double room = Sketch.MARGIN + TICK + GAP + labels;
    return title.isBlank() ? room : room + Sketch.line(sketch.page.fontPt()) + GAP;
  }

  /** The room below a plot for an axis with labels and a title. */
  static double below(Sketch sketch, String title) {
    double room = TICK + 1 + Sketch.line(sketch.small);
    return title.isBlank() ? room : room + GAP + Sketch.line(sketch.page.fontPt());
  }

  static void bottom(Sketch sketch, Plane plane, Ticks ticks, String title) {
    double y = plane.bottom();
    double half = Look.AXIS / 2;
    sketch.add(Ink.line(plane.left() - half, y, plane.right(), y, Look.INK, Look.AXIS));
    double baseline = y + TICK + 1 + Type.ascent(sketch.small);
    double free = Sketch.MARGIN;
    for (int i = 0; i < ticks.at().size(); i++) {
      double x = plane.x(ticks.at().get(i));
      sketch.add(Ink.line(x, y, x, y + TICK, Look.INK, Look.AXIS));
      Label label =
          Sketch.label(ticks.labels().get(i), sketch.small, x, baseline, Sketch.Align.CENTRE);
      // At the ends of an axis a label may have no room, or the one before it may reach too far.
      boolean fits = label.x() >= free && label.x() + label.width() <= sketch.page.widthPt();
      if (fits && !label.text().isBlank() && isFree(sketch, label)) {
        sketch.labels().add(label);
        free = label.x() + label.width() + 1;
      }
    }
    double size = sketch.page.fontPt();
    double below = y + TICK + 1 + Sketch.line(sketch.small) + GAP;
    String words = fitted(title, size, sketch.page.widthPt() - 2 * Sketch.MARGIN);
    double width = Type.width(words, size);
    double start = (plane.left() + plane.right() - width) / 2;
    double most = sketch.page.widthPt() - Sketch.MARGIN - width;
    start = Math.max(Sketch.MARGIN, Math.min(start, most));
    sketch.text(words, size, start, below + Type.ascent(size), Sketch.Align.LEFT);
  }

  /** Boxes include room above and below the letters that rows may share. */
  private static boolean isFree(Sketch sketch, Label label) {
    Rectangle2D box = label.bounds();
    return sketch.labels().stream()
        .noneMatch(
            l ->
                l.bounds()
                    .intersects(
                        box.getX(), box.getY() + 0.01, box.getWidth(), box.getHeight() - 0.02));
  }

  /** The line and the ticks of an axis whose labels stand at another plot below. */
  static void bare(Sketch sketch, Plane plane, Ticks ticks) {
    double y = plane.bottom();
    sketch.add(Ink.line(plane.left() - Look.AXIS / 2, y, plane.right(), y, Look.INK, Look.AXIS));
    for (double at : ticks.at()) {
      sketch.add(Ink.line(plane.x(at), y, plane.x(at), y + TICK, Look.INK, Look.AXIS));
    }
  }

  static void side(Sketch sketch, Plane plane, Ticks ticks, String title) {
    double x = plane.left();
    sketch.add(Ink.line(x, plane.top(), x, plane.bottom(), Look.INK, Look.AXIS));
    for (int i = 0; i < ticks.at().size(); i++) {
      double y = plane.y(ticks.at().get(i));
      sketch.add(Ink.line(x - TICK, y, x, y, Look.INK, Look.AXIS));
      double baseline = Sketch.centred(y, sketch.small);
      Label label =
          Sketch.label(
              ticks.labels().get(i), sketch.small, x - TICK - GAP, baseline, Sketch.Align.RIGHT);
      if (!label.text().isBlank() && isFree(sketch, label)) {
        sketch.labels().add(label);
      }
    }
    double size = sketch.page.fontPt();
    // Above is a title, below may be a legend.
    double from = plane.top() - sketch.small / 2;
    double to = plane.bottom() + TICK + Sketch.line(sketch.small);
    String words = fitted(title, size, to - from);
    double half = Type.width(words, size) / 2;
    double centre = (plane.top() + plane.bottom()) / 2;
    centre = Math.max(from + half, Math.min(centre, to - half));
    sketch.upright(words, size, Sketch.MARGIN + Type.ascent(size), centre);
  }

  /** A title that is too long loses the end of its label rather than its unit. */
  static String fitted(String title, double size, double room) {
    int unit = title.lastIndexOf(" (");
    if (unit <= 0 || Type.width(title, size) <= room) {
      return Type.fitted(title, size, room);
    }
    String tail = title.substring(unit);
    double rest = room - Type.width(tail, size);
    return rest < room / 3
        ? Type.fitted(title, size, room)
        : Type.fitted(title.substring(0, unit), size, rest) + tail;
  }
}
