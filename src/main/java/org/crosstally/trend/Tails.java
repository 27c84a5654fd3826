package org.crosstally.trend;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

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

  /** P(X > x) of the chi-square distribution; at least the smallest positive double. */
  static double chiSquareUpper(double x, double df) {
    return x <= 0 ? 1 : floor(Gamma.regularizedGammaQ(df / 2, x / 2, 1e-15, Integer.MAX_VALUE));
  }

  /** P(X > x) of the F distribution; at least the smallest positive double. */
  static double fisherUpper(double x, double df1, double df2) {
    return x <= 0 ? 1 : floor(Beta.regularizedBeta(df2 / (df2 + df1 * x), df2 / 2, df1 / 2));
  }

  /** P(sup |B| > x) of a Brownian bridge; at least the smallest positive double. */
  static double kolmogorovUpper(double x) {
    if (x < 1) {
      // The series in exp(-pi^2/(8 x^2)) converges fast here, the other one alternates.
      double sum = 0;
      for (int k = 1; k < 200; k += 2) {
        sum += Math.exp(-k * k * Math.PI * Math.PI / (8 * x * x));
      }
      return x <= 0 ? 1 : Math.min(1, 1 - Math.sqrt(2 * Math.PI) / x * sum);
    }
    double sum = 0;
    for (int k = 1; k < 20; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
    }
    return floor(Math.min(1, sum));
  }

  static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /**
   * The t with P(|T| > t) = p, by halving an interval to the last digit: the solver of Commons Math
   * stops at 1e-9, and Newton's rule runs away in far tails.
   */
  static double studentTwoSidedQuantile(double p, double df) {
    double high = 1;
    while (studentTwoSided(high, df) > p) {
      high *= 2;
    }
    double low = high == 1 ? 0 : high / 2;
    for (double middle = low + (high - low) / 2; low < middle && middle < high; ) {
      if (studentTwoSided(middle, df) > p) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return high;
  }

  /** No p-value is zero. */
  static double floor(double p) {
    return Math.max(p, Double.MIN_VALUE);
  }
}
