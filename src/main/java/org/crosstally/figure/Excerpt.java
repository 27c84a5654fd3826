package org.crosstally.figure;

import java.util.Locale;

/** Makes text from a file safe and short enough to stand in a message. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /**
   * The text cut after sixty characters, with everything shown as an escape that cannot be seen or
   * changes how the rest is seen: control and format characters, blanks other than the common one,
   * and halves of pairs.
   */
  static String of(String text) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 16);
    int end = 0;
    while (end < text.length() && end < LONGEST) {
      int character = text.codePointAt(end);
      if (isVisible(character)) {
        out.appendCodePoint(character);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", character));
      }
      end += Character.charCount(character);
    }
    if (end < text.length()) {
      out.append("… (").append(text.length()).append(" characters)");
    }
    return out.toString();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }
}
