package org.crosstally.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.crosstally.report.ReportTable.Ends;
import org.crosstally.report.ReportTable.Kind;
import org.crosstally.report.ReportTable.Quantity;

/**
 * A number with the digits that are printed.
 *
 * @param value the number; its scale says how many decimals are printed
 */
record Numeral(BigDecimal value) {
  private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_EVEN);
  private static final double LARGEST_WHOLE = 9e15;
  private static final int QUANTITY_DIGITS = 10;
  private static final int STATISTIC_DIGITS = 4;
  private static final int TINY = 4;
  private static final double NOISE = 1e-12;

  /** Digits and decimals without separators, and a hyphen for a sign. */
  String plain() {
    return value.toPlainString();
  }

  int decimals() {
    return Math.max(0, value.scale());
  }

  int wholeDigits() {
    String digits = value.abs().toBigInteger().toString();
    return digits.length();
  }

  boolean isNegative() {
    return value.signum() < 0;
  }

  /** For readers: thousands in groups of three by a comma, and a minus sign. */
  String grouped() {
    String plain = value.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    StringBuilder out = new StringBuilder(isNegative() ? "\u2212" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(',');
      }
      out.append(whole.charAt(i));
    }
    return out.append(point < 0 ? "" : plain.substring(point)).toString();
  }

  Numeral minus(Numeral other) {
    return new Numeral(value.subtract(other.value));
  }

  boolean isZero() {
    return value.signum() == 0;
  }

  static Numeral shortest(double value) {
    return new Numeral(strip(BigDecimal.valueOf(value)));
  }

  static Numeral at(double value, int scale) {
    return new Numeral(BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN));
  }

  private static Numeral significant(double value, int digits) {
    if (isWhole(value)) {
      return shortest(value);
    }
    return new Numeral(
        strip(BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN))));
  }

  private static BigDecimal strip(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static boolean isWhole(double value) {
    return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
  }

  /** The number of decimals at which the second significant digit of an uncertainty stands. */
  static int scale(double uncertainty) {
    BigDecimal two = BigDecimal.valueOf(uncertainty).round(TWO);
    return two.scale() + 2 - two.precision();
  }

  /** A number that is written with a power of ten: zeros alone would say nothing. */
  boolean isTiny() {
    return value.signum() != 0 && value.scale() - value.precision() >= TINY;
  }

  /** The digits before the power of ten, of a tiny number. */
  Numeral mantissa() {
    return new Numeral(value.scaleByPowerOfTen(-exponent()));
  }

  /** The power of ten, of a tiny number. */
  int exponent() {
    return value.precision() - value.scale() - 1;
  }

  /** Without separators, a tiny number with its power of ten, as programs read it. */
  String forPrograms() {
    return isTiny() ? mantissa().plain() + "e" + exponent() : plain();
  }

  /** How a number and the ends of its interval are rounded together. */
  record Digits(Quantity number, Kind kind, Rounding rounding) {

    private OptionalDouble uncertainty() {
      if (number.standardUncertainty().orElse(0) > 0) {
        return number.standardUncertainty();
      }
      if (number.interval().isEmpty()) {
        return OptionalDouble.empty();
      }
      Ends ends = number.interval().get();
      // What is left of two equal numbers after a computation is no uncertainty.
      double nothing = NOISE * Math.abs(number.value());
      double below = Math.max(0, number.value() - ends.low() - nothing);
      double above = Math.max(0, ends.high() - number.value() - nothing);
      double smaller = below > 0 && above > 0 ? Math.min(below, above) : Math.max(below, above);
      return smaller > 0 ? OptionalDouble.of(smaller) : OptionalDouble.empty();
    }

    private boolean isCount() {
      return isWhole(number.value())
          && number.standardUncertainty().isEmpty()
          && number.interval().filter(e -> !isWhole(e.low()) || !isWhole(e.high())).isEmpty();
    }

    Numeral of(double part) {
      boolean whole =
          rounding == Rounding.WHOLE_COUNTS && (kind == Kind.QUANTITY || kind == Kind.STATISTIC);
      if (rounding == Rounding.ALL_DIGITS || (whole && isCount())) {
        return shortest(part);
      }
      OptionalDouble uncertainty = uncertainty();
      if (uncertainty.isPresent()) {
        return at(part, scale(uncertainty.getAsDouble()));
      }
      return switch (kind) {
        case PERCENT -> at(part, 1);
        case PROBABILITY -> at(part, 3);
        case STATISTIC -> significant(part, STATISTIC_DIGITS);
        case TEXT, PROSE, QUANTITY -> significant(part, QUANTITY_DIGITS);
      };
    }
  }
}
