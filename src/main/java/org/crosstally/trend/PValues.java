package org.crosstally.trend;

import java.util.Locale;

/**
 * The probabilities of a trend at least as strong as the one seen, if there were none.
 *
 * <p>No p-value is zero: one below the smallest positive double (about 4.9e-324) is given as that
 * double, and {@link #log10TwoSided} still tells its size.
 *
 * @param twoSided in either direction: twice the smaller of the one-sided values, at most 1
 * @param increasing of a score at least as high as the one seen
 * @param decreasing of a score at least as low as the one seen
 * @param log10TwoSided the decimal logarithm of the two-sided value, at most 0
 */
public record PValues(double twoSided, double increasing, double decreasing, double log10TwoSided) {

  /**
   * The p-values of one test.
   *
   * @param twoSided in either direction
   * @param increasing of a score at least as high as the one seen
   * @param decreasing of a score at least as low as the one seen
   * @param log10TwoSided the decimal logarithm of the two-sided value
   * @throws IllegalArgumentException if one is not above 0 and at most 1, or the logarithm is not
   *     finite and at most 0
   */
  public PValues {
    requireProbability("two-sided", twoSided);
    requireProbability("increasing", increasing);
    requireProbability("decreasing", decreasing);
    if (!(log10TwoSided <= 0 && log10TwoSided >= -Double.MAX_VALUE)) {
      throw new IllegalArgumentException("log10 of a p-value: " + log10TwoSided);
    }
  }

  /** The normal p-values of a score of whole steps, which a correction moves by one towards 0. */
  static PValues ofScore(long s, double variance, ContinuityCorrection continuity) {
    double sigma = Math.sqrt(variance);
    int shift = continuity == ContinuityCorrection.APPLY ? 1 : 0;
    double distance = Math.max(0, Math.abs((double) s) - shift) / sigma;
    return new PValues(
        Math.min(1, Tails.floor(2 * Tails.normalUpper(distance))),
        Tails.normalUpper((s - shift) / sigma),
        Tails.normalUpper(-(s + shift) / sigma),
        Math.min(0, Math.log(2) + Tails.logNormalUpper(distance)) / Math.log(10));
  }

  /** The standardised score. */
  static double standardised(long s, double variance, ContinuityCorrection continuity) {
    int shift = continuity == ContinuityCorrection.APPLY ? 1 : 0;
    double distance = Math.max(0, Math.abs((double) s) - shift) / Math.sqrt(variance);
    return s < 0 ? 0 - distance : distance;
  }

  private static void requireProbability(String name, double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s p-value %s: above 0 and at most 1", name, p));
    }
  }
}
