package org.crosstally.trend;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;

/** Numbers as a verdict prints them. */
final class TrendWords {
  private TrendWords() {}

  static String why(Outcome<?> outcome) {
    return outcome.whyNot().map(Reason::sentence).orElse("");
  }

  static String p(double p) {
    return p < 0.001
        ? String.format(Locale.ROOT, "%.1e", p)
        : String.format(Locale.ROOT, "%.3f", p);
  }

  /**
   * Four significant digits, or all digits before the point, with a minus sign in ASCII as in
   * tables.
   */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(Math.min(decimals, 15));
    return format.format(value);
  }

  /** With a sign and one decimal, as changes in per cent are printed. */
  static String percent(double value) {
    return String.format(Locale.ROOT, "%+.1f %%", value);
  }

  /** A confidence level in per cent, without zeros at its end. */
  static String level(double level) {
    DecimalFormat format =
        new DecimalFormat("0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(100 * level) + " %";
  }

  static String year(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
