package org.crosstally.consensus;

import java.util.Arrays;
import org.crosstally.outcome.Outcome;

/**
 * The weighted median, with weights 1/v: the value with half of all weight on either side.
 *
 * <p>Where the weight up to a value is half of all, up to rounding, the mean of that value and the
 * next is taken. Less than half of the weight can be wild; a single value of overwhelming weight is
 * the result, right or wrong. Its standard error is {@code sqrt(pi/2) / sqrt(sum w)}, that under
 * normal distributions with the stated variances: it knows nothing of a variance between sources.
 *
 * <p>Edgeworth, F. Y. (1888), Philosophical Magazine 25, 184-191.
 */
public final class WeightedMedian {

  private static final WeightedMedian DEFAULT = new WeightedMedian();

  private WeightedMedian() {}

  /**
   * The weighted median.
   *
   * @return the procedure
   */
  public static WeightedMedian withDefaults() {
    return DEFAULT;
  }

  /**
   * Estimates the location.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the estimate, or {@code NO_VALUES}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public Outcome<WeightedEstimate> fit(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(values[i], values[j]));
    double total = 0;
    for (int i : order) {
      total += 1 / variances[i];
    }
    double error = Math.sqrt(Math.PI / 2 / total);
    return Outcome.of(new WeightedEstimate(median(values, variances, order, total), error));
  }

  private static double median(double[] y, double[] v, Integer[] order, double total) {
    double rounding = 4 * order.length * Math.ulp(total);
    double below = 0;
    for (int rank = 0; rank < order.length; rank++) {
      double value = y[order[rank]];
      below += 1 / v[order[rank]];
      double excess = 2 * below - total;
      if (Math.abs(excess) <= rounding && rank + 1 < order.length) {
        return value + (y[order[rank + 1]] - value) / 2;
      }
      if (excess > 0) {
        return value;
      }
    }
    return y[order[order.length - 1]];
  }
}
