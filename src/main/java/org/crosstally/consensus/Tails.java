package org.crosstally.consensus;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Tails and quantiles of Student's t and of the chi-squared distribution to the last digits. */
final class Tails {

  private Tails() {}

  /** P(|T| > |t|), 0 where that is below the smallest double. */
  static double studentTwoSided(double t, double df) {
    double x = df / (df + t * t);
    return Math.min(1, Beta.regularizedBeta(x, df / 2, 0.5));
  }

  /**
   * ln P(|T| > |t|), finite for every finite t: {@code x^a (1 - x)^b / (a B(a, b)) sum (a + b)_n
   * x^n / (a + 1)_n} with {@code a = df/2}, {@code b = 1/2} and {@code x = df / (df + t^2)}, where
   * x is small enough for the sum.
   */
  static double logStudentTwoSided(double t, double df) {
    double x = df / (df + t * t);
    if (x > 0.5) {
      return Math.log(studentTwoSided(t, df));
    }
    double a = df / 2;
    double term = 1;
    double sum = 1;
    for (int n = 0; term > 1e-17 * sum; n++) {
      term *= (a + 0.5 + n) / (a + 1 + n) * x;
      sum += term;
    }
    return a * (Math.log(df) - Math.log(df + t * t))
        + 0.5 * Math.log1p(-x)
        - Math.log(a)
        - Beta.logBeta(a, 0.5)
        + Math.log(sum);
  }

  /**
   * The t with P(|T| > t) = p.
   *
   * <p>By Newton's rule on ln P as a function of ln t, which is concave, so that the rule converges
   * from the right of the root and overshoots at most once from the left. The solver of Commons
   * Math stops at 1e-9.
   */
  static double studentTwoSidedQuantile(double p, double df) {
    if (df == 1) {
      return 1 / Math.tan(Math.PI * p / 2);
    }
    if (df == 2) {
      return Math.sqrt(2 / (p * (2 - p)) - 2);
    }
    double constant =
        Math.log(2)
            + Gamma.logGamma((df + 1) / 2)
            - Gamma.logGamma(df / 2)
            - 0.5 * Math.log(df * Math.PI);
    double target = Math.log(p);
    double log = Math.log(Normal.upperQuantile(p / 2));
    for (int step = 0; step < 100; step++) {
      double t = Math.exp(log);
      double tail = Math.log(studentTwoSided(t, df));
      double density = constant - (df + 1) / 2 * Math.log1p(t * t / df);
      double change = (tail - target) / Math.exp(density + log - tail);
      log += change;
      // The next change would be of the order of the square of this one.
      if (Math.abs(change) <= 1e-9) {
        break;
      }
    }
    return Math.exp(log);
  }

  /** P(X > x) of chi-squared. */
  static double chiSquaredUpper(double x, double df) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2);
  }

  /** P(X <= x) of chi-squared. */
  static double chiSquaredLower(double x, double df) {
    return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2);
  }

  /** The x with P(X <= x) = p. */
  static double chiSquaredQuantile(double p, double df) {
    // The smaller tail is compared, so that no digits of p are lost.
    boolean lower = p <= 0.5;
    double high = df;
    while (chiSquaredLower(high, df) < p) {
      high *= 2;
    }
    double low = high;
    while (chiSquaredLower(low, df) > p) {
      low /= 2;
    }
    if (low == high) {
      return low;
    }
    return Roots.between(
        x ->
            lower
                ? Math.log(chiSquaredLower(x, df) / p)
                : Math.log((1 - p) / chiSquaredUpper(x, df)),
        low,
        high,
        0);
  }
}
