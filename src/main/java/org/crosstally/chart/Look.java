package org.crosstally.chart;

import java.awt.Color;
import java.util.List;

/** Colours and weights, in one place. */
final class Look {
  /** Axes and ticks, in points. */
  static final double AXIS = 0.6;

  /** Whiskers, arrows and the outlines of open marks, in points. */
  static final double THIN = 0.7;

  /** The reconciled line, in points. */
  static final double MAIN = 1.4;

  /** Reference lines in a table of rows, in points. */
  static final double HAIR = 0.3;

  static final double MARK = 4;
  static final double SMALL_MARK = 2.6;

  static final Color INK = Color.BLACK;
  static final Color PAPER = Color.WHITE;

  /** An opaque tint, since not every format knows transparency. */
  static final Color BAND = new Color(0xD9D9D9);

  static final Color OTHERS = new Color(0x7F7F7F);
  static final Color ASIDE = new Color(0x7F7F7F);
  static final Color RULE = new Color(0xC8C8C8);
  static final Color UP = new Color(0x0072B2);
  static final Color DOWN = new Color(0xD55E00);

  /**
   * The palette of Okabe and Ito without black, which the reconciled line has, and without yellow,
   * which is too light on white.
   */
  static final List<Color> SOURCES =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));

  /** What WCAG 2.1 (1.4.11) asks of graphics against what is beside them. */
  private static final double LEAST_CONTRAST = 3;

  private Look() {}

  /** The relative luminance of WCAG 2.1, from 0 for black to 1 for white. */
  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** The contrast ratio of WCAG 2.1, from 1 to 21. */
  static double contrast(Color a, Color b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The colour itself where it can be seen on paper, else a darker one of its hue. */
  static Color edge(Color color) {
    double shade = 1;
    Color edge = color;
    while (contrast(edge, PAPER) < LEAST_CONTRAST) {
      shade -= 0.02;
      edge =
          new Color(
              (int) (shade * color.getRed()),
              (int) (shade * color.getGreen()),
              (int) (shade * color.getBlue()));
    }
    return edge;
  }
}
