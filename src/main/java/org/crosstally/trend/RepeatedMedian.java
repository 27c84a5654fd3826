package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * Siegel's repeated median line: for each point the median of the slopes to all others, and of
 * these the median.
 *
 * <p>{@code b = median over i of median over j of (y[j] - y[i])/(x[j] - x[i])}, pairs of equal time
 * left out. It stands up to half of the values being wild, where {@link TheilSen} stands 29 per
 * cent. Every median of an even number is the mean of the two in the middle, or by {@linkplain
 * MedianRule#UPPER_MIDDLE option} the larger. Time is O(n<sup>2</sup>) and memory O(n). Instances
 * are immutable.
 *
 * <p>Siegel, A. F. (1982), Robust regression using repeated medians, Biometrika 69, 242-244.
 */
public final class RepeatedMedian {

  /** How the intercept is found. */
  public enum InterceptRule {
    /** {@code median(y - b x)}. */
    MEDIAN_RESIDUAL,
    /**
     * The repeated median of the intercepts of the lines through pairs of points, {@code median
     * over i of median over j of (y[i] x[j] - y[j] x[i])/(x[j] - x[i])}, whatever the slope.
     */
    REPEATED_MEDIAN
  }

  private static final RepeatedMedian DEFAULT =
      new RepeatedMedian(InterceptRule.MEDIAN_RESIDUAL, MedianRule.MEAN_OF_MIDDLE);

  private final InterceptRule rule;
  private final MedianRule median;

  private RepeatedMedian(InterceptRule rule, MedianRule median) {
    this.rule = rule;
    this.median = median;
  }

  /**
   * The line with {@link InterceptRule#MEDIAN_RESIDUAL} and {@link MedianRule#MEAN_OF_MIDDLE}.
   *
   * @return the default procedure
   */
  public static RepeatedMedian withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another intercept.
   *
   * @param v the rule
   * @return a copy
   */
  public RepeatedMedian with(InterceptRule v) {
    return new RepeatedMedian(Objects.requireNonNull(v), median);
  }

  /**
   * The same procedure with another median of an even number.
   *
   * @param v the rule
   * @return a copy
   */
  public RepeatedMedian with(MedianRule v) {
    return new RepeatedMedian(rule, Objects.requireNonNull(v));
  }

  /**
   * The line through values at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @return the line, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES} or {@code CONSTANT_VALUES}
   * @throws IllegalArgumentException as {@link TheilSen#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    double slope = repeated(times, (i, j) -> (values[j] - values[i]) / (times[j] - times[i]));
    double intercept =
        rule == InterceptRule.MEDIAN_RESIDUAL
            ? TheilSen.medianResidual(times, values, slope, median)
            : repeated(
                times,
                (i, j) -> (values[i] * times[j] - values[j] * times[i]) / (times[j] - times[i]));
    return Outcome.of(new Result(times.length, slope, intercept, rule, median));
  }

  private interface OfPair {
    double at(int i, int j);
  }

  private double repeated(double[] x, OfPair number) {
    double[] medians = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] numbers = new double[x.length];
      int count = 0;
      for (int j = 0; j < x.length; j++) {
        if (x[j] != x[i]) {
          numbers[count++] = number.at(i, j) + 0.0;
        }
      }
      medians[i] = Samples.median(Arrays.copyOf(numbers, count), median);
    }
    return Samples.median(medians, median);
  }

  /**
   * The line.
   *
   * @param n the number of points
   * @param slope the repeated median slope, in units of y per unit of x
   * @param intercept the value of the line at x = 0, in units of y
   * @param interceptRule the rule behind the intercept
   * @param medianRule the rule behind the medians
   */
  public record Result(
      int n, double slope, double intercept, InterceptRule interceptRule, MedianRule medianRule) {

    /**
     * The line at a time.
     *
     * @param x the time
     * @return {@code intercept + slope x}
     */
    public double at(double x) {
      return intercept + slope * x;
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return slope and intercept
     */
    public List<Evidence> rows() {
      String method = "repeated median";
      return List.of(
          new Evidence(method, "n", n),
          new Evidence(method, "slope", slope),
          new Evidence(method, "intercept", intercept));
    }
  }
}
