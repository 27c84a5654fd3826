package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.outcome.Outcome;

/**
 * How each value bears on a {@link RandomEffectsFit}: its residuals, what the fit is without it,
 * and the shrunken estimate of its source.
 *
 * <p>A deleted residual beyond 2 or 3 in size marks a value that the others do not expect; a Cook's
 * distance near 1 marks one that decides the result.
 *
 * <p>Viechtbauer, W. and Cheung, M. W.-L. (2010), Outlier and influence diagnostics for
 * meta-analysis, Research Synthesis Methods 1, 112-125.
 *
 * @param fit the fit to all values
 * @param values one entry per value, in the order of the values
 */
public record Influence(RandomEffectsFit fit, List<OfValue> values) {

  /**
   * Influences; the list is copied.
   *
   * @param fit the fit to all values
   * @param values one entry per value
   */
  public Influence {
    values = List.copyOf(values);
  }

  /**
   * Fits all values and, each in turn, all but one.
   *
   * @param procedure the procedure; its test decides on the standard errors used here too
   * @param y the values
   * @param v the variance of each value
   * @return the influences, or {@code NO_VALUES}, or {@code TOO_FEW_VALUES} for one value
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public static Outcome<Influence> of(RandomEffects procedure, double[] y, double[] v) {
    Outcome<RandomEffectsFit> all = procedure.fit(y, v);
    if (all.whyNot().isPresent()) {
      return Outcome.undetermined(all.whyNot().get());
    }
    if (y.length < 2) {
      return Outcome.undetermined(ConsensusReason.TOO_FEW_VALUES);
    }
    RandomEffectsFit fit = all.orElseThrow();
    List<OfValue> values = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      RandomEffectsFit without =
          procedure.fit(Samples.without(y, i), Samples.without(v, i)).orElseThrow();
      values.add(ofValue(i, y[i], v[i], fit, without));
    }
    return Outcome.of(new Influence(fit, values));
  }

  private static OfValue ofValue(
      int i, double y, double v, RandomEffectsFit fit, RandomEffectsFit without) {
    WeightSums sums = fit.sums();
    double hat = sums.weight(i) / sums.total;
    double residual = sums.y[i] - sums.mean;
    // v + tau^2 - 1/sum w, without the difference.
    double residualVariance = sums.diagonal(i) / sums.weight(i) / sums.weight(i);
    double error = without.standardError();
    double shift = fit.estimate() - without.estimate();
    return new OfValue(
        i,
        hat,
        residual / Math.sqrt(residualVariance),
        (y - without.estimate()) / Math.sqrt(v + without.tauSquared() + error * error),
        fit.standardError() > 0
            ? Outcome.of(Math.pow(shift / fit.standardError(), 2))
            : Outcome.undetermined(ConsensusReason.ZERO_STANDARD_ERROR),
        shrunken(y, v, fit),
        without);
  }

  private static Outcome<Shrunken> shrunken(double y, double v, RandomEffectsFit fit) {
    if (fit.estimator() == HeterogeneityEstimator.EQUAL_EFFECTS) {
      return Outcome.undetermined(ConsensusReason.NOT_PART_OF_MODEL);
    }
    double own = fit.tauSquared() / (fit.tauSquared() + v);
    double others = v / (fit.tauSquared() + v);
    double error = others * fit.standardError();
    return Outcome.of(
        new Shrunken(
            fit.estimate() + own * (y - fit.estimate()), Math.sqrt(own * v + error * error)));
  }

  /**
   * The influence of one value.
   *
   * @param position its position, from 0
   * @param hat its leverage, which is its share of all weight
   * @param standardisedResidual the value less the estimate, over the standard deviation {@code
   *     sqrt(v + tau^2 - 1/sum w)} of that difference
   * @param deletedResidual the value less the estimate without it, over {@code sqrt(v + tau^2 +
   *     se^2)}, with tau<sup>2</sup> and se of the fit without it
   * @param cooksDistance the square of the shift that it causes over the standard error of the fit,
   *     or {@code ZERO_STANDARD_ERROR}
   * @param shrunken the best linear unbiased prediction of the true value of its source, or {@code
   *     NOT_PART_OF_MODEL} for equal effects
   * @param without the fit without it: the leave-one-out result
   */
  public record OfValue(
      int position,
      double hat,
      double standardisedResidual,
      double deletedResidual,
      Outcome<Double> cooksDistance,
      Outcome<Shrunken> shrunken,
      RandomEffectsFit without) {}

  /**
   * The true value of one source, estimated from its own value and from all others.
   *
   * <p>{@code mu + L (y - mu)} with {@code L = tau^2 / (tau^2 + v)} and squared error {@code L v +
   * (1 - L)^2 se^2}. Robinson, G. K. (1991), That BLUP is a good thing, Statistical Science 6,
   * 15-32.
   *
   * @param estimate between the value of the source and the combined value
   * @param standardError its standard error, taking tau<sup>2</sup> for known
   */
  public record Shrunken(double estimate, double standardError) {}
}
