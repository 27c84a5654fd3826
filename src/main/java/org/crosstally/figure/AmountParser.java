package org.crosstally.figure;

/** Reads the grammar of amounts. */
final class AmountParser {
  private final String text;
  private final DecimalMark decimalMark;

  AmountParser(String text, DecimalMark decimalMark) {
    this.text = text;
    this.decimalMark = decimalMark;
  }

  Amount parse() {
    try {
      return new Amount.Exact(
          new java.math.BigDecimal(text.replace(String.valueOf(decimalMark.grouping()), "")));
    } catch (NumberFormatException e) {
      throw new TextFormatException(text, "not an amount", "978");
    }
  }
}
