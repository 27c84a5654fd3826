package org.crosstally.figure;

/** The sign between whole and decimal digits. It is never guessed: a reader is told. */
public enum DecimalMark {
  /**
   * {@code 1.5} is one and a half, {@code 1,500} is fifteen hundred, and {@code 1,5} is an error.
   */
  POINT('.', ','),
  /**
   * {@code 1,5} is one and a half, {@code 1.500} is fifteen hundred, and {@code 1.5} is an error.
   */
  COMMA(',', '.');

  private final char decimal;
  private final char grouping;

  DecimalMark(char decimal, char grouping) {
    this.decimal = decimal;
    this.grouping = grouping;
  }

  char decimal() {
    return decimal;
  }

  char grouping() {
    return grouping;
  }
}
