package org.crosstally.trend;

import java.util.Arrays;

/**
 * A series in the order of time, with what the panel needs to know of its spacing.
 *
 * @param x the times, ascending
 * @param y the values
 * @param unitSpaced whether each time is 1 after the one before
 * @param period how many times make a unit, if they are a whole fraction of it apart and last two
 *     units; otherwise 1
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record PanelSeries(double[] x, double[] y, boolean unitSpaced, int period) {

  private static final double SLACK = 1e-9;

  static PanelSeries of(double[] x, double[] y) {
    boolean unit = true;
    for (int i = 1; i < x.length; i++) {
      unit &= Math.abs(x[i] - x[i - 1] - 1) < SLACK;
    }
    return new PanelSeries(x, y, unit, x.length < 3 ? 1 : period(x, y));
  }

  private static int period(double[] x, double[] y) {
    return TimeGrid.of(x, y)
        .asOptional()
        .map(
            grid -> {
              double times = 1 / grid.step();
              int period = (int) Math.rint(times);
              boolean whole = period > 1 && Math.abs(times - period) < 1e-3 * period;
              return whole && grid.span() + 1 >= 2 * period ? period : 1;
            })
        .orElse(1);
  }

  int n() {
    return x.length;
  }

  boolean positive() {
    return Arrays.stream(y).allMatch(v -> v > 0);
  }

  boolean counts() {
    return Arrays.stream(y).allMatch(v -> v >= 0 && v == Math.rint(v) && v < 1e15);
  }

  PanelSeries log() {
    return new PanelSeries(x, Arrays.stream(y).map(Math::log).toArray(), unitSpaced, period);
  }
}
