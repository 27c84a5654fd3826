package org.crosstally.trend;

import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * Pettitt's rank test for one change of level at an unknown place.
 *
 * <p>{@code U[t] = 2 (R[1] + … + R[t]) - t (n + 1)} from the mid-ranks R, {@code K = max |U[t]|},
 * and approximately {@code p = 2 exp(-6 K^2/(n^3 + n^2))}, at most 1. It looks for one change:
 * where a series rises and falls it finds none. Values in a steady trend are not exchangeable
 * either: it then rejects without a change of level.
 *
 * <p>Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied
 * Statistics 28, 126-135.
 */
public final class Pettitt {

  private Pettitt() {}

  /**
   * Tests values in the order in which they stand.
   *
   * @param y the values, finite
   * @return the result, or why there is none: {@code TOO_FEW_POINTS} below three or {@code
   *     CONSTANT_VALUES}
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public static Outcome<Result> test(double[] y) {
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
    double size = (double) n * n * n + (double) n * n;
    double p = Math.min(1, Tails.floor(2 * Math.exp(-6 * largest * largest / size)));
    return Outcome.of(new Result(n, largest, index, sign < 0 ? Direction.UP : Direction.DOWN, p));
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
   * @param p the approximate p-value
   */
  public record Result(int n, double k, int index, Direction direction, double p) {

    /**
     * The result as rows of a table of evidence.
     *
     * @return K, the place and p
     */
    public List<Evidence> rows() {
      return List.of(
          new Evidence("Pettitt", "K", k),
          new Evidence("Pettitt", "points before the change", index),
          new Evidence("Pettitt", "p", p));
    }
  }
}
