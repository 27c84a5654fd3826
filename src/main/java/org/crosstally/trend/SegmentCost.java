package org.crosstally.trend;

import java.util.Arrays;

/** What a stretch of a series costs, -2 ln L at its best parameters, from running sums. */
final class SegmentCost {

  private final ChangePoints.Model model;
  private final double sigma;
  private final double floor;
  private final boolean lengths;
  private final double shift;
  private final double[] sums;
  private final double[] squares;

  SegmentCost(double[] y, ChangePoints.Model model, double sigma, double floor, boolean lengths) {
    this.model = model;
    this.sigma = sigma;
    this.floor = floor;
    this.lengths = lengths;
    // Counts keep their zero; measured values lose nothing by being taken about their mean.
    this.shift = model == ChangePoints.Model.POISSON ? 0 : Sums.mean(y);
    double[] centred = Arrays.stream(y).map(v -> v - shift).toArray();
    this.sums = new double[y.length + 1];
    this.squares = new double[y.length + 1];
    for (int i = 0; i < y.length; i++) {
      sums[i + 1] = sums[i] + centred[i];
      squares[i + 1] = squares[i] + centred[i] * centred[i];
    }
  }

  int size() {
    return sums.length - 1;
  }

  /** The fewest points of a segment. */
  int least() {
    return model == ChangePoints.Model.MEAN_AND_VARIANCE ? 2 : 1;
  }

  /** By how much two parts can cost more than the whole. */
  double excess() {
    return lengths ? Math.log(size()) : 0;
  }

  double of(int from, int to) {
    double n = to - from;
    double sum = sums[to] - sums[from];
    double square = Math.max(0, squares[to] - squares[from] - sum * sum / n);
    double cost =
        switch (model) {
          case MEAN -> square / (sigma * sigma);
          case MEAN_AND_VARIANCE ->
              n * (Math.log(2 * Math.PI) + Math.log(Math.max(square / n, floor)) + 1);
          case POISSON -> sum == 0 ? 0 : 2 * sum * (1 - Math.log(sum / n));
        };
    return lengths ? cost + Math.log(n) : cost;
  }
}
