package org.crosstally.trend;

import java.util.Locale;

/**
 * A test whose statistic is referred to a chi-square distribution.
 *
 * @param statistic the statistic, not negative
 * @param degreesOfFreedom of the distribution, at least 1
 * @param p the probability of such a statistic or a larger one, above 0 and at most 1
 */
public record ChiSquareTest(double statistic, int degreesOfFreedom, double p) {

  /**
   * A test.
   *
   * @param statistic the statistic
   * @param degreesOfFreedom of the distribution
   * @param p the p-value
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ChiSquareTest {
    if (!(statistic >= 0 && statistic <= Double.MAX_VALUE)
        || degreesOfFreedom < 1
        || !(p > 0 && p <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "chi2(%d) = %s, p = %s", degreesOfFreedom, statistic, p));
    }
  }
}
