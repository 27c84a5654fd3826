package org.crosstally.chart;

import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Role;

/**
 * A figure with a place in a chart.
 *
 * @param value where its mark stands: the number named, the limit of a bound, or the middle of a
 *     range
 * @param low the lower end of its interval; the value where it has none on this side
 * @param high the upper end of its interval; the value where it has none on this side
 */
record Said(Account account, double value, double low, double high, Side bound) {

  /** On which side a bound leaves the number open. */
  enum Side {
    NEITHER,
    BELOW,
    ABOVE
  }

  /** Of a figure of the cell; a bound that names no number has a place where none stands. */
  static Optional<Said> of(Account account, CellOutcome outcome) {
    boolean isInScope = account.role() != Role.OUT_OF_SCOPE || outcome.estimate().isEmpty();
    if (!isInScope || !account.figure().unit().equals(outcome.unit())) {
      return Optional.empty();
    }
    Amount amount = account.figure().amount();
    if (amount instanceof Amount.Missing) {
      return Optional.empty();
    }
    if (amount instanceof Amount.Bound bound) {
      double limit = bound.limit().doubleValue();
      Side side = Double.isInfinite(amount.interval().low()) ? Side.BELOW : Side.ABOVE;
      return Optional.of(new Said(account, limit, limit, limit, side));
    }
    Interval interval = amount.interval();
    double middle = amount.point().orElse((interval.low() + interval.high()) / 2);
    return Optional.of(new Said(account, middle, interval.low(), interval.high(), Side.NEITHER));
  }

  String source() {
    return account.figure().source();
  }

  /** A forecast is no slip: it keeps its own mark whatever came of it. */
  boolean isAside() {
    return account.role() == Role.SET_ASIDE && account.figure().status() != Status.FORECAST;
  }

  boolean hasWidth() {
    return low < high;
  }

  /** What the form of its mark tells, in a word. */
  String status() {
    if (bound != Side.NEITHER) {
      return "bound";
    }
    Status status = account.figure().status();
    return status != Status.OBSERVED ? status.code() : isExact() ? "exact" : "rounded";
  }

  private boolean isExact() {
    Amount amount = account.figure().amount();
    return amount instanceof Amount.Exact || amount instanceof Amount.Measured;
  }

  /** Filled for a number that is final and exact as printed, dashed for a forecast. */
  Mark.Fill fill() {
    if (account.figure().status() == Status.FORECAST) {
      return Mark.Fill.DASHED;
    }
    return isExact() && account.figure().status() == Status.OBSERVED
        ? Mark.Fill.FILLED
        : Mark.Fill.OPEN;
  }
}
