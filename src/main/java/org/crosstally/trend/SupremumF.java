package org.crosstally.trend;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/**
 * The limit distribution of the largest F statistic over the places of a break.
 *
 * <p>The largest chi-square over the middle of a series is the largest square of the norm of k
 * stationary Ornstein-Uhlenbeck processes over the time {@code T = 2 ln((1 - e)/e)}, e the share
 * that is left out at either end. It stays below c with the probability {@code sum exp(-nu[j] T)
 * a[j]^2}, nu the zeros of Kummer's {@code M(-nu, k/2, c/2)} and a the share of the eigenfunction
 * in a constant. The first term is computed as 1 less a sum of positive numbers, so that small
 * tails keep their digits.
 *
 * <p>DeLong, D. M. (1981), Crossing probabilities for a square root boundary by a Bessel process,
 * Communications in Statistics A 10, 2197-2213. Estrella, A. (2003), Critical values and p values
 * of Bessel process distributions, Econometric Theory 19, 1128-1143. Andrews, D. W. K. (1993),
 * Tests for parameter instability, Econometrica 61, 821-856.
 */
final class SupremumF {

  /** Beyond, the tail is below the smallest double. */
  private static final double LARGEST = 1300;

  private static final double SMALL = 1e-10;

  private static final int NODES = 2000;

  private final double b;
  private final double z;
  private final double time;

  private SupremumF(double c, int k, double trimming) {
    this.b = k / 2.0;
    this.z = c / 2;
    this.time = 2 * Math.log((1 - trimming) / trimming);
  }

  /** P(largest F > c) for k coefficients that may change. */
  static double upper(double c, int k, double trimming) {
    if (c <= 0) {
      return 1;
    }
    return c > LARGEST ? Double.MIN_VALUE : new SupremumF(c, k, trimming).tail();
  }

  private double tail() {
    double nu = firstZero();
    double[] h = new double[NODES + 1];
    Arrays.setAll(h, i -> nu * series(nu, z * square(i / (double) NODES)));
    double outside = Tails.chiSquareUpper(2 * z, 2 * b);
    double inside = 1 - outside;
    double h1 = mean(h);
    double h2 = mean(Arrays.stream(h).map(SupremumF::square).toArray());
    double q = inside - 2 * h1 + h2;
    double lost = (inside * outside - 2 * h1 * outside + h2 - h1 * h1) / q;
    double tail = -Math.expm1(-nu * time) + Math.exp(-nu * time) * lost;
    // The further terms are of the order of the squared tail: below here, less than its rounding.
    return Tails.floor(Math.min(1, tail < SMALL ? tail : tail - others(nu)));
  }

  /** The smallest zero, where nu times the series is 1. */
  private double firstZero() {
    double low = 0;
    double high = 1;
    while (high * series(high, z) < 1 && high < 1e6) {
      low = high;
      high *= 1.5;
    }
    // Beyond 1 the series is no longer positive throughout, but the first zero is still the first.
    for (double middle = (low + high) / 2; low < middle && middle < high; ) {
      if (middle * series(middle, z) < 1) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return (low + high) / 2;
  }

  /** (1 - M(-nu, b, at))/nu, a sum of positive terms for nu below 1. */
  private double series(double nu, double at) {
    double term = at / b;
    double sum = term;
    for (int n = 2; n < 4000; n++) {
      term *= (n - 1 - nu) / (b + n - 1) * at / n;
      sum += term;
      if (n > nu + 2 && Math.abs(term) < 1e-18 * Math.abs(sum)) {
        break;
      }
    }
    return sum;
  }

  /** The terms of the further zeros, which matter where the tail is not small. */
  private double others(double first) {
    double sum = 0;
    double step = Math.max(0.02, Math.min(0.25, first / 8));
    double nu = first + step / 2;
    double before = kummer(nu, z);
    while (nu * time < 40 && nu < 60) {
      double next = nu + step;
      double value = kummer(next, z);
      if (value * before < 0) {
        double zero = zero(nu, next, before);
        double[] m = new double[NODES + 1];
        Arrays.setAll(m, i -> kummer(zero, z * square(i / (double) NODES)));
        double norm = mean(Arrays.stream(m).map(SupremumF::square).toArray());
        sum += Math.exp(-zero * time) * square(mean(m)) / norm;
      }
      nu = next;
      before = value;
    }
    return sum;
  }

  private double zero(double from, double to, double atFrom) {
    double low = from;
    double high = to;
    for (double middle = (low + high) / 2; low < middle && middle < high; ) {
      if (kummer(middle, z) * atFrom > 0) {
        low = middle;
      } else {
        high = middle;
      }
      middle = (low + high) / 2;
    }
    return (low + high) / 2;
  }

  private double kummer(double nu, double at) {
    return 1 - nu * series(nu, at);
  }

  /** The integral of f over the ball by the chi density, f at equal steps of the radius. */
  private double mean(double[] f) {
    double radius = Math.sqrt(2 * z);
    double log = (1 - b) * Math.log(2) - Gamma.logGamma(b);
    double sum = 0;
    for (int i = 0; i <= NODES; i++) {
      double r = radius * i / NODES;
      double power = b == 0.5 ? 1 : Math.pow(r, 2 * b - 1);
      double weight = i == 0 || i == NODES ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * f[i] * power * Math.exp(log - r * r / 2);
    }
    return sum * radius / NODES / 3;
  }

  private static double square(double v) {
    return v * v;
  }
}
