package org.crosstally.trend;

import java.util.Locale;

/** How many lags of serial correlation a Newey-West estimate looks back. */
public sealed interface Bandwidth {

  /**
   * The largest lag L that gets a weight.
   *
   * @param n the number of points, at least 3
   * @return L, from 0 to n - 1
   * @throws IllegalArgumentException if the lag does not fit so few points
   */
  int lag(int n);

  /**
   * The same lag for every series.
   *
   * @param lag the largest lag; 0 allows for unequal variance alone
   * @return the bandwidth
   * @throws IllegalArgumentException if the lag is negative
   */
  static Bandwidth fixed(int lag) {
    return new Fixed(lag);
  }

  /**
   * The lag from the number of points, {@code floor(4 (n/100)^(2/9))}.
   *
   * @return the bandwidth
   */
  static Bandwidth bySampleSize() {
    return new BySampleSize();
  }

  /**
   * The same lag for every series.
   *
   * @param largest the largest lag, not negative
   */
  record Fixed(int largest) implements Bandwidth {

    /**
     * A fixed lag.
     *
     * @param largest the largest lag
     * @throws IllegalArgumentException if the lag is negative
     */
    public Fixed {
      if (largest < 0) {
        throw new IllegalArgumentException("lag " + largest + ": must not be negative");
      }
    }

    @Override
    public int lag(int n) {
      if (largest >= n) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "lag %d needs more than %d points", largest, n));
      }
      return largest;
    }
  }

  /**
   * {@code floor(4 (n/100)^(2/9))}: 2 at 15 points, 3 at 30, 4 at 100. From Newey, W. K. and West,
   * K. D. (1994), Automatic lag selection in covariance matrix estimation, Review of Economic
   * Studies 61, 631-653.
   */
  record BySampleSize() implements Bandwidth {

    @Override
    public int lag(int n) {
      return (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
    }
  }
}
