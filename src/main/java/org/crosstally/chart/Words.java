package org.crosstally.chart;

import org.crosstally.figure.Source;

/** Texts that come from files, made fit to print. */
final class Words {
  private Words() {}

  /**
   * The text on one line, without characters that print nothing, turn the direction of writing, or
   * may not stand in an XML document.
   */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().map(Words::orSpace).forEach(out::appendCodePoint);
    return out.toString().strip().replaceAll(" {2,}", " ");
  }

  private static int orSpace(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          ' ';
      default -> c;
    };
  }

  /** The name of a source, or its id where no font here can show the name. */
  static String name(Source source) {
    String name = printable(source.name());
    return name.isEmpty() || !Type.canDisplay(name) ? displayable(source.id()) : name;
  }

  /** The text with a question mark for what no font here can show. */
  static String displayable(String text) {
    String words = printable(text);
    if (Type.canDisplay(words)) {
      return words;
    }
    StringBuilder out = new StringBuilder();
    words
        .codePoints()
        .map(c -> Type.canDisplay(Character.toString(c)) ? c : '?')
        .forEach(out::appendCodePoint);
    // Each character has a font, but no font may have them all.
    String mixed = out.toString();
    return Type.canDisplay(mixed) ? mixed : mixed.replaceAll("[^ -~]", "?");
  }

  /** {@code 2001–2015}, or one year. */
  static String span(int first, int last) {
    return first == last ? Integer.toString(first) : first + "–" + last;
  }

  /** A point in time in years: a whole year without decimals, any other with one. */
  static String year(double time) {
    boolean whole = Math.abs(time - Math.rint(time)) < 1e-9;
    String digits = String.format(java.util.Locale.ROOT, whole ? "%.0f" : "%.1f", time);
    return digits.replace("-", Numbers.MINUS);
  }

  static String counted(int count, String one, String many) {
    return Numbers.plain(count, 0) + " " + (count == 1 ? one : many);
  }
}
