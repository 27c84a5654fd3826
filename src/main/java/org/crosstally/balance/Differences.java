package org.crosstally.balance;

/** How an adjustment is compared with those of the periods before it. */
final class Differences {

  /** What stands in for the periods before the first. */
  enum Before {
    /** No adjustment: rows that reach back before the first period are cut. */
    ZERO,
    /** Anything: rows that reach back before the first period are left out. */
    FREE,
    /** The stationary distribution of an autoregression of order 1. */
    STATIONARY
  }

  private final double[] coefficients;
  private final Before before;

  private Differences(double[] coefficients, Before before) {
    this.coefficients = coefficients;
    this.before = before;
  }

  /** Ordinary differences: order 0 are the adjustments themselves. */
  static Differences ofOrder(int order, Before before) {
    double[] c = {1};
    for (int k = 0; k < order; k++) {
      c = timesLag(c, 1);
    }
    return new Differences(c, before);
  }

  /** e[t] - rho e[t - 1]; at rho = 1 differences with a free start. */
  static Differences autoregressive(double rho) {
    return new Differences(
        new double[] {1, -rho}, Math.abs(rho) == 1 ? Before.FREE : Before.STATIONARY);
  }

  /** Differences of order 1 that are themselves autoregressive, from a start at 0. */
  static Differences integratedAutoregressive(double rho) {
    return new Differences(timesLag(new double[] {1, -1}, rho), Before.ZERO);
  }

  private static double[] timesLag(double[] c, double rho) {
    double[] product = new double[c.length + 1];
    for (int i = 0; i < c.length; i++) {
      product[i] += c[i];
      product[i + 1] -= rho * c[i];
    }
    return product;
  }

  int order() {
    return coefficients.length - 1;
  }

  /** The number of polynomial terms that no comparison sees. */
  int nullity() {
    return before == Before.FREE ? order() : 0;
  }

  /** Writes the row of a period, counted from 0. */
  void fill(double[] rows, int at, int period) {
    if (period >= order() || before == Before.ZERO) {
      System.arraycopy(coefficients, 0, rows, at, coefficients.length);
    } else if (before == Before.STATIONARY) {
      double rho = coefficients[1];
      rows[at] = Math.sqrt((1 - rho) * (1 + rho));
    }
  }

  /** The logarithm of the determinant of D'D for one series, where it is not singular. */
  double logDeterminant() {
    double rho = order() > 0 ? coefficients[1] : 0;
    return before == Before.STATIONARY ? Math.log1p(-rho * rho) : 0;
  }
}
