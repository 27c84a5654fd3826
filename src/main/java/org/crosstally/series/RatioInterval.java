package org.crosstally.series;

import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.crosstally.outcome.Outcome;

/**
 * A confidence interval of the ratio of two values, now over then.
 *
 * @param method how it was found
 * @param ratio the ratio
 * @param low its lower end, not negative
 * @param high its upper end
 * @param p the two-sided p-value of a ratio of 1
 * @param level the nominal coverage
 */
public record RatioInterval(
    Method method, double ratio, double low, double high, double p, double level) {

  /** How an interval is found. */
  public enum Method {
    /**
     * Exact for Poisson counts: given their sum, the later one is binomial with the share {@code
     * r/(1 + r)}, whose interval is that of Clopper and Pearson (Przyborowski and Wilenski 1940).
     */
    EXACT_BINOMIAL("exact conditional"),
    /** {@code r exp(-+ q sqrt(v/a^2 + w/b^2))} for variances v and w. */
    DELTA("delta"),
    /** The r with {@code (b - r a)^2 <= q^2 (w + r^2 v)} (Fieller 1954). */
    FIELLER("Fieller");

    private final String label;

    Method(String label) {
      this.label = label;
    }

    /**
     * The name to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Checks the ends.
   *
   * @param method how it was found
   * @param ratio the ratio
   * @param low its lower end
   * @param high its upper end
   * @param p the p-value of a ratio of 1
   * @param level the nominal coverage
   * @throws IllegalArgumentException if a number is not finite, the ratio lies outside, or the
   *     level or p are no probabilities
   */
  public RatioInterval {
    boolean ordered = low <= ratio && ratio <= high && high <= Double.MAX_VALUE;
    if (!ordered || !(p > 0 && p <= 1) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "ratio %s [%s, %s], p = %s", ratio, low, high, p));
    }
  }

  /**
   * The interval for counts whose noise is that of Poisson processes. It covers counting noise
   * alone: neither what sources disagree about nor what makes counts vary more.
   *
   * @param method how
   * @param then the earlier count
   * @param now the later count
   * @param level the coverage, between 0 and 1
   * @return the interval, or why there is none: {@code NOT_A_COUNT}, {@code ZERO_BASE}, {@code
   *     NOT_POSITIVE} for {@link Method#DELTA} of a count 0, or {@code UNBOUNDED}
   * @throws IllegalArgumentException if the level is not between 0 and 1, or a value is NaN or
   *     infinite
   */
  public static Outcome<RatioInterval> ofCounts(
      Method method, double then, double now, double level) {
    requireFinite(then, now, level);
    if (!isCount(then) || !isCount(now)) {
      return Outcome.undetermined(GrowthReason.NOT_A_COUNT);
    }
    if (then == 0) {
      return Outcome.undetermined(GrowthReason.ZERO_BASE);
    }
    return method == Method.EXACT_BINOMIAL
        ? Outcome.of(exact(then, now, level))
        : ofVariances(method, then, then, now, now, level);
  }

  /**
   * The interval for independent values of known variance.
   *
   * @param method {@link Method#DELTA} or {@link Method#FIELLER}
   * @param then the earlier value
   * @param thenVariance its variance, not negative
   * @param now the later value
   * @param nowVariance its variance, not negative
   * @param level the coverage, between 0 and 1
   * @return the interval, or why there is none: {@code ZERO_BASE}, {@code NEGATIVE_BASE}, {@code
   *     NOT_POSITIVE} or {@code UNBOUNDED}
   * @throws IllegalArgumentException if a number is out of its range, or the method is for counts
   */
  public static Outcome<RatioInterval> ofVariances(
      Method method,
      double then,
      double thenVariance,
      double now,
      double nowVariance,
      double level) {
    requireFinite(then, now, level);
    if (method == Method.EXACT_BINOMIAL) {
      throw new IllegalArgumentException("the exact interval is for counts");
    }
    if (!(thenVariance >= 0 && nowVariance >= 0 && thenVariance + nowVariance <= 1e300)) {
      throw new IllegalArgumentException("variances " + thenVariance + " and " + nowVariance);
    }
    if (then <= 0) {
      return Outcome.undetermined(then == 0 ? GrowthReason.ZERO_BASE : GrowthReason.NEGATIVE_BASE);
    }
    if (now < 0 || (now == 0 && method == Method.DELTA)) {
      return Outcome.undetermined(GrowthReason.NOT_POSITIVE);
    }
    double q = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(0.5 + level / 2);
    return method == Method.DELTA
        ? delta(then, thenVariance, now, nowVariance, q, level)
        : fieller(then, thenVariance, now, nowVariance, q, level);
  }

  private static void requireFinite(double then, double now, double level) {
    if (!Double.isFinite(then) || !Double.isFinite(now) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "from %s to %s at level %s", then, now, level));
    }
  }

  private static boolean isCount(double v) {
    return v >= 0 && v == Math.rint(v) && v <= 1e15;
  }

  private static RatioInterval exact(double then, double now, double level) {
    double tail = (1 - level) / 2;
    double low = now == 0 ? 0 : oddsOf(tail, now, then + 1);
    double high = oddsOf(1 - tail, now + 1, then);
    double least = Math.min(then, now);
    double most = Math.max(then, now);
    // P(X <= least) of a binomial with 1/2, by its incomplete beta function.
    double p = Math.min(1, 2 * Beta.regularizedBeta(0.5, most, least + 1));
    double ratio = now / then;
    return new RatioInterval(
        Method.EXACT_BINOMIAL,
        ratio,
        Math.min(low, ratio),
        Math.max(high, ratio),
        Math.max(p, Double.MIN_VALUE),
        level);
  }

  /** The odds of the quantile of a beta distribution, by halving in the logarithm of the odds. */
  private static double oddsOf(double probability, double a, double b) {
    double low = -800;
    double high = 800;
    for (double middle = 0; low < middle && middle < high; middle = (low + high) / 2) {
      double below = Beta.regularizedBeta(1 / (1 + Math.exp(-middle)), a, b);
      if (below < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static Outcome<RatioInterval> delta(
      double then, double v, double now, double w, double q, double level) {
    double ratio = now / then;
    double error = Math.sqrt(v / (then * then) + w / (now * now));
    double high = ratio * Math.exp(q * error);
    return high <= Double.MAX_VALUE
        ? Outcome.of(
            new RatioInterval(
                Method.DELTA,
                ratio,
                ratio * Math.exp(-q * error),
                high,
                p(Math.abs(Math.log(ratio)), error),
                level))
        : Outcome.undetermined(GrowthReason.UNBOUNDED);
  }

  private static Outcome<RatioInterval> fieller(
      double then, double v, double now, double w, double q, double level) {
    double a = then * then - q * q * v;
    if (!(a > 0)) {
      return Outcome.undetermined(GrowthReason.UNBOUNDED);
    }
    double b = then * now;
    double c = now * now - q * q * w;
    double root = Math.sqrt(Math.max(0, b * b - a * c));
    double high = (b + root) / a;
    // The product of both ends is c/a; it keeps the digits that their difference loses.
    double low = b + root > 0 ? c / (b + root) : 0;
    double ratio = now / then;
    return Outcome.of(
        new RatioInterval(
            Method.FIELLER,
            ratio,
            Math.max(0, Math.min(low, ratio)),
            Math.max(high, ratio),
            p(Math.abs(now - then), Math.sqrt(v + w)),
            level));
  }

  private static double p(double distance, double error) {
    if (error == 0) {
      return distance == 0 ? 1 : Double.MIN_VALUE;
    }
    double tail = Erf.erfc(distance / error / Math.sqrt(2));
    return Math.max(Double.MIN_VALUE, Math.min(1, tail));
  }

  /**
   * The ratio as a change in per cent.
   *
   * @return {@code 100 (ratio - 1)}
   */
  public double percent() {
    return 100 * (ratio - 1);
  }
}
