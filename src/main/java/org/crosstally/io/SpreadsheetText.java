package org.crosstally.io;

import java.util.regex.Pattern;

/** Texts for cells that a spreadsheet may open. */
public final class SpreadsheetText {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  /** What makes a spreadsheet take a cell for a formula, also in the wide forms. */
  private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private SpreadsheetText() {}

  /**
   * The text of a cell that a spreadsheet takes as text: what it would run as a formula, because it
   * begins with {@code = + - @}, their wide forms, a tab or a line end, also after blanks, gets an
   * apostrophe before it. A signed number stays a number, and a sign alone stays a sign.
   *
   * @param text the text
   * @return the text, or the text after an apostrophe
   */
  public static String of(String text) {
    String bare = text.stripLeading();
    boolean runs =
        text.length() > 1
            && (RUNS.indexOf(text.charAt(0)) >= 0
                || (!bare.isEmpty() && RUNS.indexOf(bare.charAt(0)) >= 0));
    return runs && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
