package org.crosstally.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.crosstally.figure.Amount;

/** Whether two amounts say the same. */
final class Amounts {
  private Amounts() {}

  /** Both name the same number, or they are the same bound or range. */
  static boolean areEqual(Amount one, Amount other) {
    OptionalDouble a = one.point();
    OptionalDouble b = other.point();
    if (a.isPresent() && b.isPresent()) {
      return a.getAsDouble() == b.getAsDouble();
    }
    return one.equals(other);
  }

  /**
   * The sets of possible values intersect, or one is an exact-looking number that the other rounds
   * to, by the grain of its trailing zeros or by cutting its decimals.
   */
  static boolean agreeWithinRounding(Amount one, Amount other) {
    return areEqual(one, other)
        || one.interval().intersects(other.interval())
        || isFormOf(one, other)
        || isFormOf(other, one);
  }

  private static boolean isFormOf(Amount form, Amount other) {
    if (!(form instanceof Amount.Exact exact) || other.point().isEmpty()) {
      return false;
    }
    double number = other.point().getAsDouble();
    int decimals = exact.value().scale();
    return exact.asRounded().interval().contains(number)
        || (decimals > 0
            && BigDecimal.valueOf(number)
                    .setScale(decimals, RoundingMode.DOWN)
                    .compareTo(exact.value())
                == 0);
  }

  /** The standard uncertainty of an amount that names a number. */
  static double uncertainty(Amount amount) {
    return amount.uncertainty().value().orElse(0);
  }
}
