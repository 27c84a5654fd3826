package org.crosstally.figure;

import java.math.BigDecimal;

/** The unit of the last digit that counts in a printed number: a power of ten. */
final class Grain {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final String[] WORDS = {"thousand", "million", "billion", "trillion"};

  private Grain() {}

  /**
   * The number without an exponent: {@code 1E+3} becomes {@code 1000}, {@code 1.50} keeps its
   * decimals.
   */
  static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
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
    BigDecimal unit = grain.stripTrailingZeros();
    if (!unit.unscaledValue().equals(java.math.BigInteger.ONE)) {
      throw new IllegalArgumentException("a grain is a power of ten, not " + grain.toPlainString());
    }
    if (value.remainder(grain).signum() != 0) {
      throw new IllegalArgumentException(
          value.toPlainString() + " is no multiple of the grain " + grain.toPlainString());
    }
    return value.setScale(Math.max(0, unit.scale()));
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
    for (int i = 0; i < WORDS.length; i++) {
      int power = 3 * (i + 1);
      if (power >= exponent && (power > exponent || value.signum() == 0)) {
        BigDecimal scaled = value.movePointLeft(power).setScale(power - exponent);
        return scaled.toPlainString() + " " + WORDS[i];
      }
    }
    throw new IllegalArgumentException(
        "no text says " + value.toPlainString() + " to the grain " + grain.toPlainString());
  }
}
