package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers in running text. */
final class Numbers {
  private Numbers() {}

  /** The number with thousands separators and all its decimals: {@code 2,914}, {@code 15.6}. */
  static String text(double value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.###############", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(BigDecimal.valueOf(value));
  }

  /**
   * The number to the second digit of its error that counts: {@code 33.60} for an error of 0.74.
   */
  static String rounded(double value, double error) {
    if (!(error > 0) || Double.isInfinite(error)) {
      return text(value);
    }
    int decimals = 1 - (int) Math.floor(Math.log10(error));
    BigDecimal exact = BigDecimal.valueOf(value);
    return decimals >= exact.scale()
        ? text(value)
        : text(exact.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).doubleValue());
  }
}
