package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;

/**
 * The Mann-Kendall test on several series that share a trend: the seasons of one place, the regions
 * of one country.
 *
 * <p>With the score {@code S[g]} of each group, {@code S = sum S[g]} and {@code Var S = sum Var
 * S[g]}, for {@link Dependence#CORRELATED} groups {@code + 2 sum over g < h of cov[g, h]} with
 *
 * <pre>{@code
 * cov[g, h] = (K + 4 sum R[g] R[h] - n (n[g] + 1)(n[h] + 1)) / 3
 * K = sum over i < j of sign((y[g, j] - y[g, i]) (y[h, j] - y[h, i]))
 * }</pre>
 *
 * <p>where n counts the times that occur in any group, R are mid-ranks within the group, and a time
 * without a value has the middle rank and no sign. The slope is the median of all slopes within
 * groups, its interval as that of {@link TheilSen} with interpolated ranks and the variance for
 * independent groups. Whether the groups share a trend is asked by {@code chi2 = sum z[g]^2 - m
 * (mean z)^2} with {@code z[g] = S[g]/sqrt(Var S[g])} on m - 1 degrees of freedom.
 *
 * <p>Instances are immutable.
 *
 * <p>Hirsch, R. M., Slack, J. R. and Smith, R. A. (1982), Techniques of trend analysis for monthly
 * water quality data, Water Resources Research 18, 107-121. Hirsch, R. M. and Slack, J. R. (1984),
 * A nonparametric trend test for seasonal data with serial dependence, Water Resources Research 20,
 * 727-732. van Belle, G. and Hughes, J. P. (1984), Nonparametric tests for trend in water quality,
 * Water Resources Research 20, 127-136. Helsel, D. R. and Frans, L. M. (2006), Regional Kendall
 * test for trend, Environmental Science and Technology 40, 4066-4073.
 */
public final class SeasonalMannKendall {

  /** Whether values of different groups at the same time hang together. */
  public enum Dependence {
    /** They do not. */
    INDEPENDENT,
    /** They do, and the variance of the score counts it. */
    CORRELATED
  }

  private static final SeasonalMannKendall DEFAULT =
      new SeasonalMannKendall(Dependence.INDEPENDENT, ContinuityCorrection.APPLY, 0.95);

  private final Dependence dependence;
  private final ContinuityCorrection continuity;
  private final double level;

  private SeasonalMannKendall(
      Dependence dependence, ContinuityCorrection continuity, double level) {
    this.dependence = dependence;
    this.continuity = continuity;
    this.level = level;
  }

  /**
   * The test with {@link Dependence#INDEPENDENT}, {@link ContinuityCorrection#APPLY} and a level of
   * 0.95.
   *
   * @return the default test
   */
  public static SeasonalMannKendall withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test for groups that hang together or do not.
   *
   * @param v the dependence
   * @return a copy
   */
  public SeasonalMannKendall with(Dependence v) {
    return new SeasonalMannKendall(Objects.requireNonNull(v), continuity, level);
  }

  /**
   * The same test with or without continuity correction of the total score.
   *
   * @param v the correction
   * @return a copy
   */
  public SeasonalMannKendall with(ContinuityCorrection v) {
    return new SeasonalMannKendall(dependence, Objects.requireNonNull(v), level);
  }

  /**
   * The same test with another confidence level of the slope.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public SeasonalMannKendall withLevel(double v) {
    return new SeasonalMannKendall(dependence, continuity, ConfidenceInterval.requireLevel(v));
  }

  /**
   * Tests values that belong to groups.
   *
   * @param group the season or region of each value; any numbers
   * @param x the time of each value, such as its year
   * @param y the values, finite
   * @return the result, or why there is none: {@code TOO_FEW_POINTS} if no group has two times,
   *     {@code CONSTANT_VALUES} if in every group all values are equal, and for {@link
   *     Dependence#CORRELATED} {@code TIED_TIMES} if a group has two values at a time
   * @throws IllegalArgumentException if the lengths differ, or as {@link TheilSen#fit(double[],
   *     double[])}
   */
  public Outcome<Result> test(int[] group, double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    if (group.length != y.length) {
      throw new IllegalArgumentException(group.length + " groups for " + y.length + " values");
    }
    List<Part> parts = parts(group, Samples.requireScale("x", x), Samples.requireScale("y", y));
    if (parts.stream().allMatch(part -> Samples.isConstant(part.x))) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    double independent = parts.stream().mapToDouble(part -> part.score.variance()).sum();
    if (!(independent > 0)) {
      return Outcome.undetermined(TrendReason.CONSTANT_VALUES);
    }
    if (dependence == Dependence.INDEPENDENT) {
      return Outcome.of(result(parts, independent, independent));
    }
    if (parts.stream().anyMatch(part -> part.score.tiedX() > 0)) {
      return Outcome.undetermined(TrendReason.TIED_TIMES);
    }
    double variance = independent + 2 * covariances(parts);
    return variance > 0
        ? Outcome.of(result(parts, independent, variance))
        : Outcome.undetermined(TrendReason.NEGATIVE_VARIANCE);
  }

  private static List<Part> parts(int[] group, double[] x, double[] y) {
    TreeMap<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < group.length; i++) {
      members.computeIfAbsent(group[i], g -> new ArrayList<>()).add(i);
    }
    List<Part> parts = new ArrayList<>();
    members.forEach(
        (name, who) -> {
          int[] at = who.stream().mapToInt(Integer::intValue).toArray();
          parts.add(new Part(name, Samples.pick(x, at), Samples.pick(y, at)));
        });
    return parts;
  }

  private Result result(List<Part> parts, double independent, double variance) {
    long s = parts.stream().mapToLong(part -> part.score.s()).sum();
    long pairs = parts.stream().mapToLong(part -> part.score.pairs()).sum();
    double[] slopes = slopes(parts);
    SlopeRanks ranks = SlopeRanks.ofSorted(slopes);
    double slope = Samples.median(slopes);
    double half = Tails.normalQuantile(0.5 + level / 2) * Math.sqrt(independent);
    double[] ends = ranks.interpolated((slopes.length - half) / 2, (slopes.length + half) / 2 + 1);
    return new Result(
        parts.stream().map(part -> part.group()).toList(),
        s,
        variance,
        (double) s / pairs,
        PValues.standardised(s, variance, continuity),
        PValues.ofScore(s, variance, continuity),
        heterogeneity(parts),
        slope,
        new ConfidenceInterval(Math.min(ends[0], slope), Math.max(ends[1], slope), level),
        dependence,
        continuity);
  }

  private static double[] slopes(List<Part> parts) {
    return parts.stream()
        .flatMapToDouble(
            part ->
                IntStream.range(0, part.x.length)
                    .boxed()
                    .flatMapToDouble(
                        i ->
                            IntStream.range(0, i)
                                .filter(j -> part.x[i] != part.x[j])
                                .mapToDouble(
                                    j -> (part.y[i] - part.y[j]) / (part.x[i] - part.x[j]) + 0.0)))
        .sorted()
        .toArray();
  }

  private static Outcome<Heterogeneity> heterogeneity(List<Part> parts) {
    double[] z =
        parts.stream()
            .filter(part -> part.score.variance() > 0)
            .mapToDouble(part -> part.score.s() / Math.sqrt(part.score.variance()))
            .toArray();
    if (z.length < 2) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    double mean = Sums.mean(z);
    double chi2 = Arrays.stream(z).map(v -> (v - mean) * (v - mean)).sum();
    return Outcome.of(
        new Heterogeneity(chi2, z.length - 1, Tails.chiSquareUpper(chi2, z.length - 1)));
  }

  private static double covariances(List<Part> parts) {
    double[] times =
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.x)).distinct().sorted().toArray();
    List<Part> aligned = parts.stream().map(part -> part.at(times)).toList();
    double sum = 0;
    for (int g = 0; g < aligned.size(); g++) {
      for (int h = 0; h < g; h++) {
        sum += aligned.get(g).covariance(aligned.get(h));
      }
    }
    return sum;
  }

  /** The values of one group, with NaN where it has none once it is aligned. */
  private static final class Part {
    private final int name;
    private final double[] x;
    private final double[] y;
    private final KendallScore score;

    Part(int name, double[] x, double[] y) {
      this(name, x, y, KendallScore.of(x, y));
    }

    private Part(int name, double[] x, double[] y, KendallScore score) {
      this.name = name;
      this.x = x;
      this.y = y;
      this.score = score;
    }

    Part at(double[] times) {
      double[] values = new double[times.length];
      Arrays.fill(values, Double.NaN);
      for (int i = 0; i < x.length; i++) {
        values[Arrays.binarySearch(times, x[i])] = y[i];
      }
      return new Part(name, times, values, score);
    }

    double covariance(Part other) {
      int n = y.length;
      double k = 0;
      double product = 0;
      for (int i = 0; i < n; i++) {
        double here = 0;
        double there = 0;
        for (int j = 0; j < n; j++) {
          double a = sign(y[i], y[j]);
          double b = sign(other.y[i], other.y[j]);
          here += a;
          there += b;
          k += j < i ? a * b : 0;
        }
        product += (score.n() + 1 + here) * (other.score.n() + 1 + there);
      }
      // 4 R R' is the product of the doubled ranks.
      return (k + product - n * (score.n() + 1.0) * (other.score.n() + 1.0)) / 3;
    }

    private static double sign(double a, double b) {
      return Double.isNaN(a) || Double.isNaN(b) ? 0 : Math.signum(a - b);
    }

    Group group() {
      return new Group(name, score.n(), score.s(), score.variance());
    }
  }

  /**
   * One group.
   *
   * @param group its number
   * @param n how many values it has
   * @param s its score
   * @param varS the variance of its score, corrected for ties; 0 for constant or single values
   */
  public record Group(int group, int n, long s, double varS) {}

  /**
   * The test whether the groups share a trend.
   *
   * @param chi2 the sum of squared deviations of the standardised scores from their mean
   * @param degreesOfFreedom the number of groups with a variance, less 1
   * @param p its p-value: small if the trends differ
   */
  public record Heterogeneity(double chi2, int degreesOfFreedom, double p) {}

  /**
   * What the test found.
   *
   * @param groups the score of each group, by its number
   * @param s the sum of scores
   * @param varS its variance without a trend
   * @param tau the sum of scores over the number of pairs within groups
   * @param z the standardised score
   * @param p the normal p-values
   * @param heterogeneity whether the groups share a trend, or why that cannot be asked
   * @param slope the median slope within groups, in units of y per unit of x
   * @param interval its confidence interval
   * @param dependence whether correlation between groups is counted
   * @param continuity the continuity correction in z and p
   */
  public record Result(
      List<Group> groups,
      long s,
      double varS,
      double tau,
      double z,
      PValues p,
      Outcome<Heterogeneity> heterogeneity,
      double slope,
      ConfidenceInterval interval,
      Dependence dependence,
      ContinuityCorrection continuity) {

    /**
     * A result; the groups are copied.
     *
     * @param groups the score of each group
     * @param s the sum of scores
     * @param varS its variance
     * @param tau the sum of scores over the number of pairs
     * @param z the standardised score
     * @param p the normal p-values
     * @param heterogeneity whether the groups share a trend
     * @param slope the median slope within groups
     * @param interval its confidence interval
     * @param dependence whether correlation between groups is counted
     * @param continuity the continuity correction
     */
    public Result {
      groups = List.copyOf(groups);
    }
  }
}
