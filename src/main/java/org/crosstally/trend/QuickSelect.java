package org.crosstally.trend;

import java.util.Arrays;

/** Puts the element of a rank in its place, in linear expected time (Hoare 1961). */
final class QuickSelect {

  private static final int SHORT = 16;

  private QuickSelect() {}

  /**
   * Orders the values from a position on so that those before {@code place} are not above, and
   * those after it not below, the one there.
   */
  static void place(double[] values, int from, int to, int place) {
    int low = from;
    int high = to - 1;
    while (high - low > SHORT) {
      double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swap = values[left];
          values[left++] = values[right];
          values[right--] = swap;
        }
      }
      if (place <= right) {
        high = right;
      } else if (place >= left) {
        low = left;
      } else {
        return;
      }
    }
    Arrays.sort(values, low, high + 1);
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
