package org.crosstally.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font with {@code glyf} outlines that may be embedded. Widths and outlines come from
 * the file itself and not from the platform's font engine, so that they are the same everywhere.
 */
final class GlyphFace implements Face {
  /** The bit of {@code fsType} in the OpenType specification. */
  private static final int RESTRICTED = 0x0002;

  private final byte[] file;
  private final String family;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;
  private final Map<Integer, Glyph> known = new ConcurrentHashMap<>();

  /** A glyph; its number is zero where the font has none for the character. */
  private record Glyph(int number, double width, Shape outline) {}

  private GlyphFace(byte[] file, TrueTypeFont font) throws IOException {
    this.file = file;
    this.font = font;
    this.family = font.getNaming().getFontFamily();
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /**
   * Reads a font.
   *
   * @throws IOException if it is none, has other outlines, or may not be embedded
   */
  static GlyphFace read(byte[] file) throws IOException {
    TrueTypeFont font = parse(file);
    if (font.getGlyph() == null || font.getNaming() == null || font.getOS2Windows() == null) {
      throw new IOException("no TrueType font with glyf outlines");
    }
    int rights = font.getOS2Windows().getFsType();
    int forbidden =
        RESTRICTED
            | OS2WindowsMetricsTable.FSTYPE_NO_SUBSETTING
            | OS2WindowsMetricsTable.FSTYPE_BITMAP_ONLY;
    if ((rights & forbidden) != 0) {
      throw new IOException("a font that may not be embedded");
    }
    return new GlyphFace(file, font);
  }

  private static TrueTypeFont parse(byte[] file) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(file));
  }

  /** The font anew, for a document that takes a part of it; one object is not shared by threads. */
  TrueTypeFont fresh() throws IOException {
    return parse(file);
  }

  @Override
  public String family() {
    return family;
  }

  private Glyph glyph(int character) {
    return known.computeIfAbsent(character, this::find);
  }

  private Glyph find(int character) {
    synchronized (font) {
      try {
        int number = glyphs.getGlyphId(character);
        var data = number == 0 ? null : font.getGlyph().getGlyph(number);
        Shape outline = data == null ? new Path2D.Double() : upright(data.getPath());
        return new Glyph(number, font.getAdvanceWidth(number) / unitsPerEm, outline);
      } catch (IOException e) {
        throw new UncheckedIOException("a glyph of " + family + " cannot be read", e);
      }
    }
  }

  private Shape upright(GeneralPath path) {
    double scale = 1 / unitsPerEm;
    return new Path2D.Double(path, AffineTransform.getScaleInstance(scale, -scale));
  }

  @Override
  public boolean shows(String text) {
    return text.codePoints().allMatch(this::shows);
  }

  boolean shows(int character) {
    return glyph(character).number() != 0;
  }

  @Override
  public double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += glyph(text.codePointAt(i)).width();
    }
    return width;
  }

  @Override
  public Shape outline(String text) {
    Path2D all = new Path2D.Double();
    double x = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      Glyph glyph = glyph(text.codePointAt(i));
      AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
      all.append(glyph.outline().getPathIterator(place), false);
      x += glyph.width();
    }
    return all;
  }

  double ascent() {
    return metric(font -> font.getHorizontalHeader().getAscender());
  }

  double descent() {
    return metric(font -> -font.getHorizontalHeader().getDescender());
  }

  private interface Metric {
    double of(TrueTypeFont font) throws IOException;
  }

  private double metric(Metric metric) {
    synchronized (font) {
      try {
        return metric.of(font) / unitsPerEm;
      } catch (IOException e) {
        throw new UncheckedIOException("the metrics of " + family + " cannot be read", e);
      }
    }
  }
}
