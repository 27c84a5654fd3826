package org.crosstally.trend;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights by which values make the value of a local polynomial. */
final class LocalPolynomial {

  private LocalPolynomial() {}

  /**
   * The row of the fit at a time; with too few distinct times of a weight for the degree, that of
   * the highest degree that they determine.
   */
  static Optional<double[]> weights(double[] x, double[] w, double at, double scale, int degree) {
    int[] who = IntStream.range(0, x.length).filter(i -> w[i] > 0).toArray();
    if (who.length == 0) {
      return Optional.empty();
    }
    long distinct = Arrays.stream(who).mapToDouble(i -> x[i]).distinct().count();
    int columns = (int) Math.min(degree + 1, distinct);
    double[][] basis = new double[columns][who.length];
    double[] atZero = new double[columns];
    double total = 0;
    for (int i : who) {
      total += w[i];
    }
    // Orthogonal polynomials in the weights, by Gram and Schmidt twice, centred at the time.
    for (int c = 0; c < columns; c++) {
      for (int i = 0; i < who.length; i++) {
        double u = scale == 0 ? 0 : (x[who[i]] - at) / scale;
        basis[c][i] = Math.sqrt(w[who[i]] / total) * Math.pow(u, c);
      }
      atZero[c] = c == 0 ? 1 : 0;
      for (int round = 0; round < 2; round++) {
        for (int b = 0; b < c; b++) {
          double share = Sums.dot(basis[b], basis[c]);
          for (int i = 0; i < who.length; i++) {
            basis[c][i] -= share * basis[b][i];
          }
          atZero[c] -= share * atZero[b];
        }
      }
      double norm = Math.sqrt(Sums.dot(basis[c], basis[c]));
      if (norm < 1e-12) {
        return Optional.empty();
      }
      for (int i = 0; i < who.length; i++) {
        basis[c][i] /= norm;
      }
      atZero[c] /= norm;
    }
    double[] row = new double[x.length];
    for (int i = 0; i < who.length; i++) {
      double sum = 0;
      for (int c = 0; c < columns; c++) {
        sum += basis[c][i] * atZero[c];
      }
      row[who[i]] = sum * Math.sqrt(w[who[i]] / total);
    }
    return Optional.of(row);
  }
}
