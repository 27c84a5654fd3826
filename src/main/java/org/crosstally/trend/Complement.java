package org.crosstally.trend;

import java.util.Arrays;

/** An orthonormal basis of what a constant and the times leave. */
final class Complement {

  private Complement() {}

  /** The n - 2 basis vectors as rows, from two reflections that map the first axes to the two. */
  static double[][] of(double[] centred, double sxx) {
    int n = centred.length;
    double[] constant = new double[n];
    Arrays.fill(constant, 1 / Math.sqrt(n));
    double[] times = Arrays.stream(centred).map(v -> v / Math.sqrt(sxx)).toArray();
    double[] first = mirror(constant, 0);
    reflect(first, times);
    double[] second = mirror(times, 1);
    double[][] basis = new double[n - 2][n];
    for (int j = 2; j < n; j++) {
      basis[j - 2][j] = 1;
      reflect(second, basis[j - 2]);
      reflect(first, basis[j - 2]);
    }
    return basis;
  }

  /** The normal of the mirror that takes a vector, from an axis on, to that axis. */
  private static double[] mirror(double[] vector, int axis) {
    double[] v = vector.clone();
    Arrays.fill(v, 0, axis, 0);
    double norm = Math.sqrt(Sums.dot(v, v));
    v[axis] += v[axis] > 0 ? norm : -norm;
    return v;
  }

  private static void reflect(double[] normal, double[] target) {
    double share = 2 * Sums.dot(normal, target) / Sums.dot(normal, normal);
    for (int i = 0; i < target.length; i++) {
      target[i] -= share * normal[i];
    }
  }
}
