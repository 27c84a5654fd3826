package org.crosstally.trend;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Order statistics of the slopes of all pairs of points, in O(n log n) expected time and O(n)
 * memory.
 *
 * <p>The slope of two points is below b if and only if the order of their intercepts at slope b, y
 * - b x, is the reverse of the order of their times. So the slopes below b are counted as
 * inversions by a merge sort. A random sample of the slopes in a bracket of the wanted one gives
 * the next and narrower bracket, until the slopes left in it can be listed. The sample decides how
 * long it takes and not what comes out: intercepts are compared in twice the precision of a double,
 * and the result is the slope that listing all of them gives, but for the rounding of its last
 * digits.
 *
 * <p>Matousek, J. (1991), Randomized optimal algorithm for slope selection, Information Processing
 * Letters 39, 183-187. Dillencourt, M. B., Mount, D. M. and Netanyahu, N. S. (1992), A randomized
 * algorithm for slope selection, International Journal of Computational Geometry and Applications
 * 2, 1-27.
 */
final class SlopeSelection implements SlopeRanks {

  private static final long SEED = 1991;

  /** A slope in doubles is within two units in the last place of the true one. */
  private static final int ROUNDING = 4;

  private final double[] x;
  private final double[] y;
  private final int n;
  private final Bracket all;

  SlopeSelection(double[] x, double[] y) {
    int[] order = Samples.order(x, y);
    this.x = Samples.pick(x, order);
    this.y = Samples.pick(y, order);
    this.n = x.length;
    int[] forward = new int[n];
    Arrays.setAll(forward, i -> i);
    Cut first = new Cut(Double.NEGATIVE_INFINITY, Side.BEFORE, forward, 0);
    int[] backward = sorted(forward, new double[n], new double[n], Side.AFTER);
    this.all = new Bracket(first, cut(Double.POSITIVE_INFINITY, Side.AFTER, backward, first));
  }

  @Override
  public long size() {
    return all.high.below;
  }

  @Override
  public double at(long rank) {
    SplittableRandom random = new SplittableRandom(SEED);
    Bracket bracket = all;
    double margin = 2 * Math.sqrt(n);
    while (bracket.size() > 4L * n) {
      double[] sample = slopes(bracket, draw(random, bracket.size()));
      if (bracket.isNarrow()) {
        return sample[n / 2];
      }
      double centre = (double) (rank - bracket.low.below) / bracket.size() * n;
      Bracket narrower = bracket.towards(rank, sample, centre, margin);
      if (narrower.equals(bracket)) {
        if (margin == 0) {
          return sample[bracket.index(centre)];
        }
        // Two large groups of equal slopes hold the ends: the centre decides between them.
        margin = 0;
      }
      bracket = narrower;
    }
    long[] everyone = new long[(int) bracket.size()];
    Arrays.setAll(everyone, i -> i);
    return slopes(bracket, everyone)[(int) (rank - bracket.low.below - 1)];
  }

  private long[] draw(SplittableRandom random, long size) {
    return random.longs(n, 0, size).sorted().toArray();
  }

  /** The slopes with these numbers among those in the bracket, ascending. */
  private double[] slopes(Bracket bracket, long[] numbers) {
    int[] pairs = Inversions.pairs(ranks(bracket.low, bracket.high), numbers);
    int[] order = bracket.high.order;
    double[] slopes = new double[numbers.length];
    for (int i = 0; i < slopes.length; i++) {
      int a = order[pairs[2 * i]];
      int b = order[pairs[2 * i + 1]];
      slopes[i] = (y[a] - y[b]) / (x[a] - x[b]) + 0.0;
    }
    Arrays.sort(slopes);
    return slopes;
  }

  /** For each point in the order of the first cut, its place in the second. */
  private static int[] ranks(Cut first, Cut second) {
    int n = first.order.length;
    int[] place = new int[n];
    for (int i = 0; i < n; i++) {
      place[second.order[i]] = i;
    }
    int[] ranks = new int[n];
    Arrays.setAll(ranks, i -> place[first.order[i]]);
    return ranks;
  }

  private static Cut cut(double slope, Side side, int[] order, Cut from) {
    Cut cut = new Cut(slope, side, order, 0);
    return new Cut(slope, side, order, from.below + Inversions.count(ranks(from, cut)));
  }

  /** Cuts the slopes at b, which is not below the slope of the other cut. */
  private Cut cut(double b, Side side, Cut from) {
    double[] high = new double[n];
    double[] low = new double[n];
    for (int i = 0; i < n; i++) {
      double product = b * x[i];
      double difference = y[i] - product;
      double tail = tail(y[i], -product, difference) - Math.fma(b, x[i], -product);
      high[i] = difference + tail;
      low[i] = tail(difference, tail, high[i]);
    }
    return cut(b, side, sorted(from.order, high, low, side), from);
  }

  /** What the sum of two doubles loses by rounding, exactly (Knuth's TwoSum). */
  private static double tail(double a, double b, double sum) {
    double virtual = sum - a;
    return (a - (sum - virtual)) + (b - virtual);
  }

  /** The points by intercept; those of equal intercept as just before or just after the slope. */
  private int[] sorted(int[] start, double[] high, double[] low, Side side) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> start[i]);
    Arrays.sort(
        order,
        (i, j) -> {
          if (high[i] != high[j]) {
            return Double.compare(high[i], high[j]);
          }
          if (low[i] != low[j]) {
            return Double.compare(low[i], low[j]);
          }
          boolean reversed = side == Side.AFTER && x[i] != x[j];
          return reversed ? Integer.compare(j, i) : Integer.compare(i, j);
        });
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private enum Side {
    BEFORE,
    AFTER
  }

  /** The points in the order of their intercepts at a slope, and how many slopes lie below. */
  private static final class Cut {
    private final double slope;
    private final Side side;
    private final int[] order;
    private final long below;

    Cut(double slope, Side side, int[] order, long below) {
      this.slope = slope;
      this.side = side;
      this.order = order;
      this.below = below;
    }

    boolean isAfter(double otherSlope, Side otherSide) {
      return slope > otherSlope
          || (slope == otherSlope && side == Side.AFTER && otherSide == Side.BEFORE);
    }

    boolean isAtOrAfter(double otherSlope, Side otherSide) {
      return isAfter(otherSlope, otherSide) || (slope == otherSlope && side == otherSide);
    }
  }

  /** The slopes between two cuts. */
  private final class Bracket {
    private final Cut low;
    private final Cut high;

    Bracket(Cut low, Cut high) {
      this.low = low;
      this.high = high;
    }

    long size() {
      return high.below - low.below;
    }

    /** Whether all slopes inside are equal up to rounding. */
    boolean isNarrow() {
      double size = Math.max(Math.abs(low.slope), Math.abs(high.slope));
      return size < Double.POSITIVE_INFINITY
          && high.slope - low.slope <= 4 * ROUNDING * Math.ulp(size);
    }

    /** Cuts on both sides of where the rank should lie according to the sample. */
    Bracket towards(long rank, double[] sample, double centre, double margin) {
      double from = sample[index(centre - margin)];
      double to = sample[index(centre + margin)];
      // Zero is exact: only equal values have it.
      Bracket half = with(rank, from - ROUNDING * rounding(from), Side.BEFORE);
      return half.with(rank, to + ROUNDING * rounding(to), Side.AFTER);
    }

    int index(double place) {
      return (int) Math.max(0, Math.min(n - 1, place));
    }

    private double rounding(double slope) {
      return slope == 0 ? 0 : Math.ulp(slope);
    }

    private Bracket with(long rank, double slope, Side side) {
      if (low.isAtOrAfter(slope, side) || !high.isAfter(slope, side)) {
        return this;
      }
      Cut cut = cut(slope, side, low);
      return cut.below < rank ? new Bracket(cut, high) : new Bracket(low, cut);
    }
  }
}
