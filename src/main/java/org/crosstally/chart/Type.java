package org.crosstally.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Fonts, and the widths of texts in them. */
final class Type {
  static final String FAMILIES = "Liberation Sans, Arial, Helvetica, sans-serif";

  private static final String PREFERRED = "Liberation Sans";

  /** PDFBox brings this one, so that the same figure has the same widths on every machine. */
  private static final String BROUGHT =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final Font BASE = base();
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private Type() {}

  private static Font base() {
    try (InputStream in = Type.class.getResourceAsStream(BROUGHT)) {
      if (in != null) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      }
    } catch (FontFormatException e) {
      throw new IllegalStateException(BROUGHT + " is no font", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Font installed = new Font(PREFERRED, Font.PLAIN, 1);
    return installed.getFamily(Locale.ROOT).equals(PREFERRED)
        ? installed
        : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
  }

  /** The font for a text: the usual one, or another that has all its characters. */
  static Font font(String text, double size) {
    return fontFor(text).orElse(BASE).deriveFont((float) size);
  }

  /** Whether the text is set in the usual font. */
  static boolean isUsual(Font font) {
    return font.getFontName(Locale.ROOT).equals(BASE.getFontName(Locale.ROOT));
  }

  private static Optional<Font> fontFor(String text) {
    if (BASE.canDisplayUpTo(text) < 0) {
      return Optional.of(BASE);
    }
    return Optional.ofNullable(Fallbacks.LOGICAL)
        .filter(f -> f.canDisplayUpTo(text) < 0)
        .or(() -> Fallbacks.installed(text));
  }

  static boolean canDisplay(String text) {
    return fontFor(text).isPresent();
  }

  static double width(String text, double size) {
    return text.isEmpty() ? 0 : font(text, size).getStringBounds(text, EXACT).getWidth();
  }

  static double ascent(double size) {
    return metrics(size).getAscent();
  }

  static double descent(double size) {
    return metrics(size).getDescent();
  }

  private static LineMetrics metrics(double size) {
    return BASE.deriveFont((float) size).getLineMetrics("Ag", EXACT);
  }

  /** The text, or as much of its beginning as fits, with an ellipsis. */
  static String fitted(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    int fits = 0;
    int beyond = text.length();
    while (beyond - fits > 1) {
      int middle = (fits + beyond) / 2;
      if (width(cut(text, middle), size) <= room) {
        fits = middle;
      } else {
        beyond = middle;
      }
    }
    return fits == 0 ? "" : cut(text, fits);
  }

  private static String cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** Looked up only where a text needs it, since asking for all fonts is slow. */
  private static final class Fallbacks {
    static final Font LOGICAL = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
    private static final Font[] ALL = sorted();

    private static Font[] sorted() {
      Font[] fonts = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
      Comparator<Font> serifsLast =
          Comparator.comparing(f -> !f.getFontName(Locale.ROOT).contains("Sans"));
      Arrays.sort(fonts, serifsLast.thenComparing(f -> f.getFontName(Locale.ROOT)));
      return fonts;
    }

    static Optional<Font> installed(String text) {
      return Arrays.stream(ALL).filter(f -> f.canDisplayUpTo(text) < 0).findFirst();
    }
  }
}
