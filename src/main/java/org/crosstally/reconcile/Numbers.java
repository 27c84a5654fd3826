package org.crosstally.reconcile;

import java.math.BigDecimal;
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
}
