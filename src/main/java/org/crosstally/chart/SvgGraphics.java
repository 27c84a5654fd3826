package org.crosstally.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what is drawn as the body of an SVG document, with texts as texts. */
final class SvgGraphics extends ShapeGraphics {
  /** What a viewer without the fonts of a text falls back on. */
  private static final String LAST = "Arial, Helvetica, sans-serif";

  private final Page.Text mode;
  private final StringBuilder body = new StringBuilder();
  private final Map<String, String> clips = new LinkedHashMap<>();

  SvgGraphics(Page.Text mode) {
    this.mode = mode;
  }

  /** The elements that were drawn. */
  String body() {
    StringBuilder out = new StringBuilder();
    clips.forEach(
        (path, id) ->
            out.append("<clipPath id=\"")
                .append(id)
                .append("\"><path d=\"")
                .append(path)
                .append("\"/></clipPath>\n"));
    return out.append(body).toString();
  }

  @Override
  void fillOnPage(Shape shape, Color paint) {
    if (isOut(shape, 0)) {
      return;
    }
    body.append("<path d=\"").append(path(shape)).append('"');
    attribute("fill", hex(paint));
    end(shape, 0);
  }

  @Override
  void drawOnPage(Shape shape, Color paint, BasicStroke pen) {
    if (isOut(shape, pen.getLineWidth())) {
      return;
    }
    body.append("<path d=\"").append(path(shape)).append('"');
    attribute("fill", "none");
    attribute("stroke", hex(paint));
    attribute("stroke-width", number(pen.getLineWidth()));
    if (pen.getEndCap() != BasicStroke.CAP_BUTT) {
      attribute("stroke-linecap", pen.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square");
    }
    if (pen.getLineJoin() != BasicStroke.JOIN_MITER) {
      attribute("stroke-linejoin", pen.getLineJoin() == BasicStroke.JOIN_ROUND ? "round" : "bevel");
    }
    float[] dashes = pen.getDashArray();
    if (dashes != null) {
      StringBuilder list = new StringBuilder();
      for (float dash : dashes) {
        list.append(list.isEmpty() ? "" : " ").append(number(dash));
      }
      attribute("stroke-dasharray", list.toString());
    }
    end(shape, pen.getLineWidth());
  }

  @Override
  void textOnPage(String text, double size, Color paint, AffineTransform toPage) {
    if (mode == Page.Text.OUTLINED) {
      outlineOnPage(text, size, paint, toPage);
      return;
    }
    body.append("<text");
    double scale = Math.sqrt(Math.abs(toPage.getDeterminant()));
    double x = toPage.getTranslateX();
    double y = toPage.getTranslateY();
    double angle = Math.toDegrees(Math.atan2(toPage.getShearY(), toPage.getScaleX()));
    if (Math.abs(angle) < 1e-9) {
      attribute("x", number(x));
      attribute("y", number(y));
    } else {
      String place = "translate(" + number(x) + " " + number(y) + ")";
      attribute("transform", place + " rotate(" + number(angle) + ")");
    }
    attribute("font-size", number(size * scale));
    for (Type.Piece piece : Type.shown(text)) {
      if (!Type.isUsual(piece.face())) {
        attribute("font-family", "Liberation Sans, '" + piece.face().family() + "', " + LAST);
        break;
      }
    }
    if (!paint.equals(Color.BLACK)) {
      attribute("fill", hex(paint));
    }
    body.append('>').append(SvgDocument.escaped(text)).append("</text>\n");
  }

  private boolean isOut(Shape shape, double penWidth) {
    Shape clip = clipOnPage();
    return clip != null && !clip.getBounds2D().intersects(covered(shape, Math.max(penWidth, 1e-6)));
  }

  private void attribute(String name, String value) {
    body.append(' ').append(name).append("=\"").append(SvgDocument.escaped(value)).append('"');
  }

  private void end(Shape shape, double penWidth) {
    clipAttribute(covered(shape, penWidth), clipOnPage());
    body.append("/>\n");
  }

  /** Only what crosses the edge of the clip needs it. */
  private void clipAttribute(Rectangle2D covered, @Nullable Shape clip) {
    if (clip != null && !clip.contains(covered)) {
      String path = path(clip);
      // Named by its content: figures that stand in one document do not take each other's.
      String name = "clip-" + Integer.toHexString(path.hashCode());
      attribute("clip-path", "url(#" + clips.computeIfAbsent(path, p -> name) + ")");
    }
  }

  private static String path(Shape shape) {
    StringBuilder out = new StringBuilder();
    double[] c = new double[6];
    for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
      switch (it.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> points(out, 'M', c, 1);
        case PathIterator.SEG_LINETO -> points(out, 'L', c, 1);
        case PathIterator.SEG_QUADTO -> points(out, 'Q', c, 2);
        case PathIterator.SEG_CUBICTO -> points(out, 'C', c, 3);
        default -> out.append('Z');
      }
    }
    return out.toString();
  }

  private static void points(StringBuilder out, char command, double[] c, int count) {
    out.append(command);
    for (int i = 0; i < 2 * count; i++) {
      out.append(i == 0 ? "" : " ").append(number(c[i]));
    }
  }

  /** Thousandths of a point, without a locale and without an exponent. */
  static String number(double value) {
    long thousandths = Math.round(value * 1000);
    String digits = Long.toString(Math.abs(thousandths));
    String sign = thousandths < 0 ? "-" : "";
    String padded = "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    String whole = padded.substring(0, padded.length() - 3);
    String rest = padded.substring(padded.length() - 3).replaceAll("0+$", "");
    return sign + (rest.isEmpty() ? whole : whole + "." + rest);
  }

  private static String hex(Color color) {
    String digits = Integer.toHexString(color.getRGB() & 0xFFFFFF);
    return "#" + "0".repeat(6 - digits.length()) + digits;
  }
}
