package org.crosstally.balance;

import java.util.Arrays;

/** Which adjustments and multipliers are in the front at which step, and where in it they stand. */
final class FrontPlan {
  /** How many adjustments after the eliminated one the front holds. */
  final int width;

  /** The number of places: the adjustments, then slots for open constraints. */
  final int front;

  /** The first adjustment that is left to the dense end. */
  final int cut;

  private final int[] slots;
  private final int[] firstOpening;
  private final int[] nextOpening;
  private final int[] firstClosing;
  private final int[] nextClosing;
  private final SparseRows rows;

  FrontPlan(BandedQuadratic quadratic, SparseRows rows) {
    this.rows = rows;
    int n = quadratic.size();
    width = quadratic.width();
    cut = Math.max(0, n - width);
    firstOpening = new int[n + 1];
    firstClosing = new int[n + 1];
    nextOpening = new int[rows.count()];
    nextClosing = new int[rows.count()];
    Arrays.fill(firstOpening, -1);
    Arrays.fill(firstClosing, -1);
    for (int row = rows.count() - 1; row >= 0; row--) {
      if (!rows.isEmpty(row)) {
        nextOpening[row] = firstOpening[rows.first(row)];
        firstOpening[rows.first(row)] = row;
        nextClosing[row] = firstClosing[rows.last(row)];
        firstClosing[rows.last(row)] = row;
      }
    }
    slots = new int[rows.count()];
    front = width + 1 + assignSlots();
  }

  /** Gives each constraint the lowest slot that is free while it is open. */
  private int assignSlots() {
    int used = 0;
    int[] free = new int[rows.count() + 1];
    int freeCount = 0;
    for (int t = 0; t < cut; t++) {
      for (int row = firstOpening[t]; row >= 0; row = nextOpening[row]) {
        slots[row] = width + 1 + (freeCount > 0 ? free[--freeCount] : used++);
      }
      for (int row = firstClosing[t]; row >= 0; row = nextClosing[row]) {
        free[freeCount++] = slots[row] - width - 1;
      }
    }
    return used;
  }

  /** A place that is free when the adjustment enters; a mask where it can be, which is faster. */
  int position(int t) {
    return (width & (width + 1)) == 0 ? t & width : t % (width + 1);
  }

  int slot(int row) {
    return slots[row];
  }

  int firstOpening(int t) {
    return firstOpening[t];
  }

  int nextOpening(int row) {
    return nextOpening[row];
  }

  int firstClosing(int t) {
    return firstClosing[t];
  }

  int nextClosing(int row) {
    return nextClosing[row];
  }

  /** Whether a constraint has begun at an adjustment or before, and ends after it. */
  boolean isOpenAt(int row, int t) {
    return rows.first(row) <= t && rows.last(row) > t;
  }

  /** The adjustment at which an event takes place: its own, or the last of the constraint. */
  int time(int event) {
    return event >= 0 ? event : rows.last(~event);
  }
}
