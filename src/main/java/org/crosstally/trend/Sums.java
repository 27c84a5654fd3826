package org.crosstally.trend;

/**
 * Sums and products of vectors as if computed with twice the digits of a double.
 *
 * <p>Ogita, T., Rump, S. M. and Oishi, S. (2005), Accurate sum and dot product, SIAM Journal on
 * Scientific Computing 26, 1955-1988.
 */
final class Sums {

  private Sums() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < a.length; i++) {
      double product = a[i] * b[i];
      double next = sum + product;
      double part = next - sum;
      lost += (sum - (next - part)) + (product - part) + Math.fma(a[i], b[i], -product);
      sum = next;
    }
    return sum + lost;
  }

  static double mean(double[] a) {
    double sum = 0;
    double lost = 0;
    for (double value : a) {
      double next = sum + value;
      double part = next - sum;
      lost += (sum - (next - part)) + (value - part);
      sum = next;
    }
    return (sum + lost) / a.length;
  }
}
