package org.crosstally.trend;

import java.util.Arrays;

/**
 * The probability that a quadratic form {@code Q = sum c[i] z[i]^2} in independent standard normals
 * is negative, in either tail with relative precision.
 *
 * <p>With {@code M(s) = prod (1 - 2 c[i] s)^(-1/2)}, {@code P(Q < 0) = 1/pi Re integral over u > 0
 * of M(a + iu)/(-(a + iu)) du} for any a between the first branch point on the left, {@code 1/(2
 * min c)}, and 0. At the saddle point of the integrand it is largest where the path crosses the
 * real axis, so that nothing cancels. The trapezoidal rule in w with {@code u = h sinh(w)}
 * converges faster than any power of the step.
 *
 * <p>Helstrom, C. W. (1996), Calculating the distribution of quadratic forms in normal variables.
 * IEEE Transactions on Aerospace and Electronic Systems 32, 1417-1426.
 */
final class QuadraticForm {

  private static final double PRECISION = 1e-15;

  private final double[] c;
  private final double saddle;
  private final double scale;

  private QuadraticForm(double[] c) {
    this.c = c;
    double left = 1 / (2 * Arrays.stream(c).min().orElseThrow());
    this.saddle = saddle(left);
    double curvature = 1 / (saddle * saddle);
    for (double v : c) {
      double share = 2 * v / (1 - 2 * v * saddle);
      curvature += share * share / 2;
    }
    this.scale = 1 / Math.sqrt(curvature);
  }

  static double below(double[] coefficients) {
    double[] c = Arrays.stream(coefficients).filter(v -> v != 0).toArray();
    if (Arrays.stream(c).allMatch(v -> v < 0)) {
      return 1;
    }
    if (Arrays.stream(c).allMatch(v -> v > 0)) {
      return 0;
    }
    return new QuadraticForm(c).probability();
  }

  /** The zero of the slope of ln M(s) - ln(-s), which rises all along from the left end to 0. */
  private double saddle(double left) {
    double low = left;
    double high = 0;
    for (double middle = low / 2; low < middle && middle < high; middle = (low + high) / 2) {
      double slope = -1 / middle;
      for (double v : c) {
        slope += v / (1 - 2 * v * middle);
      }
      if (slope > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  private double probability() {
    double step = 0.5;
    if (bound(0) == 0) {
      return 0;
    }
    double sum = integrand(0) / 2 + points(step, step);
    double before = Double.NaN;
    double now = sum * step;
    while (step > 1e-4 && !(Math.abs(now - before) <= PRECISION * Math.abs(now))) {
      sum += points(step / 2, step);
      step /= 2;
      before = now;
      now = sum * step;
    }
    return Math.max(0, now / Math.PI);
  }

  private double points(double from, double step) {
    double sum = 0;
    double largest = Math.abs(integrand(0));
    for (double w = from; w < 700; w += step) {
      double term = integrand(w);
      sum += term;
      if (bound(w) < largest * 1e-20) {
        break;
      }
    }
    return sum;
  }

  private double bound(double w) {
    double u = scale * Math.sinh(w);
    double log = Math.log(scale * Math.cosh(w)) - 0.5 * Math.log(saddle * saddle + u * u);
    for (double v : c) {
      log -= 0.25 * Math.log(square(1 - 2 * v * saddle) + square(2 * v * u));
    }
    return Math.exp(log);
  }

  private double integrand(double w) {
    double u = scale * Math.sinh(w);
    double angle = -Math.atan2(-u, -saddle);
    for (double v : c) {
      angle -= 0.5 * Math.atan2(-2 * v * u, 1 - 2 * v * saddle);
    }
    return bound(w) * Math.cos(angle);
  }

  private static double square(double v) {
    return v * v;
  }
}
