package org.crosstally.report;

/**
 * Text for Markdown (CommonMark, GitHub's tables, Pandoc) in which nothing is a mark. Backslash and
 * pipe are written as numbers, for the dialects split the cells of a table before they look at
 * backslashes, each in its own way.
 */
final class MarkdownEscape {
  private static final String MARKS = "`*_{}[]~^$@!";
  private static final String LEADING = "#+-=:";

  private MarkdownEscape() {}

  static String text(String text) {
    String line = PlainText.line(text);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      append(out, line, i);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String line, int i) {
    char c = line.charAt(i);
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '|' -> out.append("&#124;");
      case '\\' -> out.append("&#92;");
      // Without this a bare address becomes a link.
      case ':' -> out.append(line.startsWith("//", i + 1) ? "&#58;" : i == 0 ? "\\:" : ":");
      case 'w', 'W' ->
          out.append(
              line.regionMatches(true, i, "www.", 0, 4) ? (c == 'w' ? "&#119;" : "&#87;") : c);
      default -> {
        boolean isMark = MARKS.indexOf(c) >= 0;
        boolean leads = i == 0 && LEADING.indexOf(c) >= 0;
        boolean numbers = (c == '.' || c == ')') && i > 0 && isNumber(line, i);
        out.append(isMark || leads || numbers ? "\\" : "").append(c);
      }
    }
  }

  /** Whether all before is digits, so that a point would make an item of a list. */
  private static boolean isNumber(String line, int end) {
    return line.chars().limit(end).allMatch(c -> c >= '0' && c <= '9')
        && (end + 1 == line.length() || line.charAt(end + 1) == ' ');
  }
}
