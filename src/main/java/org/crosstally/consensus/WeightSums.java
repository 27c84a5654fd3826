package org.crosstally.consensus;

import java.util.Arrays;

/**
 * The sums over weights {@code w = 1/(v + t)} on which every estimate rests, for one t after the
 * other, without new arrays.
 *
 * <p>No sum is a difference of nearly equal numbers, even where one weight outweighs all others:
 * {@code sum w - w[i]} of such a weight is added up from the others, and {@code sum_{i<j} a[i]
 * a[j]} is a sum of products with partial sums.
 */
class WeightSums {

  final int k;

  /** The values less {@link #centre}. */
  final double[] y;

  final double[] v;
  final double centre;
  final double[] w;

  /** Sum of w. */
  double total;

  /** The weighted mean, less {@link #centre}. */
  double mean;

  /** Q, the sum of w r^2 with the residuals r. */
  double q;

  /** The sum of w^2 r^2, which is less the derivative of Q by t. */
  double q2;

  /** The trace of P, and of P P. */
  double trP;

  double trPP;

  WeightSums(double[] values, double[] v) {
    this.k = values.length;
    this.centre = Samples.centre(values, v);
    this.y = Samples.minus(values, centre);
    this.v = v;
    this.w = new double[k];
  }

  /** Sets the weights and all sums. */
  WeightSums at(double t) {
    weigh(t);
    moments();
    traces();
    return this;
  }

  /** Q alone. */
  double qAt(double t) {
    weigh(t);
    moments();
    return q;
  }

  /** Sets the same weight 1 for all values, and all sums. */
  final WeightSums equal() {
    Arrays.fill(w, 1);
    total = k;
    moments();
    traces();
    return this;
  }

  /** The number of coefficients: 1 for the mean. */
  int coefficients() {
    return 1;
  }

  private void weigh(double t) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      double weight = 1 / (v[i] + t);
      w[i] = weight;
      sum += weight;
    }
    total = sum;
  }

  void moments() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += w[i] * y[i];
    }
    mean = sum / total;
    double first = 0;
    double second = 0;
    for (int i = 0; i < k; i++) {
      double wr = w[i] * (y[i] - mean);
      first += wr * (y[i] - mean);
      second += wr * wr;
    }
    q = first;
    q2 = second;
  }

  private void traces() {
    double trace = 0;
    double squares = 0;
    double pairs = 0;
    double before = 0;
    for (int i = 0; i < k; i++) {
      double p = diagonal(i);
      trace += p;
      squares += p * p;
      double a = w[i] * (w[i] / total);
      pairs += a * before;
      before += a;
    }
    trP = trace;
    trPP = squares + 2 * pairs;
  }

  double weight(int i) {
    return w[i];
  }

  /** The sum of all weights but one. */
  double others(int i) {
    if (2 * w[i] <= total) {
      return total - w[i];
    }
    double sum = 0;
    for (int j = 0; j < k; j++) {
      sum += j == i ? 0 : w[j];
    }
    return sum;
  }

  /** P[i, i]. */
  double diagonal(int i) {
    return w[i] * (others(i) / total);
  }

  /** tr P V. */
  double trPV() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += diagonal(i) * v[i];
    }
    return sum;
  }

  /** The sum of w^2. */
  double squares() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += w[i] * w[i];
    }
    return sum;
  }

  /**
   * The variance of Q with these weights held fixed, for values of variance v + t: {@code 2 tr P (V
   * + t) P (V + t)}.
   */
  double varianceOfQ(double t) {
    double diagonals = 0;
    double pairs = 0;
    double before = 0;
    for (int i = 0; i < k; i++) {
      double sigma = v[i] + t;
      double p = diagonal(i) * sigma;
      diagonals += p * p;
      double a = w[i] * (w[i] / total) * sigma;
      pairs += a * before;
      before += a;
    }
    return 2 * (diagonals + 2 * pairs);
  }

  /** The sum of the logarithms of v + t, for the weights as they stand. */
  double logVariances() {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum -= Math.log(w[i]);
    }
    return sum;
  }

  double logLikelihood() {
    return -k * Normal.LOG_ROOT_2PI - 0.5 * logVariances() - 0.5 * q;
  }

  /** With the term {@code 1/2 ln k} of the design, as R's metafor has it. */
  double restrictedLogLikelihood() {
    return -(k - 1) * Normal.LOG_ROOT_2PI
        + 0.5 * Math.log(k)
        - 0.5 * logVariances()
        - 0.5 * Math.log(total)
        - 0.5 * q;
  }
}
