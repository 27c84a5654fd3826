package org.crosstally.trend;

import org.crosstally.outcome.Outcome;

/** Confidence intervals of breaks. */
final class BreakIntervals {

  private final SegmentSums sums;
  private final double level;

  BreakIntervals(SegmentSums sums, double level) {
    this.sums = sums;
    this.level = level;
  }

  /** The interval of the break between two regimes, given where they begin and end. */
  Outcome<BreakModel.IndexInterval> of(int from, int at, int to) {
    double[] before = sums.line(from, at);
    double[] after = sums.line(at, to);
    double[] delta = {after[0] - before[0], after[1] - before[1]};
    double q1 = sums.meanSquare(delta, from, at);
    double q2 = sums.meanSquare(delta, at, to);
    double v1 = sums.exactRss(from, at) / (at - from);
    double v2 = sums.exactRss(at, to) / (to - at);
    double rounding = 1e-24 * sums.total() / sums.size();
    if (!(v1 > rounding && v2 > rounding && q1 > 0 && q2 > 0)) {
      return Outcome.undetermined(TrendReason.EXACT_LINE);
    }
    ArgmaxDistribution distribution = new ArgmaxDistribution(q2 / q1, v2 / v1);
    double tail = (1 - level) / 2;
    double centre = distribution.cumulative(0);
    if (!(centre >= tail && centre <= 1 - tail)) {
      return Outcome.undetermined(TrendReason.NO_INTERVAL);
    }
    double upper = distribution.quantile(1 - tail) * v1 / q1;
    double lower = distribution.quantile(tail) * v1 / q1;
    if (!Double.isFinite(upper) || !Double.isFinite(lower)) {
      return Outcome.undetermined(TrendReason.NO_INTERVAL);
    }
    double low = at - Math.ceil(upper);
    double high = at - Math.floor(lower);
    int n = sums.size();
    boolean within = low >= 1 && high <= n;
    return Outcome.of(
        new BreakModel.IndexInterval(
            (int) Math.max(1, low),
            (int) Math.min(n, high),
            level,
            within ? BreakModel.Reach.WITHIN_DATA : BreakModel.Reach.CLAMPED));
  }
}
