package org.crosstally.consensus;

import java.util.Arrays;
import org.crosstally.outcome.Outcome;

/**
 * Tests whether values depend on their precision, as they do where small studies with dull results
 * stay unpublished.
 *
 * <p>With fewer than about ten values they find little, and other reasons than selection make small
 * studies differ too.
 */
public final class FunnelTests {

  /** Residual sums of squares of this share of the total are rounding. */
  private static final double ROUNDING = 1e-26;

  private FunnelTests() {}

  /**
   * Egger's regression: the weighted line {@code y = a + b sqrt(v)}, weights 1/v, with the
   * dispersion estimated from the residuals, and its slope tested by t with k - 2 degrees of
   * freedom.
   *
   * <p>Egger, M., Davey Smith, G., Schneider, M. and Minder, C. (1997), British Medical Journal
   * 315, 629-634.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the line, or {@code TOO_FEW_VALUES} below three, {@code EQUAL_VARIANCES}, or {@code
   *     EXACT_LINE} where there is no scatter around it
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public static Outcome<Egger> egger(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    int k = values.length;
    if (k < 3) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    if (Samples.isConstant(variances)) {
      return Outcome.undetermined(ConsensusReason.EQUAL_VARIANCES);
    }
    LineSums line = new LineSums(values, variances);
    line.at(0);
    if (line.q <= ROUNDING * new WeightSums(values, variances).qAt(0)) {
      return Outcome.undetermined(ConsensusReason.EXACT_LINE);
    }
    double error = Math.sqrt(line.q / (k - 2) / line.squaresOfErrors());
    double t = line.slope / error;
    return Outcome.of(
        new Egger(line.slope, error, line.intercept(), t, Tails.studentTwoSided(t, k - 2)));
  }

  /**
   * The rank correlation of Begg and Mazumdar: Kendall's tau between the variances and the values
   * less the equal-effects mean, standardised by {@code sqrt(v - 1/sum w)}.
   *
   * <p>Without ties among at most 500 values the p-value is exact, twice the smaller tail;
   * otherwise it is that of the normal distribution with the variance corrected for ties, without
   * continuity correction.
   *
   * <p>Begg, C. B. and Mazumdar, M. (1994), Biometrics 50, 1088-1101.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the correlation, or {@code TOO_FEW_VALUES} below two, {@code EQUAL_VARIANCES} or {@code
   *     EQUAL_VALUES}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public static Outcome<RankTest> rankTest(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length < 2) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    if (Samples.isConstant(variances)) {
      return Outcome.undetermined(ConsensusReason.EQUAL_VARIANCES);
    }
    WeightSums sums = new WeightSums(values, variances).at(0);
    double[] standardised = new double[sums.k];
    Arrays.setAll(
        standardised, i -> (sums.y[i] - sums.mean) * sums.weight(i) / Math.sqrt(sums.diagonal(i)));
    if (Samples.isConstant(values) || Samples.isConstant(standardised)) {
      return Outcome.undetermined(ConsensusReason.EQUAL_VALUES);
    }
    return Outcome.of(Kendall.test(standardised, variances));
  }

  /**
   * Egger's line.
   *
   * @param slope b, in units of the values per unit of standard error
   * @param slopeError the standard error of b, above 0
   * @param intercept a, the line where the standard error is 0
   * @param statistic t, the slope over its error
   * @param p the two-sided p-value, t with k - 2 degrees of freedom
   */
  public record Egger(
      double slope, double slopeError, double intercept, double statistic, double p) {}

  /**
   * The rank correlation.
   *
   * @param tau Kendall's tau-b, -1 to 1
   * @param p the two-sided p-value, above 0
   * @param distribution how p was found
   */
  public record RankTest(double tau, double p, Distribution distribution) {}

  /** How the p-value of the rank correlation is found. */
  public enum Distribution {
    /** From all orders of the values. */
    EXACT,
    /** From the normal distribution, with the variance corrected for ties. */
    NORMAL
  }
}
