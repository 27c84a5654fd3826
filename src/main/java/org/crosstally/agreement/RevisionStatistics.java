package org.crosstally.agreement;

import java.util.Arrays;

/**
 * How preliminary figures compare with what became of them: the statistics of revision analysis.
 *
 * <p>{@code P} is the preliminary and {@code L} the later figure of each period, in the order of
 * the periods, {@code R = L - P} the revision, and n the number of pairs; sums and means are over
 * the pairs. Every statistic says how many pairs it rests on, and is {@link Statistic.TooFewPairs}
 * with the least number and the reason for it where there are fewer. Multiplying all figures by a
 * number multiplies what is in their unit, and leaves shares, coefficients and p-values.
 *
 * <p>Literature: Theil, Applied Economic Forecasting, 1966; Mincer and Zarnowitz, The evaluation of
 * economic forecasts, in: Economic Forecasts and Expectations, NBER 1969; Mankiw and Shapiro, News
 * or noise: an analysis of GNP revisions, Survey of Current Business 66, 1986; McKenzie and Gamba,
 * Interpreting the results of revision analyses: recommended summary statistics, OECD 2008; Aruoba,
 * Data revisions are not well behaved, Journal of Money, Credit and Banking 40, 2008.
 *
 * @param pairs n
 * @param size how large the revisions are
 * @param inequality Theil's coefficients
 * @param signs how often the preliminary figures show the right direction
 * @param bias the test of a mean revision of zero
 * @param news {@code R = a + b P}. Where the preliminary figure is an efficient forecast of the
 *     later one, the revision is news: it is uncorrelated with what was known, and {@code a = b =
 *     0}. This is the test of Mincer and Zarnowitz, whose {@code L = a + b P} has the same
 *     intercept and a slope larger by one
 * @param noise {@code R = a + b L}. Where the preliminary figure is the later one with an error of
 *     measurement, the revision removes noise: it is uncorrelated with the later figure, and {@code
 *     a = b = 0}
 */
public record RevisionStatistics(
    int pairs,
    Size size,
    Inequality inequality,
    Signs signs,
    BiasTest bias,
    RevisionRegression news,
    RevisionRegression noise) {
  /** The level at which a test rejects where a reading needs one. */
  static final double LEVEL = 0.05;

  /**
   * How large the revisions are. All need two pairs, and the outer percentiles and quartiles as
   * many as put them between the smallest and the largest: 19 and 3.
   *
   * @param mean {@code sum R / n}
   * @param meanAbsolute {@code sum |R| / n}
   * @param rootMeanSquare {@code sqrt(sum R^2 / n)}
   * @param standardDeviation {@code sqrt(sum (R - mean)^2 / (n - 1))}
   * @param relativeMean {@code sum R / sum |L|}
   * @param relativeMeanAbsolute {@code sum |R| / sum |L|}, the OECD's relative mean absolute
   *     revision; undefined where all later figures are zero
   * @param smallest the smallest R, which may be negative
   * @param percentile5 the 5th percentile of R; quantiles interpolate linearly between the order
   *     statistics around {@code (n + 1) p} (type 6 of Hyndman and Fan, The American Statistician
   *     50, 1996)
   * @param lowerQuartile the 25th percentile
   * @param median the median
   * @param upperQuartile the 75th percentile
   * @param percentile95 the 95th percentile
   * @param largest the largest R
   */
  public record Size(
      Statistic mean,
      Statistic meanAbsolute,
      Statistic rootMeanSquare,
      Statistic standardDeviation,
      Statistic relativeMean,
      Statistic relativeMeanAbsolute,
      Statistic smallest,
      Statistic percentile5,
      Statistic lowerQuartile,
      Statistic median,
      Statistic upperQuartile,
      Statistic percentile95,
      Statistic largest) {}

  /**
   * Theil's coefficients of inequality and the shares of the mean square revision.
   *
   * <p>With standard deviations s (divisor n) and the correlation r, {@code mean R^2 = (mean L -
   * mean P)^2 + (s_P - r s_L)^2 + (1 - r^2) s_L^2}; the three shares add up to one and are
   * undefined where nothing was revised. They need three pairs.
   *
   * @param u1 {@code sqrt(mean R^2) / (sqrt(mean P^2) + sqrt(mean L^2))}, from 0, no revision, to
   *     1; undefined where all figures are zero
   * @param u2 {@code sqrt(sum R^2 / sum (L - L_before)^2)} over the pairs whose period follows on
   *     another: below 1 where the preliminary figure tells more than the later figure of the
   *     period before would; its count is that of these pairs; undefined where the later figures do
   *     not change
   * @param biasShare UM, the share of the mean revision
   * @param regressionShare UR, the share of a slope of L on P that differs from one
   * @param disturbanceShare UD, the share that no line removes
   */
  public record Inequality(
      Statistic u1,
      Statistic u2,
      Statistic biasShare,
      Statistic regressionShare,
      Statistic disturbanceShare) {}

  /**
   * How often the preliminary figures show the direction that the later ones show; no change is a
   * direction of its own. The shares need five comparisons; their count is that of the comparisons.
   *
   * @param ofChange over the periods that follow on another: how often {@code P - P_before} has the
   *     sign of {@code L - L_before}
   * @param ofGrowth over the periods that follow on two others with figures above zero: how often
   *     {@code P / P_before} is larger, equal or smaller than the quotient of the period before
   *     just as {@code L / L_before} is: growth that rises or falls
   */
  public record Signs(Statistic ofChange, Statistic ofGrowth) {}

  /**
   * The test of a mean revision of zero with the robust error of Newey and West, enlarged by {@code
   * n/(n - 1)}: {@code t = mean R / error}, and {@code t^2 = kappa F(1, K)} as {@link
   * RevisionRegression} has it. On independent revisions it rejects in 3 to 5 % at a level of 5 %,
   * on those with an autocorrelation of a half in 7 to 11 %. All need five pairs, and are undefined
   * where all revisions are equal.
   *
   * @param error the standard error of the mean revision
   * @param t the mean revision over its error
   * @param p the two-sided p-value
   */
  public record BiasTest(Statistic error, Statistic t, Statistic p) {}

  /** What the two regressions say together, each at a level of 5 %. */
  public enum Reading {
    /** Noise is rejected and news is not: the preliminary figures were efficient forecasts. */
    NEWS("news"),
    /** News is rejected and noise is not: the preliminary figures were measured with an error. */
    NOISE("noise"),
    /** Both are rejected: the revisions are foreseeable, and no mere removal of an error either. */
    NEITHER("neither news nor noise"),
    /** None is rejected: the revisions are too small or too few to tell. */
    UNDECIDED("undecided"),
    /** One of the two has no p-value. */
    NOT_TESTED("not tested");

    private final String label;

    Reading(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Whether the revisions are news or noise (Mankiw and Shapiro 1986). That a test does not reject
   * proves nothing where pairs are few: of eight, it misses noise as large as the spread of the
   * figures in three cases of four.
   *
   * @return the reading of both p-values
   */
  public Reading reading() {
    if (news.p().asOptional().isEmpty() || noise.p().asOptional().isEmpty()) {
      return Reading.NOT_TESTED;
    }
    boolean notNews = news.p().asOptional().getAsDouble() < LEVEL;
    boolean notNoise = noise.p().asOptional().getAsDouble() < LEVEL;
    if (notNews) {
      return notNoise ? Reading.NEITHER : Reading.NOISE;
    }
    return notNoise ? Reading.NEWS : Reading.UNDECIDED;
  }

  /**
   * Computes the statistics of periods that follow on each other.
   *
   * @param preliminary P, in the order of the periods
   * @param later L of the same periods
   * @return the statistics
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public static RevisionStatistics of(double[] preliminary, double[] later) {
    int[] before = new int[later.length];
    Arrays.setAll(before, i -> i - 1);
    return of(preliminary, later, before);
  }

  /**
   * Computes the statistics of periods with gaps.
   *
   * @param before for each pair the position of the pair of the period before; -1 where there is
   *     none
   */
  static RevisionStatistics of(double[] preliminary, double[] later, int[] before) {
    if (preliminary.length != later.length) {
      throw new IllegalArgumentException(
          preliminary.length + " preliminary figures, but " + later.length + " later ones");
    }
    for (int i = 0; i < later.length; i++) {
      if (!Double.isFinite(preliminary[i]) || !Double.isFinite(later[i])) {
        throw new IllegalArgumentException(
            "figures are finite: " + preliminary[i] + " and " + later[i] + " at " + i);
      }
    }
    return new RevisionPairs(preliminary, later, before).statistics();
  }
}
