package org.crosstally.report;

/** Text for elements and quoted attributes of HTML and XML. */
final class HtmlEscape {
  private HtmlEscape() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    PlainText.line(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
