package org.crosstally.agreement;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The mean or the median of the claims about each object; no source has a weight. */
final class Locations extends TruthIteration {

  /** Which location. */
  enum Kind {
    /** The arithmetic mean. */
    MEAN,
    /** The median; of an even number, the mean of the middle two. */
    MEDIAN
  }

  Locations(Claims claims, Kind kind) {
    super(claims, of(claims, kind == Kind.MEAN ? Locations::mean : Locations::median));
  }

  static double[] of(Claims claims, ToDoubleFunction<double[]> location) {
    double[] locations = new double[claims.objects().size()];
    Arrays.setAll(locations, j -> location.applyAsDouble(claims.valuesOf(j)));
    return locations;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
  }

  /** The standard deviation with divisor n; one where all values are equal. */
  static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return squares > 0 ? Math.sqrt(squares / values.length) : 1;
  }

  @Override
  double[] weights() {
    return new double[0];
  }

  @Override
  void weigh() {
    // A location needs no weights.
  }

  @Override
  double truth(int object) {
    return truths()[object];
  }
}
