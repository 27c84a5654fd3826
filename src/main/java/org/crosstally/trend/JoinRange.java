package org.crosstally.trend;

import java.util.List;

/**
 * Where a join can lie.
 *
 * @param at where the squares are least
 * @param times the observed times at which the squares are hardly larger, ascending; empty if the
 *     join is between two times and both are worse
 * @param level the confidence level
 */
public record JoinRange(double at, List<Double> times, double level) {

  /**
   * A range; the times are copied.
   *
   * @param at where the squares are least
   * @param times the observed times
   * @param level the confidence level
   */
  public JoinRange {
    times = List.copyOf(times);
  }

  /**
   * The earliest place.
   *
   * @return the first of the times, or {@link #at} if that is earlier
   */
  public double from() {
    return times.isEmpty() ? at : Math.min(at, times.get(0));
  }

  /**
   * The latest place.
   *
   * @return the last of the times, or {@link #at} if that is later
   */
  public double to() {
    return times.isEmpty() ? at : Math.max(at, times.get(times.size() - 1));
  }
}
