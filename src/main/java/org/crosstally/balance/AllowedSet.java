package org.crosstally.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.crosstally.figure.Interval;

/**
 * The numbers that the words of a figure allow, with decimal ends, so that they can be compared
 * without rounding errors.
 *
 * @param low the lower end; empty where there is none
 * @param lowOpen whether the lower end itself is left out
 * @param high the upper end; empty where there is none
 * @param highOpen whether the upper end itself is left out
 */
record AllowedSet(
    Optional<BigDecimal> low, boolean lowOpen, Optional<BigDecimal> high, boolean highOpen) {

  static AllowedSet of(Interval interval) {
    return new AllowedSet(
        end(interval.low()), interval.lowOpen(), end(interval.high()), interval.highOpen());
  }

  private static Optional<BigDecimal> end(double value) {
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
  }

  static AllowedSet between(BigDecimal low, BigDecimal high) {
    return new AllowedSet(Optional.of(low), false, Optional.of(high), false);
  }

  /** The numbers {@code factor · x + shift}, with a positive factor. */
  AllowedSet times(BigDecimal factor, BigDecimal shift) {
    return new AllowedSet(
        low.map(v -> v.multiply(factor).add(shift)),
        lowOpen,
        high.map(v -> v.multiply(factor).add(shift)),
        highOpen);
  }

  /** The whole numbers among these, as a closed set; these where there are none. */
  AllowedSet wholeNumbers() {
    Optional<BigDecimal> lower = low.map(v -> next(v, lowOpen, RoundingMode.CEILING, 1));
    Optional<BigDecimal> upper = high.map(v -> next(v, highOpen, RoundingMode.FLOOR, -1));
    boolean isEmpty =
        lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0;
    return isEmpty ? this : new AllowedSet(lower, false, upper, false);
  }

  private static BigDecimal next(BigDecimal end, boolean open, RoundingMode inward, int step) {
    BigDecimal whole = end.setScale(0, inward);
    return open && whole.compareTo(end) == 0 ? whole.add(BigDecimal.valueOf(step)) : whole;
  }

  boolean isPoint() {
    return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) == 0;
  }

  boolean isBounded() {
    return low.isPresent() && high.isPresent();
  }

  /** Whether no number belongs to both. */
  boolean isDisjointFrom(AllowedSet other) {
    return isBelow(other) || other.isBelow(this);
  }

  private boolean isBelow(AllowedSet other) {
    if (high.isEmpty() || other.low.isEmpty()) {
      return false;
    }
    int order = high.get().compareTo(other.low.get());
    return order < 0 || (order == 0 && (highOpen || other.lowOpen));
  }

  /** The sums of a number of each. */
  AllowedSet plus(AllowedSet other) {
    return new AllowedSet(
        low.flatMap(v -> other.low.map(v::add)),
        lowOpen || other.lowOpen,
        high.flatMap(v -> other.high.map(v::add)),
        highOpen || other.highOpen);
  }

  double lowest() {
    return low.map(BigDecimal::doubleValue).orElse(Double.NEGATIVE_INFINITY);
  }

  double highest() {
    return high.map(BigDecimal::doubleValue).orElse(Double.POSITIVE_INFINITY);
  }

  /** The middle; the given number where there is none. */
  BigDecimal middle(BigDecimal otherwise) {
    return isBounded() ? low.get().add(high.get()).divide(BigDecimal.valueOf(2)) : otherwise;
  }
}
