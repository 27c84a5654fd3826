package org.crosstally.reconcile;

import java.math.BigDecimal;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Unit;

/** How a printed number is read as the set of values that it may stand for. */
enum Reading {
  /** Counts as they stand; percentages, rates and shares rounded to their last printed decimal. */
  AS_PRINTED,
  /** Percentages, rates and shares cut after their last printed decimal instead of rounded. */
  CUT,
  /** Plain numbers rounded to the grain that their trailing zeros or their decimals suggest. */
  ROUNDED;

  /** Nobody rounds a percentage to hundreds. */
  private static final BigDecimal COARSEST_PERCENTAGE = BigDecimal.TEN;

  /** The set of values of a figure. */
  Interval of(Figure figure) {
    if (!(figure.amount() instanceof Amount.Exact exact)) {
      return figure.amount().interval();
    }
    if (figure.unit() instanceof Unit.Base) {
      return this == ROUNDED ? count(exact) : exact.interval();
    }
    return switch (this) {
      case AS_PRINTED -> around(exact.value(), decimal(exact.value()));
      case CUT -> beyond(exact.value(), decimal(exact.value()));
      case ROUNDED -> around(exact.value(), exact.asRounded().grain().min(COARSEST_PERCENTAGE));
    };
  }

  /** A whole number that ends in another digit than zero is known to the unit. */
  private static Interval count(Amount.Exact exact) {
    Amount.Rounded rounded = exact.asRounded();
    return rounded.grain().compareTo(BigDecimal.ONE) == 0 ? exact.interval() : rounded.interval();
  }

  /** The unit of the last printed decimal; one where none is printed. */
  private static BigDecimal decimal(BigDecimal value) {
    return BigDecimal.ONE.movePointLeft(value.scale());
  }

  private static Interval around(BigDecimal value, BigDecimal grain) {
    BigDecimal half = grain.divide(BigDecimal.valueOf(2));
    return Interval.closed(value.subtract(half).doubleValue(), value.add(half).doubleValue());
  }

  private static Interval beyond(BigDecimal value, BigDecimal grain) {
    double low = value.subtract(grain).doubleValue();
    double high = value.add(grain).doubleValue();
    return switch (value.signum()) {
      case 1 -> new Interval(value.doubleValue(), high, false, true);
      case -1 -> new Interval(low, value.doubleValue(), true, false);
      default -> new Interval(low, high, true, true);
    };
  }
}
