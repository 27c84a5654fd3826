package org.crosstally.agreement;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** CATD: the upper end of a confidence interval of the variance of a source decides its weight. */
final class ConfidenceAware extends TruthIteration {
  private static final double ALPHA = 0.05;
  private static final double FLOOR = 1e-15;
  private static final double ACCURACY = 1e-15;

  private final double[] quantiles;
  private final double[] ones;
  private double[] weights;

  ConfidenceAware(Claims claims) {
    super(claims, Locations.of(claims, Locations::median));
    int[] counts = claims.counts();
    this.quantiles = new double[counts.length];
    Arrays.setAll(
        quantiles,
        i ->
            new ChiSquaredDistribution(null, counts[i], ACCURACY)
                .inverseCumulativeProbability(ALPHA / 2));
    this.ones = new double[claims.objects().size()];
    Arrays.fill(ones, 1);
    this.weights = new double[counts.length];
  }

  @Override
  void weigh() {
    double[] squares = squares(ones);
    weights = new double[squares.length];
    Arrays.setAll(weights, i -> quantiles[i] / Math.max(squares[i], FLOOR));
  }

  @Override
  double[] weights() {
    return weights;
  }
}
