package org.crosstally.trend;

import java.util.SplittableRandom;
import org.crosstally.outcome.Outcome;

/**
 * Tests of a steady mean or line against one break, or against any instability.
 *
 * @param largestF the largest F over the places of a break
 * @param largestFIndex the number of points before that break
 * @param largestFTime the time of the last point before it
 * @param largestFP the p-value of the largest F by its exact limit distribution, which for fewer
 *     than some hundred points is far too small
 * @param middleF F, divided by the number of coefficients, of a break in the middle (Chow 1960)
 * @param middleFP its p-value by the F distribution
 * @param cusum the largest cumulative sum of residuals, {@code max |sum e|/(s sqrt(n))}
 * @param cusumP its p-value by the Kolmogorov distribution, which is the limit for residuals of a
 *     mean; for those of a line it is too large
 * @param simulated the p-values at this number of points, or {@code NOT_ASKED_FOR}
 */
public record BreakTests(
    double largestF,
    int largestFIndex,
    double largestFTime,
    double largestFP,
    double middleF,
    double middleFP,
    double cusum,
    double cusumP,
    Outcome<Simulated> simulated) {

  /**
   * P-values from drawn series at the same times, without a break and with independent normal
   * errors: on these, both statistics have their true distribution whatever mean, line and variance
   * are. Each is at least 1 over the draws and 1.
   *
   * @param largestFP the share of the draws with as large an F
   * @param cusumP the share of the draws with as large a cumulative sum
   * @param draws how many were drawn
   */
  public record Simulated(double largestFP, double cusumP, int draws) {}

  /** How many series are drawn, and from which seed; none if the number is 0. */
  record Draws(int count, long seed) {}

  static Outcome<BreakTests> of(SegmentSums sums, double[] x, double trimming, Draws draws) {
    int n = sums.size();
    int k = sums.parameters();
    int first = first(n, k, trimming);
    double whole = sums.exactRss(0, n);
    if (n - first < first || n <= 2 * k) {
      return Outcome.undetermined(TrendReason.TOO_SHORT);
    }
    if (whole <= 1e-28 * n * sums.total() || whole == 0) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double largest = -1;
    int index = first;
    for (int at = first; at <= n - first; at++) {
      double f = f(sums, 0, at, n);
      if (f > largest) {
        largest = f;
        index = at;
      }
    }
    int middle = n / 2;
    double chow = middle > k && n - middle > k ? f(sums, 0, middle, n) / k : 0;
    if (!Double.isFinite(largest) || !Double.isFinite(chow)) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    double cusum = cusum(sums, whole);
    return Outcome.of(
        new BreakTests(
            largest,
            index,
            x[index - 1],
            SupremumF.upper(largest, k, trimming),
            chow,
            Tails.fisherUpper(chow, k, n - 2 * k),
            cusum,
            Tails.kolmogorovUpper(cusum),
            simulated(sums, trimming, largest, cusum, draws)));
  }

  private static Outcome<Simulated> simulated(
      SegmentSums sums, double trimming, double largest, double cusum, Draws draws) {
    if (draws.count() == 0) {
      return Outcome.undetermined(TrendReason.NOT_ASKED_FOR);
    }
    int n = sums.size();
    int first = first(n, sums.parameters(), trimming);
    SplittableRandom random = new SplittableRandom(draws.seed());
    int asLargeF = 1;
    int asLargeSum = 1;
    for (int round = 0; round < draws.count(); round++) {
      SegmentSums drawn = sums.drawn(random);
      double whole = drawn.rss(0, n);
      double least = Double.POSITIVE_INFINITY;
      for (int at = first; at <= n - first; at++) {
        least = Math.min(least, drawn.rss(0, at) + drawn.rss(at, n));
      }
      asLargeF += (whole - least) / least * (n - 2.0 * sums.parameters()) >= largest ? 1 : 0;
      asLargeSum += cusum(drawn, whole) >= cusum ? 1 : 0;
    }
    double all = draws.count() + 1.0;
    return Outcome.of(new Simulated(asLargeF / all, asLargeSum / all, draws.count()));
  }

  private static int first(int n, int k, double trimming) {
    return Math.max((int) Math.floor(trimming * n + 1e-9), k + 1);
  }

  /** The largest F over the places within a regime; 0 where it is too short. */
  static double largestF(SegmentSums sums, int from, int to, double trimming) {
    int n = to - from;
    int first = first(n, sums.parameters(), trimming);
    double largest = 0;
    for (int at = from + first; at <= to - first && n > 2 * sums.parameters(); at++) {
      largest = Math.max(largest, f(sums, from, at, to));
    }
    return Double.isFinite(largest) ? largest : Double.MAX_VALUE;
  }

  private static double f(SegmentSums sums, int from, int at, int to) {
    double parts = sums.exactRss(from, at) + sums.exactRss(at, to);
    double df = to - from - 2.0 * sums.parameters();
    return Math.max(0, sums.exactRss(from, to) - parts) / (parts / df);
  }

  private static double cusum(SegmentSums sums, double whole) {
    int n = sums.size();
    double sigma = Math.sqrt(whole / (n - sums.parameters()));
    double sum = 0;
    double largest = 0;
    for (int i = 0; i < n; i++) {
      sum += sums.residual(i);
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest / (sigma * Math.sqrt(n));
  }
}
