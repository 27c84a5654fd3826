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

  private Look() {}
}
