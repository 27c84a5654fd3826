package org.crosstally.reconcile;

import java.util.Optional;

/**
 * How likely a number finds a match by chance.
 *
 * <p>The null hypothesis is that the figure is another number altogether, somewhere around the
 * number that stands. Its distance beyond the usual size of revisions, {@code e = |x - s| - u}, is
 * taken as two-sided exponential, with the scale that makes the distance that was seen most likely
 * ({@code b = |x - s| - u}), so that the values near the figure weigh as much as they can. A
 * candidate {@code k} is hit with the probability {@code g / (2 b) exp(-(|k - s| - u) / b)}, {@code
 * g} being the grain of the figure; candidates within the usual size are not looked at. Where the
 * numbers are not negative, the half below zero is cut off and its mass given to the rest. The
 * probability that at least one of all candidates is hit is {@code 1 - exp(-sum)}. It counts every
 * candidate that was looked at, not the one that was found: many candidates make a match cheap.
 *
 * @param standing the number that stands
 * @param usual the usual size of revisions, as a distance
 * @param scale the scale of the distances beyond it
 * @param density the density at the usual size, times the grain of the figure
 */
record ChanceModel(double standing, double usual, double scale, double density) {
  private static final int REACH = 8;

  /**
   * A model for one figure.
   *
   * @param standing the number that stands
   * @param usual the usual size of revisions, as a distance, not negative
   * @param figure the figure
   * @param grain the grain of the figure, positive
   * @return the model; empty where the figure is within the usual size, so that nothing needs to be
   *     explained
   */
  static Optional<ChanceModel> of(double standing, double usual, double figure, double grain) {
    double scale = Math.abs(figure - standing) - usual;
    if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(grain)) {
      return Optional.empty();
    }
    double belowZero =
        standing >= 0 && figure >= 0 ? Math.exp(-Math.max(0, standing - usual) / scale) / 2 : 0;
    return Optional.of(
        new ChanceModel(standing, usual, scale, grain / (2 * scale) / (1 - belowZero)));
  }

  /** The expected number of hits of one candidate. */
  double hits(double candidate) {
    double beyond = Math.abs(candidate - standing) - usual;
    return beyond < 0 ? 0 : density * Math.exp(-beyond / scale);
  }

  /** The expected number of hits of many candidates, from above: counted by steps of the scale. */
  double hits(Counts counts) {
    double sum = 0;
    for (int step = 0; step < REACH; step++) {
      double near = usual + step * scale;
      double far = near + scale;
      int number =
          counts.between(standing + near, standing + far)
              + counts.between(standing - far, standing - near);
      sum += number * density * Math.exp(-step);
    }
    return sum;
  }

  static double probability(double hits) {
    return -Math.expm1(-hits);
  }

  /** The number of candidates by their size. */
  interface Counts {
    /** The number of candidates from low, inclusive, to high, exclusive. */
    int between(double low, double high);
  }
}
