package org.crosstally.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The forms that follow from some basis forms, by Gauss-Jordan elimination: the echelon rows, and
 * what each is in terms of the basis. Unknowns without a pivot are free; they are what no form of
 * the basis determines.
 *
 * <p>Not safe to share between threads until all forms are added.
 */
final class RowSpace {
  private static final double ZERO = 1e-9;

  private final int size;
  private final List<double[]> echelon = new ArrayList<>();
  private final List<double[]> origin = new ArrayList<>();
  private final List<Integer> pivots = new ArrayList<>();
  private final int[] rowOfPivot;
  private int[] freeNow;

  RowSpace(int size) {
    this.size = size;
    this.freeNow = new int[size + 1];
    this.rowOfPivot = new int[size];
    Arrays.fill(rowOfPivot, -1);
  }

  int rank() {
    return echelon.size();
  }

  /**
   * Adds a form to the basis.
   *
   * @return whether it is new; otherwise it follows from the basis and is not added
   */
  boolean add(Form form) {
    double[] rest = rest(form);
    int pivot = -1;
    for (int j = 0; j < size; j++) {
      if (Math.abs(rest[j]) > ZERO && (pivot < 0 || Math.abs(rest[j]) > Math.abs(rest[pivot]))) {
        pivot = j;
      }
    }
    if (pivot < 0) {
      return false;
    }
    int rank = echelon.size();
    double[] of = new double[Math.max(4, rank + 1)];
    for (int i = 0; i < form.size(); i++) {
      int row = rowOfPivot[form.index(i)];
      if (row >= 0) {
        subtract(of, form.coefficient(i), origin.get(row), origin.get(row).length);
      }
    }
    of = Arrays.copyOf(of, rank + 1);
    of[rank] = 1;
    divide(rest, rest[pivot], of);
    for (int row = 0; row < rank; row++) {
      double factor = echelon.get(row)[pivot];
      if (factor != 0) {
        subtract(echelon.get(row), factor, rest, size);
        echelon.get(row)[pivot] = 0;
        double[] longer = Arrays.copyOf(origin.get(row), rank + 1);
        subtract(longer, factor, of, rank + 1);
        origin.set(row, longer);
      }
    }
    echelon.add(rest);
    origin.add(of);
    rowOfPivot[pivot] = rank;
    pivots.add(pivot);
    return true;
  }

  private static void divide(double[] rest, double pivot, double[] of) {
    for (int j = 0; j < rest.length; j++) {
      rest[j] = Math.abs(rest[j]) < ZERO ? 0 : rest[j] / pivot;
    }
    for (int j = 0; j < of.length; j++) {
      of[j] /= pivot;
    }
  }

  private static void subtract(double[] from, double factor, double[] what, int length) {
    for (int j = 0; j < length; j++) {
      double difference = from[j] - factor * what[j];
      from[j] = Math.abs(difference) < 1e-13 ? 0 : difference;
    }
  }

  /** What is left of a form in the free unknowns. */
  private double[] rest(Form form) {
    double[] rest = form.dense(size);
    for (int i = 0; i < form.size(); i++) {
      int row = rowOfPivot[form.index(i)];
      if (row >= 0) {
        subtract(rest, form.coefficient(i), echelon.get(row), size);
      }
    }
    return rest;
  }

  /** The coefficients by which the basis gives a form; empty where it does not follow. */
  Optional<double[]> combination(Form form) {
    double[] rest = rest(form);
    for (double r : rest) {
      if (Math.abs(r) > ZERO) {
        return Optional.empty();
      }
    }
    return Optional.of(pivotPart(form));
  }

  /** The part of a form that the basis gives, whatever the free unknowns are. */
  double[] pivotPart(Form form) {
    double[] sum = new double[echelon.size()];
    for (int i = 0; i < form.size(); i++) {
      int row = rowOfPivot[form.index(i)];
      if (row >= 0) {
        double[] of = origin.get(row);
        for (int j = 0; j < of.length; j++) {
          sum[j] += form.coefficient(i) * of[j];
        }
      }
    }
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.abs(sum[j]) < 1e-12 ? 0 : sum[j];
    }
    return sum;
  }

  /** The unknowns that the basis does not determine. */
  int[] free() {
    if (freeNow.length == size - echelon.size()) {
      return freeNow;
    }
    int[] free = new int[size - echelon.size()];
    int count = 0;
    for (int j = 0; j < size; j++) {
      if (rowOfPivot[j] < 0) {
        free[count++] = j;
      }
    }
    freeNow = free;
    return free;
  }

  /** The part of a form in the free unknowns, in the order of {@link #free()}. */
  double[] freePart(Form form) {
    double[] rest = rest(form);
    int[] free = free();
    double[] part = new double[free.length];
    for (int j = 0; j < free.length; j++) {
      part[j] = Math.abs(rest[free[j]]) < ZERO ? 0 : rest[free[j]];
    }
    return part;
  }
}
