package org.crosstally.figure;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The unit of the last digit that counts in a printed number: a power of ten. */
final class Grain {
  /** A number with more digits is a fault of its file; none that is counted has so many. */
  static final int MOST_DIGITS = 40;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String[] WORDS = {"thousand", "million", "billion", "trillion"};
  private static final int NO_WORD = -1;

  private Grain() {}

  /**
   * The number without an exponent: {@code 1E+3} becomes {@code 1000}, {@code 1.50} keeps its
   * decimals.
   *
   * @throws IllegalArgumentException if the number has more than forty digits when written out
   */
  static BigDecimal plain(BigDecimal value) {
    if (!fits(value, 0)) {
      throw new IllegalArgumentException(
          "an amount has at most " + MOST_DIGITS + " digits, decimals included");
    }
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /**
   * Whether {@code value · 10^power} has at most forty digits when written out. No digits are
   * written to find out, so that a huge exponent costs nothing.
   */
  static boolean fits(BigDecimal value, int power) {
    long scale = (long) value.scale() - power;
    long whole = Math.max(1, value.precision() - scale);
    return whole + Math.max(0, scale) <= MOST_DIGITS;
  }

  /** The grain that the digits of a printed number suggest: its decimals, or its trailing zeros. */
  static BigDecimal of(BigDecimal printed) {
    BigDecimal value = plain(printed);
    if (value.scale() > 0) {
      return BigDecimal.ONE.movePointLeft(value.scale());
    }
    if (value.signum() == 0) {
      return BigDecimal.ONE;
    }
    return plain(BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale()));
  }

  static BigDecimal half(BigDecimal grain) {
    return grain.divide(TWO);
  }

  /**
   * The value with as many decimals as the grain has, once it is clear that it is a multiple of the
   * grain.
   */
  static BigDecimal require(BigDecimal value, BigDecimal grain) {
    plain(value);
    BigDecimal unit = plain(grain).stripTrailingZeros();
    if (!unit.unscaledValue().equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("a grain is a power of ten, not " + grain.toPlainString());
    }
    if (value.remainder(grain).signum() != 0) {
      throw new IllegalArgumentException(
          value.toPlainString() + " is no multiple of the grain " + grain.toPlainString());
    }
    BigDecimal known = plain(value.setScale(Math.max(0, unit.scale())));
    if (of(known).compareTo(grain) != 0 && word(known, -unit.scale()) == NO_WORD) {
      throw new IllegalArgumentException(
          "no text says " + value.toPlainString() + " to the grain " + grain.toPlainString());
    }
    return known;
  }

  /**
   * Text of a value that suggests just this grain: {@code 1400} for 100, {@code 1.40 thousand} for
   * 10, {@code 2.0 million} for 2000000 known to 100000.
   */
  static String format(BigDecimal value, BigDecimal grain) {
    if (of(value).compareTo(grain) == 0) {
      return value.toPlainString();
    }
    int exponent = -grain.stripTrailingZeros().scale();
    int word = word(value, exponent);
    int power = 3 * (word + 1);
    return value.movePointLeft(power).setScale(power - exponent).toPlainString()
        + " "
        + WORDS[word];
  }

  /** The first word large enough to show a grain in the decimals before it. */
  private static int word(BigDecimal value, int exponent) {
    for (int i = 0; i < WORDS.length; i++) {
      int power = 3 * (i + 1);
      if (power > exponent || (power == exponent && value.signum() == 0)) {
        return i;
      }
    }
    return NO_WORD;
  }
}
