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

  /** The ends of a bracket lie so many roots of n, three standard deviations, off in the sample. */
  private static final double MARGIN = 1.5;

  /** Brackets of so many slopes for each point are listed. */
  private static final int LISTED = 8;

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
    this.all = new Bracket(first, last(first));
  }

  @Override
  public long size() {
    return all.high.below;
  }

  @Override
  public double[] at(long... ranks) {
    double[] found = new double[ranks.length];
    select(new SplittableRandom(SEED), all, ranks, 0, ranks.length, MARGIN * Math.sqrt(n), found);
    return found;
  }

  /** Finds the slopes of some of the ranks, all of them in the bracket. */
  private void select(
      SplittableRandom random,
      Bracket bracket,
      long[] ranks,
      int from,
      int to,
      double margin,
      double[] found) {
    if (from == to) {
      return;
    }
    if (bracket.size() <= LISTED * (long) n) {
      list(bracket, ranks, from, to, found);
      return;
    }
    double[] sample = slopes(bracket, draw(random, bracket.size()));
    Arrays.sort(sample);
    if (bracket.isNarrow()) {
      Arrays.fill(found, from, to, sample[n / 2]);
      return;
    }
    for (int first = from; first < to; ) {
      int last = first;
      while (last + 1 < to
          && bracket.centre(ranks[last + 1]) - bracket.centre(ranks[last]) <= 4 * margin) {
        last++;
      }
      cluster(random, bracket, ranks, first, last + 1, margin, sample, found);
      first = last + 1;
    }
  }

  /** Cuts on both sides of where neighbouring ranks should lie according to the sample. */
  private void cluster(
      SplittableRandom random,
      Bracket bracket,
      long[] ranks,
      int from,
      int to,
      double margin,
      double[] sample,
      double[] found) {
    double low = sample[bracket.index(bracket.centre(ranks[from]) - margin)];
    double high = sample[bracket.index(bracket.centre(ranks[to - 1]) + margin)];
    // Zero is exact: only equal values have it.
    Bracket below = bracket.below(low - ROUNDING * rounding(low), Side.BEFORE);
    Bracket rest = below.size() == 0 ? bracket : new Bracket(below.high, bracket.high);
    Bracket middle = rest.below(high + ROUNDING * rounding(high), Side.AFTER);
    Bracket above = middle.size() == 0 ? rest : new Bracket(middle.high, bracket.high);
    int start = from;
    for (Bracket part : new Bracket[] {below, middle, above}) {
      int end = start;
      while (end < to && ranks[end] <= part.high.below) {
        end++;
      }
      if (end > start && part.size() == bracket.size()) {
        stuck(random, bracket, ranks, start, end, margin, sample, found);
      } else {
        select(random, part, ranks, start, end, margin, found);
      }
      start = end;
    }
  }

  /** Two large groups of equal slopes hold the ends: the centre decides between them. */
  private void stuck(
      SplittableRandom random,
      Bracket bracket,
      long[] ranks,
      int from,
      int to,
      double margin,
      double[] sample,
      double[] found) {
    for (int i = from; i < to; i++) {
      if (margin == 0) {
        found[i] = sample[bracket.index(bracket.centre(ranks[i]))];
      } else {
        select(random, bracket, ranks, i, i + 1, 0, found);
      }
    }
  }

  private void list(Bracket bracket, long[] ranks, int from, int to, double[] found) {
    long[] everyone = new long[(int) bracket.size()];
    Arrays.setAll(everyone, i -> i);
    double[] slopes = slopes(bracket, everyone);
    int start = 0;
    for (int i = from; i < to; i++) {
      int place = (int) (ranks[i] - bracket.low.below - 1);
      QuickSelect.place(slopes, start, slopes.length, place);
      found[i] = slopes[place];
      start = place;
    }
  }

  private static double rounding(double slope) {
    return slope == 0 ? 0 : Math.ulp(slope);
  }

  private long[] draw(SplittableRandom random, long size) {
    return random.longs(n, 0, size).sorted().toArray();
  }

  /** The slopes with these numbers among those in the bracket. */
  private double[] slopes(Bracket bracket, long[] numbers) {
    int[] pairs = Inversions.pairs(ranks(bracket.low, bracket.high), numbers);
    int[] order = bracket.high.order;
    double[] slopes = new double[numbers.length];
    for (int i = 0; i < slopes.length; i++) {
      int a = order[pairs[2 * i]];
      int b = order[pairs[2 * i + 1]];
      slopes[i] = (y[a] - y[b]) / (x[a] - x[b]) + 0.0;
    }
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

  /** Above all slopes: the reverse order of the times. */
  private Cut last(Cut first) {
    return cut(new double[n], new double[n], Double.POSITIVE_INFINITY, Side.AFTER, first);
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
    return cut(high, low, b, side, from);
  }

  /**
   * Sorts the points by intercept, those of equal intercept as just before or just after the slope;
   * each pair that changes places is a slope passed on the way.
   */
  private Cut cut(double[] high, double[] low, double b, Side side, Cut from) {
    int[] order = from.order.clone();
    double[] keys = Samples.pick(high, order);
    long passed =
        CountingSort.sort(
            keys,
            order,
            (i, j) -> {
              if (low[i] != low[j]) {
                return low[i] < low[j];
              }
              return (side == Side.AFTER && x[i] != x[j]) ? i > j : i < j;
            });
    return new Cut(b, side, order, from.below + passed);
  }

  /** What the sum of two doubles loses by rounding, exactly (Knuth's TwoSum). */
  private static double tail(double a, double b, double sum) {
    double virtual = sum - a;
    return (a - (sum - virtual)) + (b - virtual);
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

    /** Where a rank should lie in an ordered sample of n slopes. */
    double centre(long rank) {
      return (double) (rank - low.below) / size() * n;
    }

    int index(double place) {
      return (int) Math.max(0, Math.min(n - 1, place));
    }

    /** The part below a slope; without slopes if the slope is not inside. */
    Bracket below(double slope, Side side) {
      if (low.isAtOrAfter(slope, side)) {
        return new Bracket(low, low);
      }
      return high.isAfter(slope, side) ? new Bracket(low, cut(slope, side, low)) : this;
    }
  }
}
