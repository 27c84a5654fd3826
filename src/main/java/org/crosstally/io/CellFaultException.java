package org.crosstally.io;

import de.siegmar.fastcsv.reader.CsvParseException;

/**
 * A cell that ends the reading of its file. It is of the parser's own kind of exception, because
 * the parser wraps any other.
 */
final class CellFaultException extends CsvParseException {
  private static final long serialVersionUID = 1L;

  private final String accepted;

  CellFaultException(String reason, String accepted) {
    super(reason);
    this.accepted = accepted;
  }

  String accepted() {
    return accepted;
  }
}
