package org.crosstally.consensus;

import java.util.function.DoubleUnaryOperator;

/**
 * The root of a continuous function between two points of different sign, to the last digits.
 *
 * <p>Chandrupatla, T. R. (1997), A new hybrid quadratic/bisection algorithm for finding the zero of
 * a nonlinear function without using derivatives, Advances in Engineering Software 28, 145-149. The
 * bracket is never left, and after a limit of steps it is only halved: convergence needs no
 * assumption but continuity.
 */
final class Roots {

  private static final double EPS = 0x1p-52;
  private static final int FAST_STEPS = 60;
  private static final int MAX_STEPS = 2500;

  private Roots() {}

  /** A root within {@code EPS (|x| + EPS * scale)}; the signs at the ends differ or one is 0. */
  static double between(DoubleUnaryOperator f, double low, double high, double scale) {
    double fLow = f.applyAsDouble(low);
    double fHigh = f.applyAsDouble(high);
    return between(f, low, fLow, high, fHigh, scale);
  }

  static double between(
      DoubleUnaryOperator f, double low, double fLow, double high, double fHigh, double scale) {
    if (fLow == 0) {
      return low;
    }
    if (fHigh == 0) {
      return high;
    }
    double a = high;
    double fa = fHigh;
    double b = low;
    double fb = fLow;
    double t = 0.5;
    for (int step = 0; step < MAX_STEPS; step++) {
      double x = a + t * (b - a);
      double fx = f.applyAsDouble(x);
      double c;
      double fc;
      if (fx > 0 == fa > 0) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      double best = Math.abs(fa) < Math.abs(fb) ? a : b;
      double room = EPS * (Math.abs(best) + EPS * scale) / Math.abs(b - a);
      if (fx == 0 || room > 0.5 || a == b) {
        return fx == 0 ? x : best;
      }
      t = step < FAST_STEPS ? next(a, fa, b, fb, c, fc) : 0.5;
      t = Math.min(Math.max(t, room), 1 - room);
    }
    return Math.abs(fa) < Math.abs(fb) ? a : b;
  }

  private static double next(double a, double fa, double b, double fb, double c, double fc) {
    double xi = (a - b) / (c - b);
    double phi = (fa - fb) / (fc - fb);
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      return fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb);
    }
    return 0.5;
  }
}
