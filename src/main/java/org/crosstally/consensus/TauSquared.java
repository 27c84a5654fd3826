package org.crosstally.consensus;

import org.crosstally.outcome.Outcome;

/** Finds tau squared by each estimator, and its standard error. */
final class TauSquared {

  /** A little more than 1, so that rounding does not put a bound on the wrong side. */
  private static final double SAFE = 1 + 1e-9;

  private final WeightSums sums;
  private final int k;

  /** The number of values less that of coefficients. */
  private final int degrees;

  private final double spread;
  private final double smallest;
  private final double largest;

  TauSquared(WeightSums sums) {
    this.sums = sums;
    this.k = sums.k;
    this.degrees = k - sums.coefficients();
    this.spread = Samples.sumOfSquares(sums.y);
    this.smallest = Samples.min(sums.v);
    this.largest = Samples.max(sums.v);
  }

  double estimate(HeterogeneityEstimator estimator) {
    if (degrees < 1 || spread == 0) {
      return 0;
    }
    return Math.max(
        0,
        switch (estimator) {
          case EQUAL_EFFECTS -> 0;
          case DERSIMONIAN_LAIRD -> dersimonianLaird();
          case TWO_STEP_DERSIMONIAN_LAIRD -> twoStep();
          case PAULE_MANDEL, EMPIRICAL_BAYES -> whereQIs(degrees);
          case MODIFIED_MANDEL_PAULE -> whereQIs(k);
          case RESTRICTED_MAXIMUM_LIKELIHOOD -> mostLikely(true);
          case MAXIMUM_LIKELIHOOD -> mostLikely(false);
          case SIDIK_JONKMAN -> sidikJonkman();
          case HEDGES -> (sums.equal().q - sums.trPV()) / degrees;
          case HUNTER_SCHMIDT -> (sums.at(0).q - k) / sums.total;
        });
  }

  private double dersimonianLaird() {
    sums.at(0);
    return (sums.q - degrees) / sums.trP;
  }

  private double twoStep() {
    sums.at(Math.max(0, dersimonianLaird()));
    return (sums.q - sums.trPV()) / sums.trP;
  }

  private double sidikJonkman() {
    return spread / k * sums.qAt(spread / k) / degrees;
  }

  /** The t with Q(t) = target; 0 if Q(0) is not above it. Q(t) is at most spread / (t + min v). */
  double whereQIs(double target) {
    double atZero = sums.qAt(0) / target - 1;
    if (atZero <= 0) {
      return 0;
    }
    double high = SAFE * spread / target;
    double atHigh = sums.qAt(high) / target - 1;
    return Roots.between(
        t -> sums.qAt(t) / target - 1, 0, atZero, high, Math.min(0, atHigh), smallest);
  }

  /**
   * The highest maximum of the likelihood. Beyond a bound its derivative is negative; up to there
   * it is scanned in steps of a factor of 2 from a quarter of the smallest variance, and every
   * change of sign is followed to its root.
   */
  private double mostLikely(boolean restricted) {
    double bound = bound(restricted ? degrees : k);
    double best = 0;
    double bestHeight = Double.NaN;
    double t = 0;
    double slope = slope(0, restricted);
    int found = slope <= 0 ? 1 : 0;
    while (t < bound) {
      double next = t == 0 ? smallest / 4 : 2 * t;
      double nextSlope = slope(next, restricted);
      if (slope > 0 && nextSlope <= 0) {
        double root = Roots.between(x -> slope(x, restricted), t, slope, next, nextSlope, smallest);
        found++;
        if (found == 1) {
          best = root;
        } else {
          bestHeight = Double.isNaN(bestHeight) ? height(best, restricted) : bestHeight;
          double height = height(root, restricted);
          best = height > bestHeight ? root : best;
          bestHeight = Math.max(height, bestHeight);
        }
      }
      t = next;
      slope = nextSlope;
    }
    return best;
  }

  /**
   * Twice the derivative of the log likelihood by t is {@code sum w^2 r^2} less {@code tr P} or
   * {@code sum w}. The first is at most {@code spread / (t + min v)^2}, the second at least {@code
   * count / (t + max v)}.
   */
  private double bound(int count) {
    double s = spread / count;
    double u = (s + Math.sqrt(s * (s + 4 * (largest - smallest)))) / 2;
    return Math.max(0, SAFE * u - smallest);
  }

  private double slope(double t, boolean restricted) {
    sums.at(t);
    return sums.q2 - (restricted ? sums.trP : sums.total);
  }

  private double height(double t, boolean restricted) {
    sums.at(t);
    return restricted ? sums.restrictedLogLikelihood() : sums.logLikelihood();
  }

  /** The asymptotic standard error of the estimate t. */
  Outcome<Double> standardError(HeterogeneityEstimator estimator, double t) {
    if (estimator == HeterogeneityEstimator.EQUAL_EFFECTS) {
      return Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL);
    }
    if (k == 1) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    return Outcome.of(
        switch (estimator) {
          case EQUAL_EFFECTS -> 0.0;
          case DERSIMONIAN_LAIRD -> momentError(0, t);
          case TWO_STEP_DERSIMONIAN_LAIRD -> momentError(Math.max(0, dersimonianLaird()), t);
          case PAULE_MANDEL, EMPIRICAL_BAYES -> Math.sqrt(2.0 / (k - 1)) * k / sums.at(t).total;
          case MODIFIED_MANDEL_PAULE -> Math.sqrt(2.0 * (k - 1)) / sums.at(t).total;
          case RESTRICTED_MAXIMUM_LIKELIHOOD -> Math.sqrt(2 / sums.at(t).trPP);
          case MAXIMUM_LIKELIHOOD -> Math.sqrt(2 / sums.at(t).squares());
          case SIDIK_JONKMAN -> sidikJonkmanError(t);
          case HEDGES -> Math.sqrt(sums.equal().varianceOfQ(t)) / (k - 1);
          case HUNTER_SCHMIDT -> Math.sqrt(sums.at(0).varianceOfQ(t)) / sums.total;
        });
  }

  private double momentError(double weightedAt, double t) {
    return Math.sqrt(sums.at(weightedAt).varianceOfQ(t)) / sums.trP;
  }

  private double sidikJonkmanError(double t) {
    double start = spread / k;
    return start == 0 ? 0 : start * Math.sqrt(sums.at(start).varianceOfQ(t)) / (k - 1);
  }
}
