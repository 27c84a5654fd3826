package org.crosstally.trend;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Series from fixed seeds, with and without ties. */
final class RandomSeries {

  private RandomSeries() {}

  /** Series of n from 3 to {@code longest} points, none of them constant. */
  static Stream<Golden.Series> of(int count, int longest) {
    return IntStream.range(0, count).mapToObj(seed -> one(seed, longest));
  }

  private static Golden.Series one(int seed, int longest) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(3, longest + 1);
    double[] x = new double[n];
    double[] y = new double[n];
    boolean tiedTimes = seed % 3 == 2;
    boolean tiedValues = seed % 2 == 1;
    Arrays.setAll(x, i -> tiedTimes ? random.nextInt(n) : i + random.nextDouble() / 2);
    Arrays.setAll(y, i -> tiedValues ? random.nextInt(4) : random.nextDouble(-5, 5) + i / 4.0);
    x[1] = x[0] + 1;
    y[1] = y[0] + 1;
    return new Golden.Series("seed " + seed + ", n = " + n, x, y);
  }

  static double[] shuffled(double[] values, long seed) {
    double[] copy = values.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = copy.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double swap = copy[i];
      copy[i] = copy[j];
      copy[j] = swap;
    }
    return copy;
  }

  /** a + b v for each value. */
  static double[] affine(double[] values, double a, double b) {
    return Arrays.stream(values).map(v -> a + b * v).toArray();
  }
}
