package org.crosstally.consensus;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values and variances from a seeded generator. */
final class RandomData {

  private RandomData() {}

  /** Sets of 2 to 12 values whose variances spread over several powers of ten. */
  static Stream<Golden.Data> of(int sets) {
    return IntStream.range(0, sets).mapToObj(RandomData::set);
  }

  private static Golden.Data set(int seed) {
    SplittableRandom random = new SplittableRandom(1000 + seed);
    int k = 2 + random.nextInt(11);
    double tau = random.nextInt(3);
    double orders = random.nextInt(5);
    double[] y = new double[k];
    double[] v = new double[k];
    for (int i = 0; i < k; i++) {
      v[i] = Math.pow(10, orders * (random.nextDouble() - 0.5));
      y[i] = 5 + (tau * gaussian(random)) + Math.sqrt(v[i]) * gaussian(random);
    }
    return new Golden.Data("random " + seed, y, v);
  }

  static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  static double[] affine(double[] y, double shift, double factor) {
    return Arrays.stream(y).map(value -> shift + factor * value).toArray();
  }

  static double[] reversed(double[] y) {
    double[] copy = new double[y.length];
    Arrays.setAll(copy, i -> y[y.length - 1 - i]);
    return copy;
  }
}
