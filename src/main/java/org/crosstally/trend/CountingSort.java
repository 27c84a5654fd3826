package org.crosstally.trend;

import java.util.Arrays;

/**
 * Merge sorts on plain arrays that count the pairs which change places (Knight 1966), because
 * sorting boxed numbers takes ten times as long.
 */
final class CountingSort {

  /** Runs of this length are sorted by insertion first. */
  private static final int RUN = 8;

  private CountingSort() {}

  /** Sorts values and returns how many pairs stood in the wrong order; equal ones stand right. */
  static long sort(double[] values) {
    int n = values.length;
    long inversions = 0;
    for (int from = 0; from < n; from += RUN) {
      int to = Math.min(n, from + RUN);
      for (int i = from + 1; i < to; i++) {
        double value = values[i];
        int j = i;
        for (; j > from && values[j - 1] > value; j--) {
          values[j] = values[j - 1];
        }
        values[j] = value;
        inversions += i - j;
      }
    }
    double[] source = values;
    double[] target = new double[n];
    for (int width = RUN; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = Math.min(n, from + width);
        int to = Math.min(n, middle + width);
        inversions += merge(source, target, from, middle, to);
      }
      double[] swap = source;
      source = target;
      target = swap;
    }
    if (source != values) {
      System.arraycopy(source, 0, values, 0, n);
    }
    return inversions;
  }

  private static long merge(double[] source, double[] target, int from, int middle, int to) {
    if (middle >= to || source[middle - 1] <= source[middle]) {
      System.arraycopy(source, from, target, from, to - from);
      return 0;
    }
    long inversions = 0;
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (right == to || (left < middle && source[left] <= source[right])) {
        target[k] = source[left++];
      } else {
        inversions += middle - left;
        target[k] = source[right++];
      }
    }
    return inversions;
  }

  /** The order of positions by a key, ties by a second key and then by position. */
  static int[] order(double[] first, double[] second) {
    int[] order = new int[first.length];
    Arrays.setAll(order, i -> i);
    if (!isSorted(first, second)) {
      double[] keys = first.clone();
      sort(keys, order, (i, j) -> second[i] != second[j] ? second[i] < second[j] : i < j);
    }
    return order;
  }

  private static boolean isSorted(double[] first, double[] second) {
    for (int i = 1; i < first.length; i++) {
      boolean right =
          first[i - 1] < first[i] || (first[i - 1] == first[i] && second[i - 1] <= second[i]);
      if (!right) {
        return false;
      }
    }
    return true;
  }

  /** Decides between positions of equal key. */
  interface Tie {
    /** Whether position i stands before position j. */
    boolean before(int i, int j);
  }

  /** Sorts positions along with their keys and returns how many pairs stood in the wrong order. */
  static long sort(double[] keys, int[] positions, Tie tie) {
    int n = keys.length;
    long inversions = 0;
    for (int from = 0; from < n; from += RUN) {
      inversions += insert(keys, positions, from, Math.min(n, from + RUN), tie);
    }
    double[] key = keys;
    int[] position = positions;
    double[] keyBuffer = new double[n];
    int[] positionBuffer = new int[n];
    for (int width = RUN; width < n; width *= 2) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = Math.min(n, from + width);
        int to = Math.min(n, middle + width);
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
          boolean takeLeft =
              right == to
                  || (left < middle
                      && (key[left] != key[right]
                          ? key[left] < key[right]
                          : tie.before(position[left], position[right])));
          int taken = takeLeft ? left++ : right++;
          inversions += takeLeft ? 0 : middle - left;
          keyBuffer[k] = key[taken];
          positionBuffer[k] = position[taken];
        }
      }
      double[] keySwap = key;
      key = keyBuffer;
      keyBuffer = keySwap;
      int[] positionSwap = position;
      position = positionBuffer;
      positionBuffer = positionSwap;
    }
    if (key != keys) {
      System.arraycopy(key, 0, keys, 0, n);
      System.arraycopy(position, 0, positions, 0, n);
    }
    return inversions;
  }

  private static long insert(double[] keys, int[] positions, int from, int to, Tie tie) {
    long inversions = 0;
    for (int i = from + 1; i < to; i++) {
      double key = keys[i];
      int position = positions[i];
      int j = i;
      while (j > from
          && (keys[j - 1] != key ? keys[j - 1] > key : tie.before(position, positions[j - 1]))) {
        keys[j] = keys[j - 1];
        positions[j] = positions[j - 1];
        j--;
      }
      keys[j] = key;
      positions[j] = position;
      inversions += i - j;
    }
    return inversions;
  }
}
