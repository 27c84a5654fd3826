package org.crosstally.trend;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * A log-linear line through counts for a given shape theta; an infinite one is Poisson.
 *
 * @param x the times
 * @param y the counts
 * @param meanX the mean time
 * @param level the logarithm of the mean count at the mean time
 * @param slope the log change per unit of time
 * @param means the expected counts
 * @param theta the shape
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record LogLinearFit(
    double[] x,
    double[] y,
    double meanX,
    double level,
    double slope,
    double[] means,
    double theta) {

  private static final int LARGEST_STEPS = 500;

  /** Newton's steps shrink quadratically; from here the next one is below the rounding. */
  private static final double SMALL_STEP = 1e-15;

  static LogLinearFit poisson(double[] x, double[] y) {
    double mean = Sums.mean(x);
    return new LogLinearFit(
            x, y, mean, Math.log(Sums.mean(y)), 0, new double[0], Double.POSITIVE_INFINITY)
        .fitted();
  }

  /** Newton's method on the log likelihood by expected information, halving steps that lower it. */
  private LogLinearFit fitted() {
    LogLinearFit now = at(level, slope, theta);
    double likelihood = now.kernel();
    for (int i = 0; i < LARGEST_STEPS; i++) {
      double[] step = now.step();
      double size = Math.max(Math.abs(step[0]), Math.abs(step[1]) * now.spread());
      LogLinearFit next = at(now.level + step[0], now.slope + step[1], theta);
      double better = next.kernel();
      for (int half = 0;
          half < 60 && !(better >= likelihood - 1e-12 * Math.abs(likelihood));
          half++) {
        step[0] /= 2;
        step[1] /= 2;
        next = at(now.level + step[0], now.slope + step[1], theta);
        better = next.kernel();
      }
      now = next;
      likelihood = better;
      if (size < SMALL_STEP * (1 + Math.abs(now.level))) {
        break;
      }
    }
    return now;
  }

  private LogLinearFit at(double newLevel, double newSlope, double newTheta) {
    double[] m = new double[x.length];
    Arrays.setAll(m, i -> Math.exp(Math.fma(newSlope, x[i] - meanX, newLevel)));
    return new LogLinearFit(x, y, meanX, newLevel, newSlope, m, newTheta);
  }

  private double spread() {
    return Arrays.stream(x).map(v -> Math.abs(v - meanX)).max().orElse(1);
  }

  /** The terms of the log likelihood that depend on the line. */
  private double kernel() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double log = Math.fma(slope, x[i] - meanX, level);
      sum +=
          Double.isInfinite(theta)
              ? y[i] * log - means[i]
              : y[i] * log - (y[i] + theta) * Math.log1p(means[i] / theta) - y[i] * Math.log(theta);
    }
    return sum;
  }

  private double weight(int i) {
    return means[i] / (1 + means[i] / theta);
  }

  private double[] step() {
    double[] info = information();
    double u0 = 0;
    double u1 = 0;
    for (int i = 0; i < y.length; i++) {
      double score = (y[i] - means[i]) / (1 + means[i] / theta);
      u0 += score;
      u1 += score * (x[i] - meanX);
    }
    double determinant = info[0] * info[2] - info[1] * info[1];
    return new double[] {
      (info[2] * u0 - info[1] * u1) / determinant, (info[0] * u1 - info[1] * u0) / determinant
    };
  }

  /** Sums of weights times 1, centred time and its square. */
  private double[] information() {
    double[] info = new double[3];
    for (int i = 0; i < y.length; i++) {
      double d = x[i] - meanX;
      info[0] += weight(i);
      info[1] += weight(i) * d;
      info[2] += weight(i) * d * d;
    }
    return info;
  }

  double slopeError() {
    double[] info = information();
    return Math.sqrt(1 / (info[2] - info[1] * info[1] / info[0]));
  }

  double levelError() {
    double[] info = information();
    return Math.sqrt(1 / (info[0] - info[1] * info[1] / info[2]));
  }

  /** The errors of level and slope from the scores themselves, in the order of time. */
  double[] robustErrors(ErrorModel model) {
    int n = y.length;
    double[] scores = new double[n];
    Arrays.setAll(scores, i -> (y[i] - means[i]) / (1 + means[i] / theta));
    double[] info = information();
    double determinant = info[0] * info[2] - info[1] * info[1];
    double[] level = new double[n];
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      double d = x[i] - meanX;
      level[i] = scores[i] * (info[2] - info[1] * d) / determinant;
      slopes[i] = scores[i] * (info[0] * d - info[1]) / determinant;
    }
    return new double[] {
      Math.sqrt(Covariance.longRun(model, x, scores, level)),
      Math.sqrt(Covariance.longRun(model, x, scores, slopes))
    };
  }

  double pearson() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i] - means[i];
      sum += rest * rest / (means[i] * (1 + means[i] / theta));
    }
    return sum;
  }

  /** Whether the counts lie on the line up to rounding. */
  boolean isExact() {
    for (int i = 0; i < y.length; i++) {
      if (Math.abs(y[i] - means[i]) > 1e-12 * Math.max(1, y[i])) {
        return false;
      }
    }
    return true;
  }

  double deviance() {
    return deviance(means);
  }

  double nullDeviance() {
    double[] same = new double[y.length];
    Arrays.fill(same, Sums.mean(y));
    return deviance(same);
  }

  private double deviance(double[] m) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double own = y[i] == 0 ? 0 : y[i] * Math.log(y[i] / m[i]);
      sum +=
          Double.isInfinite(theta)
              ? own - (y[i] - m[i])
              : own - (y[i] + theta) * logRatio(y[i], m[i]);
    }
    return 2 * sum;
  }

  /** ln((y + theta)/(m + theta)), with the digits of small differences and of small ratios. */
  private double logRatio(double count, double mean) {
    double change = (count - mean) / (mean + theta);
    return Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log((count + theta) / (mean + theta));
  }

  double logLikelihood() {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double log = Math.fma(slope, x[i] - meanX, level);
      sum -= Gamma.logGamma(y[i] + 1);
      sum +=
          Double.isInfinite(theta)
              ? y[i] * log - means[i]
              : Gamma.logGamma(theta + y[i])
                  - Gamma.logGamma(theta)
                  + y[i] * (log - Math.log(theta + means[i]))
                  - theta * Math.log1p(means[i] / theta);
    }
    return sum;
  }

  /** The fit with the theta of largest likelihood, if that is finite. */
  Optional<LogLinearFit> overdispersed() {
    double excess = 0;
    double squares = 0;
    for (int i = 0; i < y.length; i++) {
      double rest = y[i] - means[i];
      excess += rest * rest - y[i];
      squares += means[i] * means[i];
    }
    // The slope of the likelihood in 1/theta at 0; where it falls, Poisson is the maximum.
    if (excess <= 1e-9 * squares / y.length) {
      return Optional.empty();
    }
    LogLinearFit now = this;
    double shape = squares / excess;
    for (int i = 0; i < LARGEST_STEPS; i++) {
      now = now.at(now.level, now.slope, shape).fitted();
      double next = now.bestTheta();
      if (!(next < 1e12)) {
        return Optional.empty();
      }
      boolean settled = Math.abs(next - shape) <= 1e-14 * next;
      shape = next;
      if (settled) {
        break;
      }
    }
    return Optional.of(now.at(now.level, now.slope, shape).fitted());
  }

  /** The zero of the score in theta for these means, by halving in ln theta after bracketing. */
  private double bestTheta() {
    double low = Double.isInfinite(theta) ? 1 : theta;
    double high = low;
    while (thetaScore(low) < 0 && low > 1e-12) {
      low /= 2;
    }
    while (thetaScore(high) > 0 && high < 1e13) {
      high *= 2;
    }
    double middle = Math.sqrt(low * high);
    while (low < middle && middle < high) {
      if (thetaScore(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }

  private double thetaScore(double t) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double m = means[i];
      sum += PolygammaDifference.digamma(t, y[i]) - Math.log1p(m / t) + (m - y[i]) / (m + t);
    }
    return sum;
  }

  /** From the observed information in theta alone. */
  double thetaError() {
    double info = 0;
    for (int i = 0; i < y.length; i++) {
      double m = means[i] + theta;
      info +=
          PolygammaDifference.trigamma(theta, y[i]) - 1 / theta + 2 / m - (y[i] + theta) / (m * m);
    }
    return Math.sqrt(1 / info);
  }
}
