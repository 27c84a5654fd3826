package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Whether two or more series, of sources or of countries, have parallel or equal trends.
 *
 * <p>Three models of straight lines are compared by F tests: a line for each series, lines of one
 * slope, and one line for all:
 *
 * <pre>{@code
 * parallel: F = ((RSS[slope] - RSS[each])/(m - 1)) / (RSS[each]/(N - 2m)) on m - 1 and N - 2m
 * equal:    F = ((RSS[one] - RSS[each])/(2(m - 1))) / (RSS[each]/(N - 2m)) on 2(m - 1) and N - 2m
 * }</pre>
 *
 * <p>with m series and N values. On the {@linkplain Scale#LOG logarithmic} scale parallel means the
 * same per cent a year, and equal the same values. The tests take the errors as independent and of
 * one variance; where that is in doubt {@link SeasonalMannKendall} with the series as groups asks
 * the same by ranks. Where the series turn, {@link JoinComparability} compares broken lines.
 * Instances are immutable.
 *
 * <p>Kim, H.-J., Fay, M. P., Yu, B., Barrett, M. J. and Feuer, E. J. (2004), Comparability of
 * segmented line regression models, Biometrics 60, 1005-1014, for lines without joins.
 */
public final class ParallelTrends {

  /** What the lines are drawn through. */
  public enum Scale {
    /** The values. */
    LINEAR,
    /** Their natural logarithms. */
    LOG
  }

  private static final ParallelTrends DEFAULT = new ParallelTrends(Scale.LINEAR, 0.95);

  private final Scale scale;
  private final double level;

  private ParallelTrends(Scale scale, double level) {
    this.scale = scale;
    this.level = level;
  }

  /**
   * Lines through the values, with intervals at 0.95.
   *
   * @return the default test
   */
  public static ParallelTrends withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public ParallelTrends with(Scale v) {
    return new ParallelTrends(Objects.requireNonNull(v), level);
  }

  /**
   * The same test with another confidence level of the slopes.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ParallelTrends withLevel(double v) {
    return new ParallelTrends(scale, ConfidenceInterval.requireLevel(v));
  }

  /**
   * One series.
   *
   * @param x the times
   * @param y the value at each time
   */
  @SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by nobody
  public record Series(double[] x, double[] y) {

    /**
     * A series; the arrays are copied.
     *
     * @param x the times
     * @param y the value at each time
     * @throws IllegalArgumentException if the lengths differ or as {@link
     *     LeastSquares#fit(double[], double[])}
     */
    public Series {
      Samples.requireSameLength(x, y);
      x = Samples.requireScale("x", x);
      y = Samples.requireScale("y", y);
    }

    /**
     * The times.
     *
     * @return a copy
     */
    @Override
    public double[] x() {
      return x.clone();
    }

    /**
     * The values.
     *
     * @return a copy
     */
    @Override
    public double[] y() {
      return y.clone();
    }
  }

  /**
   * Compares series.
   *
   * @param series two or more
   * @return the tests, or why there are none: {@code TOO_FEW_POINTS} if a series has fewer than two
   *     values or all together have no degree of freedom, {@code CONSTANT_TIMES} if one has all at
   *     a time, {@code NOT_POSITIVE} for logarithms, or {@code EXACT_LINE} if each lies on a line
   * @throws IllegalArgumentException if there are fewer than two series
   */
  public Outcome<Result> test(List<Series> series) {
    if (series.size() < 2) {
      throw new IllegalArgumentException(series.size() + " series: two or more are compared");
    }
    int m = series.size();
    int total = series.stream().mapToInt(s -> s.x.length).sum();
    if (series.stream().anyMatch(s -> s.x.length < 2) || total <= 2 * m) {
      return Outcome.undetermined(TrendReason.TOO_FEW_POINTS);
    }
    if (series.stream().anyMatch(s -> Samples.isConstant(s.x))) {
      return Outcome.undetermined(TrendReason.CONSTANT_TIMES);
    }
    if (scale == Scale.LOG
        && series.stream().anyMatch(s -> Arrays.stream(s.y).anyMatch(v -> v <= 0))) {
      return Outcome.undetermined(TrendReason.NOT_POSITIVE);
    }
    List<Series> scaled =
        scale == Scale.LINEAR
            ? series
            : series.stream()
                .map(s -> new Series(s.x, Arrays.stream(s.y).map(Math::log).toArray()))
                .toList();
    List<CentredLine> lines = scaled.stream().map(s -> CentredLine.through(s.x, s.y)).toList();
    if (lines.stream().allMatch(CentredLine::isExact)) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    return Outcome.of(result(scaled, lines, total));
  }

  private Result result(List<Series> series, List<CentredLine> lines, int total) {
    int m = series.size();
    int df = total - 2 * m;
    double each = lines.stream().mapToDouble(CentredLine::rss).sum();
    double sxx = lines.stream().mapToDouble(CentredLine::sxx).sum();
    double common = lines.stream().mapToDouble(l -> l.slope() * l.sxx()).sum() / sxx;
    // The squares that one slope adds, as a sum of squares, so that nothing cancels.
    double slopes = lines.stream().mapToDouble(l -> l.sxx() * square(l.slope() - common)).sum();
    double[] allX = series.stream().flatMapToDouble(s -> Arrays.stream(s.x)).toArray();
    double[] allY = series.stream().flatMapToDouble(s -> Arrays.stream(s.y)).toArray();
    double one = CentredLine.through(allX, allY).rss();
    double variance = each / df;
    double q = Tails.studentTwoSidedQuantile(1 - level, df);
    List<Slope> found = new ArrayList<>();
    for (CentredLine line : lines) {
      double error = Math.sqrt(variance / line.sxx());
      found.add(
          new Slope(
              line.slope(),
              error,
              new ConfidenceInterval(line.slope() - q * error, line.slope() + q * error, level)));
    }
    return new Result(
        found,
        common,
        test(slopes, m - 1, variance, df),
        test(Math.max(0, one - each), 2 * (m - 1), variance, df),
        scale);
  }

  private static FTest test(double squares, int df1, double variance, int df2) {
    double f = squares / df1 / variance;
    return new FTest(f, df1, df2, Tails.fisherUpper(f, df1, df2));
  }

  private static double square(double v) {
    return v * v;
  }

  /**
   * The slope of one series.
   *
   * @param estimate per unit of time, on the scale
   * @param standardError with the variance of all series together
   * @param interval its confidence interval
   */
  public record Slope(double estimate, double standardError, ConfidenceInterval interval) {}

  /**
   * An F test.
   *
   * @param statistic F, not negative
   * @param numerator its first degrees of freedom
   * @param denominator its second degrees of freedom
   * @param p the p-value, above 0
   */
  public record FTest(double statistic, int numerator, int denominator, double p) {}

  /**
   * What the comparison found.
   *
   * @param slopes the slope of each series, in their order
   * @param common the slope of all if they are parallel, on the scale
   * @param parallel the test that the slopes are equal
   * @param equal the test that the lines are
   * @param scale the scale
   */
  public record Result(
      List<Slope> slopes, double common, FTest parallel, FTest equal, Scale scale) {

    /**
     * A result; the slopes are copied.
     *
     * @param slopes the slope of each series
     * @param common the slope of all
     * @param parallel the test of equal slopes
     * @param equal the test of equal lines
     * @param scale the scale
     */
    public Result {
      slopes = List.copyOf(slopes);
    }
  }
}
