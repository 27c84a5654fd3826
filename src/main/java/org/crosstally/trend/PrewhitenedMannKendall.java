package org.crosstally.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * The Mann-Kendall test on values from which first-order serial correlation has been taken out.
 *
 * <p>With r an estimate of the correlation of neighbours and b the {@linkplain TheilSen median
 * slope} of the values, the test is put to
 *
 * <ul>
 *   <li>{@link Method#LAG_ONE}: {@code y[t] - r y[t-1]}, r the autocorrelation of y at lag 1. A
 *       trend inflates r, and taking it out takes part of the trend with it;
 *   <li>{@link Method#TREND_FREE}: {@code e[t] - r e[t-1] + b t} with {@code e = y - b t} and r
 *       that of e;
 *   <li>{@link Method#BIAS_CORRECTED}: {@code y[t] - r y[t-1]} with r the coefficient of {@code
 *       y[t-1]} in the regression of {@code y[t]} on it and on t, corrected for its bias, {@code (n
 *       r + 2)/(n - 4)}. On short series with strong correlation this can pass 1, which turns the
 *       series over: the result says so.
 * </ul>
 *
 * <p>Neighbours are a step of time apart; a value after a gap has none and is left out. Instances
 * are immutable.
 *
 * <p>von Storch, H. (1995), Misuses of statistical analysis in climate research. Yue, S., Pilon,
 * P., Phinney, B. and Cavadias, G. (2002), The influence of autocorrelation on the ability to
 * detect trend in hydrological series, Hydrological Processes 16, 1807-1829. Hamed, K. H. (2009),
 * Enhancing the effectiveness of prewhitening in trend analysis of hydrologic data, Journal of
 * Hydrology 368, 143-155.
 */
public final class PrewhitenedMannKendall {

  /** What is taken out. */
  public enum Method {
    /** The autocorrelation of the values at lag 1. */
    LAG_ONE("pre-whitening"),
    /** The autocorrelation at lag 1 of the values less their trend, which is put back. */
    TREND_FREE("trend-free pre-whitening"),
    /** The autoregression estimated together with a trend and corrected for its bias. */
    BIAS_CORRECTED("bias-corrected pre-whitening");

    private final String label;

    Method(String label) {
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

  /** Whether the estimated autoregression is one that a series with a steady level can have. */
  public enum Stationarity {
    /** The coefficient is between -1 and 1. */
    STATIONARY,
    /** It is not: the whitened values say nothing about the trend. */
    EXPLOSIVE
  }

  private static final PrewhitenedMannKendall DEFAULT =
      new PrewhitenedMannKendall(Method.TREND_FREE, ContinuityCorrection.APPLY);

  private final Method method;
  private final ContinuityCorrection continuity;

  private PrewhitenedMannKendall(Method method, ContinuityCorrection continuity) {
    this.method = method;
    this.continuity = continuity;
  }

  /**
   * The test with {@link Method#TREND_FREE} and {@link ContinuityCorrection#APPLY}.
   *
   * @return the default test
   */
  public static PrewhitenedMannKendall withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test with another method.
   *
   * @param v the method
   * @return a copy
   */
  public PrewhitenedMannKendall with(Method v) {
    return new PrewhitenedMannKendall(Objects.requireNonNull(v), continuity);
  }

  /**
   * The same test with or without continuity correction.
   *
   * @param v the correction
   * @return a copy
   */
  public PrewhitenedMannKendall with(ContinuityCorrection v) {
    return new PrewhitenedMannKendall(method, Objects.requireNonNull(v));
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
   * @return the result, or why there is none: {@code TOO_FEW_POINTS} before or after whitening,
   *     {@code CONSTANT_VALUES} before or after it, {@code TIED_TIMES}, {@code UNEVEN_TIMES}, or
   *     {@code NOT_IDENTIFIED} where the autoregression cannot be told from the trend
   * @throws IllegalArgumentException as {@link TheilSen#fit(double[], double[])}
   */
  public Outcome<Result> test(double[] x, double[] y) {
    Outcome<TheilSen.Result> line = TheilSen.withDefaults().fit(x, y);
    if (line.whyNot().isPresent()) {
      return Outcome.undetermined(line.whyNot().get());
    }
    Outcome<TimeGrid> found = TimeGrid.of(x, Samples.requireScale("y", y));
    if (found.whyNot().isPresent()) {
      return Outcome.undetermined(found.whyNot().get());
    }
    TimeGrid grid = found.orElseThrow();
    // The median slope per step; taking it per unit of time and multiplying loses digits.
    double slope = TheilSen.withDefaults().fit(grid.times(), grid.values()).orElseThrow().slope();
    Outcome<Double> share = share(grid, slope);
    if (share.whyNot().isPresent()) {
      return Outcome.undetermined(share.whyNot().get());
    }
    return result(grid, slope, share.orElseThrow());
  }

  private Outcome<Double> share(TimeGrid grid, double slope) {
    if (method == Method.BIAS_CORRECTED) {
      return biasCorrected(grid);
    }
    TimeGrid rest = method == Method.TREND_FREE ? grid.detrended(slope) : grid;
    return Samples.isConstant(rest.values())
        ? Outcome.of(0.0)
        : Outcome.of(rest.autocorrelations(1)[1]);
  }

  private static Outcome<Double> biasCorrected(TimeGrid grid) {
    int n = grid.size();
    int[] places = grid.places();
    double[] values = grid.values();
    double[][] rows = new double[n][];
    double[] now = new double[n];
    int count = 0;
    for (int i = 1; i < n; i++) {
      if (places[i] == places[i - 1] + 1) {
        rows[count] = new double[] {1, values[i - 1] - values[0], places[i]};
        now[count++] = values[i] - values[0];
      }
    }
    if (count < 4 || n < 5) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    return Regression.fit(Arrays.copyOf(rows, count), Arrays.copyOf(now, count))
        .map(fit -> Outcome.of((n * fit.coefficients()[1] + 2) / (n - 4)))
        .orElseGet(() -> Outcome.undetermined(TrendReason.NOT_IDENTIFIED));
  }

  private Outcome<Result> result(TimeGrid grid, double slope, double share) {
    TimeGrid whitened =
        method == Method.TREND_FREE
            ? grid.detrended(slope).whitened(share).detrended(-slope)
            : grid.whitened(share);
    MannKendall test = MannKendall.withDefaults().with(PValueMethod.NORMAL).with(continuity);
    Outcome<MannKendall.Result> tested = test.test(whitened.times(), whitened.values());
    Outcome<TheilSen.Result> line =
        TheilSen.withDefaults().fit(whitened.times(), whitened.values());
    if (tested.whyNot().isPresent()) {
      return Outcome.undetermined(tested.whyNot().get());
    }
    return Outcome.of(
        new Result(
            tested.orElseThrow(),
            slope / grid.step(),
            line.orElseThrow().slope() / grid.step(),
            share,
            Math.abs(share) < 1 ? Stationarity.STATIONARY : Stationarity.EXPLOSIVE,
            method));
  }

  /**
   * What the test found.
   *
   * @param test the test on the whitened values
   * @param slope the median slope of the values, in units of y per unit of time
   * @param whitenedSlope that of the whitened values
   * @param autocorrelation r
   * @param stationarity whether r is between -1 and 1
   * @param method what was taken out
   */
  public record Result(
      MannKendall.Result test,
      double slope,
      double whitenedSlope,
      double autocorrelation,
      Stationarity stationarity,
      Method method) {

    /**
     * The result as rows of a table of evidence.
     *
     * @return the autocorrelation, z and the two-sided p-value
     */
    public List<Evidence> rows() {
      String name = "Mann-Kendall, " + method.label();
      return List.of(
          new Evidence(name, "autocorrelation", autocorrelation),
          new Evidence(name, "z", test.z()),
          new Evidence(name, "p (normal, two-sided)", test.pNormal().twoSided()));
    }
  }
}
