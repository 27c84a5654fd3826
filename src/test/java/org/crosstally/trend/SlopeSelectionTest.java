package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Selecting a slope without listing all gives the slope that listing all gives. */
class SlopeSelectionTest {

  static Stream<Arguments> clouds() {
    return Stream.of(
        cloud("noise", (i, u) -> i, (x, u) -> u),
        cloud("noise around a steep line", (i, u) -> 1900 + i / 12, (x, u) -> 1e6 * x + u),
        cloud("irregular times", (i, u) -> i + u, (x, u) -> x * u),
        cloud("repeated times", (i, u) -> Math.floor(i / 3), (x, u) -> x + 40 * u),
        cloud("two values", (i, u) -> i, (x, u) -> u < 0.5 ? 0 : 1),
        cloud("few values", (i, u) -> i, (x, u) -> Math.floor(6 * u)),
        cloud("a step", (i, u) -> i, (x, u) -> x < 200 ? 0 : 1),
        cloud("half on a line", (i, u) -> i, (x, u) -> u < 0.5 ? x / 3 : 100 * u),
        cloud("all on a line", (i, u) -> i / 7, (x, u) -> 3 - x / 3),
        cloud("two slopes of equal weight", (i, u) -> i, (x, u) -> Math.abs(x - 250) / 3),
        cloud("twins", (i, u) -> Math.floor(i / 2), (x, u) -> Math.floor(x / 5)),
        cloud("huge and tiny", (i, u) -> i, (x, u) -> u < 0.1 ? 1e40 * u : 1e-40 * u));
  }

  private static Arguments cloud(String name, DoubleBinaryOperator x, DoubleBinaryOperator y) {
    SplittableRandom random = new SplittableRandom(7);
    int n = 501;
    double[] times = new double[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = x.applyAsDouble(i, random.nextDouble());
      values[i] = y.applyAsDouble(times[i], random.nextDouble());
    }
    return Arguments.of(new Golden.Series(name, times, values));
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void everyRankIsThatOfTheList(Golden.Series cloud) {
    double[] x = RandomSeries.shuffled(cloud.x(), 3);
    double[] y = RandomSeries.shuffled(cloud.y(), 3);
    SlopeRanks listed = SlopeRanks.listed(x, y);
    SlopeRanks selected = new SlopeSelection(x, y);
    assertThat(selected.size()).isEqualTo(listed.size());
    long size = listed.size();
    LongStream.concat(
            LongStream.of(1, 2, size / 4, (size + 1) / 2, size / 2 + 1, size - 1, size),
            new SplittableRandom(11).longs(20, 1, size + 1))
        .forEach(
            rank -> {
              double expected = listed.one(rank);
              assertThat(selected.one(rank))
                  .as("rank %d of %d", rank, size)
                  .isCloseTo(expected, within(16 * Math.ulp(expected)));
            });
  }

  @Test
  void inALongSeriesTheRankIsRightByCounting() {
    int n = 20_000;
    SplittableRandom random = new SplittableRandom(1);
    double[] x = Samples.indices(n);
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = 2 * x[i] + 1000 * random.nextDouble();
    }
    SlopeSelection slopes = new SlopeSelection(x, y);
    long rank = slopes.size() / 3;
    double slope = slopes.one(rank);
    long below = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        below += (y[i] - y[j]) / (x[i] - x[j]) < slope ? 1 : 0;
      }
    }
    assertThat(slopes.size()).isEqualTo(n * (n - 1L) / 2);
    assertThat(below).isEqualTo(rank - 1);
  }
}
