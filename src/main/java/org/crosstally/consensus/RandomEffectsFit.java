package org.crosstally.consensus;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;

/**
 * What {@link RandomEffects} found.
 *
 * <p>Values, errors and intervals are in the unit of the values, tau<sup>2</sup> in its square.
 * Quantities that take time (quantiles, the interval of tau<sup>2</sup>) are computed when asked
 * for.
 */
public final class RandomEffectsFit {

  private final WeightSums sums;
  private final HeterogeneityEstimator estimator;
  private final MeanTest test;
  private final double level;
  private final double tau2;
  private final double estimate;
  private final double modelVariance;
  private final double factor;
  private final double q;
  private final double trP;

  RandomEffectsFit(
      double[] y, double[] v, HeterogeneityEstimator estimator, MeanTest test, double level) {
    this.sums = new WeightSums(y, v);
    this.estimator = estimator;
    this.test = test;
    this.level = level;
    sums.at(0);
    this.q = sums.q;
    this.trP = sums.trP;
    this.tau2 = new TauSquared(sums).estimate(estimator);
    sums.at(tau2);
    this.estimate = sums.centre + sums.mean;
    this.modelVariance = 1 / sums.total;
    this.factor = factor(sums.q);
  }

  private double factor(double qAtTau2) {
    if (isNormal()) {
      return 1;
    }
    double ratio = qAtTau2 / (k() - 1);
    return test == MeanTest.KNAPP_HARTUNG ? ratio : Math.max(1, ratio);
  }

  private boolean isNormal() {
    return test == MeanTest.NORMAL || k() == 1;
  }

  /**
   * The number of values.
   *
   * @return k, 1 or more
   */
  public int k() {
    return sums.k;
  }

  /**
   * The estimator of the variance between sources.
   *
   * @return as configured
   */
  public HeterogeneityEstimator estimator() {
    return estimator;
  }

  /**
   * The test behind standard error and intervals.
   *
   * @return as configured
   */
  public MeanTest test() {
    return test;
  }

  /**
   * The combined value.
   *
   * @return {@code sum w y / sum w}
   */
  public double estimate() {
    return estimate;
  }

  /**
   * The standard error of the combined value.
   *
   * @return by the test; 0 only under {@link MeanTest#KNAPP_HARTUNG} for values that agree exactly
   */
  public double standardError() {
    return Math.sqrt(factor * modelVariance);
  }

  /**
   * The estimate over its standard error.
   *
   * @return z or t, or {@code ZERO_STANDARD_ERROR}
   */
  public Outcome<Double> statistic() {
    double error = standardError();
    return error > 0
        ? Outcome.of(estimate / error)
        : Outcome.undetermined(ConsensusReason.ZERO_STANDARD_ERROR);
  }

  /**
   * The two-sided p-value of the hypothesis that the number is 0.
   *
   * @return the p-value, 0 where it is below 2.2e-308, or {@code ZERO_STANDARD_ERROR}
   */
  public Outcome<Double> p() {
    return statistic().asOptional().isPresent()
        ? Outcome.of(twoSided(statistic().orElseThrow()))
        : Outcome.undetermined(ConsensusReason.ZERO_STANDARD_ERROR);
  }

  private double twoSided(double statistic) {
    return isNormal() ? Normal.twoSided(statistic) : Tails.studentTwoSided(statistic, k() - 1);
  }

  private double critical() {
    return isNormal()
        ? Normal.upperQuantile((1 - level) / 2)
        : Tails.studentTwoSidedQuantile(1 - level, k() - 1);
  }

  /**
   * The confidence interval of the number.
   *
   * @return the estimate less and plus the quantile times the standard error
   */
  public ConfidenceInterval interval() {
    return around(critical() * standardError());
  }

  /**
   * The prediction interval: where the true value of a further source of the same kind would lie.
   *
   * @return {@code estimate -+ quantile sqrt(se^2 + tau^2)}, with the quantile of the test, or
   *     {@code NOT_PART_OF_MODEL} for equal effects
   */
  public Outcome<ConfidenceInterval> predictionInterval() {
    if (estimator == HeterogeneityEstimator.EQUAL_EFFECTS) {
      return Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL);
    }
    return Outcome.of(around(critical() * Math.sqrt(factor * modelVariance + tau2)));
  }

  private ConfidenceInterval around(double half) {
    return new ConfidenceInterval(estimate - half, estimate + half, level);
  }

  /**
   * The variance between sources.
   *
   * @return tau<sup>2</sup>, 0 or more
   */
  public double tauSquared() {
    return tau2;
  }

  /**
   * The asymptotic standard error of tau<sup>2</sup>.
   *
   * @return the error, or {@code NOT_PART_OF_MODEL} for equal effects, or {@code TOO_FEW_VALUES}
   *     for one value
   */
  public Outcome<Double> tauSquaredStandardError() {
    return new TauSquared(fresh()).standardError(estimator, tau2);
  }

  /**
   * The Q-profile confidence interval of tau<sup>2</sup>: every t for which Q(t) is between the
   * lower and the upper quantile of chi-squared with k - 1 degrees of freedom, and 0 to 0 where the
   * values agree better than that even at t = 0. It does not depend on the estimator.
   *
   * <p>Viechtbauer, W. (2007), Statistics in Medicine 26, 37-52.
   *
   * @return the interval, or {@code NOT_PART_OF_MODEL} for equal effects, or {@code TOO_FEW_VALUES}
   *     for one value
   */
  public Outcome<ConfidenceInterval> tauSquaredInterval() {
    if (estimator == HeterogeneityEstimator.EQUAL_EFFECTS) {
      return Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL);
    }
    if (k() == 1) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    TauSquared profile = new TauSquared(fresh());
    double alpha = (1 - level) / 2;
    double low = profile.whereQIs(Tails.chiSquaredQuantile(1 - alpha, k() - 1));
    double high = profile.whereQIs(Tails.chiSquaredQuantile(alpha, k() - 1));
    return Outcome.of(new ConfidenceInterval(low, Math.max(low, high), level));
  }

  /**
   * The share of the variance of a typical value that is between sources.
   *
   * <p>For random effects {@code 100 tau^2 / (tau^2 + s^2)} with {@code s^2 = (k - 1) / tr P}, for
   * equal effects {@code 100 (Q - (k - 1)) / Q}, not below 0. Higgins, J. P. T. and Thompson, S. G.
   * (2002), Statistics in Medicine 21, 1539-1558.
   *
   * @return I<sup>2</sup> in per cent, 0 for one value
   */
  public double iSquared() {
    if (k() == 1) {
      return 0;
    }
    if (estimator == HeterogeneityEstimator.EQUAL_EFFECTS) {
      return q > k() - 1 ? 100 * (q - (k() - 1)) / q : 0;
    }
    return 100 * tau2 / (tau2 + (k() - 1) / trP);
  }

  /**
   * The variance of a typical value over its stated variance: {@code tau^2 / s^2 + 1}, for equal
   * effects {@code Q / (k - 1)}.
   *
   * @return H<sup>2</sup>, 1 for one value
   */
  public double hSquared() {
    if (k() == 1) {
      return 1;
    }
    return estimator == HeterogeneityEstimator.EQUAL_EFFECTS
        ? q / (k() - 1)
        : tau2 / ((k() - 1) / trP) + 1;
  }

  /**
   * Cochran's statistic of heterogeneity, with the weights 1/v.
   *
   * @return Q, 0 or more
   */
  public double q() {
    return q;
  }

  /**
   * The p-value of Q: that values measuring one number differ so much, by chi-squared with k - 1
   * degrees of freedom.
   *
   * @return the p-value, 1 for one value, 0 where it is below the smallest double
   */
  public double qP() {
    return k() == 1 ? 1 : Tails.chiSquaredUpper(q, k() - 1);
  }

  /**
   * The Birge ratio: by how much the stated uncertainties must grow to explain the scatter.
   *
   * @return {@code sqrt(Q / (k - 1))}, or {@code TOO_FEW_VALUES} for one value
   */
  public Outcome<Double> birgeRatio() {
    return k() == 1
        ? Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES)
        : Outcome.of(Math.sqrt(q / (k() - 1)));
  }

  /**
   * The log likelihood at the estimate.
   *
   * @return {@code -1/2 (k ln 2pi + sum ln(v + tau^2) + Q(tau^2))}
   */
  public double logLikelihood() {
    return sums.logLikelihood();
  }

  /**
   * The restricted log likelihood at the estimate.
   *
   * @return {@code -1/2 ((k - 1) ln 2pi - ln k + sum ln(v + tau^2) + ln sum w + Q(tau^2))}
   */
  public double restrictedLogLikelihood() {
    return sums.restrictedLogLikelihood();
  }

  /**
   * The share of each value in the estimate.
   *
   * @return the weights in the order of the values; they sum to 1
   */
  public List<Double> weights() {
    return IntStream.range(0, k()).mapToObj(i -> sums.weight(i) / sums.total).toList();
  }

  double level() {
    return level;
  }

  /** The sums at tau squared; not to be moved. */
  WeightSums sums() {
    return sums;
  }

  private WeightSums fresh() {
    return new WeightSums(sums.y, sums.v);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s, k = %d: %s, standard error %s, tau squared %s",
        estimator.abbreviation(),
        test.abbreviation(),
        k(),
        estimate,
        standardError(),
        tau2);
  }
}
