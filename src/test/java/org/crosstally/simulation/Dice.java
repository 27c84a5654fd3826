package org.crosstally.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance, in the forms that worlds are made with. */
final class Dice {
  private static final double LARGE_MEAN = 40;

  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number from 0 to the bound, without the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A whole number, both ends included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  double gaussian() {
    return random.nextGaussian();
  }

  /** A symmetric exponential: small errors mostly, now and then a large one. */
  double laplace(double scale) {
    double magnitude = scale * random.nextExponential();
    return random.nextBoolean() ? magnitude : -magnitude;
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** An index, by weights that need not add to one. */
  int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  long poisson(double mean) {
    if (mean > LARGE_MEAN) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    long count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
