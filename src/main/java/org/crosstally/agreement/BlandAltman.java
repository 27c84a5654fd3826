package org.crosstally.agreement;

import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.crosstally.agreement.LimitsOfAgreement.Limit;
import org.crosstally.consensus.ConfidenceInterval;
import org.crosstally.outcome.Outcome;

/**
 * Bias and limits of agreement of two series of numbers about the same things.
 *
 * <p>With {@code d_i} the difference of pair i on a {@link DifferenceScale}, {@code bias = mean d},
 * {@code s} their standard deviation (divisor n - 1) and {@code z} the normal quantile of {@code (1
 * + coverage) / 2}, the limits are {@code bias ± z s}. They describe single differences, not their
 * mean: between them lies the stated share of all differences if these are independent and normal.
 * Many equal pairs with a few slips among them are not; the limits then follow the slips.
 *
 * <p>It takes three pairs at least. Swapping the two series changes the signs and swaps the limits;
 * multiplying both by a factor multiplies everything on the absolute scale and nothing on the
 * others. Instances are immutable.
 *
 * <p>Bland, J. M. and Altman, D. G. (1986), Statistical methods for assessing agreement between two
 * methods of clinical measurement, Lancet 327, 307-310; (1999), Measuring agreement in method
 * comparison studies, Statistical Methods in Medical Research 8, 135-160.
 */
public final class BlandAltman {
  /** With fewer pairs nothing is computed. */
  public static final int FEWEST_PAIRS = 3;

  private static final BlandAltman DEFAULT =
      new BlandAltman(DifferenceScale.ABSOLUTE, IntervalMethod.EXACT, 0.95, 0.95);

  private final DifferenceScale scale;
  private final IntervalMethod method;
  private final double coverage;
  private final double level;

  private BlandAltman(DifferenceScale scale, IntervalMethod method, double coverage, double level) {
    this.scale = scale;
    this.method = method;
    this.coverage = coverage;
    this.level = level;
  }

  /** How the confidence interval of a limit comes about. */
  public enum IntervalMethod {
    /**
     * The upper limit lies between {@code bias + s t_low / sqrt(n)} and {@code bias + s t_high /
     * sqrt(n)} with the quantiles of the noncentral t distribution of n - 1 degrees of freedom and
     * noncentrality {@code z sqrt(n)}; the lower one is its mirror image. Each has the stated level
     * exactly where the differences are normal (Carkeet, A. (2015), Exact parametric confidence
     * intervals for Bland-Altman limits of agreement, Optometry and Vision Science 92, e71-e80).
     */
    EXACT,
    /**
     * {@code limit ± t s sqrt(1/n + z^2 / (2 (n - 1)))} with Student's t of n - 1 degrees of
     * freedom: the approximation of Bland and Altman (1999), symmetric, and too short outwards
     * where there are few pairs.
     */
    BLAND_ALTMAN
  }

  /**
   * {@link DifferenceScale#ABSOLUTE}, {@link IntervalMethod#EXACT}, limits around 95 % of the
   * differences, intervals at the level 0.95.
   *
   * @return the default procedure
   */
  public static BlandAltman withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public BlandAltman with(DifferenceScale v) {
    return new BlandAltman(Objects.requireNonNull(v), method, coverage, level);
  }

  /**
   * The same procedure with other intervals of the limits.
   *
   * @param v the method
   * @return a copy
   */
  public BlandAltman with(IntervalMethod v) {
    return new BlandAltman(scale, Objects.requireNonNull(v), coverage, level);
  }

  /**
   * The same procedure with limits around another share of the differences.
   *
   * @param v the share, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public BlandAltman withCoverage(double v) {
    return new BlandAltman(scale, method, Pairs.requireShare("coverage", v), level);
  }

  /**
   * The same procedure with intervals at another level.
   *
   * @param v the confidence level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if it is not between 0 and 1
   */
  public BlandAltman withLevel(double v) {
    return new BlandAltman(scale, method, coverage, Pairs.requireShare("confidence level", v));
  }

  /**
   * The scale of the differences.
   *
   * @return the scale
   */
  public DifferenceScale scale() {
    return scale;
  }

  /**
   * The level of the confidence intervals.
   *
   * @return the level
   */
  public double level() {
    return level;
  }

  /**
   * Compares two series of numbers.
   *
   * @param x the first series
   * @param y the second series, as long as the first: {@code x[i]} and {@code y[i]} are about the
   *     same thing
   * @return bias, deviation and limits of {@code x} against {@code y}; {@link
   *     AgreementReason#TOO_FEW_PAIRS} or {@link AgreementReason#NOT_ON_SCALE}
   * @throws IllegalArgumentException if the lengths differ or a number is not finite or above 1e100
   */
  public Outcome<PairedDifferences> compare(double[] x, double[] y) {
    return compare(x, y, factors(x.length));
  }

  Outcome<PairedDifferences> compare(double[] x, double[] y, Factors factors) {
    Pairs.require(x, y);
    if (x.length < FEWEST_PAIRS) {
      return Outcome.undetermined(AgreementReason.TOO_FEW_PAIRS);
    }
    double[] differences = new double[x.length];
    double size = 0;
    for (int i = 0; i < x.length; i++) {
      OptionalDouble difference = scale.difference(x[i], y[i]);
      if (difference.isEmpty()) {
        return Outcome.undetermined(AgreementReason.NOT_ON_SCALE);
      }
      differences[i] = difference.getAsDouble();
      size = Math.max(size, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    double bias = Pairs.mean(differences);
    double squares = Pairs.products(differences, bias, differences, bias);
    double deviation = Math.sqrt(squares / (x.length - 1));
    Outcome<LimitsOfAgreement> limits =
        deviation <= scale.rounding(size)
            ? Outcome.undetermined(AgreementReason.NO_VARIATION)
            : Outcome.of(limits(bias, deviation, factors));
    return Outcome.of(new PairedDifferences(x.length, scale, bias, deviation, limits));
  }

  private LimitsOfAgreement limits(double bias, double deviation, Factors factors) {
    double mean = deviation * factors.mean();
    double inner = deviation * factors.inner();
    double outer = deviation * factors.outer();
    double distance = deviation * factors.limit();
    return new LimitsOfAgreement(
        new ConfidenceInterval(bias - mean, bias + mean, level),
        new Limit(bias - distance, new ConfidenceInterval(bias - outer, bias - inner, level)),
        new Limit(bias + distance, new ConfidenceInterval(bias + inner, bias + outer, level)));
  }

  /**
   * The distances from the bias in standard deviations, which depend on the number of pairs alone.
   *
   * @param mean of the ends of the interval of the bias
   * @param limit of a limit
   * @param inner of the inner end of its interval; negative where that lies beyond the bias
   * @param outer of the outer end of its interval
   */
  record Factors(double mean, double limit, double inner, double outer) {}

  Factors factors(int pairs) {
    if (pairs < FEWEST_PAIRS) {
      return new Factors(0, 0, 0, 0);
    }
    double tail = (1 - level) / 2;
    double root = Math.sqrt(pairs);
    double z = new NormalDistribution().inverseCumulativeProbability((1 + coverage) / 2);
    double t = -NoncentralT.central(pairs - 1).quantile(tail);
    return switch (method) {
      case EXACT -> {
        NoncentralT distribution = new NoncentralT(pairs - 1, z * root);
        yield new Factors(
            t / root,
            z,
            distribution.quantile(tail) / root,
            distribution.quantile(1 - tail) / root);
      }
      case BLAND_ALTMAN -> {
        double error = t * Math.sqrt(1.0 / pairs + z * z / (2.0 * (pairs - 1)));
        yield new Factors(t / root, z, z - error, z + error);
      }
    };
  }
}
