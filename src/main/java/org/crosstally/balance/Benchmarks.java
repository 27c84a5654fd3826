package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sums that a series must add up to, over spans that may overlap and need not cover all of it.
 * Instances are immutable.
 */
public final class Benchmarks {
  private final List<Benchmark> list;

  private Benchmarks(List<Benchmark> list) {
    this.list = List.copyOf(list);
  }

  /**
   * Benchmarks over any spans, such as January to October beside whole years.
   *
   * @param benchmarks the benchmarks
   * @return the collection
   */
  public static Benchmarks of(List<Benchmark> benchmarks) {
    return new Benchmarks(benchmarks);
  }

  /**
   * No benchmarks.
   *
   * @return an empty collection
   */
  public static Benchmarks none() {
    return new Benchmarks(List.of());
  }

  /**
   * Binding sums over consecutive groups of periods, the first of which begins with the series.
   *
   * @param periods how many periods a group has: 4 for quarters in years, 12 for months in years
   * @param totals the sum of each group
   * @return the benchmarks
   * @throws IllegalArgumentException if there is no period in a group or a total is not finite
   */
  public static Benchmarks every(int periods, double... totals) {
    return every(periods, Aggregation.SUM, totals);
  }

  /**
   * Binding values of consecutive groups of periods, the first of which begins with the series.
   *
   * @param periods how many periods a group has
   * @param aggregation what the values are of the periods in the group
   * @param values the value of each group
   * @return the benchmarks
   * @throws IllegalArgumentException if there is no period in a group or a value is not finite
   */
  public static Benchmarks every(int periods, Aggregation aggregation, double... values) {
    if (periods < 1) {
      throw new IllegalArgumentException(periods + " periods in a group: at least one");
    }
    List<Benchmark> list = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      int from = i * periods;
      int to = from + periods;
      list.add(
          switch (aggregation) {
            case SUM -> Benchmark.binding(from, to, values[i]);
            case MEAN -> Benchmark.binding(from, to, values[i] * periods);
            case FIRST -> Benchmark.binding(from, from + 1, values[i]);
            case LAST -> Benchmark.binding(to - 1, to, values[i]);
          });
    }
    return new Benchmarks(list);
  }

  /**
   * The same benchmarks for a series that begins earlier.
   *
   * @param periods how many periods earlier, from 0 on
   * @return a copy in which every span starts that much later
   * @throws IllegalArgumentException if a span would start before 0
   */
  public Benchmarks after(int periods) {
    return new Benchmarks(
        list.stream()
            .map(
                b ->
                    new Benchmark(
                        b.from() + periods, b.to() + periods, b.total(), b.alterability()))
            .toList());
  }

  /**
   * All benchmarks.
   *
   * @return the benchmarks in the order in which they were given
   */
  public List<Benchmark> asList() {
    return list;
  }

  /** Refuses benchmarks that reach beyond a series. */
  void requireWithin(int length) {
    for (Benchmark b : list) {
      if (b.to() > length) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a benchmark of periods %d to %d for a series of %d periods",
                b.from(),
                b.to(),
                length));
      }
    }
  }

  /** Refuses benchmarks that need not be met. */
  void requireBinding() {
    for (Benchmark b : list) {
      if (b.alterability() != 0) {
        throw new IllegalArgumentException(
            "alterability " + b.alterability() + " of a benchmark: 0 for this procedure");
      }
    }
  }

  /** The sum of all totals. */
  double total() {
    return list.stream().mapToDouble(Benchmark::total).sum();
  }

  /** The sum of a series over each benchmark. */
  double[] sums(double[] series) {
    double[] sums = new double[list.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sum(series, list.get(i));
    }
    return sums;
  }

  static double sum(double[] series, Benchmark b) {
    double sum = 0;
    for (int t = b.from(); t < b.to(); t++) {
      sum += series[t];
    }
    return sum;
  }
}
