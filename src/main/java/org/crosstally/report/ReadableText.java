package org.crosstally.report;

/** Printed cells as readers of running text know them. */
final class ReadableText {
  private static final String SUPERSCRIPT =
      "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

  private ReadableText() {}

  static String text(Grid.Printed printed) {
    if (printed instanceof Grid.Text words) {
      return words.text();
    }
    if (printed instanceof Grid.Digits digits) {
      return number(digits.numeral());
    }
    if (printed instanceof Grid.PlusMinus spread) {
      return number(spread.numeral()) + " \u00B1 " + number(spread.distance());
    }
    if (printed instanceof Grid.Asymmetric spread) {
      return number(spread.numeral())
          + " +"
          + number(spread.above())
          + " \u2212"
          + number(spread.below());
    }
    return printed instanceof Grid.Below below ? "<" + number(below.limit()) : "\u2013";
  }

  static String number(Numeral numeral) {
    if (!numeral.isTiny()) {
      return numeral.grouped();
    }
    StringBuilder power = new StringBuilder();
    String.valueOf(Math.abs(numeral.exponent()))
        .chars()
        .forEach(digit -> power.append(SUPERSCRIPT.charAt(digit - '0')));
    return numeral.mantissa().grouped() + "\u00A0\u00D7\u00A010\u207B" + power;
  }
}
