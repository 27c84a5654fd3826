package org.crosstally.figure;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A number as a source writes it: exact, rounded, a bound, a range, a measured value, or missing
 * with a cause.
 *
 * <p>An amount knows the set of values that its words allow ({@link #interval()}), the one number
 * that it names, if it names one ({@link #point()}), and its standard uncertainty with the rule
 * behind it ({@link #uncertainty()}). Amounts are immutable, and their text round-trips: {@code
 * Amount.parse(a.format()).equals(a)}.
 */
public sealed interface Amount {

  /**
   * The set of values that the words allow.
   *
   * @return the interval; a missing amount allows every number
   */
  Interval interval();

  /**
   * The number that the words name.
   *
   * @return the number; empty for a bound, a range and a missing amount
   */
  OptionalDouble point();

  /**
   * The standard uncertainty with its rule.
   *
   * @return the uncertainty; never null
   */
  Uncertainty uncertainty();

  /**
   * The canonical text.
   *
   * @return text that {@link #parse(String)} reads as an equal amount
   */
  String format();

  /**
   * Reads an amount in the grammar of figure tables, with a decimal point.
   *
   * @param text the text of a cell, such as {@code 978}, {@code ~1400}, {@code nearly 3000}, {@code
   *     <1200}, {@code 40000..50000}, {@code 1400±50} or {@code 1.5 million}
   * @return the amount
   * @throws TextFormatException if the text is none of these, or if it is ambiguous ({@code 1,5})
   */
  static Amount parse(String text) {
    return parse(text, DecimalMark.POINT);
  }

  /**
   * Reads an amount in the grammar of figure tables.
   *
   * @param text the text of a cell
   * @param decimalMark the sign between whole and decimal digits; the other one may group digits by
   *     threes
   * @return the amount
   * @throws TextFormatException if the text is not an amount, or if it is ambiguous
   */
  static Amount parse(String text, DecimalMark decimalMark) {
    return new AmountParser(text, decimalMark).parse();
  }

  /**
   * An exact number is exact as printed; that a writer rounded it is a finding of reconciling, not
   * a property of the text.
   *
   * @param value the number, with the decimals that were printed
   */
  record Exact(BigDecimal value) implements Amount {
    /**
     * Keeps the decimals that were printed, and no exponent.
     *
     * @param value the number, with the decimals that were printed
     */
    public Exact {
      value = Grain.plain(value);
    }

    /**
     * The number as it would be if its writer had rounded it: to its last decimal, or to the grain
     * that its trailing zeros suggest. A number that ends in another digit is known to the unit.
     *
     * @return the rounded amount of the same value
     */
    public Rounded asRounded() {
      return new Rounded(value, Grain.of(value));
    }

    @Override
    public Interval interval() {
      return Interval.point(value.doubleValue());
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.of(value.doubleValue());
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.of(0, Uncertainty.Rule.EXACT);
    }

    @Override
    public String format() {
      return value.toPlainString();
    }
  }

  /**
   * A number that its source calls approximate, known to a grain: {@code ~1400} lies between 1350
   * and 1450.
   *
   * @param value the number named, a multiple of the grain
   * @param grain the unit of the last digit that counts, a power of ten
   */
  record Rounded(BigDecimal value, BigDecimal grain) implements Amount {
    /**
     * Checks that the value is known to the grain.
     *
     * @param value the number named, a multiple of the grain
     * @param grain the unit of the last digit that counts, a power of ten
     * @throws IllegalArgumentException if the grain is not a power of ten or the value is no
     *     multiple of it
     */
    public Rounded {
      value = Grain.require(value, grain);
      grain = Grain.plain(grain.stripTrailingZeros());
    }

    @Override
    public Interval interval() {
      BigDecimal half = Grain.half(grain);
      return Interval.closed(value.subtract(half).doubleValue(), value.add(half).doubleValue());
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.of(value.doubleValue());
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.rectangular(interval(), Uncertainty.Rule.ROUNDING);
    }

    @Override
    public String format() {
      return "~" + Grain.format(value, grain);
    }
  }

  /**
   * A number that its source places just below a round one: {@code nearly 3000} rounds to 3000 and
   * is less.
   *
   * @param value the round number
   * @param grain the unit of its last digit that counts, a power of ten
   */
  record JustBelow(BigDecimal value, BigDecimal grain) implements Amount {
    /**
     * Checks that the value is known to the grain.
     *
     * @param value the round number
     * @param grain the unit of its last digit that counts, a power of ten
     * @throws IllegalArgumentException if the grain is not a power of ten or the value is no
     *     multiple of it
     */
    public JustBelow {
      value = Grain.require(value, grain);
      grain = Grain.plain(grain.stripTrailingZeros());
    }

    @Override
    public Interval interval() {
      double high = value.doubleValue();
      double low = value.subtract(Grain.half(grain)).doubleValue();
      return new Interval(Math.min(low, Math.nextDown(high)), high, false, true);
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.of(value.doubleValue());
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.rectangular(interval(), Uncertainty.Rule.ROUNDING);
    }

    @Override
    public String format() {
      return "nearly " + Grain.format(value, grain);
    }
  }

  /**
   * A number that its source places just above a round one: {@code just over 3000} rounds to 3000
   * and is more.
   *
   * @param value the round number
   * @param grain the unit of its last digit that counts, a power of ten
   */
  record JustAbove(BigDecimal value, BigDecimal grain) implements Amount {
    /**
     * Checks that the value is known to the grain.
     *
     * @param value the round number
     * @param grain the unit of its last digit that counts, a power of ten
     * @throws IllegalArgumentException if the grain is not a power of ten or the value is no
     *     multiple of it
     */
    public JustAbove {
      value = Grain.require(value, grain);
      grain = Grain.plain(grain.stripTrailingZeros());
    }

    @Override
    public Interval interval() {
      double low = value.doubleValue();
      double high = value.add(Grain.half(grain)).doubleValue();
      return new Interval(low, Math.max(high, Math.nextUp(low)), true, false);
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.of(value.doubleValue());
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.rectangular(interval(), Uncertainty.Rule.ROUNDING);
    }

    @Override
    public String format() {
      return "just over " + Grain.format(value, grain);
    }
  }

  /**
   * A bound on one side: {@code <1200}, {@code >=10}.
   *
   * @param relation on which side the number lies, and whether the limit itself is allowed
   * @param limit the limit
   */
  record Bound(Relation relation, BigDecimal limit) implements Amount {
    /**
     * Keeps the decimals that were printed, and no exponent.
     *
     * @param relation on which side the number lies, and whether the limit itself is allowed
     * @param limit the limit
     */
    public Bound {
      limit = Grain.plain(limit);
    }

    /** How a number lies to its limit. */
    public enum Relation {
      /** Below the limit. */
      LESS("<"),
      /** Below the limit or on it. */
      AT_MOST("<="),
      /** Above the limit. */
      MORE(">"),
      /** Above the limit or on it. */
      AT_LEAST(">=");

      private final String sign;

      Relation(String sign) {
        this.sign = sign;
      }

      /**
       * The sign in the canonical text.
       *
       * @return one of {@code <}, {@code <=}, {@code >}, {@code >=}
       */
      public String sign() {
        return sign;
      }
    }

    @Override
    public Interval interval() {
      double end = limit.doubleValue();
      return switch (relation) {
        case LESS -> new Interval(Double.NEGATIVE_INFINITY, end, true, true);
        case AT_MOST -> new Interval(Double.NEGATIVE_INFINITY, end, true, false);
        case MORE -> new Interval(end, Double.POSITIVE_INFINITY, true, true);
        case AT_LEAST -> new Interval(end, Double.POSITIVE_INFINITY, false, true);
      };
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.empty();
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.none(Uncertainty.Rule.ONE_SIDED);
    }

    @Override
    public String format() {
      return relation.sign() + limit.toPlainString();
    }
  }

  /**
   * A range with both ends: {@code 40000..50000}.
   *
   * @param low the lower end, included
   * @param high the upper end, included
   */
  record Range(BigDecimal low, BigDecimal high) implements Amount {
    /**
     * Checks the order of the ends.
     *
     * @param low the lower end, included
     * @param high the upper end, included
     * @throws IllegalArgumentException if the lower end is above the upper one
     */
    public Range {
      low = Grain.plain(low);
      high = Grain.plain(high);
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            "a range runs from low to high, not from "
                + low.toPlainString()
                + " to "
                + high.toPlainString());
      }
    }

    @Override
    public Interval interval() {
      return Interval.closed(low.doubleValue(), high.doubleValue());
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.empty();
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.rectangular(interval(), Uncertainty.Rule.RANGE);
    }

    @Override
    public String format() {
      return low.toPlainString() + ".." + high.toPlainString();
    }
  }

  /**
   * A measured value with its standard uncertainty: {@code 1400±50}. Its interval is the one of the
   * expanded uncertainty with coverage factor 2 (JCGM 100:2008, section 6.3), which holds the true
   * value with about 95 %.
   *
   * @param value the measured value
   * @param standardUncertainty its standard uncertainty, not negative
   */
  record Measured(BigDecimal value, BigDecimal standardUncertainty) implements Amount {
    /**
     * Checks the uncertainty.
     *
     * @param value the measured value
     * @param standardUncertainty its standard uncertainty, not negative
     * @throws IllegalArgumentException if the uncertainty is negative
     */
    public Measured {
      value = Grain.plain(value);
      standardUncertainty = Grain.plain(standardUncertainty);
      if (standardUncertainty.signum() < 0) {
        throw new IllegalArgumentException(
            "a standard uncertainty is not negative: " + standardUncertainty.toPlainString());
      }
    }

    @Override
    public Interval interval() {
      BigDecimal expanded = standardUncertainty.add(standardUncertainty);
      return Interval.closed(
          value.subtract(expanded).doubleValue(), value.add(expanded).doubleValue());
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.of(value.doubleValue());
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.of(standardUncertainty.doubleValue(), Uncertainty.Rule.STATED);
    }

    @Override
    public String format() {
      return value.toPlainString() + "±" + standardUncertainty.toPlainString();
    }
  }

  /**
   * No number, with the mark that stands in its place.
   *
   * @param cause what was printed instead of a number
   */
  record Missing(Cause cause) implements Amount {

    /** What stands in the place of a number. */
    public enum Cause {
      /** Nothing. */
      BLANK(""),
      /** A dash. */
      DASH("-"),
      /** Two points: not available, in the usage of statistical offices. */
      TWO_POINTS(".."),
      /** An ellipsis. */
      ELLIPSIS("…"),
      /** The words "n/a". */
      NOT_AVAILABLE("n/a");

      private final String mark;

      Cause(String mark) {
        this.mark = mark;
      }

      /**
       * The mark itself.
       *
       * @return the canonical text of the missing amount
       */
      public String mark() {
        return mark;
      }
    }

    @Override
    public Interval interval() {
      return Interval.all();
    }

    @Override
    public OptionalDouble point() {
      return OptionalDouble.empty();
    }

    @Override
    public Uncertainty uncertainty() {
      return Uncertainty.none(Uncertainty.Rule.MISSING);
    }

    @Override
    public String format() {
      return cause.mark();
    }
  }
}
