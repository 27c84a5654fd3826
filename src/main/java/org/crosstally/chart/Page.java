package org.crosstally.chart;

/**
 * The size of a figure on paper, and the type that it is set in.
 *
 * <p>Immutable.
 *
 * @param widthMm the width in millimetres
 * @param heightMm the height in millimetres
 * @param dpi the resolution of raster images, in dots per inch
 * @param fontPt the size of axis titles in points; the smaller texts are one point smaller, but not
 *     below 5 pt
 */
public record Page(double widthMm, double heightMm, int dpi, double fontPt) {
  private static final double MM_PER_INCH = 25.4;
  private static final double PT_PER_INCH = 72;
  private static final long MOST_PIXELS = 400_000_000;

  /** One column of Nature: 89 mm wide, 7 pt, 300 dpi. */
  public static final Page NATURE_SINGLE = new Page(89, 65, 300, 7);

  /** Two columns of Nature: 183 mm wide, 7 pt, 300 dpi. */
  public static final Page NATURE_DOUBLE = new Page(183, 90, 300, 7);

  /** One column of a Springer journal: 84 mm wide, 8 pt, 600 dpi. */
  public static final Page SPRINGER_SINGLE = new Page(84, 65, 600, 8);

  /** Two columns of a Springer journal: 174 mm wide, 8 pt, 600 dpi. */
  public static final Page SPRINGER_DOUBLE = new Page(174, 90, 600, 8);

  /**
   * Checks the sizes.
   *
   * @param widthMm the width in millimetres
   * @param heightMm the height in millimetres
   * @param dpi the resolution of raster images, in dots per inch
   * @param fontPt the size of axis titles in points
   * @throws IllegalArgumentException if a side is not between 30 and 2000 mm, the resolution not
   *     between 36 and 2400 dpi, the font not between 4 and 72 pt, or the image larger than 400
   *     million pixels
   */
  public Page {
    requireBetween("width in mm", widthMm, 30, 2000);
    requireBetween("height in mm", heightMm, 30, 2000);
    requireBetween("resolution in dpi", dpi, 36, 2400);
    requireBetween("font size in pt", fontPt, 4, 72);
    if ((long) pixels(widthMm, dpi) * pixels(heightMm, dpi) > MOST_PIXELS) {
      throw new IllegalArgumentException(
          widthMm + " mm by " + heightMm + " mm at " + dpi + " dpi is more than 400 megapixels");
    }
  }

  private static void requireBetween(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", not between " + low + " and " + high);
    }
  }

  /**
   * A page of a given size, 7 pt, 300 dpi.
   *
   * @param widthMm the width in millimetres
   * @param heightMm the height in millimetres
   * @return the page
   */
  public static Page of(double widthMm, double heightMm) {
    return new Page(widthMm, heightMm, 300, 7);
  }

  /**
   * This page with another height.
   *
   * @param millimetres the height in millimetres
   * @return the changed copy
   */
  public Page withHeight(double millimetres) {
    return new Page(widthMm, millimetres, dpi, fontPt);
  }

  /**
   * This page with another resolution.
   *
   * @param dotsPerInch the resolution
   * @return the changed copy
   */
  public Page withDpi(int dotsPerInch) {
    return new Page(widthMm, heightMm, dotsPerInch, fontPt);
  }

  /**
   * This page with another size of type.
   *
   * @param points the size of axis titles in points
   * @return the changed copy
   */
  public Page withFont(double points) {
    return new Page(widthMm, heightMm, dpi, points);
  }

  /**
   * The width of a raster image: {@code round(mm / 25.4 · dpi)}.
   *
   * @return the width in pixels
   */
  public int widthPx() {
    return pixels(widthMm, dpi);
  }

  /**
   * The height of a raster image: {@code round(mm / 25.4 · dpi)}.
   *
   * @return the height in pixels
   */
  public int heightPx() {
    return pixels(heightMm, dpi);
  }

  private static int pixels(double mm, int dpi) {
    return (int) Math.round(mm / MM_PER_INCH * dpi);
  }

  double widthPt() {
    return widthMm / MM_PER_INCH * PT_PER_INCH;
  }

  double heightPt() {
    return heightMm / MM_PER_INCH * PT_PER_INCH;
  }

  static double mm(double pt) {
    return pt / PT_PER_INCH * MM_PER_INCH;
  }

  /** The size of tick labels, legends and rows, in points. */
  double smallPt() {
    return Math.min(fontPt, Math.max(5, fontPt - 1));
  }
}
