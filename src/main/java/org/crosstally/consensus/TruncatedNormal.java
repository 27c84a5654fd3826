package org.crosstally.consensus;

/**
 * The standard normal distribution within an interval: the logarithm of its probability and its
 * first four cumulants, for narrow, wide, far and one-sided intervals.
 *
 * <p>In an interval that is narrow for its distance from 0, sums of nearly equal densities would
 * cancel, and so they would far out; there the moments are integrated by Gauss and Legendre's rule.
 */
final class TruncatedNormal {

  /** From here on differences of densities lose digits. */
  private static final double FAR = 10;

  private static final int NODES = 12;
  private static final double[] NODE = new double[NODES];
  private static final double[] WEIGHT = new double[NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
      double derivative = 0;
      for (int step = 0; step < 20; step++) {
        double before = 1;
        double p = x;
        for (int n = 2; n <= NODES; n++) {
          double next = ((2 * n - 1) * x * p - (n - 1) * before) / n;
          before = p;
          p = next;
        }
        derivative = NODES * (x * p - before) / (x * x - 1);
        x -= p / derivative;
      }
      NODE[i] = x;
      WEIGHT[i] = 2 / ((1 - x * x) * derivative * derivative);
    }
  }

  /** The longest integral is over 40, in panels of 8, on which 12 nodes leave an error of 3e-16. */
  private final double[] place = new double[5 * NODES];

  private final double[] density = new double[5 * NODES];

  double logProbability;
  double mean;

  /** The variance less 1, which is 0 where the interval holds nearly everything. */
  double excessVariance;

  double third;
  double fourth;

  /**
   * Sets all numbers for the interval from a to b, of which one may be infinite. The width is that
   * of b less a, which has lost its digits where they are close.
   */
  void within(double a, double b, double width) {
    if (a + b < 0) {
      set(-b, -a, width);
      mean = -mean;
      third = -third;
    } else {
      set(a, b, width);
    }
  }

  private void set(double a, double b, double width) {
    if (width * (1 + Math.abs(a + b) / 2) < 1) {
      double middle = a + width / 2;
      logProbability =
          Normal.logDensity(middle) + Math.log(integrate(middle, 1, -width / 2, width));
      return;
    }
    if (a > FAR) {
      // With u = a (x - a) the density is exp(-u - u^2 / (2 a^2)), next to nothing beyond u = 40.
      double reach = Math.min(a * width, 40);
      logProbability = Normal.logDensity(a) + Math.log(integrate(a, a, 0, reach) / a);
      return;
    }
    double atA;
    double atB;
    if (a >= 0) {
      double ratio = Math.exp(-0.5 * width * (b + a));
      double scaled = Normal.mills(a) - (ratio == 0 ? 0 : ratio * Normal.mills(b));
      logProbability = Normal.logDensity(a) + Math.log(scaled);
      atA = 1 / scaled;
      atB = ratio / scaled;
    } else {
      double outside = Normal.upper(-a) + Normal.upper(b);
      logProbability = Math.log1p(-outside);
      atA = Normal.density(a) / (1 - outside);
      atB = Normal.density(b) / (1 - outside);
    }
    cumulants(a, atA, atB == 0 ? 0 : b, atB);
  }

  private void cumulants(double a, double atA, double b, double atB) {
    double first = atA - atB;
    double excess = a * atA - b * atB;
    double second = 1 + excess;
    double cubes = 2 * first + a * a * atA - b * b * atB;
    double fourths = 3 * second + a * a * a * atA - b * b * b * atB;
    mean = first;
    excessVariance = excess - first * first;
    third = cubes - 3 * first * second + 2 * first * first * first;
    fourth =
        fourths
            - 4 * first * cubes
            - 3 * second * second
            + 12 * first * first * second
            - 6 * first * first * first * first;
  }

  /**
   * Integrates over u from {@code from} over a length, x being {@code origin + u / unit}.
   *
   * @return the integral of the density relative to that at the origin, by u
   */
  private double integrate(double origin, double unit, double from, double length) {
    int panels = (int) Math.ceil(length / 8);
    double half = length / panels / 2;
    int nodes = panels * NODES;
    double sum = 0;
    double first = 0;
    for (int n = 0; n < nodes; n++) {
      double u = from + half * (2 * (n / NODES) + 1 + NODE[n % NODES]);
      double x = u / unit;
      place[n] = u;
      density[n] = half * WEIGHT[n % NODES] * Math.exp(-x * (origin + x / 2));
      sum += density[n];
      first += density[n] * u;
    }
    double shift = first / sum;
    double second = 0;
    double cubes = 0;
    double fourths = 0;
    for (int n = 0; n < nodes; n++) {
      double d = place[n] - shift;
      double squared = density[n] * d * d;
      second += squared;
      cubes += squared * d;
      fourths += squared * d * d;
    }
    double variance = second / sum / unit / unit;
    mean = origin + shift / unit;
    excessVariance = variance - 1;
    third = cubes / sum / unit / unit / unit;
    fourth = fourths / sum / unit / unit / unit / unit - 3 * variance * variance;
    return sum;
  }

  /** Sets all numbers for a point, with the logarithm of its density for the probability. */
  void at(double z) {
    logProbability = Normal.logDensity(z);
    mean = z;
    excessVariance = -1;
    third = 0;
    fourth = 0;
  }
}
