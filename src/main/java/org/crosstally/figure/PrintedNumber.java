package org.crosstally.figure;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A number as printed: digits, and the power of ten of the word behind them.
 *
 * @param digits the number before the word, with its decimals
 * @param power the power of ten that the word stands for; 0 without one
 */
record PrintedNumber(BigDecimal digits, int power) {
  private static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("", 0),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("billion", 9),
          Map.entry("trillion", 12),
          Map.entry("천", 3),
          Map.entry("만", 4),
          Map.entry("십만", 5),
          Map.entry("백만", 6),
          Map.entry("천만", 7),
          Map.entry("억", 8),
          Map.entry("조", 12));

  BigDecimal value() {
    return Grain.plain(digits.scaleByPowerOfTen(power));
  }

  BigDecimal grain() {
    return Grain.of(digits).scaleByPowerOfTen(power);
  }

  /** The word behind the second of two numbers stands for both: {@code 4-5 million}. */
  PrintedNumber sharing(PrintedNumber second) {
    if (power != 0) {
      return this;
    }
    PrintedNumber shared = new PrintedNumber(digits, second.power);
    return Grain.fits(shared.digits, shared.power) ? shared : this;
  }

  /** Reads a number in lower case with plain blanks and nothing around. */
  static PrintedNumber parse(String text, DecimalMark mark) {
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int end = start;
    while (end < text.length() && belongs(text, end, start)) {
      end++;
    }
    Integer power = POWERS.get(text.substring(end).strip());
    if (end == start || power == null) {
      throw refused(text, reason(text, start, end));
    }
    String plain = new Digits(text, start, end, mark).plain();
    BigDecimal digits = new BigDecimal(plain);
    if (!Grain.fits(digits, power)) {
      throw refused(text, "more than " + Grain.MOST_DIGITS + " digits");
    }
    return new PrintedNumber(text.charAt(0) == '-' ? digits.negate() : digits, power);
  }

  private static String reason(String text, int start, int end) {
    if (end == start) {
      return "not an amount";
    }
    return "'" + Excerpt.of(text.substring(end).strip()) + "' behind the number is not understood";
  }

  /** Whether a character is part of the digits; a blank is if it stands between two of them. */
  private static boolean belongs(String text, int index, int start) {
    char c = text.charAt(index);
    if (c == ' ') {
      return index > start
          && Digits.isDigit(text.charAt(index - 1))
          && index + 1 < text.length()
          && Digits.isDigit(text.charAt(index + 1));
    }
    return c == '.' || c == ',' || Digits.isDigit(c);
  }

  private static TextFormatException refused(String text, String reason) {
    return new TextFormatException(text, reason, AmountParser.ACCEPTED);
  }

  /** The digits of a number, with the signs that group them and set off the decimals. */
  private record Digits(String text, int start, int end, DecimalMark mark) {

    static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    /** The number without groups and with a decimal point. */
    String plain() {
      int decimal = text.indexOf(mark.decimal(), start);
      boolean hasDecimals = decimal >= 0 && decimal < end;
      int wholeEnd = hasDecimals ? decimal : end;
      StringBuilder out = new StringBuilder(end - start + 1);
      appendWhole(out, wholeEnd);
      if (hasDecimals) {
        out.append('.');
        appendDecimals(out, decimal + 1);
      }
      if (out.length() - 1 > Grain.MOST_DIGITS) {
        throw refused(text, "more than " + Grain.MOST_DIGITS + " digits");
      }
      return out.toString();
    }

    private void appendWhole(StringBuilder out, int wholeEnd) {
      char grouping = 0;
      int group = 0;
      for (int i = start; i < wholeEnd; i++) {
        char c = text.charAt(i);
        if (isDigit(c)) {
          out.append(c);
          group++;
        } else {
          boolean first = grouping == 0;
          boolean leads = first && group >= 1 && group <= 3 && text.charAt(start) != '0';
          if (!leads && (first || group != 3 || c != grouping)) {
            throw misgrouped(c);
          }
          grouping = c;
          group = 0;
        }
      }
      if (grouping != 0 && group != 3) {
        throw misgrouped(grouping);
      }
    }

    private void appendDecimals(StringBuilder out, int from) {
      for (int i = from; i < end; i++) {
        char c = text.charAt(i);
        if (!isDigit(c)) {
          throw misgrouped(c);
        }
        out.append(c);
      }
      if (from == end) {
        throw refused(text, "no digit follows the decimal mark");
      }
    }

    private TextFormatException misgrouped(char sign) {
      if (sign == ' ') {
        return refused(text, "blanks between digits group them by threes");
      }
      DecimalMark other = mark == DecimalMark.POINT ? DecimalMark.COMMA : DecimalMark.POINT;
      return new TextFormatException(
          text,
          "ambiguous: '"
              + sign
              + "' neither groups the digits by threes nor is it a decimal mark that the reader was told"
              + " of",
          "1"
              + mark.decimal()
              + "5 or 1"
              + mark.grouping()
              + "500; for numbers such as 1"
              + other.decimal()
              + "5 give the reader the option with(DecimalMark."
              + other
              + ")");
    }
  }
}
