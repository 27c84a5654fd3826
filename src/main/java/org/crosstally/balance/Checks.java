package org.crosstally.balance;

import java.util.Locale;

/** Checks of arguments; every message names the argument and what is accepted. */
final class Checks {
  private Checks() {}

  static double requireFinite(double v, String name) {
    if (!Double.isFinite(v)) {
      throw new IllegalArgumentException(name + " is " + v + ": a finite number");
    }
    return v;
  }

  static double requireNonNegative(double v, String name) {
    if (!(v >= 0 && Double.isFinite(v))) {
      throw new IllegalArgumentException(name + " is " + v + ": a finite number from 0 on");
    }
    return v;
  }

  static int requireCount(int v, String name) {
    if (v < 0) {
      throw new IllegalArgumentException(name + " is " + v + ": a number from 0 on");
    }
    return v;
  }

  /** A copy of values that are all finite. */
  static double[] requireSeries(double[] v, String name) {
    double[] copy = v.clone();
    for (int i = 0; i < copy.length; i++) {
      if (!Double.isFinite(copy[i])) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s[%d] is %s: a finite number", name, i, copy[i]));
      }
    }
    return copy;
  }

  /** A copy of rows of equal length that hold finite values. */
  static double[][] requireTable(double[][] v, String name) {
    double[][] copy = new double[v.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = requireSeries(v[i], name + "[" + i + "]");
      requireLength(copy[i].length, copy[0].length, name + "[" + i + "]");
    }
    return copy;
  }

  /** A copy of alterability coefficients. */
  static double[] requireAlterability(double[] v, int length) {
    requireLength(v.length, length, "alterability");
    double[] copy = v.clone();
    for (int i = 0; i < copy.length; i++) {
      requireNonNegative(copy[i], "alterability[" + i + "]");
    }
    return copy;
  }

  static void requireLength(int length, int expected, String name) {
    if (length != expected) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has %d values instead of %d", name, length, expected));
    }
  }
}
