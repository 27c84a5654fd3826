package org.crosstally.io;

/** The character between the cells of a row. */
public enum FieldSeparator {
  /** {@code ,} as in RFC 4180. */
  COMMA(','),
  /** {@code ;} as spreadsheets write it where the comma is the decimal mark. */
  SEMICOLON(';'),
  /** A tabulator. */
  TAB('\t');

  private final char character;

  FieldSeparator(char character) {
    this.character = character;
  }

  char character() {
    return character;
  }
}
