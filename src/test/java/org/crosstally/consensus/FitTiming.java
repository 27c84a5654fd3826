package org.crosstally.consensus;

import java.util.Locale;
import java.util.SplittableRandom;

/** Prints how long fits take; a main, because a time is no test. */
public final class FitTiming {

  private FitTiming() {}

  /**
   * Times fits.
   *
   * @param args none
   */
  public static void main(String[] args) {
    for (int k : new int[] {5, 6, 100}) {
      for (HeterogeneityEstimator e : HeterogeneityEstimator.values()) {
        time(e, k);
      }
    }
  }

  private static void time(HeterogeneityEstimator e, int k) {
    RandomEffects fit = RandomEffects.withDefaults().with(e);
    SplittableRandom random = new SplittableRandom(7);
    int sets = 64;
    double[][] y = new double[sets][k];
    double[][] v = new double[sets][k];
    for (int set = 0; set < sets; set++) {
      for (int i = 0; i < k; i++) {
        v[set][i] = 0.05 + random.nextDouble();
        y[set][i] = RandomData.gaussian(random) * (1 + Math.sqrt(v[set][i]));
      }
    }
    double best = Double.MAX_VALUE;
    double sink = 0;
    int fits = k > 50 ? 4_000 : 20_000;
    for (int round = 0; round < 8; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < fits; i++) {
        RandomEffectsFit result = fit.fit(y[i % sets], v[i % sets]).orElseThrow();
        sink += result.estimate() + result.interval().high() + result.qP();
      }
      best = Math.min(best, (System.nanoTime() - start) / 1e3 / fits);
    }
    System.out.printf(
        Locale.ROOT, "%4s k = %3d: %7.2f microseconds (%s)%n", e.abbreviation(), k, best, sink);
  }
}
