package org.crosstally.trend;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.Locale;

/** Six decimals, and powers of ten where they would leave nothing but zeros of a number. */
final class EvidenceFormat extends DecimalFormat {

  private static final long serialVersionUID = 1;

  private static final double SMALLEST = 1e-4;

  EvidenceFormat() {
    super("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  @Override
  public StringBuffer format(double number, StringBuffer result, FieldPosition position) {
    return number != 0 && Math.abs(number) < SMALLEST
        ? result.append(String.format(Locale.ROOT, "%.3e", number))
        : super.format(number, result, position);
  }
}
