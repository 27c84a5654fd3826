package org.crosstally.trend;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/** Tails and quantiles of the normal and t distributions that keep their digits far out. */
final class Tails {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /** From here the asymptotic series has all digits, and erfc nears the smallest double. */
  private static final double FAR = 25;

  private Tails() {}

  /** P(Z > z) of the standard normal; at least the smallest positive double. */
  static double normalUpper(double z) {
    return floor(z > FAR ? Math.exp(logNormalUpper(z)) : 0.5 * Erf.erfc(z / Math.sqrt(2)));
  }

  /**
   * The natural logarithm of P(Z > z), far out by the asymptotic series phi(z)/z (1 - 1/z^2 + 3/z^4
   * - 15/z^6 + …).
   */
  static double logNormalUpper(double z) {
    if (z <= FAR) {
      return Math.log(normalUpper(z));
    }
    double w = 1 / (z * z);
    double series = w * (-1 + w * (3 + w * (-15 + w * (105 - 945 * w))));
    return -z * z / 2 - Math.log(z) - 0.5 * Math.log(2 * Math.PI) + Math.log1p(series);
  }

  /** P(|T| > |t|) of Student's t; at least the smallest positive double. */
  static double studentTwoSided(double t, double df) {
    return floor(Math.min(1, Beta.regularizedBeta(df / (df + t * t), df / 2, 0.5)));
  }

  static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** The quantile of Student's t, polished by Newton's rule because the solver stops early. */
  static double studentQuantile(double p, double df) {
    TDistribution student = new TDistribution(null, df);
    double t = student.inverseCumulativeProbability(p);
    for (int i = 0; i < 3; i++) {
      t -= (student.cumulativeProbability(t) - p) / student.density(t);
    }
    return t;
  }

  /** No p-value is zero. */
  static double floor(double p) {
    return Math.max(p, Double.MIN_VALUE);
  }
}
