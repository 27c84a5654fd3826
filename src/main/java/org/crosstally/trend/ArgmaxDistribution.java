package org.crosstally.trend;

/**
 * The limit distribution of an estimated break: of the place where a two-sided Brownian motion with
 * drift is largest.
 *
 * <p>On the left of 0 the process is {@code W(-v) - |v|/2}, on the right {@code sqrt(phi) W(v) - xi
 * |v|/2}, with phi the ratio of the error variances of the new to the old regime times xi, and xi
 * that of the mean squared changes. From Bai, J. (1997), Estimation of a change point in multiple
 * regression models, Review of Economics and Statistics 79, 551-563, appendix B.
 */
final class ArgmaxDistribution {

  private final double xi;
  private final double phi;

  ArgmaxDistribution(double xi, double varianceRatio) {
    this.xi = xi;
    this.phi = xi * varianceRatio;
  }

  /** P(V <= x). */
  double cumulative(double x) {
    return x < 0 ? left(-x) : right(x);
  }

  private double left(double x) {
    double frac = xi / phi;
    double root = Math.sqrt(x);
    double sum = -Math.exp(Math.log(x) / 2 - x / 8 - Math.log(2 * Math.PI) / 2);
    sum -=
        phi
            / xi
            * (phi + 2 * xi)
            / (phi + xi)
            * Math.exp(frac * (1 + frac) * x / 2 + Tails.logNormalUpper((0.5 + frac) * root));
    double weight = x / 2 - 2 + (phi + 2 * xi) * (phi + 2 * xi) / ((phi + xi) * xi);
    return sum + weight * Tails.normalUpper(root / 2);
  }

  private double right(double x) {
    double frac = xi * xi / phi;
    double root = Math.sqrt(x);
    double sum = 1 + xi * Math.exp(Math.log(x) / 2 - frac * x / 8) / Math.sqrt(2 * Math.PI * phi);
    sum +=
        xi
            / phi
            * (2 * phi + xi)
            / (phi + xi)
            * Math.exp(
                (phi + xi) * x / 2 + Tails.logNormalUpper((phi + xi / 2) / Math.sqrt(phi) * root));
    double weight = (2 * phi + xi) * (2 * phi + xi) / ((phi + xi) * phi) - 2 + frac * x / 2;
    return sum - weight * Tails.normalUpper(Math.sqrt(frac) * root / 2);
  }

  /** Whether the quantile exists within a range that numbers can reach. */
  double quantile(double p) {
    boolean leftSide = p < cumulative(0);
    double low = leftSide ? -1 : 0;
    double high = leftSide ? 0 : 1;
    while (leftSide ? cumulative(low) > p : cumulative(high) < p) {
      low = leftSide ? 2 * low : low;
      high = leftSide ? high : 2 * high;
      if (high - low > 1e15) {
        return Double.NaN;
      }
    }
    for (double middle = (low + high) / 2; low < middle && middle < high; ) {
      if (cumulative(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return (low + high) / 2;
  }
}
