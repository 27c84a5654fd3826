package org.crosstally.chart;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.Locale;

/** A font: the widths and outlines of texts at a size of one point. */
sealed interface Face permits GlyphFace, Face.LaidOut {

  /** The name of the family. */
  String family();

  boolean shows(String text);

  double width(String text);

  /** The filled shape of a text whose base line starts at the origin; y grows downwards. */
  Shape outline(String text);

  /**
   * A font of the Java platform. It sets what needs more than glyph after glyph (Arabic, Indian
   * scripts, combining marks), and font formats that cannot be embedded.
   */
  record LaidOut(Font font) implements Face {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    /** Outlines of very small fonts would be rounded. */
    private static final float DRAWN = 100;

    @Override
    public String family() {
      return font.getFamily(Locale.ROOT);
    }

    @Override
    public boolean shows(String text) {
      return font.canDisplayUpTo(text) < 0;
    }

    private TextLayout layout(String text) {
      return new TextLayout(text, font.deriveFont(DRAWN), EXACT);
    }

    @Override
    public double width(String text) {
      return layout(text).getAdvance() / DRAWN;
    }

    @Override
    public Shape outline(String text) {
      return layout(text)
          .getOutline(java.awt.geom.AffineTransform.getScaleInstance(1 / DRAWN, 1 / DRAWN));
    }
  }
}
