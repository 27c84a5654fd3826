package org.crosstally.series;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A value with an interval that says what it covers.
 *
 * <p>Immutable.
 *
 * @param value the value
 * @param low the lower end of the interval, not above the value
 * @param high the upper end of the interval, not below the value
 * @param covers what the interval covers; empty where the value is taken as printed and nothing
 *     widens it
 */
public record Estimate(double value, double low, double high, Set<Component> covers) {

  /** A source of doubt that an interval can cover. */
  public enum Component {
    /** The value was printed in rounded form. */
    ROUNDING("rounding"),
    /** A standard uncertainty was stated with the value. */
    STATED("stated uncertainty"),
    /** Independent origins say different things. */
    ORIGINS("disagreement between origins"),
    /** Figures of that age were revised later. */
    REVISION("revision to come"),
    /** Some figures are diagnosed as slips of the pen, and the diagnosis may be wrong. */
    SLIPS("figures taken for slips");

    private final String label;

    Component(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Checks the order of the ends.
   *
   * @param value the value
   * @param low the lower end of the interval, not above the value
   * @param high the upper end of the interval, not below the value
   * @param covers what the interval covers
   * @throws IllegalArgumentException if a number is not finite or the value lies outside its
   *     interval
   */
  public Estimate {
    if (!Double.isFinite(value) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException(
          "an estimate is finite: " + value + " [" + low + ", " + high + "]");
    }
    if (low > value || value > high) {
      throw new IllegalArgumentException(
          value + " is outside its interval [" + low + ", " + high + "]");
    }
    EnumSet<Component> copy = EnumSet.noneOf(Component.class);
    copy.addAll(covers);
    covers = Collections.unmodifiableSet(copy);
  }

  /**
   * A value that is taken as printed.
   *
   * @param value the value
   * @return the estimate whose interval is the value alone
   */
  public static Estimate exact(double value) {
    return new Estimate(value, value, value, Set.of());
  }

  /**
   * Whether the interval is wider than the value alone.
   *
   * @return whether something widens it
   */
  public boolean hasWidth() {
    return low < high;
  }
}
