package org.crosstally.report;

import java.text.Normalizer;
import java.util.Map;

/** Text for LaTeX and BibTeX in which nothing is a command. */
final class LatexEscape {
  /**
   * Braces are named and not escaped, for BibTeX counts escaped ones, too. A bracket is in braces,
   * for behind the end of a row it would be an option; so are the marks that join with the next one
   * to another sign.
   */
  private static final Map<Integer, String> SPECIAL =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\textbraceleft{}"),
          Map.entry((int) '}', "\\textbraceright{}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\symbol{34}"),
          Map.entry((int) '[', "{[}"),
          Map.entry((int) ']', "{]}"),
          Map.entry((int) '*', "{*}"),
          Map.entry((int) '`', "{`}"),
          Map.entry((int) '\'', "{'}"));

  private static final Map<Integer, String> SYMBOLS =
      Map.ofEntries(
          Map.entry(0xA0, "~"),
          Map.entry(0x2007, "~"),
          Map.entry(0x2009, "\\,"),
          Map.entry(0x202F, "\\,"),
          Map.entry(0x200B, ""),
          Map.entry(0x200C, ""),
          Map.entry(0x200D, ""),
          Map.entry(0x200E, ""),
          Map.entry(0x200F, ""),
          Map.entry(0xAD, "\\-"),
          Map.entry(0xFEFF, ""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2013, "--"),
          Map.entry(0x2014, "---"),
          Map.entry(0x2018, "{`}"),
          Map.entry(0x2019, "{'}"),
          Map.entry(0x201C, "{``}"),
          Map.entry(0x201D, "{''}"),
          Map.entry(0x2026, "\\ldots{}"),
          Map.entry(0x2022, "\\textbullet{}"),
          Map.entry(0x2212, "$-$"),
          Map.entry(0xB1, "$\\pm$"),
          Map.entry(0xD7, "$\\times$"),
          Map.entry(0xF7, "$\\div$"),
          Map.entry(0x2264, "$\\leq$"),
          Map.entry(0x2265, "$\\geq$"),
          Map.entry(0x221E, "$\\infty$"),
          Map.entry(0xB0, "\\textdegree{}"),
          Map.entry(0xB5, "$\\mu$"),
          Map.entry(0xA7, "\\S{}"),
          Map.entry(0xB6, "\\P{}"),
          Map.entry(0xA3, "\\pounds{}"),
          Map.entry(0x20AC, "\\texteuro{}"),
          Map.entry(0xA9, "\\copyright{}"),
          Map.entry(0xAE, "\\textregistered{}"),
          Map.entry(0x2122, "\\texttrademark{}"),
          Map.entry(0xB7, "\\textperiodcentered{}"),
          Map.entry(0xA1, "{!`}"),
          Map.entry(0xBF, "{?`}"),
          Map.entry(0xDF, "\\ss{}"),
          Map.entry(0xE6, "\\ae{}"),
          Map.entry(0xC6, "\\AE{}"),
          Map.entry(0xF8, "\\o{}"),
          Map.entry(0xD8, "\\O{}"),
          Map.entry(0x153, "\\oe{}"),
          Map.entry(0x152, "\\OE{}"),
          Map.entry(0x142, "\\l{}"),
          Map.entry(0x141, "\\L{}"),
          Map.entry(0x131, "\\i{}"));

  private static final Map<Character, String> ACCENTS =
      Map.ofEntries(
          Map.entry('\u0300', "\\`"),
          Map.entry('\u0301', "\\'"),
          Map.entry('\u0302', "\\^"),
          Map.entry('\u0303', "\\~"),
          Map.entry('\u0304', "\\="),
          Map.entry('\u0306', "\\u"),
          Map.entry('\u0307', "\\."),
          Map.entry('\u0308', "\\\""),
          Map.entry('\u030A', "\\r"),
          Map.entry('\u030B', "\\H"),
          Map.entry('\u030C', "\\v"),
          Map.entry('\u0323', "\\d"),
          Map.entry('\u0327', "\\c"));

  private static final String GREEK =
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
          + " varsigma sigma tau upsilon phi chi psi omega";

  private LatexEscape() {}

  /** Text in one line. */
  static String text(String text, LatexText mode) {
    StringBuilder out = new StringBuilder();
    int before = -1;
    for (int c : PlainText.line(text).codePoints().toArray()) {
      // Two hyphens would make a dash, two commas a quotation mark.
      if (c == before && (c == '-' || c == ',')) {
        out.append("{}");
      }
      out.append(character(c, mode));
      before = c;
    }
    return out.toString();
  }

  private static String character(int c, LatexText mode) {
    String special = SPECIAL.get(c);
    if (special != null) {
      return special;
    }
    if (c < 0x80 || (mode == LatexText.UNICODE && c != 0xA0)) {
      return Character.toString(c);
    }
    String symbol = SYMBOLS.get(c);
    return symbol != null ? symbol : letter(c);
  }

  private static String letter(int c) {
    if (c >= 0x3B1 && c <= 0x3C9) {
      String name = GREEK.split(" ", -1)[c - 0x3B1];
      return name.equals("omicron") ? "o" : "$\\" + name + "$";
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
    if (parts.length() >= 2 && parts.charAt(0) < 0x80) {
      String accented = String.valueOf(parts.charAt(0));
      for (int i = 1; i < parts.length(); i++) {
        String accent = ACCENTS.get(parts.charAt(i));
        if (accent == null) {
          return code(c);
        }
        accented = accent + "{" + accented + "}";
      }
      return "{" + accented + "}";
    }
    return code(c);
  }

  private static String code(int c) {
    return String.format(java.util.Locale.ROOT, "{[}U+%04X{]}", c);
  }
}
