package org.crosstally.chart;

/** The rectangle of a plot with its vertical axis, fitted between a top and a bottom. */
record Frame(Sketch sketch, Plane plane, Ticks ticks, String title) {
  /** What the vertical axis shows, and how its numbers are written. */
  record Vertical(Range range, Ticks.Style style, Ticks.Scale scale, String title) {}

  /** Room right of a plot, so that half a tick label or a pen is not cut off. */
  static final double END = Sketch.MARGIN + 2;

  /** A plot as wide as the page. */
  static Frame of(Sketch sketch, double top, double bottom, Range x, Vertical y) {
    return of(sketch, top, bottom, x, y, left(sketch, top, bottom, y), END);
  }

  /** A plot between a left edge and the room to its right. */
  static Frame of(
      Sketch sketch, double top, double bottom, Range x, Vertical y, double left, double right) {
    double width = Math.max(20, sketch.page.widthPt() - right - left);
    double height = Math.max(20, bottom - top);
    Plane plane = new Plane(left, top, width, height, x, y.range());
    return new Frame(sketch, plane, ticks(sketch, top, bottom, y), y.title());
  }

  /** The left edge that the labels of the axis need. */
  static double left(Sketch sketch, double top, double bottom, Vertical y) {
    return Axes.left(sketch, ticks(sketch, top, bottom, y), y.title());
  }

  private static Ticks ticks(Sketch sketch, double top, double bottom, Vertical y) {
    int most = (int) Math.max(2, (bottom - top) / (2.6 * Sketch.line(sketch.small)));
    return Ticks.of(y.range(), most, y.style(), y.scale());
  }

  /** The bottom of a plot above a legend and an axis with a title. */
  static double bottom(Sketch sketch, Legend legend, String xTitle) {
    return sketch.page.heightPt()
        - legend.height(sketch)
        - Axes.below(sketch, xTitle)
        - Sketch.MARGIN;
  }

  /** Paints both axes. */
  void axes(Ticks x, String xTitle) {
    Axes.side(sketch, plane, ticks, title);
    Axes.bottom(sketch, plane, x, xTitle);
  }
}
