package org.crosstally.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/** A scene as a PDF document of one page of the exact size. */
final class PdfDocument {
  /** Else PDFBox would take the time and a random number. */
  private static final long ID = 1;

  private PdfDocument() {}

  static byte[] encode(Scene scene, Page page, String description) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(ID);
      describe(document, scene.titles().figure(), description);
      float width = (float) page.widthPt();
      float height = (float) page.heightPt();
      PDPage sheet = new PDPage(new PDRectangle(width, height));
      document.addPage(sheet);
      PdfBoxGraphics2D surface = new PdfBoxGraphics2D(document, width, height);
      Texts texts = new Texts(surface, page.rules().text());
      try {
        Painter.paint(scene, page, texts);
      } finally {
        surface.dispose();
      }
      try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
        content.drawForm(surface.getXFormObject());
        texts.write(document, content, height);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void describe(PDDocument document, String title, String description) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(title);
    information.setSubject(description);
    information.setCreator("Crosstally");
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  /** Draws the shapes, and keeps the texts, which lie over all of them, for the page itself. */
  private static final class Texts extends Onto {
    private final Page.Text mode;
    private final List<Piece> pieces = new ArrayList<>();

    /** A part of a text and where it stands. */
    private record Piece(
        String text, GlyphFace face, double size, Color paint, AffineTransform toPage) {}

    Texts(PdfBoxGraphics2D surface, Page.Text mode) {
      super(surface);
      this.mode = mode;
    }

    @Override
    void textOnPage(String text, double size, Color paint, AffineTransform toPage) {
      if (mode == Page.Text.OUTLINED) {
        outlineOnPage(text, size, paint, toPage);
        return;
      }
      AffineTransform place = new AffineTransform(toPage);
      for (Type.Piece piece : Type.shown(text)) {
        if (piece.face() instanceof GlyphFace face) {
          pieces.add(new Piece(piece.text(), face, size, paint, new AffineTransform(place)));
        } else {
          // No font that may be embedded has these characters; their shapes are seen all the same.
          outlineOnPage(piece.text(), size, paint, place);
        }
        place.translate(size * piece.face().width(piece.text()), 0);
      }
    }

    void write(PDDocument document, PDPageContentStream content, double height) throws IOException {
      Map<GlyphFace, PDFont> fonts = new HashMap<>();
      for (Piece piece : pieces) {
        PDFont font = fonts.get(piece.face());
        if (font == null) {
          font = PDType0Font.load(document, piece.face().fresh(), true);
          fonts.put(piece.face(), font);
        }
        // The page of a PDF has its origin below, and so have its letters.
        AffineTransform upwards = new AffineTransform(1, 0, 0, -1, 0, height);
        upwards.concatenate(piece.toPage());
        upwards.scale(1, -1);
        content.beginText();
        content.setNonStrokingColor(piece.paint());
        content.setFont(font, (float) piece.size());
        content.setTextMatrix(new Matrix(upwards));
        content.showText(piece.text());
        content.endText();
      }
    }
  }
}
