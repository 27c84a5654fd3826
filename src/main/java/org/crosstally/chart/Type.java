package org.crosstally.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.crosstally.outcome.Outcome;

/** Fonts, and the widths and outlines of texts in them. */
final class Type {
  static final String FAMILIES = "Liberation Sans, Arial, Helvetica, sans-serif";

  /** PDFBox brings this one, so that the same figure has the same widths on every machine. */
  private static final String BROUGHT =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final GlyphFace BASE = base();
  private static final double ASCENT = BASE.ascent();
  private static final double DESCENT = BASE.descent();

  /** What needed other fonts. The names of a comparison recur in every figure. */
  private static final Map<String, Optional<List<Piece>>> OTHERS = new ConcurrentHashMap<>();

  private static final int MOST_OTHERS = 10_000;

  private Type() {}

  /** A part of a text in one font. */
  record Piece(Face face, String text) {}

  private static GlyphFace base() {
    try (InputStream in = brought()) {
      return GlyphFace.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(BROUGHT + " of PDFBox is no font", e);
    }
  }

  private static InputStream brought() {
    InputStream in = Type.class.getResourceAsStream(BROUGHT);
    if (in == null) {
      throw new IllegalStateException(BROUGHT + " is not on the class path: PDFBox brings it");
    }
    return in;
  }

  /** The usual font for texts that XChart sets itself. */
  static Font platformFont(double size) {
    return Platform.BASE.deriveFont((float) size);
  }

  /** Made only where XChart sets texts. */
  private static final class Platform {
    static final Font BASE = font();

    private static Font font() {
      try (InputStream in = brought()) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (FontFormatException | IOException e) {
        throw new IllegalStateException(BROUGHT + " of PDFBox is no font", e);
      }
    }
  }

  static boolean isUsual(Face face) {
    return face == BASE;
  }

  /** The parts of a text by font, or empty where no font here can show it. */
  static Optional<List<Piece>> pieces(String text) {
    if (isPlain(text)) {
      return Optional.of(List.of(new Piece(BASE, text)));
    }
    if (OTHERS.size() > MOST_OTHERS) {
      OTHERS.clear();
    }
    return OTHERS.computeIfAbsent(text, Type::mixed);
  }

  private static boolean isPlain(String text) {
    return BASE.shows(text) && !needsLayout(text);
  }

  private static boolean needsLayout(String text) {
    return Font.textRequiresLayout(text.toCharArray(), 0, text.length());
  }

  private static Optional<List<Piece>> mixed(String text) {
    if (needsLayout(text)) {
      return Faces.platform(text).map(face -> List.of(new Piece(face, text)));
    }
    String missing =
        text.codePoints()
            .filter(c -> !BASE.shows(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Optional<Face> other =
        Faces.here().embeddable(missing).map(Face.class::cast).or(() -> Faces.platform(missing));
    return other.map(face -> split(text, face));
  }

  private static List<Piece> split(String text, Face other) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); ) {
      boolean usual = BASE.shows(text.codePointAt(i));
      int next = i + Character.charCount(text.codePointAt(i));
      if (next == text.length() || BASE.shows(text.codePointAt(next)) != usual) {
        pieces.add(new Piece(usual ? BASE : other, text.substring(from, next)));
        from = next;
      }
      i = next;
    }
    return List.copyOf(pieces);
  }

  /** The fonts that a text is embedded with, or why it is not. */
  static Outcome<String> families(String text) {
    Optional<List<Piece>> pieces = pieces(text);
    if (pieces.isEmpty()) {
      return Outcome.undetermined(NoFont.NOT_FOUND);
    }
    List<Face> faces = pieces.orElseThrow().stream().map(Piece::face).distinct().toList();
    return faces.stream().allMatch(GlyphFace.class::isInstance)
        ? Outcome.of(faces.stream().map(Face::family).collect(Collectors.joining(", ")))
        : Outcome.undetermined(NoFont.NOT_EMBEDDABLE);
  }

  static boolean isEmbeddable(String text) {
    return shown(text).stream().allMatch(piece -> piece.face() instanceof GlyphFace);
  }

  static boolean canDisplay(String text) {
    return pieces(text).isPresent();
  }

  /** The parts of a text that is printed although no font here may show all of it. */
  static List<Piece> shown(String text) {
    return pieces(text).orElseGet(() -> List.of(new Piece(BASE, text)));
  }

  static double width(String text, double size) {
    if (text.isEmpty()) {
      return 0;
    }
    double width = 0;
    for (Piece piece : shown(text)) {
      width += piece.face().width(piece.text());
    }
    return size * width;
  }

  /** The filled shape of a text whose base line starts at the origin; y grows downwards. */
  static Shape outline(String text, double size) {
    Path2D all = new Path2D.Double();
    double x = 0;
    for (Piece piece : shown(text)) {
      Shape outline = piece.face().outline(piece.text());
      AffineTransform place = AffineTransform.getTranslateInstance(size * x, 0);
      place.scale(size, size);
      all.append(outline.getPathIterator(place), false);
      x += piece.face().width(piece.text());
    }
    return all;
  }

  static double ascent(double size) {
    return size * ASCENT;
  }

  static double descent(double size) {
    return size * DESCENT;
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
}
