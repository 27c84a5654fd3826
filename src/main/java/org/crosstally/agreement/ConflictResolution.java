package org.crosstally.agreement;

import java.util.Arrays;

/** CRH: the weight of a source is the negative logarithm of its share in the loss. */
final class ConflictResolution extends TruthIteration {
  private final double[] deviations;
  private double[] weights;

  ConflictResolution(Claims claims) {
    super(claims, Locations.of(claims, Locations::mean));
    this.deviations = Locations.of(claims, Locations::deviation);
    this.weights = new double[claims.sources().size()];
  }

  @Override
  void weigh() {
    double[] losses = squares(deviations);
    double total = Arrays.stream(losses).sum();
    // A source without any loss would have an infinite weight; the smallest positive share ends it.
    weights =
        Arrays.stream(losses)
            .map(loss -> total > 0 ? -Math.log(Math.max(loss / total, Double.MIN_NORMAL)) : 1)
            .map(weight -> Math.max(0, weight))
            .toArray();
  }

  @Override
  double[] weights() {
    return weights;
  }
}
