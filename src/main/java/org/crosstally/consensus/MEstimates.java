package org.crosstally.consensus;

import org.crosstally.outcome.Outcome;

/** Locations that solve an estimating equation. */
final class MEstimates {

  private static final int MAX_STEPS = 20_000;
  private static final double SETTLED = 1e-14;

  private MEstimates() {}

  static Outcome<RobustMean.Location> huber(double[] sorted, double cut) {
    double median = Samples.median(sorted);
    double scale = Locations.MAD_TO_SIGMA * Samples.mad(sorted);
    if (scale == 0) {
      return Outcome.undetermined(ConsensusReason.ZERO_SCALE);
    }
    // Differences from the median keep their digits where the values are far from 0.
    double[] y = Samples.minus(sorted, median);
    double low = y[0];
    double high = y[y.length - 1];
    double shift =
        psiSum(y, 0, cut * scale) == 0
            ? 0
            : Roots.between(mu -> psiSum(y, mu, cut * scale), low, high, scale);
    return Locations.located(
        median + shift, scale, huberError(y, shift, cut * scale, y.length), y.length);
  }

  private static double psiSum(double[] y, double mu, double limit) {
    double sum = 0;
    for (double value : y) {
      sum += Math.max(-limit, Math.min(limit, value - mu));
    }
    return sum;
  }

  /** {@code sqrt(k / (k - 1) sum psi^2) / (number of values not cut)}. */
  private static double huberError(double[] y, double mu, double limit, int k) {
    double squares = 0;
    int inside = 0;
    for (double value : y) {
      double psi = Math.max(-limit, Math.min(limit, value - mu));
      squares += psi * psi;
      inside += Math.abs(value - mu) <= limit ? 1 : 0;
    }
    return Math.sqrt(squares * k / (k - 1)) / inside;
  }

  static Outcome<RobustMean.Location> proposal2(double[] sorted, double cut, int steps) {
    int k = sorted.length;
    double median = Samples.median(sorted);
    double start = Locations.MAD_TO_SIGMA * Samples.mad(sorted);
    if (start == 0) {
      return Locations.located(median, 0, 0, k);
    }
    double inside = 1 - 2 * Normal.upper(cut);
    double beta = inside + cut * cut * (1 - inside) - 2 * cut * Normal.density(cut);
    double[] y = Samples.minus(sorted, median);
    double mu = 0;
    double scale = start;
    for (int step = 0; step < Math.min(steps, MAX_STEPS); step++) {
      double next = mu + psiSum(y, mu, cut * scale) / k;
      double squares = clippedSquares(y, mu, cut * scale, next);
      double nextScale = Math.sqrt(squares / (k - 1) / beta);
      boolean settled =
          Math.abs(next - mu) < SETTLED * scale && Math.abs(nextScale - scale) < SETTLED * scale;
      if (settled) {
        return Locations.located(median + mu, scale, huberError(y, mu, cut * scale, k), k);
      }
      if (nextScale < SETTLED * start) {
        return Outcome.undetermined(ConsensusReason.ZERO_SCALE);
      }
      mu = next;
      scale = nextScale;
    }
    return steps < MAX_STEPS
        ? Locations.located(median + mu, scale, huberError(y, mu, cut * scale, k), k)
        : Outcome.undetermined(ConsensusReason.NOT_CONVERGED);
  }

  private static double clippedSquares(double[] y, double mu, double limit, double centre) {
    double sum = 0;
    for (double value : y) {
      double clipped = Math.max(mu - limit, Math.min(mu + limit, value));
      sum += (clipped - centre) * (clipped - centre);
    }
    return sum;
  }

  static Outcome<RobustMean.Location> biweight(double[] sorted, double cut) {
    int k = sorted.length;
    double median = Samples.median(sorted);
    double mad = Samples.mad(sorted);
    if (mad == 0) {
      return Locations.located(median, 0, 0, k);
    }
    double[] y = Samples.minus(sorted, median);
    double mu = 0;
    for (int step = 0; step < MAX_STEPS; step++) {
      double weights = 0;
      double sum = 0;
      for (double value : y) {
        double u = (value - mu) / (cut * mad);
        double w = Math.abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0;
        weights += w;
        sum += w * (value - mu);
      }
      mu += sum / weights;
      if (Math.abs(sum / weights) < SETTLED * mad) {
        return Locations.located(
            median + mu, Locations.MAD_TO_SIGMA * mad, biweightError(y, mu, cut * mad), k);
      }
    }
    return Outcome.undetermined(ConsensusReason.NOT_CONVERGED);
  }

  private static double biweightError(double[] y, double mu, double limit) {
    double above = 0;
    double below = 0;
    for (double value : y) {
      double square = (value - mu) / limit * ((value - mu) / limit);
      if (square < 1) {
        above += (value - mu) * (value - mu) * Math.pow(1 - square, 4);
        below += (1 - square) * (1 - 5 * square);
      }
    }
    return Math.sqrt(above) / Math.abs(below);
  }
}
