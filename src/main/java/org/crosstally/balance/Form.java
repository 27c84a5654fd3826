package org.crosstally.balance;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A linear form of the unknowns, which are running totals at the cuts of time. A flow over a period
 * is the difference of two of them, so that nearly all forms have few terms.
 *
 * <p>Immutable; equal where the terms are equal.
 */
final class Form {
  static final Form ZERO = new Form(new int[0], new double[0]);

  private final int[] unknowns;
  private final double[] coefficients;

  private Form(int[] unknowns, double[] coefficients) {
    this.unknowns = unknowns;
    this.coefficients = coefficients;
  }

  private static Form of(SortedMap<Integer, Double> terms) {
    terms.values().removeIf(c -> c == 0);
    return new Form(
        terms.keySet().stream().mapToInt(Integer::intValue).toArray(),
        terms.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The unknown itself. */
  static Form unknown(int index) {
    return new Form(new int[] {index}, new double[] {1});
  }

  /** This form and a multiple of another. */
  Form plus(double factor, Form other) {
    SortedMap<Integer, Double> terms = new TreeMap<>();
    for (int i = 0; i < unknowns.length; i++) {
      terms.put(unknowns[i], coefficients[i]);
    }
    for (int i = 0; i < other.unknowns.length; i++) {
      terms.merge(other.unknowns[i], factor * other.coefficients[i], Double::sum);
    }
    return of(terms);
  }

  int size() {
    return unknowns.length;
  }

  int index(int position) {
    return unknowns[position];
  }

  double coefficient(int position) {
    return coefficients[position];
  }

  boolean isWhole() {
    return Arrays.stream(coefficients).allMatch(c -> c == Math.rint(c));
  }

  double at(double[] point) {
    double sum = 0;
    for (int i = 0; i < unknowns.length; i++) {
      sum += coefficients[i] * point[unknowns[i]];
    }
    return sum;
  }

  /** The coefficients of all unknowns. */
  double[] dense(int size) {
    double[] row = new double[size];
    for (int i = 0; i < unknowns.length; i++) {
      row[unknowns[i]] = coefficients[i];
    }
    return row;
  }

  /** A hash for which the hash of a sum of forms is the sum of the hashes. */
  long linearHash() {
    long hash = 0;
    for (int i = 0; i < unknowns.length; i++) {
      hash += Math.round(coefficients[i] * 1024) * mixed(unknowns[i]);
    }
    return hash;
  }

  private static long mixed(int index) {
    long z = (index + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Form that
        && Arrays.equals(unknowns, that.unknowns)
        && Arrays.equals(coefficients, that.coefficients);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(unknowns) + Arrays.hashCode(coefficients);
  }
}
