package org.crosstally.agreement;

import java.util.OptionalDouble;

/** How the difference of two numbers is expressed. Every scale is antisymmetric in the two. */
public enum DifferenceScale {
  /** {@code x - y}, in the unit of the numbers. */
  ABSOLUTE("difference", ""),
  /**
   * {@code 100 (x - y) / |(x + y) / 2|}, per cent of the mean of the two; not defined where the
   * mean is 0.
   */
  PERCENT_OF_MEAN("difference in per cent of the mean", "_pct"),
  /**
   * {@code ln(x / y)}; not defined where the ratio is not positive. The exponential of a bias or a
   * limit is a ratio (Bland and Altman 1999).
   */
  LOG_RATIO("logarithm of the ratio", "_log");

  private final String label;
  private final String suffix;

  DifferenceScale(String label, String suffix) {
    this.label = label;
    this.suffix = suffix;
  }

  /**
   * The words to print.
   *
   * @return the label
   */
  public String label() {
    return label;
  }

  /** What the names of columns on this scale end in. */
  String suffix() {
    return suffix;
  }

  /**
   * The difference of two numbers.
   *
   * @param x the one number, finite
   * @param y the other number, finite
   * @return the difference; empty where it is not defined on this scale
   */
  public OptionalDouble difference(double x, double y) {
    double difference =
        switch (this) {
          case ABSOLUTE -> x - y;
          case PERCENT_OF_MEAN -> 200 * (x - y) / Math.abs(x + y);
          case LOG_RATIO -> logarithm(x, y);
        };
    return Double.isFinite(difference) ? OptionalDouble.of(difference) : OptionalDouble.empty();
  }

  /** By ln(x / y) = 2 artanh((x - y) / (x + y)), which keeps its digits and its antisymmetry. */
  private static double logarithm(double x, double y) {
    if (!(x * y > 0)) {
      return Double.NaN;
    }
    double z = (x - y) / (x + y);
    return Math.log1p(z) - Math.log1p(-z);
  }

  /** How large a difference rounding can make of numbers of this size. */
  double rounding(double size) {
    double relative = 0x1p-48;
    return switch (this) {
      case ABSOLUTE -> relative * size;
      case PERCENT_OF_MEAN -> 200 * relative;
      case LOG_RATIO -> relative;
    };
  }
}
