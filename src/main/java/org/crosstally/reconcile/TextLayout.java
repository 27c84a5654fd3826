package org.crosstally.reconcile;

/** Breaks running text into lines. */
final class TextLayout {
  private static final int WIDTH = 100;

  private TextLayout() {}

  /**
   * Appends the text in lines of at most a hundred characters; lines after the first are indented
   * further.
   */
  static void wrap(String text, String indent, StringBuilder out) {
    StringBuilder line = new StringBuilder(indent);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(indent).append("    ");
        empty = true;
      }
      if (!empty) {
        line.append(' ');
      }
      line.append(word);
      empty = false;
    }
    out.append(line).append('\n');
  }
}
