package org.crosstally.figure;

/** Makes text from a file safe and short enough to stand in a message. */
final class Excerpt {
  private static final int LONGEST = 60;

  private Excerpt() {}

  /** The text with control characters shown as escapes, cut after sixty characters. */
  static String of(String text) {
    int end = Math.min(text.length(), LONGEST);
    StringBuilder out = new StringBuilder(end + 16);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    if (end < text.length()) {
      out.append("… (").append(text.length()).append(" characters)");
    }
    return out.toString();
  }
}
