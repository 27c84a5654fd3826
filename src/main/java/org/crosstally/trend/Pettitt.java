package org.crosstally.trend;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Pettitt's rank test for one change of level at an unknown place.
 *
 * <p>{@code U[t] = 2 (R[1] + … + R[t]) - t (n + 1)} from the mid-ranks R and {@code K = max
 * |U[t]|}. The p-value is the share of the orders of the values whose K is as large: of all orders
 * up to {@value #LARGEST_EXACT} points, ties included, beyond of orders drawn with a seed.
 * Pettitt's approximation {@code 2 exp(-6 K^2/(n^3 + n^2))}, at most 1, is too large for the short
 * series of annual figures, and is an option.
 *
 * <p>The test looks for one change: where a series rises and falls it finds none. Values in a
 * steady trend are not exchangeable either: it then rejects without a change of level. Instances
 * are immutable.
 *
 * <p>Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied
 * Statistics 28, 126-135.
 */
public final class Pettitt {

  /** Up to here all orders are counted: n passes over 2<sup>n</sup> sets. */
  public static final int LARGEST_EXACT = 20;

  /** Where the p-value comes from. */
  public enum Reference {
    /** All orders of the values up to {@link #LARGEST_EXACT} points, drawn ones beyond. */
    ORDERS,
    /** Pettitt's approximation. */
    APPROXIMATION
  }

  /** Which of them it was. */
  public enum Basis {
    /** All orders of the values, counted. */
    ALL_ORDERS,
    /** Orders drawn with a seed; p is at least 1 over their number and 1. */
    DRAWN_ORDERS,
    /** Pettitt's approximation. */
    APPROXIMATION
  }

  private static final Pettitt DEFAULT = new Pettitt(Reference.ORDERS, 9999, 1);

  private final Reference reference;
  private final int draws;
  private final long seed;

  private Pettitt(Reference reference, int draws, long seed) {
    this.reference = reference;
    this.draws = draws;
    this.seed = seed;
  }

  /**
   * The test with {@link Reference#ORDERS}, of which 9,999 are drawn where they are too many.
   *
   * @return the default procedure
   */
  public static Pettitt withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test with another source of the p-value.
   *
   * @param v the source
   * @return a copy
   */
  public Pettitt with(Reference v) {
    return new Pettitt(Objects.requireNonNull(v), draws, seed);
  }

  /**
   * The same test with other draws where not all orders are counted.
   *
   * @param count how many, at least 99
   * @param newSeed of the random orders
   * @return a copy
   * @throws IllegalArgumentException if there are fewer than 99
   */
  public Pettitt withDraws(int count, long newSeed) {
    return new Pettitt(reference, Samples.requireDraws(count), newSeed);
  }

  /**
   * Tests values in the order in which they stand.
   *
   * @param y the values, finite
   * @return the result, or why there is none: {@code TOO_FEW_POINTS} below three or {@code
   *     CONSTANT_VALUES}
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public Outcome<Result> test(double[] y) {
    double[] values = Samples.requireFinite("y", y);
    int n = values.length;
    if (n < 3) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (Samples.isConstant(values)) {
      return Outcome.undetermined(TrendReason.CONSTANT_VALUES);
    }
    double[] ranks = Samples.midRanks(values);
    double sum = 0;
    double largest = -1;
    int index = 1;
    double sign = 1;
    for (int t = 1; t <= n; t++) {
      sum += ranks[t - 1];
      double u = 2 * sum - t * (n + 1.0);
      if (Math.abs(u) > largest) {
        largest = Math.abs(u);
        index = t;
        sign = Math.signum(u);
      }
    }
    Direction direction = sign < 0 ? Direction.UP : Direction.DOWN;
    Basis basis = basis(n);
    return Outcome.of(new Result(n, largest, index, direction, p(ranks, largest, basis), basis));
  }

  private Basis basis(int n) {
    if (reference == Reference.APPROXIMATION) {
      return Basis.APPROXIMATION;
    }
    return n <= LARGEST_EXACT ? Basis.ALL_ORDERS : Basis.DRAWN_ORDERS;
  }

  private double p(double[] ranks, double k, Basis basis) {
    int n = ranks.length;
    return switch (basis) {
      case ALL_ORDERS -> RankPaths.reaching(ranks, k);
      case DRAWN_ORDERS -> RankPaths.drawn(ranks, k, draws, seed);
      case APPROXIMATION -> {
        double size = (double) n * n * n + (double) n * n;
        yield Math.min(1, Tails.floor(2 * Math.exp(-6 * k * k / size)));
      }
    };
  }

  /** Where the level goes. */
  public enum Direction {
    /** The values after the change are larger. */
    UP,
    /** They are smaller. */
    DOWN
  }

  /**
   * What the test found.
   *
   * @param n the number of points
   * @param k K
   * @param index the last point before the change, counted from 1; the first one if several are as
   *     good
   * @param direction where the level goes
   * @param p the p-value
   * @param basis where it comes from
   */
  public record Result(int n, double k, int index, Direction direction, double p, Basis basis) {

    /**
     * The result as rows of a table of evidence.
     *
     * @return K, the place and p
     */
    public List<Evidence> rows() {
      String words = basis.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return List.of(
          new Evidence("Pettitt", "K", k),
          new Evidence("Pettitt", "points before the change", index),
          new Evidence("Pettitt", "p (" + words + ")", p));
    }
  }
}
