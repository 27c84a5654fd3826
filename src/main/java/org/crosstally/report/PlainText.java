package org.crosstally.report;

/**
 * Text from a file as text for a page: without characters that no page should have.
 *
 * <p>Controls, unpaired surrogates and the marks that turn the direction of the text around them
 * (embeddings, overrides and isolates, by which a text can be shown as another) are shown by their
 * code, {@code [U+202E]}. Marks that only join or part letters stay.
 */
final class PlainText {
  private PlainText() {}

  /** The text in one line: line ends and tabs are blanks. */
  static String line(String text) {
    return clean(text, true);
  }

  /** The text with its lines; a line ends in a line feed. */
  static String lines(String text) {
    return clean(text.replace("\r\n", "\n").replace('\r', '\n'), false);
  }

  private static String clean(String text, boolean oneLine) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isBreak(c)) {
                out.appendCodePoint(oneLine ? ' ' : c);
              } else if (isUnfit(c)) {
                out.append(code(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return oneLine ? out.toString().strip().replaceAll(" {2,}", " ") : out.toString();
  }

  private static boolean isBreak(int c) {
    return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029 || c == 0x85;
  }

  private static boolean isUnfit(int c) {
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return Character.isISOControl(c)
        || turns
        || isNoCharacter
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** A character by its code, as {@code [U+202E]}. */
  static String code(int c) {
    return String.format(java.util.Locale.ROOT, "[U+%04X]", c);
  }
}
