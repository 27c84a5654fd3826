package org.crosstally.consensus;

/**
 * The standard normal distribution with all its digits in the tails, and quickly.
 *
 * <p>Below 2.5 by the series {@code Phi(z) - 1/2 = phi(z) (z + z^3/3 + z^5/15 + …)}, whose terms
 * are all positive; above by Laplace's continued fraction of Mills' ratio.
 */
final class Normal {

  static final double LOG_ROOT_2PI = 0.5 * Math.log(2 * Math.PI);

  private static final double ROOT_2PI = Math.sqrt(2 * Math.PI);
  private static final double SWITCH = 2.5;

  private Normal() {}

  static double density(double z) {
    return Math.exp(-0.5 * z * z) / ROOT_2PI;
  }

  static double logDensity(double z) {
    return -0.5 * z * z - LOG_ROOT_2PI;
  }

  /** P(Z > z), 0 where that is below the smallest double. */
  static double upper(double z) {
    if (z < -SWITCH) {
      return 1 - upper(-z);
    }
    return z > SWITCH ? density(z) * fraction(z) : 0.5 - density(z) * series(z);
  }

  /** P(|Z| > |z|), 0 where a double would not hold all digits of it. */
  static double twoSided(double z) {
    double p = Math.min(1, 2 * upper(Math.abs(z)));
    return p < Double.MIN_NORMAL ? 0 : p;
  }

  /** ln P(|Z| > |z|), finite for every finite z. */
  static double logTwoSided(double z) {
    return z == 0 ? 0 : Math.log(2) + logUpper(Math.abs(z));
  }

  /** ln P(Z > z), finite for every finite z. */
  static double logUpper(double z) {
    return z > SWITCH ? logDensity(z) + Math.log(fraction(z)) : Math.log(upper(z));
  }

  /** P(Z > z) / phi(z) for z of at least -2.5. */
  static double mills(double z) {
    return z > SWITCH ? fraction(z) : 0.5 / density(z) - series(z);
  }

  /** The z with P(Z <= z) = p, to the last digits by two steps of Newton's rule on ln P. */
  static double quantile(double p) {
    if (p == 0.5) {
      return 0;
    }
    return p > 0.5 ? upperQuantile(1 - p) : -upperQuantile(p);
  }

  /** The z >= 0 with P(Z > z) = p, p at most 1/2. */
  static double upperQuantile(double p) {
    double target = Math.log(p);
    // A start from the right of the concave ln P, from where Newton's rule runs straight down.
    double z = Math.sqrt(Math.max(0, -2 * target - 2 * Math.log(2)));
    for (int step = 0; step < 60; step++) {
      double change = (logUpper(z) - target) * mills(z);
      z += change;
      // The next change would be of the order of the square of this one.
      if (Math.abs(change) <= 1e-9 * z) {
        break;
      }
    }
    return Math.max(0, z);
  }

  private static double series(double z) {
    double square = z * z;
    double term = z;
    double sum = z;
    for (int n = 3; Math.abs(term) > 1e-17 * Math.abs(sum); n += 2) {
      term *= square / n;
      sum += term;
    }
    return sum;
  }

  private static double fraction(double z) {
    if (z > 1e8) {
      return 1 / z;
    }
    double tail = z;
    for (int n = 12 + (int) (380 / (z * z)); n > 0; n--) {
      tail = z + n / tail;
    }
    return 1 / tail;
  }
}
