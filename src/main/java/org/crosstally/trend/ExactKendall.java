package org.crosstally.trend;

import java.util.Arrays;

/**
 * The exact distribution of Kendall's score over all distinct orders of values with ties, at
 * distinct times.
 *
 * <p>The number of orders with k inversions is the coefficient of q^k in the q-multinomial
 * coefficient [n]! / ([t_1]! … [t_m]!), where t_i is how often the i-th value occurs; it is the
 * product of the Gaussian binomials [t_1 + … + t_i, t_i]. All of it is computed with probabilities
 * in place of counts and with sums and products of positive numbers alone, so that nothing cancels
 * and the smallest tails keep their digits. The distribution is symmetric, and only the half below
 * the centre is computed.
 */
final class ExactKendall {

  /** 1/170! is the smallest reciprocal of a factorial with all the digits of a double. */
  static final int LARGEST_N = 170;

  private ExactKendall() {}

  static PValues pValues(KendallScore score) {
    long untied = score.pairs() - score.tiedY();
    int inversions = (int) ((untied - Math.abs(score.s())) / 2);
    double[] lower = distribution(score.groupsY(), inversions);
    double without = sum(lower, inversions);
    double small = without + lower[inversions];
    double large = 1 - without;
    double two = Math.min(1, 2 * small);
    double log10 = Math.log10(two);
    return score.s() >= 0
        ? new PValues(two, Math.min(1, small), large, log10)
        : new PValues(two, large, Math.min(1, small), log10);
  }

  private static double sum(double[] terms, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += terms[i];
    }
    return sum;
  }

  /** The probabilities of 0, 1, …, last inversions. */
  static double[] distribution(int[] groups, int last) {
    double[] product = {1};
    int n = 0;
    for (int t : groups) {
      product = multiply(product, binomial(n + t, Math.min(n, t), last), last);
      n += t;
    }
    return Arrays.copyOf(product, last + 1);
  }

  /**
   * The Gaussian binomial [n, k] over its value at q = 1, up to the power {@code last}, by [n, k] =
   * [n-1, k-1] + q^k [n-1, k].
   */
  private static double[] binomial(int n, int k, int last) {
    double[][] row = new double[k + 1][];
    row[0] = new double[] {1};
    for (int m = 1; m <= n; m++) {
      for (int j = Math.min(m, k); j > 0; j--) {
        row[j] = j == m ? new double[] {1} : next(row[j - 1], row[j], m, j, last);
      }
    }
    return row[k];
  }

  private static double[] next(double[] first, double[] second, int n, int k, int last) {
    double share = (double) k / n;
    double rest = (double) (n - k) / n;
    double[] sum = Arrays.copyOf(first, Math.min(last, k * (n - k)) + 1);
    for (int i = 0; i < sum.length; i++) {
      sum[i] = share * sum[i] + (i < k ? 0 : rest * second[i - k]);
    }
    return sum;
  }

  private static double[] multiply(double[] a, double[] b, int last) {
    double[] product = new double[Math.min(last, a.length + b.length - 2) + 1];
    for (int i = 0; i < a.length; i++) {
      int end = Math.min(b.length, product.length - i);
      for (int j = 0; j < end; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }
}
