package org.crosstally.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Interval;

/** Numbers as they are printed in a figure: thousands separators and a real minus sign. */
final class Numbers {
  static final String MINUS = "\u2212";
  private static final int MOST_DECIMALS = 12;

  private Numbers() {}

  /** {@code 1,275}, {@code −3.5}, and {@code 0} without a sign. */
  static String plain(double value, int decimals) {
    return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  static String plain(BigDecimal value) {
    String digits = value.abs().toPlainString();
    int point = digits.indexOf('.');
    int whole = point < 0 ? digits.length() : point;
    StringBuilder out = new StringBuilder(digits);
    for (int i = whole - 3; i > 0; i -= 3) {
      out.insert(i, ',');
    }
    return value.signum() < 0 ? MINUS + out : out.toString();
  }

  /** With a sign on both sides of zero. */
  static String signed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() > 0 ? "+" + plain(rounded) : plain(rounded);
  }

  /** A difference in per cent: one decimal, more for a small one, none for a large one. */
  static String difference(double percent) {
    double size = Math.abs(percent);
    if (size >= 100) {
      return signed(percent, 0);
    }
    return size > 0 && size < 0.05 ? signed(percent, size < 0.005 ? 3 : 2) : signed(percent, 1);
  }

  /** An estimate with as many decimals as keep four digits that count, and no trailing zeros. */
  static String estimate(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    if (exact.signum() == 0) {
      return "0";
    }
    int magnitude = exact.precision() - exact.scale();
    int decimals = Math.min(MOST_DECIMALS, Math.max(0, 4 - magnitude));
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }

  static String amount(Amount amount) {
    if (amount instanceof Amount.Exact exact) {
      return plain(exact.value());
    } else if (amount instanceof Amount.Rounded rounded) {
      return "≈ " + plain(rounded.value());
    } else if (amount instanceof Amount.JustBelow below) {
      return "nearly " + plain(below.value());
    } else if (amount instanceof Amount.JustAbove above) {
      return "just over " + plain(above.value());
    } else if (amount instanceof Amount.Bound bound) {
      return sign(bound.relation()) + " " + plain(bound.limit());
    } else if (amount instanceof Amount.Range range) {
      return plain(range.low()) + "–" + plain(range.high());
    } else if (amount instanceof Amount.Measured measured) {
      int decimals = decimals(measured);
      return plain(measured.value().setScale(decimals, RoundingMode.HALF_EVEN))
          + " ± "
          + plain(measured.standardUncertainty().setScale(decimals, RoundingMode.HALF_EVEN));
    }
    return "–";
  }

  /**
   * The decimals that leave the uncertainty two digits that count, and the value with the same
   * place, as the Guide to the Expression of Uncertainty in Measurement has it (7.2.6).
   */
  static int decimals(Amount.Measured measured) {
    BigDecimal uncertainty = measured.standardUncertainty();
    int place = uncertainty.scale() - uncertainty.precision() + 2;
    int most = Math.max(measured.value().scale(), uncertainty.scale());
    return Math.max(0, Math.min(place, most));
  }

  /**
   * The decimals of a number with a 95 % interval: two digits of a quarter of its width, and none
   * where all three are whole.
   */
  static int decimals(double value, double low, double high) {
    if (value == Math.rint(value) && low == Math.rint(low) && high == Math.rint(high)) {
      return 0;
    }
    int place = 1 - (int) Math.floor(Math.log10((high - low) / 4));
    return Math.max(0, Math.min(MOST_DECIMALS, place));
  }

  static String interval(Interval set, int decimals) {
    return pair(plain(set.low(), decimals), plain(set.high(), decimals));
  }

  static String pair(String low, String high) {
    return "[" + low + "; " + high + "]";
  }

  static String sign(Amount.Bound.Relation relation) {
    return switch (relation) {
      case LESS -> "<";
      case AT_MOST -> "≤";
      case MORE -> ">";
      case AT_LEAST -> "≥";
    };
  }
}
