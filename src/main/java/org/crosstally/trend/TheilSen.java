package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The Theil-Sen line: the median of the slopes between all pairs of points.
 *
 * <p>{@code b = median of (y[j] - y[i]) / (x[j] - x[i])} over the N pairs of different time, with
 * the times as they are, so that irregular years weigh in as such; pairs of equal time are left
 * out. The confidence interval takes the slopes of the ranks {@code (N - C)/2} and {@code (N + C)/2
 * + 1}, where {@code C} is the normal quantile of the level times the standard deviation of the
 * {@linkplain MannKendall Mann-Kendall} score, corrected for ties. The line is not moved by up to
 * 29 per cent of wild values. Scaling or shifting the values or the times scales or shifts the
 * line.
 *
 * <p>Up to 360 points all slopes are listed; above, they are selected in O(n log n) expected time
 * and O(n) memory, with a fixed seed, and with the same result up to the rounding of the last
 * digits. Instances are immutable.
 *
 * <p>Theil, H. (1950), A rank-invariant method of linear and polynomial regression analysis,
 * Indagationes Mathematicae 12, 85-91. Sen, P. K. (1968), Estimates of the regression coefficient
 * based on Kendall's tau, Journal of the American Statistical Association 63, 1379-1389. Gilbert,
 * R. O. (1987), Statistical Methods for Environmental Pollution Monitoring, for the interval.
 */
public final class TheilSen {

  /** How the intercept is found. */
  public enum InterceptRule {
    /** {@code median(y) - b median(x)} (Conover, Practical Nonparametric Statistics, 1980). */
    CONOVER,
    /** {@code median(y - b x)}: as many points above the line as below. */
    MEDIAN_RESIDUAL
  }

  /** How the ranks of the ends of the confidence interval, which are no integers, are used. */
  public enum RankRule {
    /** Rounded to the nearest integer, a half to the even one: the ends are slopes of pairs. */
    ROUNDED,
    /** Linear between the slopes of the two neighbouring ranks. */
    INTERPOLATED
  }

  /** Whether the ranks of the confidence interval exist. */
  public enum Reach {
    /** Both ranks lie among the slopes. */
    WITHIN_SLOPES,
    /**
     * A rank lies outside: the interval ends at an extreme slope and covers less than its level.
     */
    CLAMPED
  }

  private static final TheilSen DEFAULT =
      new TheilSen(InterceptRule.CONOVER, RankRule.ROUNDED, MedianRule.MEAN_OF_MIDDLE, 0.95);

  private final InterceptRule intercept;
  private final RankRule ranks;
  private final MedianRule median;
  private final double level;

  private TheilSen(InterceptRule intercept, RankRule ranks, MedianRule median, double level) {
    this.intercept = intercept;
    this.ranks = ranks;
    this.median = median;
    this.level = level;
  }

  /**
   * The line with {@link InterceptRule#CONOVER}, {@link RankRule#ROUNDED}, {@link
   * MedianRule#MEAN_OF_MIDDLE} and a level of 0.95.
   *
   * @return the default procedure
   */
  public static TheilSen withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another intercept.
   *
   * @param v the rule
   * @return a copy
   */
  public TheilSen with(InterceptRule v) {
    return new TheilSen(Objects.requireNonNull(v), ranks, median, level);
  }

  /**
   * The same procedure with another use of ranks.
   *
   * @param v the rule
   * @return a copy
   */
  public TheilSen with(RankRule v) {
    return new TheilSen(intercept, Objects.requireNonNull(v), median, level);
  }

  /**
   * The same procedure with another median of an even number of slopes, values or residuals.
   *
   * @param v the rule
   * @return a copy
   */
  public TheilSen with(MedianRule v) {
    return new TheilSen(intercept, ranks, Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another confidence level.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public TheilSen withLevel(double v) {
    return new TheilSen(intercept, ranks, median, ConfidenceInterval.requireLevel(v));
  }

  /**
   * The line through values at the times 1, 2, …, n.
   *
   * @param y the values
   * @return the line, or why there is none
   * @throws IllegalArgumentException as {@link #fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] y) {
    return fit(Samples.indices(y.length), y);
  }

  /**
   * The line through values at their times.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time
   * @return the line, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_TIMES} or {@code CONSTANT_VALUES}
   * @throws IllegalArgumentException if the lengths differ, a number is NaN or infinite, or the
   *     times or values are beyond 1e50 or two of them differ by less than 1e-50
   */
  public Outcome<Result> fit(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireScale("x", x);
    double[] values = Samples.requireScale("y", y);
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    return Outcome.of(line(times, values, SlopeRanks.of(times, values)));
  }

  private Result line(double[] x, double[] y, SlopeRanks slopes) {
    long n = slopes.size();
    double half =
        Tails.normalQuantile(0.5 + level / 2) * Math.sqrt(KendallScore.of(x, y).variance());
    double lower = rank((n - half) / 2);
    double upper = rank((n + half) / 2) + 1;
    // The median of an even number lies half way between two ranks.
    double middle = median == MedianRule.UPPER_MIDDLE ? n / 2 + 1 : (n + 1) / 2.0;
    double[] found = slopes.interpolated(lower, middle, upper);
    double slope = found[1];
    // The ends and the slope are selected apart, so that equal ones can differ in the last digit.
    ConfidenceInterval interval =
        new ConfidenceInterval(Math.min(slope, found[0]), Math.max(slope, found[2]), level);
    Reach reach = lower < 1 || upper > n ? Reach.CLAMPED : Reach.WITHIN_SLOPES;
    return new Result(
        x.length, n, slope, intercept(x, y, slope), interval, reach, intercept, ranks, median);
  }

  private double rank(double rank) {
    return ranks == RankRule.ROUNDED ? Math.rint(rank) : rank;
  }

  private double intercept(double[] x, double[] y, double slope) {
    if (intercept == InterceptRule.CONOVER) {
      return Samples.median(y, median) - slope * Samples.median(x, median);
    }
    return medianResidual(x, y, slope, median);
  }

  static double medianResidual(double[] x, double[] y, double slope, MedianRule rule) {
    double[] residuals = new double[y.length];
    Arrays.setAll(residuals, i -> y[i] - slope * x[i]);
    return Samples.median(residuals, rule);
  }

  /**
   * The line and the interval of its slope.
   *
   * @param n the number of points
   * @param pairs N, the number of pairs of different time
   * @param slope the median slope, in units of y per unit of x
   * @param intercept the value of the line at x = 0, in units of y
   * @param interval the confidence interval of the slope
   * @param reach whether the interval is as wide as its level needs
   * @param interceptRule the rule behind the intercept
   * @param rankRule the rule behind the ends of the interval
   * @param medianRule the rule behind the medians
   */
  public record Result(
      int n,
      long pairs,
      double slope,
      double intercept,
      ConfidenceInterval interval,
      Reach reach,
      InterceptRule interceptRule,
      RankRule rankRule,
      MedianRule medianRule) {

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
     * @return slope, the ends of its interval, and intercept
     */
    public List<Evidence> rows() {
      String method = "Theil-Sen";
      String percent = TrendWords.level(interval.level());
      return List.of(
          new Evidence(method, "n", n),
          new Evidence(method, "slope", slope),
          new Evidence(method, "slope, low (" + percent + ")", interval.low()),
          new Evidence(method, "slope, high (" + percent + ")", interval.high()),
          new Evidence(method, "intercept", intercept));
    }
  }
}
