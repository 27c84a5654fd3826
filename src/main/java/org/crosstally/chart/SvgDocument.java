package org.crosstally.chart;

import java.nio.charset.StandardCharsets;

/** A scene as an SVG document of an exact size in millimetres. */
final class SvgDocument {
  private SvgDocument() {}

  static byte[] encode(Scene scene, Page page, String description) {
    SvgGraphics g = new SvgGraphics(page.rules().text());
    Painter.paint(scene, page, g);
    String box =
        "0 0 " + SvgGraphics.number(page.widthPt()) + " " + SvgGraphics.number(page.heightPt());
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\" xml:lang=\"en\" width=\""
            + SvgGraphics.number(page.widthMm())
            + "mm\" height=\""
            + SvgGraphics.number(page.heightMm())
            + "mm\" viewBox=\""
            + box
            + "\" font-family=\""
            + Type.FAMILIES
            + "\">\n<title>"
            + escaped(scene.titles().figure())
            + "</title>\n<desc>"
            + escaped(description)
            + "</desc>\n"
            + g.body()
            + "</svg>\n";
    return document.getBytes(StandardCharsets.UTF_8);
  }

  /** Text for an element or a quoted attribute, without the characters that XML 1.0 forbids. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(SvgDocument::isAllowed).forEach(c -> append(out, c));
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(c);
    }
  }
}
