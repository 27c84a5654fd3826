package org.crosstally.agreement;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * A least-squares line {@code y = a + b x} on centred x, with the joint test of both coefficients.
 *
 * @param intercept a
 * @param slope b
 * @param jointP the p-value of {@code a = a0, b = b0}: {@code F = ((RSS0 - RSS) / 2) / (RSS / (n -
 *     2))} with 2 and n - 2 degrees of freedom; empty where the line fits exactly
 */
record StraightLine(double intercept, double slope, OptionalDouble jointP) {

  /** Fits a line; empty where x does not vary. */
  static Optional<StraightLine> fit(double[] x, double[] y, double intercept0, double slope0) {
    int n = x.length;
    double meanX = Locations.mean(x);
    double meanY = Locations.mean(y);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    if (xx == 0) {
      return Optional.empty();
    }
    double slope = xy / xx;
    double free = 0;
    double restricted = 0;
    for (int i = 0; i < n; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      double fixed = y[i] - intercept0 - slope0 * x[i];
      free += residual * residual;
      restricted += fixed * fixed;
    }
    OptionalDouble p = OptionalDouble.empty();
    if (free > 0) {
      double statistic = Math.max(0, restricted - free) / 2 / (free / (n - 2));
      p = OptionalDouble.of(upperTail(statistic, n - 2));
    }
    return Optional.of(new StraightLine(meanY - slope * meanX, slope, p));
  }

  private static double upperTail(double statistic, int degrees) {
    return 1 - new FDistribution(null, 2, degrees).cumulativeProbability(statistic);
  }
}
