package org.crosstally.consensus;

/**
 * The likelihood of overlapping sets, normalised over all numbers, by the trapezoidal rule on a
 * fine grid that reaches nine standard deviations beyond their ends.
 */
final class SetPosterior {

  private static final int POINTS = 8000;
  private static final double REACH = 9;

  private final double from;
  private final double step;
  private final double[] cumulated = new double[POINTS];
  private double deviation;

  SetPosterior(CensoredReports sets, double t) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < sets.size(); i++) {
      if (!Double.isInfinite(sets.low[i]) && !Double.isInfinite(sets.high[i])) {
        low = Math.min(low, sets.low[i]);
        high = Math.max(high, sets.high[i]);
      }
    }
    double margin = REACH * Math.sqrt(t + Samples.max(sets.v));
    from = low - margin;
    step = (high + margin - from) / (POINTS - 1);
    accumulate(density(sets, t));
  }

  private double[] density(CensoredReports sets, double t) {
    double[] log = new double[POINTS];
    TruncatedNormal part = new TruncatedNormal();
    double highest = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < POINTS; n++) {
      double at = from + n * step;
      for (int i = 0; i < sets.size(); i++) {
        double s = Math.sqrt(sets.v[i] + t);
        part.within(
            (sets.low[i] - at) / s, (sets.high[i] - at) / s, (sets.high[i] - sets.low[i]) / s);
        log[n] += part.logProbability;
      }
      highest = Math.max(highest, log[n]);
    }
    for (int n = 0; n < POINTS; n++) {
      log[n] = Math.exp(log[n] - highest);
    }
    return log;
  }

  private void accumulate(double[] density) {
    double mean = 0;
    double squares = 0;
    double total = 0;
    for (int n = 0; n < POINTS; n++) {
      cumulated[n] = n == 0 ? 0 : cumulated[n - 1] + (density[n - 1] + density[n]) / 2;
      double u = (double) n / POINTS;
      total += density[n];
      mean += density[n] * u;
      squares += density[n] * u * u;
    }
    double variance = squares / total - mean / total * (mean / total);
    deviation = Math.sqrt(Math.max(0, variance)) * POINTS * step;
  }

  double standardDeviation() {
    return deviation;
  }

  double quantile(double share) {
    double target = share * cumulated[POINTS - 1];
    int n = 1;
    while (cumulated[n] < target) {
      n++;
    }
    double within = (target - cumulated[n - 1]) / (cumulated[n] - cumulated[n - 1]);
    return from + (n - 1 + within) * step;
  }
}
