package org.crosstally.chart;

import java.util.EnumSet;
import java.util.Set;

/**
 * The size of a figure on paper, the type that it is set in, and what a publisher allows.
 *
 * <p>The presets follow the publishers' instructions to authors as of 2024. Texts and lines of a
 * figure stay within the limits of its page: a line that is too thin or too thick is drawn with the
 * nearest weight that is allowed, and type outside the limits is refused here.
 *
 * <p>Figures are designed for type of up to 9 pt. On a page with larger type, such as a slide,
 * marks, lines and distances grow with it.
 *
 * <p>Immutable.
 *
 * @param widthMm the width in millimetres
 * @param heightMm the height in millimetres
 * @param dpi the resolution of raster images, in dots per inch
 * @param fontPt the size of axis titles in points; the smaller texts are one point smaller, but not
 *     below 5 pt, nor below what the rules allow
 * @param rules what the publisher allows
 */
public record Page(double widthMm, double heightMm, int dpi, double fontPt, Rules rules) {
  private static final double MM_PER_INCH = 25.4;
  private static final double PT_PER_INCH = 72;
  private static final double LEAST_MM = 30;
  private static final double MOST_MM = 2000;
  private static final long MOST_PIXELS = 400_000_000;

  /** Type that marks, lines and distances are designed for, at most. */
  private static final double DESIGNED_PT = 9;

  /** How texts are stored in a vector format. */
  public enum Text {
    /** As text, in embedded fonts: it can be searched, read aloud and edited. */
    EMBEDDED,
    /** As shapes, without any font. */
    OUTLINED
  }

  /** What some publishers forbid. */
  public enum Extra {
    /** Lines across a plot. */
    GRID,
    /** Areas filled with parallel lines. */
    HATCH
  }

  /**
   * What a publisher allows.
   *
   * @param publisher whose rules these are
   * @param maxHeightMm the largest height, in millimetres
   * @param minFontPt the smallest type, in points
   * @param maxFontPt the largest type, in points
   * @param minLinePt the thinnest line, in points
   * @param maxLinePt the thickest line, in points
   * @param text how texts are stored in a vector format
   * @param extras what is allowed beyond the plain figure
   */
  public record Rules(
      String publisher,
      double maxHeightMm,
      double minFontPt,
      double maxFontPt,
      double minLinePt,
      double maxLinePt,
      Text text,
      Set<Extra> extras) {

    /** No rules but those of {@link Page}: no grid, no hatching, texts as texts. */
    public static final Rules NONE =
        new Rules("any", MOST_MM, 4, 72, 0, 72, Text.EMBEDDED, Set.of());

    /**
     * Checks the ranges.
     *
     * @param publisher whose rules these are
     * @param maxHeightMm the largest height, in millimetres
     * @param minFontPt the smallest type, in points
     * @param maxFontPt the largest type, in points
     * @param minLinePt the thinnest line, in points
     * @param maxLinePt the thickest line, in points
     * @param text how texts are stored in a vector format
     * @param extras what is allowed beyond the plain figure
     * @throws IllegalArgumentException if a range is empty
     */
    public Rules {
      if (!(minFontPt <= maxFontPt) || !(minLinePt <= maxLinePt)) {
        throw new IllegalArgumentException(
            "no type or line is within the rules of " + publisher + ": the range is empty");
      }
      extras = Set.copyOf(extras);
    }

    /**
     * Whether a figure may show something.
     *
     * @param extra what
     * @return whether it is allowed
     */
    public boolean allows(Extra extra) {
      return extras.contains(extra);
    }

    /** The nearest weight of a line that is allowed, in points. */
    double line(double points) {
      return Math.max(minLinePt, Math.min(maxLinePt, points));
    }

    private Rules with(Text other) {
      return new Rules(
          publisher, maxHeightMm, minFontPt, maxFontPt, minLinePt, maxLinePt, other, extras);
    }

    private Rules shrunk(double factor) {
      return new Rules(
          publisher,
          maxHeightMm / factor,
          minFontPt / factor,
          maxFontPt / factor,
          minLinePt / factor,
          maxLinePt / factor,
          text,
          extras);
    }
  }

  private static final Rules NATURE =
      new Rules("Nature", 170, 5, 7, 0.25, 1, Text.EMBEDDED, Set.of());
  private static final Rules PLOS =
      new Rules("PLOS", 222.3, 8, 12, 0.3, 1.5, Text.OUTLINED, EnumSet.allOf(Extra.class));
  private static final Rules ELSEVIER =
      new Rules("Elsevier", 240, 7, 10, 0.1, 1.5, Text.EMBEDDED, EnumSet.allOf(Extra.class));
  private static final Rules SPRINGER =
      new Rules("Springer", 234, 8, 12, 0.3, 1.5, Text.EMBEDDED, EnumSet.allOf(Extra.class));
  private static final Rules IEEE =
      new Rules("IEEE", 228.6, 8, 10, 0.5, 1.5, Text.EMBEDDED, EnumSet.allOf(Extra.class));
  private static final Rules A4 =
      new Rules("A4", 247, 8, 12, 0.3, 2, Text.EMBEDDED, EnumSet.allOf(Extra.class));
  private static final Rules PROJECTED =
      new Rules("a slide", 190.5, 14, 36, 0.6, 4, Text.EMBEDDED, EnumSet.allOf(Extra.class));

  /** One column of Nature: 89 mm wide, at most 170 mm high, type of 5 to 7 pt, no grid. */
  public static final Page NATURE_SINGLE = new Page(89, 65, 300, 7, NATURE);

  /** Two columns of Nature: 183 mm wide, at most 170 mm high, type of 5 to 7 pt, no grid. */
  public static final Page NATURE_DOUBLE = new Page(183, 90, 300, 7, NATURE);

  /** The column of text of PLOS: 132 mm wide, at most 222.3 mm high, outlined type of 8 pt. */
  public static final Page PLOS_TEXT = new Page(132, 85, 300, 8, PLOS);

  /** The full width of PLOS: 190.5 mm, at most 222.3 mm high, outlined type of 8 pt. */
  public static final Page PLOS_FULL = new Page(190.5, 100, 300, 8, PLOS);

  /** One column of an Elsevier journal: 90 mm wide, type of 7 pt and more, 1000 dpi. */
  public static final Page ELSEVIER_SINGLE = new Page(90, 65, 1000, 8, ELSEVIER);

  /** One and a half columns of an Elsevier journal: 140 mm wide, 1000 dpi. */
  public static final Page ELSEVIER_ONE_AND_A_HALF = new Page(140, 85, 1000, 8, ELSEVIER);

  /** Two columns of an Elsevier journal: 190 mm wide, 1000 dpi. */
  public static final Page ELSEVIER_DOUBLE = new Page(190, 95, 1000, 8, ELSEVIER);

  /** One column of a Springer journal: 84 mm wide, type of 8 pt, lines of 0.3 pt and more. */
  public static final Page SPRINGER_SINGLE = new Page(84, 65, 600, 8, SPRINGER);

  /** Two columns of a Springer journal: 174 mm wide, type of 8 pt, lines of 0.3 pt and more. */
  public static final Page SPRINGER_DOUBLE = new Page(174, 90, 600, 8, SPRINGER);

  /** One column of an IEEE journal: 88.9 mm wide, type of 8 pt, lines of 0.5 pt and more. */
  public static final Page IEEE_SINGLE = new Page(88.9, 65, 600, 8, IEEE);

  /** Two columns of an IEEE journal: 182 mm wide, type of 8 pt, lines of 0.5 pt and more. */
  public static final Page IEEE_DOUBLE = new Page(182, 90, 600, 8, IEEE);

  /** The text of an A4 page with margins of 25 mm: 160 mm wide, type of 9 pt. */
  public static final Page THESIS = new Page(160, 95, 600, 9, A4);

  /** Below the title of a slide of 338.7 mm by 190.5 mm (16:9): type of 18 pt. */
  public static final Page SLIDE = new Page(310, 150, 150, 18, PROJECTED);

  /**
   * Checks the sizes.
   *
   * @param widthMm the width in millimetres
   * @param heightMm the height in millimetres
   * @param dpi the resolution of raster images, in dots per inch
   * @param fontPt the size of axis titles in points
   * @param rules what the publisher allows
   * @throws IllegalArgumentException if a side is not between 30 and 2000 mm, the resolution not
   *     between 36 and 2400 dpi, the font not between 4 and 72 pt, the image larger than 400
   *     million pixels, or the height or the type outside the rules
   */
  public Page {
    requireBetween("width in mm", widthMm, LEAST_MM, MOST_MM);
    requireBetween("height in mm", heightMm, LEAST_MM, MOST_MM);
    requireBetween("resolution in dpi", dpi, 36, 2400);
    requireBetween("font size in pt", fontPt, 4, 72);
    if ((long) pixels(widthMm, dpi) * pixels(heightMm, dpi) > MOST_PIXELS) {
      throw new IllegalArgumentException(
          widthMm + " mm by " + heightMm + " mm at " + dpi + " dpi is more than 400 megapixels");
    }
    String of = " of a page for " + rules.publisher();
    requireBetween("height in mm" + of, heightMm, LEAST_MM, rules.maxHeightMm());
    requireBetween("font size in pt" + of, fontPt, rules.minFontPt(), rules.maxFontPt());
  }

  private static void requireBetween(String what, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          what + " is " + value + ", not between " + low + " and " + high);
    }
  }

  /**
   * A page of a given size, 7 pt, 300 dpi, with no publisher's rules.
   *
   * @param widthMm the width in millimetres
   * @param heightMm the height in millimetres
   * @return the page
   */
  public static Page of(double widthMm, double heightMm) {
    return new Page(widthMm, heightMm, 300, 7, Rules.NONE);
  }

  /**
   * A page for PLOS, which leaves the width to the author.
   *
   * @param widthMm the width in millimetres, between 66.8 and 190.5
   * @param heightMm the height in millimetres, up to 222.3
   * @return the page
   * @throws IllegalArgumentException if a side is outside these limits
   */
  public static Page plos(double widthMm, double heightMm) {
    requireBetween("width in mm of a page for PLOS", widthMm, 66.8, 190.5);
    return new Page(widthMm, heightMm, 300, 8, PLOS);
  }

  /**
   * This page with another height.
   *
   * @param millimetres the height in millimetres
   * @return the changed copy
   * @throws IllegalArgumentException if the rules allow no such height
   */
  public Page withHeight(double millimetres) {
    return new Page(widthMm, millimetres, dpi, fontPt, rules);
  }

  /**
   * This page with another resolution.
   *
   * @param dotsPerInch the resolution
   * @return the changed copy
   */
  public Page withDpi(int dotsPerInch) {
    return new Page(widthMm, heightMm, dotsPerInch, fontPt, rules);
  }

  /**
   * This page with another size of type.
   *
   * @param points the size of axis titles in points
   * @return the changed copy
   * @throws IllegalArgumentException if the rules allow no such type
   */
  public Page withFont(double points) {
    return new Page(widthMm, heightMm, dpi, points, rules);
  }

  /**
   * This page with texts stored another way.
   *
   * @param text how texts are stored in a vector format
   * @return the changed copy
   */
  public Page withText(Text text) {
    return withRules(rules.with(text));
  }

  /**
   * This page with other rules.
   *
   * @param other what the publisher allows
   * @return the changed copy
   * @throws IllegalArgumentException if they do not allow this height or this type
   */
  public Page withRules(Rules other) {
    return new Page(widthMm, heightMm, dpi, fontPt, other);
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
    return Math.min(fontPt, Math.max(Math.max(5, rules.minFontPt()), fontPt - 1));
  }

  /** How much larger the figure is printed than it is designed. */
  double scale() {
    double most = Math.min(widthMm, heightMm) / LEAST_MM;
    return Math.max(1, Math.min(most, fontPt / DESIGNED_PT));
  }

  /** The page that the figure is laid out on, before it is enlarged by the scale. */
  Page design() {
    double k = scale();
    if (k == 1) {
      return this;
    }
    int dots = (int) Math.min(2400, Math.round(dpi * k));
    return new Page(widthMm / k, heightMm / k, dots, fontPt / k, rules.shrunk(k));
  }

  /** This page as high as is needed and allowed. */
  Page asHighAs(double millimetres) {
    return withHeight(Math.max(LEAST_MM, Math.min(rules.maxHeightMm(), millimetres)));
  }
}
