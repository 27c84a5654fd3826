package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Whether whole counts can give a printed mean or percentage (GRIM: granularity-related
 * inconsistency of means).
 *
 * <p>With {@code n} cases of {@code items} whole-numbered items each, a mean is {@code k / (n ·
 * items)} for a whole {@code k}, and a percentage {@code 100 · k / (n · items)}. A printed number
 * {@code x} with {@code d} decimals is consistent if some {@code k} lies in
 *
 * <pre>{@code (x - 10^-d / 2) · n · items / s <= k <= (x + 10^-d / 2) · n · items / s}</pre>
 *
 * where {@code s} is 1 for a mean and 100 for a percentage. Both ends belong to the set, so that
 * rounding half up, half down and half even are all allowed. The decimals are those that were
 * printed: {@code 5.00} is known to two. The test is exact; a number without decimals is known to
 * the unit, whatever its trailing zeros.
 *
 * <p>Reference: N. J. L. Brown and J. A. J. Heathers, "The GRIM test: a simple technique detects
 * numerous anomalies in the reporting of results in psychology", Social Psychological and
 * Personality Science 8 (2017), 363-369.
 *
 * @param consistency whether some whole count gives the printed number
 * @param countBelow the largest whole count {@code k} whose mean or percentage is not above the
 *     printed number
 * @param countAbove the smallest whole count whose mean or percentage is not below it; the same as
 *     {@code countBelow} where a count gives the number exactly
 * @param probabilityOfInconsistency the share of all numbers with as many decimals that no whole
 *     count gives, {@code max(0, 1 - n · items / (10^d · s))}; at zero the test cannot fail
 */
public record Granularity(
    Consistency consistency,
    BigInteger countBelow,
    BigInteger countAbove,
    double probabilityOfInconsistency) {

  /** What the printed number is. */
  public enum Scale {
    /** The mean of whole numbers. */
    MEAN(0),
    /** A share of whole numbers, in per cent. */
    PERCENT(2);

    private final int shift;

    Scale(int shift) {
      this.shift = shift;
    }
  }

  /** The finding. */
  public enum Consistency {
    /** Some whole count gives the printed number. */
    CONSISTENT,
    /** No whole count does by any of the three rules of rounding, but one does if it was cut. */
    CONSISTENT_IF_CUT,
    /** No whole count gives the printed number. */
    INCONSISTENT
  }

  /**
   * Tests a number that was printed for cases of one item each.
   *
   * @param printed the number, with the decimals that were printed
   * @param cases the number of cases
   * @param scale what the number is
   * @return the finding
   * @throws IllegalArgumentException if there is no case
   */
  public static Granularity test(BigDecimal printed, long cases, Scale scale) {
    return test(printed, cases, 1, scale);
  }

  /**
   * Tests a number that was printed for cases of several items each, such as the mean of a
   * questionnaire's sum scores divided by its number of questions.
   *
   * @param printed the number, with the decimals that were printed
   * @param cases the number of cases
   * @param items the number of items of each case
   * @param scale what the number is
   * @return the finding
   * @throws IllegalArgumentException if there is no case or no item
   */
  public static Granularity test(BigDecimal printed, long cases, long items, Scale scale) {
    if (cases < 1 || items < 1) {
      throw new IllegalArgumentException(
          "a mean rests on at least one case and one item, not on " + cases + " and " + items);
    }
    BigDecimal units = BigDecimal.valueOf(cases).multiply(BigDecimal.valueOf(items));
    BigDecimal mean = printed.movePointLeft(scale.shift);
    BigDecimal grain = grain(printed).movePointLeft(scale.shift);
    BigDecimal half = grain.divide(BigDecimal.valueOf(2));
    BigDecimal count = mean.multiply(units);
    return new Granularity(
        consistency(mean, grain, half, units),
        whole(count, RoundingMode.FLOOR),
        whole(count, RoundingMode.CEILING),
        Math.max(0, BigDecimal.ONE.subtract(units.multiply(grain)).doubleValue()));
  }

  /**
   * Whether some whole count gives the printed number by one of the three rules of rounding.
   *
   * @return whether the finding is {@link Consistency#CONSISTENT}
   */
  public boolean isConsistent() {
    return consistency == Consistency.CONSISTENT;
  }

  /** The unit of the last printed decimal; one where none is printed. */
  private static BigDecimal grain(BigDecimal printed) {
    return BigDecimal.ONE.movePointLeft(Math.max(0, printed.scale()));
  }

  private static Consistency consistency(
      BigDecimal mean, BigDecimal grain, BigDecimal half, BigDecimal units) {
    BigInteger last = whole(mean.add(half).multiply(units), RoundingMode.FLOOR);
    if (new BigDecimal(last).compareTo(mean.subtract(half).multiply(units)) >= 0) {
      return Consistency.CONSISTENT;
    }
    // Cutting goes towards zero: the count lies at the number or less than a grain beyond it.
    BigDecimal size = mean.abs();
    BigInteger first = whole(size.multiply(units), RoundingMode.CEILING);
    return new BigDecimal(first).compareTo(size.add(grain).multiply(units)) < 0
        ? Consistency.CONSISTENT_IF_CUT
        : Consistency.INCONSISTENT;
  }

  private static BigInteger whole(BigDecimal value, RoundingMode mode) {
    return value.setScale(0, mode).toBigIntegerExact();
  }
}
