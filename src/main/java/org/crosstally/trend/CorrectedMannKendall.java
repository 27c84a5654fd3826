package org.crosstally.trend;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * The Mann-Kendall test with the variance of its score enlarged for serial correlation.
 *
 * <p>The test is that of {@link MannKendall} with {@code Var* = f Var S}. The factor f comes from
 * the autocorrelations r(k) of what remains when the {@linkplain TheilSen median slope} is taken
 * out, at lags k = 1, 2, … up to the {@linkplain #withLags(int) largest}:
 *
 * <ul>
 *   <li>{@link Correction#HAMED_RAO}: {@code f = 1 + 2/(n(n-1)(n-2)) sum (n-k)(n-k-1)(n-k-2) r(k)},
 *       with r(k) of the ranks and only those beyond {@code +-q/sqrt(n)}, q the normal quantile of
 *       the {@linkplain #withSignificance(double) significance};
 *   <li>{@link Correction#YUE_WANG_LAG_SUM}: {@code f = 1 + 2 sum (1 - k/n) r(k)};
 *   <li>{@link Correction#YUE_WANG_AR1}: the same sum with {@code r(k) = r(1)^k}, in closed form
 *       {@code f = 1 + 2 (r^(n+1) - n r^2 + (n-1) r) / (n (r-1)^2)};
 *   <li>{@link Correction#YUE_WANG_AR1_FIRST_WEIGHT}: {@code f = 1 + 2 (1 - 1/n) sum r(1)^k}, with
 *       the weight of the first lag at all lags.
 * </ul>
 *
 * <p>They disagree by a factor of two and more on short series. The lag sum over all lags can be
 * below 1, because estimated autocorrelations add up to -1/2 whatever the series: it then makes a
 * trend more significant, not less. Lags count steps of time, so that a gap keeps its place; the
 * times must lie on an even grid. Instances are immutable.
 *
 * <p>Hamed, K. H. and Rao, A. R. (1998), A modified Mann-Kendall trend test for autocorrelated
 * data, Journal of Hydrology 204, 182-196. Yue, S. and Wang, C. (2004), The Mann-Kendall test
 * modified by effective sample size to detect trend in serially correlated hydrological series,
 * Water Resources Management 18, 201-218.
 */
public final class CorrectedMannKendall {

  /** Where the factor of the variance comes from. */
  public enum Correction {
    /** Significant autocorrelations of the ranks, with the weights of the score's own variance. */
    HAMED_RAO("Hamed-Rao"),
    /** Effective sample size by the sum over estimated autocorrelations. */
    YUE_WANG_LAG_SUM("Yue-Wang, lag sum"),
    /** Effective sample size of a first-order autoregression with the estimated r(1). */
    YUE_WANG_AR1("Yue-Wang, AR(1)"),
    /**
     * The same with weights that do not fall with the lag, as R modifiedmk computes it in {@code
     * mmky1lag}; larger than the formula of the paper.
     */
    YUE_WANG_AR1_FIRST_WEIGHT("Yue-Wang, AR(1) with the first weight");

    private final String label;

    Correction(String label) {
      this.label = label;
    }

    /**
     * The name to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  private static final CorrectedMannKendall DEFAULT =
      new CorrectedMannKendall(
          Correction.HAMED_RAO, Integer.MAX_VALUE, 0.05, ContinuityCorrection.APPLY);

  private final Correction correction;
  private final int lags;
  private final double significance;
  private final ContinuityCorrection continuity;

  private CorrectedMannKendall(
      Correction correction, int lags, double significance, ContinuityCorrection continuity) {
    this.correction = correction;
    this.lags = lags;
    this.significance = significance;
    this.continuity = continuity;
  }

  /**
   * The test with {@link Correction#HAMED_RAO}, all lags, significance 0.05 and {@link
   * ContinuityCorrection#APPLY}.
   *
   * @return the default test
   */
  public static CorrectedMannKendall withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test with another factor.
   *
   * @param v the correction
   * @return a copy
   */
  public CorrectedMannKendall with(Correction v) {
    return new CorrectedMannKendall(Objects.requireNonNull(v), lags, significance, continuity);
  }

  /**
   * The same test with or without continuity correction.
   *
   * @param v the correction
   * @return a copy
   */
  public CorrectedMannKendall with(ContinuityCorrection v) {
    return new CorrectedMannKendall(correction, lags, significance, Objects.requireNonNull(v));
  }

  /**
   * The same test with lags up to a largest one.
   *
   * @param largest the largest lag, at least 1; series with fewer points take all of theirs; {@link
   *     Correction#YUE_WANG_AR1} takes lag 1 only, whatever is asked for
   * @return a copy
   * @throws IllegalArgumentException if the lag is below 1
   */
  public CorrectedMannKendall withLags(int largest) {
    if (largest < 1) {
      throw new IllegalArgumentException("largest lag " + largest + ": 1 or more");
    }
    return new CorrectedMannKendall(correction, largest, significance, continuity);
  }

  /**
   * The same test with another significance that autocorrelations must have to count in {@link
   * Correction#HAMED_RAO}.
   *
   * @param level two-sided, above 0; 1 lets all count
   * @return a copy
   * @throws IllegalArgumentException if the level is not above 0 and at most 1
   */
  public CorrectedMannKendall withSignificance(double level) {
    if (!(level > 0 && level <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "significance %s: above 0 and at most 1", level));
    }
    return new CorrectedMannKendall(correction, lags, level, continuity);
  }

  /**
   * Tests values at the times 1, 2, …, n.
   *
   * @param y the values, finite
   * @return the result, or why there is none
   * @throws IllegalArgumentException as {@link #test(double[], double[])}
   */
  public Outcome<Result> test(double[] y) {
    return test(Samples.indices(y.length), y);
  }

  /**
   * Tests values at their times.
   *
   * @param x the times, in any order, on an even grid that may have gaps
   * @param y the value at each time, finite
   * @return the result, or why there is none: {@code TOO_FEW_POINTS}, {@code CONSTANT_VALUES},
   *     {@code TIED_TIMES}, {@code UNEVEN_TIMES}, or {@code NEGATIVE_VARIANCE} if f is not above 0
   * @throws IllegalArgumentException as {@link TheilSen#fit(double[], double[])}
   */
  public Outcome<Result> test(double[] x, double[] y) {
    Outcome<MannKendall.Result> plain =
        MannKendall.withDefaults().with(PValueMethod.NORMAL).with(continuity).test(x, y);
    if (plain.whyNot().isPresent()) {
      return Outcome.undetermined(plain.whyNot().get());
    }
    Outcome<TimeGrid> grid = TimeGrid.of(x, Samples.requireScale("y", y));
    if (grid.whyNot().isPresent()) {
      return Outcome.undetermined(grid.whyNot().get());
    }
    return result(plain.orElseThrow(), grid.orElseThrow());
  }

  private Outcome<Result> result(MannKendall.Result plain, TimeGrid grid) {
    double slope = TheilSen.withDefaults().fit(grid.times(), grid.values()).orElseThrow().slope();
    TimeGrid rest =
        correction == Correction.HAMED_RAO ? grid.residualRanks(slope) : grid.detrended(slope);
    double factor = Samples.isConstant(rest.values()) ? 1 : factor(rest);
    if (!(factor > 0)) {
      return Outcome.undetermined(TrendReason.NEGATIVE_VARIANCE);
    }
    double variance = plain.varS() * factor;
    return Outcome.of(
        new Result(
            plain,
            slope / grid.step(),
            factor,
            variance,
            PValues.standardised(plain.s(), variance, continuity),
            PValues.ofScore(plain.s(), variance, continuity),
            correction));
  }

  private double factor(TimeGrid rest) {
    int n = rest.size();
    int largest = Math.min(lags, n - 1);
    return switch (correction) {
      case HAMED_RAO -> hamedRao(rest.autocorrelations(largest), n);
      case YUE_WANG_LAG_SUM -> lagSum(rest.autocorrelations(largest), n);
      case YUE_WANG_AR1 -> autoregression(rest.autocorrelations(1)[1], n);
      case YUE_WANG_AR1_FIRST_WEIGHT -> firstWeight(rest.autocorrelations(1)[1], n);
    };
  }

  private double hamedRao(double[] r, int n) {
    double bound = Tails.normalQuantile(1 - significance / 2) / Math.sqrt(n);
    double sum = 0;
    for (int k = 1; k < r.length; k++) {
      if (Math.abs(r[k]) > bound) {
        sum += (n - k) * (n - k - 1.0) * (n - k - 2.0) * r[k];
      }
    }
    return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
  }

  private static double lagSum(double[] r, int n) {
    double sum = 0;
    for (int k = 1; k < r.length; k++) {
      sum += (1 - (double) k / n) * r[k];
    }
    return 1 + 2 * sum;
  }

  /** The sum over r^k itself, because its closed form cancels where r is near 1. */
  private static double autoregression(double r, int n) {
    double sum = 0;
    double power = 1;
    for (int k = 1; k < n; k++) {
      power *= r;
      sum += (1 - (double) k / n) * power;
    }
    return 1 + 2 * sum;
  }

  private static double firstWeight(double r, int n) {
    double sum = 0;
    double power = 1;
    for (int k = 1; k < n; k++) {
      power *= r;
      sum += power;
    }
    return 1 + 2 * (1 - 1.0 / n) * sum;
  }

  /**
   * What the test found.
   *
   * @param uncorrected the test without the correction
   * @param slope the median slope that was taken out, in units of y per unit of time
   * @param factor f, above 0
   * @param varS the variance of the score times f
   * @param z the standardised score
   * @param p the normal p-values
   * @param correction where the factor comes from
   */
  public record Result(
      MannKendall.Result uncorrected,
      double slope,
      double factor,
      double varS,
      double z,
      PValues p,
      Correction correction) {

    /**
     * The result as rows of a table of evidence.
     *
     * @return the factor, z and the two-sided p-value
     */
    public List<Evidence> rows() {
      String method = "Mann-Kendall, " + correction.label();
      return List.of(
          new Evidence(method, "variance factor", factor),
          new Evidence(method, "z", z),
          new Evidence(method, "p (normal, two-sided)", p.twoSided()));
    }
  }
}
