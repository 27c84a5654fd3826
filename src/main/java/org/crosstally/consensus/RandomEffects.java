package org.crosstally.consensus;

import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * The weighted mean of values with stated variances, with or without a variance between sources.
 *
 * <p>Each value is {@code y[i] = mu + u[i] + e[i]} with {@code Var e[i] = v[i]}, which is known,
 * and {@code Var u[i] = tau^2}, which the {@link HeterogeneityEstimator} finds. The estimate is
 * {@code sum w y / sum w} with {@code w = 1/(v + tau^2)}; its error and intervals follow from the
 * {@link MeanTest}.
 *
 * <p>Use it where sources measured independently and state how well. One wild value moves the
 * estimate and blows up tau<sup>2</sup>: compare with {@link RobustMean}. Two copies of one report
 * are one value.
 *
 * <p>One value alone is returned with its own variance and the normal distribution, whatever the
 * test. Iterated estimates are bracketed and followed to the last digits; for the two likelihoods
 * the highest of all maxima is taken, found by a scan in steps of a factor of two. {@code c y} and
 * {@code c^2 v} give c times the fit. Instances are immutable.
 *
 * <p>Hedges, L. V. and Vevea, J. L. (1998), Fixed- and random-effects models in meta-analysis,
 * Psychological Methods 3, 486-504.
 */
public final class RandomEffects {

  private static final RandomEffects DEFAULT =
      new RandomEffects(
          HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD, MeanTest.KNAPP_HARTUNG, 0.95);

  private final HeterogeneityEstimator estimator;
  private final MeanTest test;
  private final double level;

  private RandomEffects(HeterogeneityEstimator estimator, MeanTest test, double level) {
    this.estimator = estimator;
    this.test = test;
    this.level = level;
  }

  /**
   * {@link HeterogeneityEstimator#RESTRICTED_MAXIMUM_LIKELIHOOD}, {@link MeanTest#KNAPP_HARTUNG}
   * and a level of 0.95.
   *
   * @return the default procedure
   */
  public static RandomEffects withDefaults() {
    return DEFAULT;
  }

  /**
   * Cochran's semi-weighted mean: weights {@code 1/(v + tau^2)} with {@link
   * HeterogeneityEstimator#HEDGES} and {@link MeanTest#NORMAL}.
   *
   * <p>Cochran, W. G. (1954), The combination of estimates from different experiments, Biometrics
   * 10, 101-129.
   *
   * @return the procedure
   */
  public static RandomEffects cochranMean() {
    return DEFAULT.with(HeterogeneityEstimator.HEDGES).with(MeanTest.NORMAL);
  }

  /**
   * The same procedure with another estimate of the variance between sources.
   *
   * @param v the estimator; {@link HeterogeneityEstimator#EQUAL_EFFECTS} for none
   * @return a copy
   */
  public RandomEffects with(HeterogeneityEstimator v) {
    return new RandomEffects(Objects.requireNonNull(v), test, level);
  }

  /**
   * The same procedure with another standard error and reference distribution.
   *
   * @param v the test
   * @return a copy
   */
  public RandomEffects with(MeanTest v) {
    return new RandomEffects(estimator, Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another level of its intervals.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public RandomEffects withLevel(double v) {
    return new RandomEffects(estimator, test, ConfidenceInterval.requireLevel(v));
  }

  /**
   * Combines values.
   *
   * @param y the values, in one unit
   * @param v the variance of each value, in the square of that unit
   * @return the fit, or {@code NO_VALUES}
   * @throws IllegalArgumentException if the lengths differ, a value is not finite or beyond 1e50,
   *     or a variance is not between 1e-50 and 1e50
   */
  public Outcome<RandomEffectsFit> fit(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    return Outcome.of(new RandomEffectsFit(values, variances, estimator, test, level));
  }

  HeterogeneityEstimator estimator() {
    return estimator;
  }
}
