package org.crosstally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;

/** A scene as Encapsulated PostScript of the exact size, with texts as outlines. */
final class EpsDocument {
  private static final String PROLOGUE =
      """
      /m{moveto}bind def/l{lineto}bind def/c{curveto}bind def/z{closepath}bind def
      /f{fill}bind def/s{stroke}bind def/q{gsave}bind def/Q{grestore}bind def
      /k{setrgbcolor}bind def/w{setlinewidth}bind def/J{setlinecap}bind def
      /j{setlinejoin}bind def/d{setdash}bind def/W{clip newpath}bind def
      """;

  private EpsDocument() {}

  static byte[] encode(Scene scene, Page page) {
    Shapes shapes = new Shapes();
    Painter.paint(scene, page, shapes);
    String width = SvgGraphics.number(page.widthPt());
    String height = SvgGraphics.number(page.heightPt());
    String document =
        "%!PS-Adobe-3.0 EPSF-3.0\n"
            + "%%BoundingBox: 0 0 "
            + (int) Math.ceil(page.widthPt())
            + " "
            + (int) Math.ceil(page.heightPt())
            + "\n%%HiResBoundingBox: 0 0 "
            + width
            + " "
            + height
            + "\n%%Creator: Crosstally\n%%Title: "
            + plain(scene.titles().figure())
            + "\n%%LanguageLevel: 2\n%%Pages: 1\n%%EndComments\n"
            + PROLOGUE
            + "%%Page: 1 1\nq\n0 "
            + height
            + " translate 1 -1 scale\n"
            + shapes.body
            + "Q\nshowpage\n%%EOF\n";
    return document.getBytes(StandardCharsets.US_ASCII);
  }

  /** A comment of one line takes only printable ASCII. */
  private static String plain(String text) {
    String ascii = text.replaceAll("[^ -~]", "?");
    return ascii.substring(0, Math.min(200, ascii.length()));
  }

  private static final class Shapes extends ShapeGraphics {
    private final StringBuilder body = new StringBuilder();

    @Override
    void fillOnPage(Shape shape, Color paint) {
      boolean clipped = start(shape, 0, paint);
      path(shape);
      body.append(clipped ? "f Q\n" : "f\n");
    }

    @Override
    void drawOnPage(Shape shape, Color paint, BasicStroke pen) {
      boolean clipped = start(shape, pen.getLineWidth(), paint);
      body.append(number(pen.getLineWidth())).append(" w ");
      // AWT and PostScript number caps and joins alike.
      body.append(pen.getEndCap()).append(" J ");
      body.append(pen.getLineJoin()).append(" j [");
      float[] dashes = pen.getDashArray();
      if (dashes != null) {
        for (float dash : dashes) {
          body.append(number(dash)).append(' ');
        }
      }
      body.append("] ").append(number(pen.getDashPhase())).append(" d\n");
      path(shape);
      body.append(clipped ? "s Q\n" : "s\n");
    }

    @Override
    void textOnPage(String text, double size, Color paint, AffineTransform toPage) {
      outlineOnPage(text, size, paint, toPage);
    }

    /** Only what crosses the edge of the clip needs it. */
    private boolean start(Shape shape, double penWidth, Color paint) {
      Shape clip = clipOnPage();
      boolean clipped = clip != null && !clip.contains(covered(shape, penWidth));
      if (clip != null && clipped) {
        body.append("q\n");
        path(clip);
        body.append("W\n");
      }
      for (int part : new int[] {paint.getRed(), paint.getGreen(), paint.getBlue()}) {
        body.append(number(part / 255.0)).append(' ');
      }
      body.append("k\n");
      return clipped;
    }

    private void path(Shape shape) {
      double[] c = new double[6];
      double x = 0;
      double y = 0;
      for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
        switch (it.currentSegment(c)) {
          case PathIterator.SEG_MOVETO -> point('m', c, 2);
          case PathIterator.SEG_LINETO -> point('l', c, 2);
          case PathIterator.SEG_CUBICTO -> point('c', c, 6);
          case PathIterator.SEG_QUADTO -> {
            // PostScript has cubic curves only.
            double[] cubic = {
              x + 2 * (c[0] - x) / 3,
              y + 2 * (c[1] - y) / 3,
              c[2] + 2 * (c[0] - c[2]) / 3,
              c[3] + 2 * (c[1] - c[3]) / 3,
              c[2],
              c[3]
            };
            point('c', cubic, 6);
            System.arraycopy(cubic, 0, c, 0, 6);
          }
          default -> body.append("z\n");
        }
        int end = end(it.currentSegment(new double[6]));
        if (end >= 0) {
          x = c[end];
          y = c[end + 1];
        }
      }
    }

    /** Where the end of a segment is among its coordinates, with curves as cubic ones. */
    private static int end(int segment) {
      return switch (segment) {
        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
        case PathIterator.SEG_QUADTO, PathIterator.SEG_CUBICTO -> 4;
        default -> -1;
      };
    }

    private void point(char command, double[] c, int count) {
      for (int i = 0; i < count; i++) {
        body.append(number(c[i])).append(' ');
      }
      body.append(command).append('\n');
    }

    private static String number(double value) {
      return SvgGraphics.number(value);
    }
  }
}
