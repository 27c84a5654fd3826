package org.crosstally.agreement;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.crosstally.consensus.ConfidenceInterval;
import org.crosstally.outcome.Outcome;

/**
 * Lin's concordance correlation coefficient: how close pairs of numbers lie to the line of
 * equality, 1 where they lie on it.
 *
 * <p>With means, variances and covariance of divisor n, {@code rho_c = 2 s_xy / (s_x^2 + s_y^2 +
 * (mean x - mean y)^2) = r C_b}: the correlation {@code r} says how close the pairs lie to some
 * line, and {@code C_b = 2 / (v + 1/v + u^2)}, at most 1, how close that line lies to equality,
 * with the scale shift {@code v = s_x / s_y} and the location shift {@code u = (mean x - mean y) /
 * sqrt(s_x s_y)}.
 *
 * <p>The interval is that of Fisher's {@code artanh rho_c}, which is asymptotically normal with
 * variance {@code [(1 - r^2) C_b^2 (1 - rho_c^2) + 2 rho_c^2 (1 - rho_c) C_b u^2 - rho_c^2 C_b^2
 * u^4 / 2] / ((n - 2) (1 - rho_c^2)^2)}.
 *
 * <p>The coefficient depends on how far the things themselves differ: numbers of very different
 * sizes put together agree well by it, whatever their errors. Swapping the two series changes the
 * sign of u and inverts v, and nothing else; adding a number to both or multiplying both by a
 * positive factor changes nothing.
 *
 * <p>Lin, L. I.-K. (1989), A concordance correlation coefficient to evaluate reproducibility,
 * Biometrics 45, 255-268, with the variance as corrected in Biometrics 56 (2000), 324-325.
 *
 * @param pairs the number of pairs
 * @param coefficient rho_c, from -1 to 1
 * @param correlation r, from -1 to 1
 * @param biasCorrection C_b, above 0 and at most 1
 * @param locationShift u
 * @param scaleShift v, above 0
 * @param interval the confidence interval of the coefficient; none where it is 1 or -1
 */
public record Concordance(
    int pairs,
    double coefficient,
    double correlation,
    double biasCorrection,
    double locationShift,
    double scaleShift,
    Outcome<ConfidenceInterval> interval) {
  /** With fewer pairs nothing is computed. */
  public static final int FEWEST_PAIRS = 3;

  /** A coefficient so close to 1 or -1 is that up to rounding. */
  private static final double ROUNDING = 0x1p-50;

  /**
   * The concordance of two series of numbers, with an interval at the level 0.95.
   *
   * @param x the first series
   * @param y the second series, as long as the first: {@code x[i]} and {@code y[i]} are about the
   *     same thing
   * @return the concordance; {@link AgreementReason#TOO_FEW_PAIRS} or {@link
   *     AgreementReason#CONSTANT_SIDE}
   * @throws IllegalArgumentException if the lengths differ or a number is not finite or above 1e100
   */
  public static Outcome<Concordance> of(double[] x, double[] y) {
    return of(x, y, 0.95);
  }

  /**
   * The concordance of two series of numbers.
   *
   * @param x the first series
   * @param y the second series, as long as the first
   * @param level the level of the interval, between 0 and 1
   * @return the concordance; {@link AgreementReason#TOO_FEW_PAIRS} or {@link
   *     AgreementReason#CONSTANT_SIDE}
   * @throws IllegalArgumentException if the lengths differ, a number is not finite or above 1e100,
   *     or the level is not between 0 and 1
   */
  public static Outcome<Concordance> of(double[] x, double[] y, double level) {
    Pairs.require(x, y);
    Pairs.requireShare("confidence level", level);
    int pairs = x.length;
    if (pairs < FEWEST_PAIRS) {
      return Outcome.undetermined(AgreementReason.TOO_FEW_PAIRS);
    }
    double meanX = Pairs.mean(x);
    double meanY = Pairs.mean(y);
    double deviationX = Math.sqrt(Pairs.products(x, meanX, x, meanX) / pairs);
    double deviationY = Math.sqrt(Pairs.products(y, meanY, y, meanY) / pairs);
    if (deviationX == 0 || deviationY == 0) {
      return Outcome.undetermined(AgreementReason.CONSTANT_SIDE);
    }
    double r = Pairs.products(x, meanX, y, meanY) / pairs / deviationX / deviationY;
    double correlation = Math.max(-1, Math.min(1, r));
    double v = deviationX / deviationY;
    double u = (meanX - meanY) / (Math.sqrt(deviationX) * Math.sqrt(deviationY));
    double correction = 2 / (v + 1 / v + u * u);
    double coefficient = correlation * correction;
    Outcome<ConfidenceInterval> interval =
        Math.abs(coefficient) >= 1 - ROUNDING
            ? Outcome.undetermined(AgreementReason.NO_SCATTER)
            : Outcome.of(interval(pairs, coefficient, correlation, correction, u, level));
    return Outcome.of(new Concordance(pairs, coefficient, correlation, correction, u, v, interval));
  }

  private static ConfidenceInterval interval(
      int pairs, double rho, double r, double correction, double u, double level) {
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double half = z * Math.sqrt(variance(rho, r, correction, u) / (pairs - 2)) / (1 - rho * rho);
    double centre = (Math.log1p(rho) - Math.log1p(-rho)) / 2;
    double low = Math.tanh(centre - half);
    double high = Math.tanh(centre + half);
    return new ConfidenceInterval(Math.min(low, rho), Math.max(high, rho), level);
  }

  /** The variance of rho_c times n - 2; with C_b for rho_c / r, so that r may be 0. */
  private static double variance(double rho, double r, double correction, double u) {
    double square = rho * rho;
    double shift = u * u;
    double variance =
        (1 - r * r) * correction * correction * (1 - square)
            + 2 * square * (1 - rho) * correction * shift
            - square * correction * correction * shift * shift / 2;
    return Math.max(0, variance);
  }
}
