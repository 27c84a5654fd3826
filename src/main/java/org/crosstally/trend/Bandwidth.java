package org.crosstally.trend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** How many lags of serial correlation a Newey-West estimate looks back. */
public sealed interface Bandwidth {

  /**
   * The number L of the weights {@code 1 - l/(L + 1)}.
   *
   * @param x the times, ascending, at least 3
   * @param residuals what the fit leaves at each time
   * @return L, not negative; an automatic one can pass the last lag that the series has
   * @throws IllegalArgumentException if a fixed lag does not fit so few points
   */
  int lag(double[] x, double[] residuals);

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
   * The lag from the autocorrelation of the series itself.
   *
   * @param origin from where the times are counted in it
   * @return the bandwidth
   */
  static Bandwidth automatic(Origin origin) {
    return new Automatic(origin);
  }

  /** From where times are counted when a bandwidth is found. */
  enum Origin {
    /** From their mean, so that it does not matter where the calendar begins. */
    MEAN_TIME,
    /** From 0, as they are given: R's sandwich does so. */
    AS_GIVEN
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
    public int lag(double[] x, double[] residuals) {
      int n = x.length;
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
    public int lag(double[] x, double[] residuals) {
      return preliminary(x.length);
    }

    private static int preliminary(int n) {
      return (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
    }
  }

  /**
   * The whole part of {@code 1.1447 ((s1/s0)^2 n)^(1/3)}, with {@code s0 = g(0) + 2 sum g(l)} and
   * {@code s1 = 2 sum l g(l)} over the autocovariances g of residual times time at lags up to
   * {@code floor(4 (n/100)^(2/9))}. From Newey and West (1994), as {@link BySampleSize}.
   *
   * @param origin from where the times are counted
   */
  record Automatic(Origin origin) implements Bandwidth {

    /**
     * A rule with its origin, which is not null.
     *
     * @param origin from where the times are counted
     */
    public Automatic {
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public int lag(double[] x, double[] residuals) {
      return (int) Math.floor(width(x, residuals));
    }

    /**
     * The bandwidth before it is cut to a whole number.
     *
     * @param x the times, ascending
     * @param residuals what the fit leaves at each time
     * @return the bandwidth; 0 where the autocovariances sum to nothing
     */
    public double width(double[] x, double[] residuals) {
      int n = x.length;
      double shift = origin == Origin.MEAN_TIME ? Sums.mean(x) : 0;
      double[] moments = new double[n];
      Arrays.setAll(moments, i -> residuals[i] * (x[i] - shift));
      double s0 = Sums.dot(moments, moments) / n;
      double s1 = 0;
      for (int lag = 1; lag <= Math.min(BySampleSize.preliminary(n), n - 1); lag++) {
        double covariance = 0;
        for (int t = lag; t < n; t++) {
          covariance += moments[t] * moments[t - lag];
        }
        s0 += 2 * covariance / n;
        s1 += 2 * lag * covariance / n;
      }
      return s0 == 0 ? 0 : Math.min(n * (double) n, 1.1447 * Math.cbrt(s1 / s0 * (s1 / s0) * n));
    }
  }
}
