package org.crosstally.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.crosstally.outcome.Outcome;

/**
 * A change in per cent as it would be printed, from the values and from the values as they are
 * printed, which need not agree in the last digit.
 *
 * <p>Statistical offices differ: some compute a rate of change from the published, rounded index,
 * so that a reader can check it, others from the unrounded one. Halves are rounded away from zero.
 *
 * @param fromValues the change of the values, rounded
 * @param fromPrinted the change of the rounded values, rounded
 */
public record PrintedChange(BigDecimal fromValues, BigDecimal fromPrinted) {

  /**
   * The change of two values.
   *
   * @param then the earlier value
   * @param now the later value
   * @param valueDecimals the decimals to which the values are printed; negative for tens and
   *     hundreds
   * @param changeDecimals the decimals to which the change is printed
   * @return both changes, or why there are none: as {@link ChangeMeasure#PERCENT} for the values or
   *     for the rounded values
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public static Outcome<PrintedChange> of(
      double then, double now, int valueDecimals, int changeDecimals) {
    Outcome<Double> exact = ChangeMeasure.PERCENT.between(then, now);
    if (exact.whyNot().isPresent()) {
      return Outcome.undetermined(exact.whyNot().get());
    }
    Outcome<Double> printed =
        ChangeMeasure.PERCENT.between(
            rounded(then, valueDecimals).doubleValue(), rounded(now, valueDecimals).doubleValue());
    if (printed.whyNot().isPresent()) {
      return Outcome.undetermined(printed.whyNot().get());
    }
    return Outcome.of(
        new PrintedChange(
            rounded(exact.orElseThrow(), changeDecimals),
            rounded(printed.orElseThrow(), changeDecimals)));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /**
   * Whether the two differ in print, so that both should be given.
   *
   * @return whether they differ
   */
  public boolean differs() {
    return fromValues.compareTo(fromPrinted) != 0;
  }
}
