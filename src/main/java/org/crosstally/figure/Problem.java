package org.crosstally.figure;

import java.io.Serializable;

/**
 * One thing that is wrong with a file or table of figures: where it is, what is written there, what
 * is wrong with it, and what is accepted.
 *
 * @param location the file or the table
 * @param line the line on which the row begins, counted from 1; in a table, the row counted from 1;
 *     0 where the problem is not of one row
 * @param columnNumber the column, counted from 1; 0 where the problem is not of one column
 * @param column the name of the column; blank where the problem is not of one column
 * @param text the offending text, cut after sixty characters, with control characters shown as
 *     escapes
 * @param reason what is wrong
 * @param accepted what is accepted
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // Javadoc asks for the tag on a record that is serialised
public record Problem(
    String location,
    int line,
    int columnNumber,
    String column,
    String text,
    String reason,
    String accepted)
    implements Serializable {

  /**
   * Cuts the offending text and the name of the column, which may be as hostile.
   *
   * @param location the file or the table
   * @param line the line on which the row begins, counted from 1
   * @param columnNumber the column, counted from 1
   * @param column the name of the column
   * @param text the offending text, cut after sixty characters, with control characters shown as
   *     escapes
   * @param reason what is wrong
   * @param accepted what is accepted
   */
  public Problem {
    column = Excerpt.of(column);
    text = Excerpt.of(text);
  }

  /**
   * A problem of a file or table as a whole.
   *
   * @param location the file or the table
   * @param reason what is wrong
   * @param accepted what is accepted
   * @return the problem
   */
  public static Problem ofWhole(String location, String reason, String accepted) {
    return new Problem(location, 0, 0, "", "", reason, accepted);
  }

  /**
   * A problem of one row.
   *
   * @param location the file or the table
   * @param line the line on which the row begins
   * @param text the offending text
   * @param reason what is wrong
   * @param accepted what is accepted
   * @return the problem
   */
  public static Problem ofRow(
      String location, int line, String text, String reason, String accepted) {
    return new Problem(location, line, 0, "", text, reason, accepted);
  }

  /**
   * All of it in one line.
   *
   * @return a sentence such as {@code figures.csv, line 12, column 11 (value): '1,5': ambiguous …;
   *     accepted: …}
   */
  public String message() {
    StringBuilder out = new StringBuilder(location);
    if (line > 0) {
      out.append(", line ").append(line);
    }
    if (columnNumber > 0) {
      out.append(", column ").append(columnNumber);
    }
    if (!column.isEmpty()) {
      out.append(" (").append(column).append(')');
    }
    out.append(": ");
    if (!text.isEmpty()) {
      out.append('\'').append(text).append("': ");
    }
    return out.append(reason).append("; accepted: ").append(accepted).toString();
  }

  @Override
  public String toString() {
    return message();
  }
}
