package org.crosstally.chart;

import java.util.Collection;

/** A stretch of an axis. */
record Range(double low, double high) {
  Range {
    if (!(low < high)) {
      throw new IllegalArgumentException("an axis runs upwards, not from " + low + " to " + high);
    }
  }

  double span() {
    return high - low;
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  double clamp(double value) {
    return Math.max(low, Math.min(high, value));
  }

  Range padded(double share) {
    return new Range(low - share * span(), high + share * span());
  }

  /** An axis for values: from zero where that is near, else with a little more at both ends. */
  static Range axis(Collection<Double> values) {
    Range data = of(values);
    double pad = 0.05 * data.span();
    boolean fromZero = values.stream().allMatch(v -> v >= 0) && data.low() <= 0.6 * data.high();
    return new Range(fromZero ? 0 : data.low() - pad, data.high() + pad);
  }

  /** The smallest range that holds all values; a range around a single one; 0 to 1 for none. */
  static Range of(Collection<Double> values) {
    if (values.isEmpty()) {
      return new Range(0, 1);
    }
    double low = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double high = values.stream().mapToDouble(v -> v).max().orElseThrow();
    // Below this the ends are one number as far as a chart can show.
    double least = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    if (high - low > least) {
      return new Range(low, high);
    }
    double half = low == 0 ? 1 : Math.abs(low) / 10;
    return new Range(low - half, high + half);
  }
}
