package org.crosstally.trend;

/**
 * The covariance of the mean and the slope of a fitted line.
 *
 * @param mean the variance of the line at the mean time
 * @param mixed its covariance with the slope
 * @param slope the variance of the slope
 */
record Covariance(double mean, double mixed, double slope) {

  /** From times in their order, residuals, centred times and their sum of squares. */
  static Covariance of(
      ErrorModel model, double[] x, double[] residuals, double[] centred, double sxx) {
    int n = residuals.length;
    if (model instanceof ErrorModel.NeweyWest hac) {
      double factor = hac.smallSample() == SmallSample.N_OVER_N_MINUS_K ? n / (double) (n - 2) : 1;
      return sandwich(residuals, centred, sxx, hac.bandwidth().lag(x, residuals)).times(factor);
    }
    if (model instanceof ErrorModel.Heteroskedastic hc) {
      double factor = hc.variant() == ErrorModel.Variant.HC1 ? n / (double) (n - 2) : 1;
      double[] weighted =
          hc.variant() == ErrorModel.Variant.HC3 ? jackknifed(residuals, centred, sxx) : residuals;
      return sandwich(weighted, centred, sxx, 0).times(factor);
    }
    double variance = Sums.dot(residuals, residuals) / (n - 2);
    return new Covariance(variance / n, 0, variance / sxx);
  }

  /** The variance of the line at a distance from the mean time; never negative but for rounding. */
  double at(double distance) {
    return mean + distance * (2 * mixed + distance * slope);
  }

  /** The largest term of {@link #at}, against which a variance can be told from rounding. */
  double scale(double distance) {
    return Math.max(mean, distance * distance * slope);
  }

  static boolean hasFullLeverage(double[] centred, double sxx) {
    for (double d : centred) {
      // A leverage this near 1 is 1 with the rounding of its terms.
      if (1 - leverage(d, centred.length, sxx) < 1e-12) {
        return true;
      }
    }
    return false;
  }

  private static double leverage(double distance, int n, double sxx) {
    return 1.0 / n + distance * distance / sxx;
  }

  private static double[] jackknifed(double[] residuals, double[] centred, double sxx) {
    double[] weighted = residuals.clone();
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] /= 1 - leverage(centred[i], weighted.length, sxx);
    }
    return weighted;
  }

  private static Covariance sandwich(double[] residuals, double[] centred, double sxx, int lags) {
    int n = residuals.length;
    double[] moments = new double[n];
    for (int i = 0; i < n; i++) {
      moments[i] = residuals[i] * centred[i];
    }
    double mean = 0;
    double mixed = 0;
    double slope = 0;
    for (int lag = 0; lag <= lags; lag++) {
      // Each lag above 0 stands for itself and for its negative.
      double weight = lag == 0 ? 0.5 : 1 - lag / (lags + 1.0);
      mean += 2 * weight * lagged(residuals, residuals, lag);
      mixed += weight * (lagged(residuals, moments, lag) + lagged(moments, residuals, lag));
      slope += 2 * weight * lagged(moments, moments, lag);
    }
    return new Covariance(mean / n / n, mixed / n / sxx, slope / sxx / sxx);
  }

  /** The variance of a sum of influences in the order of time. */
  static double longRun(ErrorModel model, double[] x, double[] residuals, double[] influences) {
    int n = influences.length;
    int lags = 0;
    boolean enlarged = false;
    if (model instanceof ErrorModel.NeweyWest hac) {
      lags = hac.bandwidth().lag(x, residuals);
      enlarged = hac.smallSample() == SmallSample.N_OVER_N_MINUS_K;
    } else if (model instanceof ErrorModel.Heteroskedastic hc) {
      enlarged = hc.variant() == ErrorModel.Variant.HC1;
    }
    double sum = lagged(influences, influences, 0);
    for (int lag = 1; lag <= Math.min(lags, n - 1); lag++) {
      sum += 2 * (1 - lag / (lags + 1.0)) * lagged(influences, influences, lag);
    }
    return Math.max(0, enlarged ? sum * n / (n - 2) : sum);
  }

  private static double lagged(double[] now, double[] before, int lag) {
    double sum = 0;
    for (int t = lag; t < now.length; t++) {
      sum += now[t] * before[t - lag];
    }
    return sum;
  }

  private Covariance times(double factor) {
    return new Covariance(mean * factor, mixed * factor, slope * factor);
  }
}
