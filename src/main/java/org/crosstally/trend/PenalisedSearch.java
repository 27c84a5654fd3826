package org.crosstally.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The segmentation of least penalised cost. A place that is worse by more than the penalty than the
 * best one can never be the last change again, once a segment after it can be full length.
 */
final class PenalisedSearch {

  private final SegmentCost cost;
  private final double penalty;

  PenalisedSearch(SegmentCost cost, double penalty) {
    this.cost = cost;
    this.penalty = penalty;
  }

  /** The last place, exclusive, of each segment but the last. */
  int[] changes() {
    int n = cost.size();
    int least = cost.least();
    double[] best = new double[n + 1];
    int[] before = new int[n + 1];
    int[] endsAt = new int[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    Arrays.fill(endsAt, Integer.MAX_VALUE);
    best[0] = -penalty;
    List<Integer> open = new ArrayList<>();
    for (int to = least; to <= n; to++) {
      int entering = to - least;
      if (best[entering] < Double.POSITIVE_INFINITY) {
        open.add(entering);
      }
      int end = to;
      open.removeIf(from -> endsAt[from] <= end);
      for (int from : open) {
        double now = best[from] + cost.of(from, to) + penalty;
        if (now < best[to]) {
          best[to] = now;
          before[to] = from;
        }
      }
      for (int from : open) {
        boolean beaten = best[from] + cost.of(from, to) - cost.excess() > best[to];
        if (beaten && endsAt[from] == Integer.MAX_VALUE) {
          endsAt[from] = to + least;
        }
      }
    }
    return trace(before, n);
  }

  private static int[] trace(int[] before, int n) {
    List<Integer> places = new ArrayList<>();
    for (int at = before[n]; at > 0; at = before[at]) {
      places.add(0, at);
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }
}
