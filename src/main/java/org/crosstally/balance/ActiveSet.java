package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The point nearest to the origin with {@code aₖ·w ≥ dₖ} for all k, by an active set of the dual
 * problem as in the method of Lawson and Hanson (1974) for non-negative least squares: exact after
 * finitely many steps, and no step tolerance decides where it ends.
 */
final class ActiveSet {
  private final List<double[]> normals;
  private final double[] distances;
  private final double tolerance;
  private final List<Integer> active = new ArrayList<>();
  private final Set<Integer> impossible = new HashSet<>();
  private double[] multipliers = new double[0];
  private double[] point;

  ActiveSet(List<double[]> normals, double[] distances, int size, double tolerance) {
    this.normals = normals;
    this.distances = distances;
    this.tolerance = tolerance;
    this.point = new double[size];
    solve();
  }

  private void solve() {
    for (int steps = 0; steps < 10 * (normals.size() + 1); steps++) {
      int worst = worst();
      if (worst < 0) {
        return;
      }
      active.add(worst);
      multipliers = Arrays.copyOf(multipliers, active.size());
      if (!improve()) {
        impossible.add(worst);
        active.remove(Integer.valueOf(worst));
        multipliers = Arrays.copyOf(multipliers, active.size());
      }
      point = pointOf();
    }
    throw new IllegalStateException("the active set did not settle");
  }

  private int worst() {
    int worst = -1;
    double most = tolerance;
    for (int k = 0; k < distances.length; k++) {
      if (!impossible.contains(k) && !active.contains(k)) {
        double miss = distances[k] - product(normals.get(k), point);
        if (miss > most) {
          most = miss;
          worst = k;
        }
      }
    }
    return worst;
  }

  /** Makes the multipliers those of the active constraints alone, without negative ones. */
  private boolean improve() {
    while (true) {
      int n = active.size();
      double[][] gram = new double[n][n];
      double[] right = new double[n];
      for (int i = 0; i < n; i++) {
        right[i] = distances[active.get(i)];
        for (int j = 0; j <= i; j++) {
          gram[i][j] = product(normals.get(active.get(i)), normals.get(active.get(j)));
        }
      }
      Cholesky cholesky = new Cholesky(gram, 1e-12);
      if (cholesky.isLeftOut(n - 1)) {
        return false;
      }
      double[] wanted = cholesky.solve(right);
      double step = 1;
      int leaving = -1;
      for (int i = 0; i < n; i++) {
        if (wanted[i] <= 0) {
          double length = multipliers[i] / (multipliers[i] - wanted[i]);
          if (leaving < 0 || length < step) {
            step = length;
            leaving = i;
          }
        }
      }
      if (leaving < 0) {
        multipliers = wanted;
        return true;
      }
      if (leaving == n - 1) {
        return false;
      }
      double[] moved = new double[n - 1];
      for (int i = 0, k = 0; i < n; i++) {
        if (i != leaving) {
          moved[k++] = multipliers[i] + step * (wanted[i] - multipliers[i]);
        }
      }
      multipliers = moved;
      active.remove(leaving);
    }
  }

  private double[] pointOf() {
    double[] sum = new double[point.length];
    for (int i = 0; i < active.size(); i++) {
      double[] normal = normals.get(active.get(i));
      for (int j = 0; j < sum.length; j++) {
        sum[j] += multipliers[i] * normal[j];
      }
    }
    return sum;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The nearest point. */
  double[] point() {
    return point;
  }

  /** The constraints that bind. */
  List<Integer> active() {
    return List.copyOf(active);
  }
}
