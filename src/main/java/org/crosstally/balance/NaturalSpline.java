package org.crosstally.balance;

/**
 * The cubic spline whose second derivative is 0 at both ends, where it goes on as a line.
 *
 * <p>It is given by the widths of its pieces and how far it rises over each, so that long sums lose
 * no digits.
 */
final class NaturalSpline {
  private final double[] width;
  private final double[] rise;

  /** The second derivatives at the ends of the pieces. */
  private final double[] bend;

  NaturalSpline(double[] width, double[] rise) {
    this.width = width;
    this.rise = rise;
    this.bend = bends(width, rise);
  }

  /** Solves the tridiagonal system that makes the first derivatives meet. */
  private static double[] bends(double[] width, double[] rise) {
    int pieces = width.length;
    double[] bend = new double[pieces + 1];
    double[] upper = new double[pieces + 1];
    for (int i = 1; i < pieces; i++) {
      double pivot = 2 * (width[i - 1] + width[i]) - width[i - 1] * upper[i - 1];
      upper[i] = width[i] / pivot;
      double kink = rise[i] / width[i] - rise[i - 1] / width[i - 1];
      bend[i] = (6 * kink - width[i - 1] * bend[i - 1]) / pivot;
    }
    for (int i = pieces - 1; i > 0; i--) {
      bend[i] -= upper[i] * bend[i + 1];
    }
    return bend;
  }

  /** How far the spline has risen since the start of a piece. */
  double riseWithin(int piece, double offset) {
    double h = width[piece];
    double b = offset / h;
    double a = 1 - b;
    return b * rise[piece]
        + ((a * a * a - a) * bend[piece] + (b * b * b - b) * bend[piece + 1]) * h * h / 6;
  }

  double slopeAtStart() {
    return rise[0] / width[0] - width[0] * (2 * bend[0] + bend[1]) / 6;
  }

  double slopeAtEnd() {
    int last = width.length - 1;
    return rise[last] / width[last] + width[last] * (bend[last] + 2 * bend[last + 1]) / 6;
  }
}
