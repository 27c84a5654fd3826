package org.crosstally.trend;

/**
 * Differences of the digamma and trigamma functions a whole number apart, to all digits: term by
 * term up to an argument where their asymptotic series is exact, and from there by its differences.
 */
final class PolygammaDifference {

  /** From here the first left out term of the series is below the rounding. */
  private static final double ASYMPTOTIC = 30;

  private PolygammaDifference() {}

  /** psi(t + k) - psi(t). */
  static double digamma(double t, double k) {
    double sum = 0;
    double j = 0;
    for (; j < k && t + j < ASYMPTOTIC; j++) {
      sum += 1 / (t + j);
    }
    double from = t + j;
    double way = k - j;
    return way > 0
        ? sum + Math.log1p(way / from) + digammaRest(from + way) - digammaRest(from)
        : sum;
  }

  /** psi(x) - ln x. */
  private static double digammaRest(double x) {
    double inverse = 1 / (x * x);
    return -0.5 / x
        - inverse
            * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse * (1.0 / 240))));
  }

  /** psi'(t) - psi'(t + k). */
  static double trigamma(double t, double k) {
    double sum = 0;
    double j = 0;
    for (; j < k && t + j < ASYMPTOTIC; j++) {
      sum += 1 / ((t + j) * (t + j));
    }
    double from = t + j;
    double way = k - j;
    return way > 0
        ? sum + way / from / (from + way) + trigammaRest(from) - trigammaRest(from + way)
        : sum;
  }

  /** psi'(x) - 1/x. */
  private static double trigammaRest(double x) {
    double inverse = 1 / (x * x);
    return inverse / 2
        + inverse
            / x
            * (1.0 / 6 - inverse * (1.0 / 30 - inverse * (1.0 / 42 - inverse * (1.0 / 30))));
  }
}
