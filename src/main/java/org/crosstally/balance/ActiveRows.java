package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows that hold as equations, as an orthonormal basis Q and a triangle R: rows' = Q R. */
final class ActiveRows {
  private final int size;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> triangle = new ArrayList<>();

  ActiveRows(int size) {
    this.size = size;
  }

  int count() {
    return basis.size();
  }

  /** A row split into coordinates on the basis, and what is left of it. */
  static final class Split {
    private final double[] coordinates;
    private final double[] rest;

    private Split(double[] coordinates, double[] rest) {
      this.coordinates = coordinates;
      this.rest = rest;
    }

    double[] coordinates() {
      return coordinates;
    }

    double[] rest() {
      return rest;
    }

    double restSquared() {
      return Arrays.stream(rest).map(v -> v * v).sum();
    }
  }

  /** Splits a row; a second pass removes what rounding left of the first. */
  Split split(double[] row) {
    double[] rest = row.clone();
    double[] coordinates = new double[basis.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j < coordinates.length; j++) {
        double[] q = basis.get(j);
        double dot = 0;
        for (int i = 0; i < size; i++) {
          dot += q[i] * rest[i];
        }
        coordinates[j] += dot;
        for (int i = 0; i < size; i++) {
          rest[i] -= dot * q[i];
        }
      }
    }
    return new Split(coordinates, rest);
  }

  /** The weights of the rows in the combination that has these coordinates. */
  double[] weights(double[] coordinates) {
    double[] r = coordinates.clone();
    for (int i = r.length - 1; i >= 0; i--) {
      r[i] /= triangle.get(i)[i];
      for (int k = 0; k < i; k++) {
        r[k] -= triangle.get(i)[k] * r[i];
      }
    }
    return r;
  }

  /** The shortest vector whose products with the rows are given. */
  double[] shortest(double[] products) {
    double[] x = new double[size];
    double[] c = new double[products.length];
    for (int j = 0; j < c.length; j++) {
      c[j] = products[j];
      for (int k = 0; k < j; k++) {
        c[j] -= triangle.get(j)[k] * c[k];
      }
      c[j] /= triangle.get(j)[j];
      for (int i = 0; i < size; i++) {
        x[i] += c[j] * basis.get(j)[i];
      }
    }
    return x;
  }

  void add(Split row) {
    double length = Math.sqrt(row.restSquared());
    basis.add(Arrays.stream(row.rest()).map(v -> v / length).toArray());
    double[] column = Arrays.copyOf(row.coordinates(), row.coordinates().length + 1);
    column[column.length - 1] = length;
    triangle.add(column);
  }

  /** Takes a row out and turns the basis so that the rest stays triangular. */
  void remove(int at) {
    triangle.remove(at);
    for (int j = at; j < triangle.size(); j++) {
      double[] column = triangle.get(j);
      double length = Math.hypot(column[j], column[j + 1]);
      double cosine = column[j] / length;
      double sine = column[j + 1] / length;
      for (int later = j; later < triangle.size(); later++) {
        double[] c = triangle.get(later);
        double upper = cosine * c[j] + sine * c[j + 1];
        c[j + 1] = cosine * c[j + 1] - sine * c[j];
        c[j] = upper;
      }
      double[] p = basis.get(j);
      double[] q = basis.get(j + 1);
      for (int i = 0; i < size; i++) {
        double upper = cosine * p[i] + sine * q[i];
        q[i] = cosine * q[i] - sine * p[i];
        p[i] = upper;
      }
      triangle.set(j, Arrays.copyOf(column, j + 1));
    }
    basis.remove(basis.size() - 1);
  }
}
