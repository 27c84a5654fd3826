package org.crosstally.consensus;

import java.util.Locale;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * The mean of Graybill and Deal: weights 1/v, where the variances are themselves estimates with few
 * degrees of freedom.
 *
 * <p>The estimate is {@code sum w y / sum w}, as for equal effects; the standard error allows for
 * the error of the weights by one of the {@link ErrorRule}s. It assumes that there is no variance
 * between sources.
 *
 * <p>Graybill, F. A. and Deal, R. B. (1959), Combining unbiased estimators, Biometrics 15, 543-550.
 */
public final class GraybillDeal {

  /** How the standard error allows for estimated variances. */
  public enum ErrorRule {
    /** {@code 1 / sum w}: the variances are taken for known. */
    KNOWN_VARIANCES,
    /**
     * {@code (1 + 4 sum (1/nu) s (1 - s)) / sum w} with the shares {@code s = w / sum w} and the
     * degrees of freedom nu. Meier, P. (1953), Variance of a weighted mean, Biometrics 9, 59-73.
     */
    MEIER,
    /**
     * {@code (1 + 4 sum s (1 - s) / (nu + 2)) / sum w}, the first terms of an unbiased estimate.
     * Sinha, B. K. (1985), Sankhya B 47, 402-407.
     */
    SINHA
  }

  private static final GraybillDeal DEFAULT = new GraybillDeal(ErrorRule.MEIER);

  private final ErrorRule rule;

  private GraybillDeal(ErrorRule rule) {
    this.rule = rule;
  }

  /**
   * The mean with {@link ErrorRule#MEIER}.
   *
   * @return the default procedure
   */
  public static GraybillDeal withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with another standard error.
   *
   * @param v the rule
   * @return a copy
   */
  public GraybillDeal with(ErrorRule v) {
    return new GraybillDeal(Objects.requireNonNull(v));
  }

  /**
   * Combines values whose variances are estimates.
   *
   * @param y the values
   * @param v the estimated variance of each value
   * @param degrees the degrees of freedom of each variance, above 0
   * @return the estimate, or {@code NO_VALUES}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}, or if
   *     degrees of freedom are missing or not positive
   */
  public Outcome<WeightedEstimate> fit(double[] y, double[] v, double[] degrees) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    requireDegrees(values, degrees);
    if (values.length == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    WeightSums sums = new WeightSums(values, variances).at(0);
    double excess = 0;
    for (int i = 0; i < sums.k; i++) {
      double product = sums.diagonal(i) / sums.total;
      excess +=
          switch (rule) {
            case KNOWN_VARIANCES -> 0;
            case MEIER -> 4 * product / degrees[i];
            case SINHA -> 4 * product / (degrees[i] + 2);
          };
    }
    return Outcome.of(
        new WeightedEstimate(sums.centre + sums.mean, Math.sqrt((1 + excess) / sums.total)));
  }

  private static void requireDegrees(double[] y, double[] degrees) {
    if (degrees.length != y.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d degrees of freedom for %d values", degrees.length, y.length));
    }
    for (int i = 0; i < degrees.length; i++) {
      if (!(degrees[i] > 0)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "degrees[%d] is %s: a number above 0", i, degrees[i]));
      }
    }
  }
}
