package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crosstally.outcome.Outcome;

/**
 * The largest set of values that agree within their uncertainties, and its weighted mean.
 *
 * <p>A set of n values is consistent if {@code Q = sum w (y - b)^2} is at most the quantile of
 * chi-squared with n - 1 degrees of freedom. Of several largest sets the one with the smallest Q is
 * taken. The search is exact: sets are built value by value, and as Q can only grow, a set whose Q
 * is beyond the largest quantile is not followed further.
 *
 * <p>Used in key comparisons where a few laboratories must be kept out of the reference value. Its
 * standard error takes the chosen values for all there are, and is too small where the choice was
 * close.
 *
 * <p>Cox, M. G. (2007), The evaluation of key comparison data: determining the largest consistent
 * subset, Metrologia 44, 187-200.
 */
public final class LargestConsistentSubset {

  private static final LargestConsistentSubset DEFAULT = new LargestConsistentSubset(0.05);

  /** Sets looked at before the search is given up, about a tenth of a second. */
  private static final long MAX_SETS = 2_000_000;

  private final double significance;

  private LargestConsistentSubset(double significance) {
    this.significance = significance;
  }

  /**
   * The search at a significance of 0.05.
   *
   * @return the default procedure
   */
  public static LargestConsistentSubset withDefaults() {
    return DEFAULT;
  }

  /**
   * The same search with another limit of consistency.
   *
   * @param v the p-value of Q below which values are not consistent, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public LargestConsistentSubset withSignificance(double v) {
    if (!(v > 0 && v < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "significance %s: a number between 0 and 1", v));
    }
    return new LargestConsistentSubset(v);
  }

  /**
   * Finds the subset.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the subset, or {@code NO_VALUES}, {@code NO_CONSISTENT_SUBSET} if no two of several
   *     values agree, {@code AMBIGUOUS_SUBSET} if two largest sets have the same Q up to rounding,
   *     or {@code TOO_MANY_VALUES} if the search would take too long
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    Search search = new Search(values, variances, significance);
    search.run();
    if (search.sets > MAX_SETS) {
      return Outcome.undetermined(ConsensusReason.TOO_MANY_VALUES);
    }
    if (values.length > 1 && search.bestSize < 2) {
      return Outcome.undetermined(ConsensusReason.NO_CONSISTENT_SUBSET);
    }
    return search.tied
        ? Outcome.undetermined(ConsensusReason.AMBIGUOUS_SUBSET)
        : Outcome.of(result(search.best(), values, variances));
  }

  private static Result result(List<Integer> members, double[] y, double[] v) {
    double[] values = members.stream().mapToDouble(i -> y[i]).toArray();
    double[] variances = members.stream().mapToDouble(i -> v[i]).toArray();
    WeightSums sums = new WeightSums(values, variances).at(0);
    return new Result(
        sums.centre + sums.mean, Math.sqrt(1 / sums.total), sums.q, members, y.length);
  }

  /**
   * The subset and its mean.
   *
   * @param estimate the weighted mean of the subset
   * @param standardError {@code 1 / sqrt(sum w)} over the subset
   * @param q the statistic Q of the subset
   * @param members the positions of its values, from 0, in rising order
   * @param k the number of all values
   */
  public record Result(
      double estimate, double standardError, double q, List<Integer> members, int k) {

    /**
     * The subset; the members are copied.
     *
     * @param estimate the weighted mean
     * @param standardError its standard error
     * @param q the statistic Q
     * @param members the positions of its values
     * @param k the number of all values
     */
    public Result {
      members = List.copyOf(members);
    }
  }

  /** A search in depth over the values in order, each taken or left. */
  private static final class Search {
    private final double[] y;
    private final double[] w;
    private final double[] limits;
    private final int[] chosen;
    private int[] best = {};
    private int bestSize;
    private double bestQ = Double.POSITIVE_INFINITY;
    private boolean tied;
    private long sets;

    Search(double[] values, double[] v, double significance) {
      y = Samples.minus(values, values[0]);
      w = new double[v.length];
      limits = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        w[i] = 1 / v[i];
        limits[i] = i == 0 ? 0 : Tails.chiSquaredQuantile(1 - significance, i);
      }
      chosen = new int[v.length];
    }

    void run() {
      extend(0, 0, 0, 0);
    }

    List<Integer> best() {
      List<Integer> members = new ArrayList<>();
      for (int i : best) {
        members.add(i);
      }
      return members;
    }

    /** {@code pairs} is the sum of w[i] w[j] (y[i] - y[j])^2 over the chosen pairs. */
    private void extend(int next, int size, double total, double pairs) {
      int reachable = size + y.length - next;
      if (++sets > MAX_SETS || reachable < bestSize || reachable == 0) {
        return;
      }
      double q = size < 2 ? 0 : pairs / total;
      if (size > 1 && q > limits[reachable - 1]) {
        return;
      }
      if (next == y.length) {
        consider(size, q);
        return;
      }
      double more = 0;
      for (int m = 0; m < size; m++) {
        double difference = y[next] - y[chosen[m]];
        more += w[chosen[m]] * difference * difference;
      }
      chosen[size] = next;
      extend(next + 1, size + 1, total + w[next], pairs + w[next] * more);
      extend(next + 1, size, total, pairs);
    }

    private void consider(int size, double q) {
      if (size < 1 || q > limits[size - 1]) {
        return;
      }
      double rounding = 1e-12 * Math.max(q, bestQ);
      if (size == bestSize && Math.abs(q - bestQ) <= rounding) {
        tied = true;
      } else if (size > bestSize || q < bestQ) {
        tied = false;
        bestSize = size;
        bestQ = q;
        best = Arrays.copyOf(chosen, size);
      }
    }
  }
}
