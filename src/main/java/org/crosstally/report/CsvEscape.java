package org.crosstally.report;

import java.util.regex.Pattern;

/**
 * Text for a cell of a CSV file that a spreadsheet takes as text. A text that it would run as a
 * formula, because it begins with {@code = + - @}, their wide forms, a tab or a line end, gets an
 * apostrophe before it; a signed number does not, and stays a number.
 */
final class CsvEscape {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvEscape() {}

  static String text(String text) {
    String clean = PlainText.lines(text);
    boolean runs =
        !text.isEmpty()
            && (RUNS.indexOf(text.charAt(0)) >= 0
                || RUNS.indexOf(
                        clean.stripLeading().isEmpty() ? 'a' : clean.stripLeading().charAt(0))
                    >= 0);
    return runs && !NUMBER.matcher(clean).matches() ? "'" + clean : clean;
  }
}
