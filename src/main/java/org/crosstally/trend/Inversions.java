package org.crosstally.trend;

/**
 * The inversions of a sequence of integers, that is the pairs of which the earlier is the larger,
 * by a bottom-up merge sort in O(n log n).
 *
 * <p>Knight, W. R. (1966), A computer method for calculating Kendall's tau with ungrouped data,
 * Journal of the American Statistical Association 61, 436-439.
 */
final class Inversions {

  private static final long[] NONE = {};

  private int[] values;
  private int[] buffer;
  private final long[] wanted;
  private final int[] found;
  private int next;
  private long count;

  private Inversions(int[] values, long[] wanted) {
    this.values = values.clone();
    this.buffer = new int[values.length];
    this.wanted = wanted;
    this.found = new int[2 * wanted.length];
    sort();
  }

  /** The number of pairs i &lt; j with values[i] &gt; values[j]; equal values are no inversion. */
  static long count(int[] values) {
    return new Inversions(values, NONE).count;
  }

  /**
   * Some of the inversions, numbered from 0 in an order that depends on the values alone.
   *
   * @param wanted the numbers of the inversions, ascending; a number may repeat
   * @return the larger and the smaller value of each, one pair after the other
   */
  static int[] pairs(int[] values, long[] wanted) {
    return new Inversions(values, wanted).found;
  }

  private void sort() {
    int n = values.length;
    for (int width = 1; width < n; width = width > n / 2 ? n : 2 * width) {
      for (int from = 0; from < n; from += 2 * width) {
        int middle = Math.min(n, from + width);
        merge(from, middle, middle > n - width ? n : middle + width);
        if (from > n - 2 * width) {
          break;
        }
      }
      int[] sorted = buffer;
      buffer = values;
      values = sorted;
    }
  }

  private void merge(int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int k = from; k < to; k++) {
      if (right == to || (left < middle && values[left] <= values[right])) {
        buffer[k] = values[left++];
      } else {
        collect(left, middle, values[right]);
        buffer[k] = values[right++];
      }
    }
  }

  /** Every value that is left on the left side is larger than the one taken from the right. */
  private void collect(int left, int middle, int smaller) {
    long after = count + (middle - left);
    while (next < wanted.length && wanted[next] < after) {
      found[2 * next] = values[left + (int) (wanted[next] - count)];
      found[2 * next + 1] = smaller;
      next++;
    }
    count = after;
  }
}
