package org.crosstally.chart;

import java.awt.Color;

/**
 * Colours around zero: vermillion below, blue above, as in the bars of changes, and light grey at
 * zero. The two hues differ for every kind of colour vision, and both grow darker away from zero.
 *
 * @param limit the size that has the full colour
 */
record Diverging(double limit) {
  private static final Color ZERO = new Color(0xEFEFEF);
  private static final int STEPS = 11;

  Diverging {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("a scale of colours has a width, not " + limit);
    }
  }

  Color of(double value) {
    double share = Math.min(1, Math.abs(value) / limit);
    Color end = value < 0 ? Look.DOWN : Look.UP;
    return new Color(
        mixed(ZERO.getRed(), end.getRed(), share),
        mixed(ZERO.getGreen(), end.getGreen(), share),
        mixed(ZERO.getBlue(), end.getBlue(), share));
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  /** Black or white, whichever stands out more from a ground. */
  static Color over(Color ground) {
    double light = luminance(ground);
    double onBlack = (light + 0.05) / 0.05;
    double onWhite = 1.05 / (light + 0.05);
    return onBlack >= onWhite ? Look.INK : Look.PAPER;
  }

  /**
   * The relative luminance of the Web Content Accessibility Guidelines: {@code 0.2126 R + 0.7152 G
   * + 0.0722 B} of the linear parts.
   */
  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  static double height(Sketch sketch) {
    return Sketch.line(sketch.small) + 3;
  }

  /** The scale in a line of its own at the bottom of the page, with its ends and what it is of. */
  void paint(Sketch sketch, double left, String words, String end) {
    double size = sketch.small;
    double middle = sketch.page.heightPt() - Sketch.MARGIN - Sketch.line(size) / 2;
    double baseline = Sketch.centred(middle, size);
    String low = Numbers.MINUS + end;
    String high = "+" + end;
    double box = Math.min(6, 0.25 * sketch.page.widthPt() / STEPS);
    double ends = Type.width(low, size) + Type.width(high, size) + STEPS * box + 6;
    double room = sketch.page.widthPt() - 2 * Sketch.MARGIN - ends - 6;
    String fitted = Type.fitted(words, size, room);
    double total = ends + (fitted.isEmpty() ? 0 : 6 + Type.width(fitted, size));
    double most = sketch.page.widthPt() - Sketch.MARGIN - total;
    double x = Math.max(Sketch.MARGIN, Math.min(left, most));
    sketch.text(low, size, x, baseline, Sketch.Align.LEFT);
    x += Type.width(low, size) + 3;
    for (int i = 0; i < STEPS; i++) {
      Color color = of(limit * (2.0 * i / (STEPS - 1) - 1));
      sketch.add(Ink.box(x, middle - 3, box, 6, color));
      x += box;
    }
    x += 3;
    sketch.text(high, size, x, baseline, Sketch.Align.LEFT);
    x += Type.width(high, size) + 6;
    sketch.text(fitted, size, x, baseline, Sketch.Align.LEFT);
  }
}
