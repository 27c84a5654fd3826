package org.crosstally.agreement;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The distribution of {@code (Z + delta) / U}, with Z standard normal and U an independent {@code
 * sqrt(chi-squared / df)}: Student's t for delta = 0.
 *
 * <p>{@code P(T <= t)} is the mean of {@code Phi(t U - delta)}, which Gauss-Legendre rules add up
 * between points that follow the density of U and the step of Phi, so that neither can fall between
 * the points. The density is divided by its own sum: unlike a series in {@code exp(-delta^2 / 2)}
 * nothing underflows for a large delta, and no gamma function loses digits for a large df.
 */
final class NoncentralT {
  private static final double ROOT_2PI = Math.sqrt(2 * Math.PI);

  /** Beyond so many standard deviations nothing is left of either function. */
  private static final int REACH = 12;

  /** In standard deviations; a rule of 16 points is exact to a double over this width. */
  private static final int PANEL = 3;

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);
  private static final double RELATIVE = 1e-14;
  private static final int MOST_EVALUATIONS = 1000;

  private final double df;
  private final double delta;

  /**
   * A distribution.
   *
   * @param df the degrees of freedom, at least 1
   * @param delta the noncentrality, finite
   */
  NoncentralT(double df, double delta) {
    if (!(df >= 1) || !Double.isFinite(delta)) {
      throw new IllegalArgumentException("no noncentral t: df " + df + ", delta " + delta);
    }
    this.df = df;
    this.delta = delta;
  }

  /** Student's t. */
  static NoncentralT central(double df) {
    return new NoncentralT(df, 0);
  }

  /** P(T <= t). */
  double cumulative(double t) {
    double[] points = points(t);
    double sum = 0;
    double weights = 0;
    for (int panel = 1; panel < points.length; panel++) {
      double half = (points[panel] - points[panel - 1]) / 2;
      double middle = points[panel - 1] + half;
      for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
        double u = middle + half * RULE.getPoint(i);
        double weight = half * RULE.getWeight(i) * density(u);
        weights += weight;
        sum += weight * normal(t * u - delta);
      }
    }
    return sum / weights;
  }

  /** The t with P(T <= t) = p. */
  double quantile(double p) {
    double step = 1 + Math.abs(delta) / Math.sqrt(2 * df);
    double low = delta - step;
    double high = delta + step;
    for (double width = step; cumulative(low) > p; width *= 2) {
      low -= width;
    }
    for (double width = step; cumulative(high) < p; width *= 2) {
      high += width;
    }
    return new BrentSolver(RELATIVE, Double.MIN_NORMAL, 0)
        .solve(MOST_EVALUATIONS, t -> cumulative(t) - p, low, high);
  }

  /** The density of U at u, but for a factor; 1 at u = 1. */
  private double density(double u) {
    double e = u - 1;
    double power = df == 1 ? 0 : (df - 1) * Math.log1p(e);
    return Math.exp(power - df * (e + e * e / 2));
  }

  /** Phi(z) to the last digits of 1, by phi(z) (z + z^3/3 + z^5/15 + …) (Marsaglia 2004). */
  private static double normal(double z) {
    if (Math.abs(z) > REACH) {
      return z > 0 ? 1 : 0;
    }
    double term = z;
    double sum = z;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-z * z / 2) / ROOT_2PI;
  }

  /** Where the rules meet: around the mode of U, and around the step at {@code t u = delta}. */
  private double[] points(double t) {
    double mode = Math.sqrt(Math.max(0, df - 1) / df);
    double deviation = 1 / Math.sqrt(2 * df);
    double first = Math.max(0, mode - REACH * deviation);
    double last = mode + REACH * deviation;
    DoubleStream around = steps().map(j -> mode + j * deviation);
    DoubleStream step = t == 0 ? DoubleStream.empty() : steps().map(j -> (delta + j) / t);
    double[] inside =
        DoubleStream.concat(around, step).filter(u -> u > first && u < last).sorted().toArray();
    double[] points = Arrays.copyOf(inside, inside.length + 2);
    points[inside.length] = first;
    points[inside.length + 1] = last;
    Arrays.sort(points);
    return points;
  }

  private static DoubleStream steps() {
    return IntStream.rangeClosed(-REACH / PANEL, REACH / PANEL).mapToDouble(j -> j * PANEL);
  }
}
