package org.crosstally.balance;

import java.util.Locale;

/**
 * The sum of a series over some consecutive periods, as a more reliable source states it.
 *
 * @param from the first period, counted from 0
 * @param to the period after the last
 * @param total the sum over the periods, in the unit of the series
 * @param alterability 0 if the sum must be met; otherwise the variance of the benchmark in parts of
 *     its absolute value, against 1 for a period of the indicator
 */
public record Benchmark(int from, int to, double total, double alterability) {

  /**
   * Checks the numbers.
   *
   * @param from the first period
   * @param to the period after the last
   * @param total the sum
   * @param alterability the alterability
   * @throws IllegalArgumentException if the span is empty or starts before 0, the total is not
   *     finite, or the alterability is negative or not finite
   */
  public Benchmark {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "periods %d to %d: a span from 0 on that is not empty", from, to));
    }
    Checks.requireFinite(total, "total");
    Checks.requireNonNegative(alterability, "alterability");
  }

  /**
   * A sum that must be met.
   *
   * @param from the first period, counted from 0
   * @param to the period after the last
   * @param total the sum over the periods
   * @return the benchmark
   * @throws IllegalArgumentException if the span is empty or starts before 0, or the total is not
   *     finite
   */
  public static Benchmark binding(int from, int to, double total) {
    return new Benchmark(from, to, total, 0);
  }
}
