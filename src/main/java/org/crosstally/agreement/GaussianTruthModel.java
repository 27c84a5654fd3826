package org.crosstally.agreement;

import java.util.Arrays;

/** GTM: a normal prior for the standardised truths, inverse gamma for the variances of sources. */
final class GaussianTruthModel extends TruthIteration {
  private static final double SHAPE = 10;
  private static final double SCALE = 10;

  private final int[] counts;
  private final double[] centres;
  private final double[] deviations;
  private double[] weights;

  GaussianTruthModel(Claims claims) {
    super(claims, Locations.of(claims, Locations::median));
    this.counts = claims.counts();
    this.centres = Locations.of(claims, Locations::median);
    this.deviations = Locations.of(claims, Locations::deviation);
    this.weights = new double[counts.length];
  }

  @Override
  void weigh() {
    double[] squares =
        squares(Arrays.stream(deviations).map(deviation -> deviation * deviation).toArray());
    weights = new double[squares.length];
    Arrays.setAll(weights, i -> (2 * (SHAPE + 1) + counts[i]) / (2 * SCALE + squares[i]));
  }

  @Override
  double truth(int object) {
    double[] values = claims.valuesOf(object);
    int[] sources = claims.sourcesOf(object);
    double sum = 0;
    // The prior counts as one claim of weight 1 at the centre.
    double total = 1;
    for (int k = 0; k < values.length; k++) {
      sum += weights[sources[k]] * (values[k] - centres[object]);
      total += weights[sources[k]];
    }
    return centres[object] + sum / total;
  }

  @Override
  double[] weights() {
    return weights;
  }
}
