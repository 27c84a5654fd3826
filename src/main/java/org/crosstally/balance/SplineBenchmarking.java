package org.crosstally.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * Benchmarking by a natural cubic spline, which lets a change of the ratio between benchmarks and
 * indicator come about smoothly.
 *
 * <p>For sums and means, the cumulated result is a spline of the cumulated indicator through the
 * cumulated benchmarks; for first and last values, the ratio of the result to the indicator is a
 * spline of time through the ratios at the benchmarks. Beyond the first and the last benchmark the
 * spline goes on as a line. Nothing is minimised over the indicator's own movements: prefer {@link
 * Denton} unless smoothness between benchmarks is what matters. Instances are immutable.
 */
public final class SplineBenchmarking {
  private static final SplineBenchmarking DEFAULT = new SplineBenchmarking(Aggregation.SUM, 0);

  private final Aggregation aggregation;
  private final int lead;

  private SplineBenchmarking(Aggregation aggregation, int lead) {
    this.aggregation = aggregation;
    this.lead = lead;
  }

  /**
   * {@link Aggregation#SUM}.
   *
   * @return the default procedure
   */
  public static SplineBenchmarking withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure with benchmarks of another kind.
   *
   * @param v what a benchmark is of the periods in its group
   * @return a copy
   */
  public SplineBenchmarking with(Aggregation v) {
    return new SplineBenchmarking(Objects.requireNonNull(v), lead);
  }

  /**
   * The same procedure for an indicator that begins before the first group.
   *
   * @param periods how many periods before it the indicator begins, from 0 on
   * @return a copy
   * @throws IllegalArgumentException if the number is negative
   */
  public SplineBenchmarking after(int periods) {
    return new SplineBenchmarking(aggregation, Checks.requireCount(periods, "periods"));
  }

  /**
   * Benchmarks a series over consecutive groups of periods, the first of which begins with it or as
   * many periods later as {@link #after(int)} says.
   *
   * @param indicator the series, one value for each period; periods around the groups go on
   * @param periods how many periods a group has
   * @param benchmarks the value of each group
   * @return the benchmarked series, or {@code NO_BENCHMARKS}, or {@code ZERO_INDICATOR} if the
   *     indicator is 0 where it is benchmarked or its sum over a group is not above 0
   * @throws IllegalArgumentException if a value is not finite, or the groups reach beyond the
   *     series
   */
  public Outcome<BenchmarkedSeries> benchmark(
      double[] indicator, int periods, double... benchmarks) {
    double[] s = Checks.requireSeries(indicator, "indicator");
    Benchmarks sums = Benchmarks.every(periods, aggregation, benchmarks).after(lead);
    sums.requireWithin(s.length);
    if (benchmarks.length == 0) {
      return Outcome.undetermined(BenchmarkingReason.NO_BENCHMARKS);
    }
    boolean flow = aggregation == Aggregation.SUM || aggregation == Aggregation.MEAN;
    double[] found = flow ? cumulated(s, sums) : atPoints(s, sums);
    boolean defined = Arrays.stream(found).allMatch(Double::isFinite);
    return defined
        ? Outcome.of(new BenchmarkedSeries(found, s, sums))
        : Outcome.undetermined(BenchmarkingReason.ZERO_INDICATOR);
  }

  private static double[] cumulated(double[] s, Benchmarks benchmarks) {
    List<Benchmark> groups = benchmarks.asList();
    double[] width = benchmarks.sums(s);
    double[] total = groups.stream().mapToDouble(Benchmark::total).toArray();
    double[] x = new double[s.length];
    if (Arrays.stream(width).anyMatch(v -> v <= 0)) {
      Arrays.fill(x, Double.NaN);
      return x;
    }
    NaturalSpline spline = new NaturalSpline(width, total);
    for (int i = 0; i < total.length; i++) {
      double offset = 0;
      double before = 0;
      for (int t = groups.get(i).from(); t < groups.get(i).to(); t++) {
        offset += s[t];
        double now = t + 1 < groups.get(i).to() ? spline.riseWithin(i, offset) : total[i];
        x[t] = now - before;
        before = now;
      }
    }
    for (int t = 0; t < groups.get(0).from(); t++) {
      x[t] = s[t] * spline.slopeAtStart();
    }
    for (int t = groups.get(total.length - 1).to(); t < x.length; t++) {
      x[t] = s[t] * spline.slopeAtEnd();
    }
    return x;
  }

  private static double[] atPoints(double[] s, Benchmarks benchmarks) {
    int points = benchmarks.asList().size();
    double[] ratio =
        benchmarks.asList().stream().mapToDouble(b -> b.total() / s[b.from()]).toArray();
    if (points == 1) {
      return Arrays.stream(s).map(v -> v * ratio[0]).toArray();
    }
    double[] width = new double[points - 1];
    double[] rise = new double[points - 1];
    for (int i = 0; i < width.length; i++) {
      width[i] = benchmarks.asList().get(i + 1).from() - benchmarks.asList().get(i).from();
      rise[i] = ratio[i + 1] - ratio[i];
    }
    NaturalSpline spline = new NaturalSpline(width, rise);
    int first = benchmarks.asList().get(0).from();
    double[] x = new double[s.length];
    for (int t = 0; t < x.length; t++) {
      int piece = Math.floorDiv(t - first, (int) width[0]);
      double at;
      if (piece < 0) {
        at = ratio[0] + (t - first) * spline.slopeAtStart();
      } else if (piece >= width.length) {
        double beyond = t - first - width[0] * width.length;
        at = ratio[points - 1] + beyond * spline.slopeAtEnd();
      } else {
        at = ratio[piece] + spline.riseWithin(piece, t - first - piece * width[0]);
      }
      x[t] = s[t] * at;
    }
    return x;
  }
}
