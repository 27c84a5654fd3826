package org.crosstally.agreement;

import org.apache.commons.math3.special.Beta;

/**
 * Robust inference in short series: the covariance of Newey and West (1987) with Bartlett weights
 * {@code 1 - l/S} for the lags {@code l < S}, its truncation {@code S = ceil(1.3 sqrt(n))}
 * (Lazarus, Lewis, Stock and Watson, HAR inference: recommendations for practice, Journal of
 * Business and Economic Statistics 36, 2018), and p-values that take the share {@code b = S/n} of
 * the series that it looks back on as fixed.
 *
 * <p>Under that asymptotics the Wald statistic of q restrictions, divided by q, is near {@code
 * kappa F(q, K)} with {@code K = max(1 / (b c2), q) - q + 1} and {@code kappa = (exp(z) + 1 + z) /
 * 2, z = b (c1 + (q - 1) c2)}, where {@code c1 = 1} and {@code c2 = 2/3} are the integrals of the
 * Bartlett kernel and of its square (Sun, Let's fix it: fixed-b asymptotics versus small-b
 * asymptotics in heteroskedasticity and autocorrelation robust inference, Journal of Econometrics
 * 178, 2014). K is not rounded up here: rounded, the joint test of nine independent pairs rejects
 * in 6.7 % at a level of 5 %, as it is in 4 %. With the normal distribution instead it would reject
 * in some 30 %.
 */
final class NeweyWest {
  private static final double SQUARED_KERNEL = 2.0 / 3;

  private NeweyWest() {}

  /** S, at most n. */
  static int truncation(int n) {
    return Math.min(n, (int) Math.ceil(1.3 * Math.sqrt(n)));
  }

  /** The sum of the products of two rows of moments at all lags, with their weights. */
  static double weighted(double[] a, double[] b) {
    int n = a.length;
    int truncation = truncation(n);
    double sum = 0;
    for (int lag = 0; lag < truncation; lag++) {
      double products = 0;
      for (int t = lag; t < n; t++) {
        products += a[t] * b[t - lag] + a[t - lag] * b[t];
      }
      double weight = 1 - lag / (double) truncation;
      sum += (lag == 0 ? 0.5 : weight) * products;
    }
    return sum;
  }

  /** K. */
  static double degrees(int n, int restrictions) {
    double share = truncation(n) / (double) n;
    return Math.max(1 / (share * SQUARED_KERNEL), restrictions) - restrictions + 1;
  }

  private static double kappa(int n, int restrictions) {
    double z = truncation(n) / (double) n * (1 + (restrictions - 1) * SQUARED_KERNEL);
    return (Math.exp(z) + 1 + z) / 2;
  }

  /**
   * The p-value of a Wald statistic.
   *
   * @param wald the statistic, not divided by the number of restrictions
   * @param restrictions q, 1 or 2
   * @param n the number of observations
   */
  static double p(double wald, int restrictions, int n) {
    double ratio = wald / restrictions / kappa(n, restrictions);
    double degrees = degrees(n, restrictions);
    return Beta.regularizedBeta(
        degrees / (degrees + restrictions * ratio), degrees / 2, restrictions / 2.0);
  }
}
