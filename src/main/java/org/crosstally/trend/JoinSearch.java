package org.crosstally.trend;

import java.util.Arrays;

/**
 * Finds the joins of a continuous broken line with the least sum of squares, by going through all
 * places where they can be.
 *
 * <p>Joins at observed times: each set of places is one least-squares fit, whose normal equations
 * are tridiagonal in the values at the joins; going from left to right they are solved piece by
 * piece, so that sets with a common beginning share its cost. Joins between times: where the best
 * join lies strictly between two times, the pieces on both sides are fitted as if they were not
 * joined at all, and must meet between these times (Hudson 1966); otherwise it lies at a time. So
 * each join is tried at each time, joined, and in each gap, unjoined; an unjoined set whose pieces
 * do not meet in its gaps is no solution, and its constrained best is among the joined ones. A
 * branch ends as soon as its squares so far exceed the best total.
 */
final class JoinSearch {

  private final SplineData data;
  private final int joins;
  private final int between;
  private final boolean anywhere;

  /** The join that is held at a time, or -1. */
  private final int heldJoin;

  private final int heldPlace;

  /** The place of each join, and whether it is in the gap after it. */
  private final int[] place;

  private final boolean[] gap;
  private int[] bestPlace;
  private boolean[] bestGap;
  private double best = Double.POSITIVE_INFINITY;

  /** One scratch array for each depth, because a branch goes on after its children. */
  private final double[][] scratch;

  private JoinSearch(
      SplineData data, int joins, int between, boolean anywhere, int heldJoin, int heldPlace) {
    this.data = data;
    this.joins = joins;
    this.between = between;
    this.anywhere = anywhere;
    this.heldJoin = heldJoin;
    this.heldPlace = heldPlace;
    this.place = new int[joins];
    this.gap = new boolean[joins];
    this.bestPlace = new int[0];
    this.bestGap = new boolean[0];
    this.scratch = new double[joins + 1][5];
  }

  /** Where the joins are: at a time, or in the gap after it. */
  @SuppressWarnings("ArrayRecordComponent") // package-private, never compared
  record Places(int[] place, boolean[] gap, double squares) {}

  static Places best(SplineData data, int joins, int between, boolean anywhere) {
    JoinSearch search = new JoinSearch(data, joins, between, anywhere, -1, 0);
    search.extend(0, 0, 0, 0, 0);
    return new Places(search.bestPlace, search.bestGap, search.best + data.pure());
  }

  /** The least squares with one join held at a time, infinite where it cannot be. */
  static double held(
      SplineData data, int joins, int between, boolean anywhere, int join, int place) {
    JoinSearch search = new JoinSearch(data, joins, between, anywhere, join, place);
    search.extend(0, 0, 0, 0, 0);
    return search.best + data.pure();
  }

  /** Whether so many joins fit between the times. */
  static boolean fits(SplineData data, int joins, int between) {
    return data.size() >= (joins + 1) * between + joins && data.size() >= 2;
  }

  /**
   * Places the next join.
   *
   * @param depth how many are placed
   * @param knot the place of the last knot: a join, or the first point of an unjoined piece
   * @param d what the pieces before say about the value there: weight
   * @param r and right side
   * @param reduction by how much the closed equations lower the squares
   */
  private void extend(int depth, int knot, double d, double r, double reduction) {
    int n = data.size();
    int inner = depth > 0 && !gap[depth - 1] ? knot + 1 : knot;
    double[] piece = scratch[depth];
    if (depth == joins) {
      if (n - inner >= between) {
        data.piece(knot, n - 1, n, piece);
        finish(closed(piece, d, r, reduction));
      }
      return;
    }
    int last = n - 1 - (joins - depth) * between - (joins - depth - 1);
    boolean held = depth == heldJoin;
    int first = inner + between;
    for (int at = held ? Math.max(first, heldPlace) : first;
        at <= (held ? Math.min(last, heldPlace) : last);
        at++) {
      data.piece(knot, at, at, piece);
      double pivot = d + piece[0];
      double lead = r + piece[3];
      double now = reduction + lead * lead / pivot;
      double nextD = piece[2] - piece[1] * piece[1] / pivot;
      double nextR = piece[4] - piece[1] * lead / pivot;
      // With its own value free, the open knot can lower the squares by at most r^2/d.
      double open = now + (nextD > 0 ? nextR * nextR / nextD : 0);
      if (data.squares(0, at) - open < best) {
        place[depth] = at;
        gap[depth] = false;
        extend(depth + 1, at, nextD, nextR, now);
      }
      if (anywhere && !held) {
        unjoined(depth, knot, at - 1, d, r, reduction);
      }
    }
    if (anywhere && !held) {
      unjoined(depth, knot, last, d, r, reduction);
    }
  }

  /** Ends the piece at a place and begins an unjoined one at the next. */
  private void unjoined(int depth, int knot, int end, double d, double r, double reduction) {
    int inner = depth > 0 && !gap[depth - 1] ? knot + 1 : knot;
    int rest = data.size() - 1 - end;
    int needed = (joins - depth) * between + (joins - depth - 1) * (anywhere ? 0 : 1);
    if (end - inner + 1 < between || rest < needed) {
      return;
    }
    double[] piece = new double[5];
    data.piece(knot, end, end + 1, piece);
    double now = closed(piece, d, r, reduction);
    if (data.squares(0, end + 1) - now < best) {
      place[depth] = end;
      gap[depth] = true;
      extend(depth + 1, end + 1, 0, 0, now);
    }
  }

  private static double closed(double[] piece, double d, double r, double reduction) {
    double pivot = d + piece[0];
    double lead = r + piece[3];
    double end = piece[2] - piece[1] * piece[1] / pivot;
    double right = piece[4] - piece[1] * lead / pivot;
    return reduction + lead * lead / pivot + right * right / end;
  }

  private void finish(double reduction) {
    double squares = Math.max(0, data.squares(0, data.size()) - reduction);
    if (squares < best && meets()) {
      best = squares;
      bestPlace = place.clone();
      bestGap = gap.clone();
    }
  }

  /** Whether unjoined pieces meet in their gaps. */
  private boolean meets() {
    boolean any = false;
    for (boolean open : gap) {
      any |= open;
    }
    if (!any) {
      return true;
    }
    double[][] lines = lines();
    for (int j = 0; j < joins; j++) {
      if (gap[j]) {
        double at = (lines[j][0] - lines[j + 1][0]) / (lines[j + 1][1] - lines[j][1]);
        double low = data.x(place[j]) - data.meanX();
        double high = data.x(place[j] + 1) - data.meanX();
        if (!(at > low && at < high)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Level at the mean time and slope of each piece, less the straight line. */
  private double[][] lines() {
    double[][] lines = new double[joins + 1][];
    int from = 0;
    for (int j = 0; j <= joins; j++) {
      if (j == joins || gap[j]) {
        chain(from, j, lines);
        from = j + 1;
      }
    }
    return lines;
  }

  /** Solves the pieces from one to another, which are joined at times, for the values at knots. */
  private void chain(int first, int last, double[][] lines) {
    int pieces = last - first + 1;
    int[] knots = new int[pieces + 1];
    knots[0] = first == 0 ? 0 : place[first - 1] + 1;
    for (int p = 1; p < pieces; p++) {
      knots[p] = place[first + p - 1];
    }
    knots[pieces] = last == joins ? data.size() - 1 : place[last];
    double[] diagonal = new double[pieces + 1];
    double[] off = new double[pieces];
    double[] right = new double[pieces + 1];
    double[] piece = new double[5];
    for (int p = 0; p < pieces; p++) {
      data.piece(knots[p], knots[p + 1], knots[p + 1] + (p == pieces - 1 ? 1 : 0), piece);
      diagonal[p] += piece[0];
      off[p] = piece[1];
      diagonal[p + 1] += piece[2];
      right[p] += piece[3];
      right[p + 1] += piece[4];
    }
    double[] value = tridiagonal(diagonal, off, right);
    for (int p = 0; p < pieces; p++) {
      double a = data.x(knots[p]) - data.meanX();
      double slope = (value[p + 1] - value[p]) / (data.x(knots[p + 1]) - data.x(knots[p]));
      lines[first + p] = new double[] {value[p] - slope * a, slope};
    }
  }

  private static double[] tridiagonal(double[] diagonal, double[] off, double[] right) {
    double[] value = Arrays.copyOf(right, right.length);
    double[] pivot = diagonal.clone();
    for (int i = 0; i < off.length; i++) {
      double share = off[i] / pivot[i];
      pivot[i + 1] -= share * off[i];
      value[i + 1] -= share * value[i];
    }
    value[off.length] /= pivot[off.length];
    for (int i = off.length - 1; i >= 0; i--) {
      value[i] = (value[i] - off[i] * value[i + 1]) / pivot[i];
    }
    return value;
  }
}
