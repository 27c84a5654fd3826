package org.crosstally.trend;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;

/**
 * Values at evenly spaced times, some of which may be without a value. A lag counts steps of time
 * and never positions in the list, so that a gap keeps its place.
 */
final class TimeGrid {

  /** A time may be off its place by this share of a step: decimal years of months are not exact. */
  private static final double SLACK = 1e-3;

  /** A grid with more empty than filled places than this is no grid. */
  private static final int SPARSEST = 64;

  /** Values so many times as large as their range have a level that takes digits from it. */
  private static final double HIGH = 1e6;

  private final double step;
  private final int[] places;
  private final double[] values;

  private TimeGrid(double step, int[] places, double[] values) {
    this.step = step;
    this.places = places;
    this.values = values;
  }

  /** The grid of values at times, or that the times are uneven. */
  static Outcome<TimeGrid> of(double[] x, double[] y) {
    int[] order = Samples.order(x, y);
    double[] times = Samples.pick(x, order);
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < times.length; i++) {
      step = Math.min(step, times[i] - times[i - 1]);
    }
    if (!(step > 0)) {
      return Outcome.undetermined(TrendReason.TIED_TIMES);
    }
    // The mean width of the single steps, so that their rounding does not add up.
    double span = times[times.length - 1] - times[0];
    double steps = 0;
    for (int i = 1; i < times.length; i++) {
      steps += Math.rint((times[i] - times[i - 1]) / step);
    }
    if (steps > (double) SPARSEST * times.length) {
      return Outcome.undetermined(TrendReason.UNEVEN_TIMES);
    }
    double width = span / steps;
    int[] places = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      double place = (times[i] - times[0]) / width;
      places[i] = (int) Math.rint(place);
      if (Math.abs(place - places[i]) > SLACK) {
        return Outcome.undetermined(TrendReason.UNEVEN_TIMES);
      }
    }
    return Outcome.of(new TimeGrid(width, places, Samples.pick(y, order)));
  }

  int size() {
    return values.length;
  }

  /** The width of a step, in the unit of the times. */
  double step() {
    return step;
  }

  /** The number of steps from the first to the last time. */
  int span() {
    return places[places.length - 1];
  }

  boolean hasGaps() {
    return span() > size() - 1;
  }

  /** The places, in steps from the first time. */
  int[] places() {
    return places.clone();
  }

  double[] values() {
    return values.clone();
  }

  /** The places as times 1, 2, …, from 1 on. */
  double[] times() {
    return Arrays.stream(places).mapToDouble(place -> place + 1).toArray();
  }

  /** The values less a slope per step. */
  TimeGrid detrended(double slope) {
    double[] rest = new double[values.length];
    Arrays.setAll(rest, i -> values[i] - slope * (places[i] + 1));
    return new TimeGrid(step, places, rest);
  }

  /**
   * The ranks of the values less a slope per step, equal ones sharing their mean rank. Which of
   * them are equal hangs on their last digits: at a high level, where those are lost, the first
   * value is taken out before the slope; elsewhere the formula is taken as it is written, so that
   * the last digits are those of other programs.
   */
  TimeGrid residualRanks(double slope) {
    double least = Arrays.stream(values).min().orElse(0);
    double most = Arrays.stream(values).max().orElse(0);
    boolean high = Math.max(Math.abs(least), Math.abs(most)) > HIGH * (most - least);
    double level = high ? values[0] : 0;
    double[] rest = new double[values.length];
    Arrays.setAll(rest, i -> values[i] - level - slope * (places[i] + 1));
    return new TimeGrid(step, places, Samples.midRanks(rest));
  }

  /**
   * Autocorrelations at lags 0, 1, …, largest: sums over the pairs that lie so many steps apart,
   * all over the sum of squares of all values, so that missing pairs draw them to 0.
   */
  double[] autocorrelations(int largest) {
    double[] dense = new double[span() + 1];
    double mean = Sums.mean(values);
    double[] centred = Arrays.stream(values).map(v -> v - mean).toArray();
    IntStream.range(0, size()).forEach(i -> dense[places[i]] = centred[i]);
    double squares = Sums.dot(centred, centred);
    double[] r = new double[largest + 1];
    for (int lag = 0; lag <= largest && lag < dense.length; lag++) {
      double sum = 0;
      for (int t = lag; t < dense.length; t++) {
        sum += dense[t] * dense[t - lag];
      }
      r[lag] = sum / squares;
    }
    return r;
  }

  /** Each value less a share of the one a step before, where there is one; the times stay. */
  TimeGrid whitened(double share) {
    int count = 0;
    int[] place = new int[size()];
    double[] rest = new double[size()];
    for (int i = 1; i < size(); i++) {
      if (places[i] == places[i - 1] + 1) {
        place[count] = places[i];
        rest[count++] = values[i] - share * values[i - 1];
      }
    }
    return new TimeGrid(step, Arrays.copyOf(place, count), Arrays.copyOf(rest, count));
  }
}
