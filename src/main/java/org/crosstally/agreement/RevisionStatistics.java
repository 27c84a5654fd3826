package org.crosstally.agreement;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How first figures compare with what became of them. With {@code P} the preliminary and {@code L}
 * the later figure of each period, in the order of the periods, and {@code R = L - P}:
 *
 * <ul>
 *   <li>mean revision {@code mean R}, mean absolute revision {@code mean |R|}, root mean square
 *       revision {@code sqrt(mean R^2)}, standard deviation (divisor n - 1), the smallest and the
 *       largest; relative {@code sum R / sum |L|} and {@code sum |R| / sum |L|};
 *   <li>Theil's inequality coefficient {@code U1 = sqrt(mean R^2) / (sqrt(mean P^2) + sqrt(mean
 *       L^2))}, and the shares of bias, regression and disturbance in {@code mean R^2}: {@code
 *       (mean P - mean L)^2}, {@code (s_P - r s_L)^2}, {@code (1 - r^2) s_L^2}, which add up to one
 *       (Theil, Applied Economic Forecasting, 1966);
 *   <li>the bias test: {@code t = mean R / se} with the error of Newey and West, Bartlett weights
 *       up to the lag {@code floor(4 (n / 100)^(2/9))}, and n - 1 degrees of freedom;
 *   <li>news: R on P, noise: R on L (Mankiw and Shapiro, Survey of Current Business 1986); the
 *       p-value of both coefficients being zero. News that could not be known before leaves R
 *       uncorrelated with P; noise that is removed leaves it uncorrelated with L;
 *   <li>the share of right signs: how often the preliminary figure lies on the same side of the
 *       later figure of the period before as the later one does.
 * </ul>
 *
 * <p>The least numbers of pairs: 2 for what describes, 3 for the shares of Theil, 5 for the bias
 * test and the signs, 8 for the regressions; with fewer, their error is as large as they are.
 *
 * @param pairs the number of pairs
 * @param mean the mean revision
 * @param meanAbsolute the mean absolute revision
 * @param rootMeanSquare the root mean square revision
 * @param standardDeviation the standard deviation of the revisions
 * @param smallest the smallest revision
 * @param largest the largest revision
 * @param relativeMean the sum of the revisions in terms of the sum of the later figures
 * @param relativeMeanAbsolute the sum of the absolute revisions in the same terms
 * @param theilU1 Theil's inequality coefficient
 * @param biasShare the share of bias
 * @param regressionShare the share of regression
 * @param disturbanceShare the share of disturbance
 * @param biasP the p-value of the bias test
 * @param newsP the p-value of the news regression
 * @param noiseP the p-value of the noise regression
 * @param rightSigns the share of right signs
 */
public record RevisionStatistics(
    int pairs,
    Statistic mean,
    Statistic meanAbsolute,
    Statistic rootMeanSquare,
    Statistic standardDeviation,
    Statistic smallest,
    Statistic largest,
    Statistic relativeMean,
    Statistic relativeMeanAbsolute,
    Statistic theilU1,
    Statistic biasShare,
    Statistic regressionShare,
    Statistic disturbanceShare,
    Statistic biasP,
    Statistic newsP,
    Statistic noiseP,
    Statistic rightSigns) {
  static final int FEWEST_TO_DESCRIBE = 2;
  static final int FEWEST_TO_DECOMPOSE = 3;
  static final int FEWEST_TO_TEST = 5;
  static final int FEWEST_TO_REGRESS = 8;

  private static final String NO_VARIATION = "the figures do not vary";
  private static final String ALL_ZERO = "all figures are zero";
  private static final String NO_REVISION = "nothing was revised";

  /**
   * Computes the statistics.
   *
   * @param preliminary the preliminary figures, in the order of their periods
   * @param later the later figures of the same periods
   * @return the statistics
   * @throws IllegalArgumentException if the lengths differ or a number is not finite
   */
  public static RevisionStatistics of(double[] preliminary, double[] later) {
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
    return new Computation(preliminary, later).statistics();
  }

  /** The arrays of one computation. */
  private static final class Computation {
    private final double[] preliminary;
    private final double[] later;
    private final double[] revisions;
    private final int n;

    Computation(double[] preliminary, double[] later) {
      this.preliminary = preliminary;
      this.later = later;
      this.n = later.length;
      this.revisions = new double[n];
      Arrays.setAll(revisions, i -> later[i] - preliminary[i]);
    }

    RevisionStatistics statistics() {
      double total = Arrays.stream(later).map(Math::abs).sum();
      double[] shares = shares();
      return new RevisionStatistics(
          n,
          described(mean(revisions), ALL_ZERO),
          described(meanAbsolute(), ALL_ZERO),
          described(rootMeanSquare(revisions), ALL_ZERO),
          described(deviation(), ALL_ZERO),
          described(Arrays.stream(revisions).min().orElse(0), ALL_ZERO),
          described(Arrays.stream(revisions).max().orElse(0), ALL_ZERO),
          described(Arrays.stream(revisions).sum() / total, ALL_ZERO),
          described(n * meanAbsolute() / total, ALL_ZERO),
          described(
              rootMeanSquare(revisions) / (rootMeanSquare(preliminary) + rootMeanSquare(later)),
              ALL_ZERO),
          from(FEWEST_TO_DECOMPOSE, shares[0], NO_REVISION),
          from(FEWEST_TO_DECOMPOSE, shares[1], NO_REVISION),
          from(FEWEST_TO_DECOMPOSE, shares[2], NO_REVISION),
          biasP(),
          regressionP(preliminary),
          regressionP(later),
          rightSigns());
    }

    private Statistic described(double value, String otherwise) {
      return from(FEWEST_TO_DESCRIBE, value, otherwise);
    }

    private Statistic from(int fewest, double value, String otherwise) {
      return n < fewest ? new Statistic.TooFew(n, fewest) : Statistic.of(value, n, otherwise);
    }

    private static double mean(double[] values) {
      return values.length == 0 ? 0 : Locations.mean(values);
    }

    private double meanAbsolute() {
      return Arrays.stream(revisions).map(Math::abs).average().orElse(0);
    }

    private static double rootMeanSquare(double[] values) {
      return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
    }

    private double deviation() {
      double mean = mean(revisions);
      return Math.sqrt(Arrays.stream(revisions).map(r -> (r - mean) * (r - mean)).sum() / (n - 1));
    }

    /** The shares of bias, regression and disturbance; not numbers where nothing was revised. */
    private double[] shares() {
      double meanP = mean(preliminary);
      double meanL = mean(later);
      double pp = 0;
      double ll = 0;
      double pl = 0;
      for (int i = 0; i < n; i++) {
        pp += (preliminary[i] - meanP) * (preliminary[i] - meanP) / n;
        ll += (later[i] - meanL) * (later[i] - meanL) / n;
        pl += (preliminary[i] - meanP) * (later[i] - meanL) / n;
      }
      double square = rootMeanSquare(revisions) * rootMeanSquare(revisions);
      double bias = (meanP - meanL) * (meanP - meanL);
      double alongLine = pp > 0 ? (pp - pl) * (pp - pl) / pp : 0;
      double disturbance = pp > 0 ? Math.max(0, ll - pl * pl / pp) : ll;
      return new double[] {bias / square, alongLine / square, disturbance / square};
    }

    private Statistic biasP() {
      if (n < FEWEST_TO_TEST) {
        return new Statistic.TooFew(n, FEWEST_TO_TEST);
      }
      double mean = mean(revisions);
      int lags = (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
      double variance = 0;
      for (int lag = 0; lag <= lags; lag++) {
        double covariance = 0;
        for (int i = lag; i < n; i++) {
          covariance += (revisions[i] - mean) * (revisions[i - lag] - mean) / n;
        }
        variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * covariance;
      }
      if (!(variance > 0)) {
        return new Statistic.Undefined(n, mean == 0 ? NO_REVISION : "all revisions are equal");
      }
      double t = Math.abs(mean) / Math.sqrt(variance / n);
      return new Statistic.Value(2 * new TDistribution(null, n - 1).cumulativeProbability(-t), n);
    }

    private Statistic regressionP(double[] regressor) {
      if (n < FEWEST_TO_REGRESS) {
        return new Statistic.TooFew(n, FEWEST_TO_REGRESS);
      }
      return StraightLine.fit(regressor, revisions, 0, 0)
          .map(
              line ->
                  line.jointP().isPresent()
                      ? new Statistic.Value(line.jointP().getAsDouble(), n)
                      : new Statistic.Undefined(n, "the revisions lie on a line"))
          .orElse(new Statistic.Undefined(n, NO_VARIATION));
    }

    private Statistic rightSigns() {
      if (n < FEWEST_TO_TEST) {
        return new Statistic.TooFew(n, FEWEST_TO_TEST);
      }
      int right = 0;
      for (int i = 1; i < n; i++) {
        double seen = Math.signum(preliminary[i] - later[i - 1]);
        right += seen == Math.signum(later[i] - later[i - 1]) ? 1 : 0;
      }
      return new Statistic.Value(right / (n - 1.0), n);
    }
  }
}
