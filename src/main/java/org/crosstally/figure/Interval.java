package org.crosstally.figure;

/**
 * A set of real numbers between two ends, each of which belongs to it or not; an end may be
 * infinite and is then open.
 *
 * @param low the lower end, {@code -∞} where there is none
 * @param high the upper end, {@code +∞} where there is none
 * @param lowOpen whether the lower end itself is left out
 * @param highOpen whether the upper end itself is left out
 */
public record Interval(double low, double high, boolean lowOpen, boolean highOpen) {

  /**
   * Checks the ends.
   *
   * @param low the lower end, {@code -∞} where there is none
   * @param high the upper end, {@code +∞} where there is none
   * @param lowOpen whether the lower end itself is left out
   * @param highOpen whether the upper end itself is left out
   * @throws IllegalArgumentException if an end is NaN, if the lower end is above the upper one, or
   *     if no number lies between them
   */
  public Interval {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      throw new IllegalArgumentException("an interval has no NaN ends");
    }
    if (low > high || (low == high && (lowOpen || highOpen))) {
      throw new IllegalArgumentException("empty interval: " + low + " to " + high);
    }
    lowOpen = lowOpen || low == Double.NEGATIVE_INFINITY;
    highOpen = highOpen || high == Double.POSITIVE_INFINITY;
  }

  /**
   * The numbers from {@code low} to {@code high}, both included.
   *
   * @param low the lower end
   * @param high the upper end
   * @return the closed interval
   */
  public static Interval closed(double low, double high) {
    return new Interval(low, high, false, false);
  }

  /**
   * The single number {@code value}.
   *
   * @param value a finite number
   * @return the interval that holds it alone
   */
  public static Interval point(double value) {
    return closed(value, value);
  }

  /**
   * All real numbers.
   *
   * @return the interval without ends
   */
  public static Interval all() {
    return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
  }

  /**
   * Whether the number belongs to this set.
   *
   * @param value a number
   * @return whether it lies between the ends, or on an end that is not open
   */
  public boolean contains(double value) {
    boolean aboveLow = lowOpen ? value > low : value >= low;
    boolean belowHigh = highOpen ? value < high : value <= high;
    return aboveLow && belowHigh;
  }

  /**
   * Whether some number belongs to both sets.
   *
   * @param other another interval
   * @return whether the two intersect
   */
  public boolean intersects(Interval other) {
    double lower = Math.max(low, other.low);
    double upper = Math.min(high, other.high);
    if (lower < upper) {
      return true;
    }
    return lower == upper && contains(lower) && other.contains(lower);
  }

  /**
   * The smallest interval that holds both.
   *
   * @param other another interval
   * @return the hull of the two
   */
  public Interval hull(Interval other) {
    double lower = Math.min(low, other.low);
    double upper = Math.max(high, other.high);
    boolean lowerHeld = (low == lower && !lowOpen) || (other.low == lower && !other.lowOpen);
    boolean upperHeld = (high == upper && !highOpen) || (other.high == upper && !other.highOpen);
    return new Interval(lower, upper, !lowerHeld, !upperHeld);
  }

  /**
   * The distance between the ends.
   *
   * @return {@code high - low}; infinite where an end is
   */
  public double width() {
    return high - low;
  }

  /**
   * Whether both ends are finite.
   *
   * @return whether the set is bounded on both sides
   */
  public boolean isBounded() {
    return !Double.isInfinite(low) && !Double.isInfinite(high);
  }
}
