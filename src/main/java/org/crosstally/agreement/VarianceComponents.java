package org.crosstally.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * One variance for each source, by restricted maximum likelihood with a normal prior on the
 * logarithms that is fitted to them.
 *
 * <p>Expectation: given the variances, the truth of an object is normal around the weighted mean
 * with variance {@code 1 / sum w}. Maximisation: {@code v_i} is the mode of its likelihood {@code
 * v^(-n/2) exp(-S / (2 v))}, {@code S_i = sum_j (x_ij - t_j)^2 + 1 / W_j}, times the prior; the
 * mean and variance of the prior are those of the logarithms, with the curvature of each added.
 */
final class VarianceComponents extends TruthIteration {
  /** The prior of the logarithms never becomes narrower than about ten per cent. */
  private static final double NARROWEST = 1e-2;

  /** No source is taken to be a million times more precise than the claims are spread. */
  private static final double MOST_PRECISE = 1e-12;

  private static final int NEWTON_STEPS = 50;

  private final int[] counts;
  private final double[] ones;
  private final double floor;
  private final double[] logarithms;
  private double[] weights;
  private double priorMean;
  private double priorVariance = Double.POSITIVE_INFINITY;

  VarianceComponents(Claims claims) {
    super(claims, Locations.of(claims, Locations::median));
    this.counts = claims.counts();
    this.ones = new double[claims.objects().size()];
    Arrays.fill(ones, 1);
    double[] squares = squares(ones);
    double all = Arrays.stream(squares).sum() / claims.size();
    this.floor = all > 0 ? all * MOST_PRECISE : 1;
    this.logarithms = new double[counts.length];
    Arrays.setAll(
        logarithms, i -> Math.log(Math.max(squares[i] / counts[i], Math.max(floor, all / 1e4))));
    this.weights = weights(logarithms);
  }

  private static double[] weights(double[] logarithms) {
    return Arrays.stream(logarithms).map(l -> Math.exp(-l)).toArray();
  }

  @Override
  void weigh() {
    double[] squares = squares(ones);
    for (int j = 0; j < ones.length; j++) {
      double variance = variance(j);
      for (int i : claims.sourcesOf(j)) {
        squares[i] += variance;
      }
    }
    double[] curvatures = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      logarithms[i] = mode(counts[i], Math.max(squares[i], floor), logarithms[i]);
      curvatures[i] = squares[i] / 2 * Math.exp(-logarithms[i]) + 1 / priorVariance;
    }
    fitPrior(curvatures);
    weights = weights(logarithms);
  }

  /** The mode of {@code -n l / 2 - S exp(-l) / 2 - (l - m)^2 / (2 p)} by Newton steps. */
  private double mode(int count, double squares, double start) {
    double logarithm = start;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double data = squares / 2 * Math.exp(-logarithm);
      double slope = count / 2.0 - data + (logarithm - priorMean) / priorVariance;
      double curvature = data + 1 / priorVariance;
      double change = Math.max(-1, Math.min(1, slope / curvature));
      logarithm -= change;
      if (Math.abs(change) < 1e-14) {
        break;
      }
    }
    return logarithm;
  }

  private void fitPrior(double[] curvatures) {
    priorMean = Locations.mean(logarithms);
    double sum = 0;
    for (int i = 0; i < logarithms.length; i++) {
      double distance = logarithms[i] - priorMean;
      sum += distance * distance + 1 / curvatures[i];
    }
    priorVariance = Math.max(NARROWEST, sum / logarithms.length);
  }

  private double variance(int object) {
    double total = 0;
    for (int i : claims.sourcesOf(object)) {
      total += weights[i];
    }
    return 1 / total;
  }

  @Override
  OptionalDouble standardError(int object) {
    return OptionalDouble.of(Math.sqrt(variance(object)));
  }

  @Override
  double[] weights() {
    return weights;
  }
}
