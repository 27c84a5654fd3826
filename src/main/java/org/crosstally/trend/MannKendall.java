package org.crosstally.trend;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crosstally.outcome.Outcome;

/**
 * The Mann-Kendall test for a monotone trend.
 *
 * <p>The score is {@code S = sum over i < j of sign(x[j] - x[i]) sign(y[j] - y[i])}; pairs of equal
 * time or equal value count nothing. Its variance without a trend is, with the sums over the sizes
 * t of the groups of equal times and u of equal values,
 *
 * <pre>{@code
 * Var S = (n(n-1)(2n+5) - sum t(t-1)(2t+5) - sum u(u-1)(2u+5)) / 18
 *       + (sum t(t-1)) (sum u(u-1)) / (2n(n-1))
 *       + (sum t(t-1)(t-2)) (sum u(u-1)(u-2)) / (9n(n-1)(n-2))
 * }</pre>
 *
 * <p>The normal approximation refers {@code z = (S - sign(S)) / sqrt(Var S)}, or without
 * {@linkplain ContinuityCorrection continuity correction} {@code z = S / sqrt(Var S)}, to the
 * standard normal. The exact p-value is the share of the orders of the values, ties included, that
 * give at least such a score; it needs distinct times and at most 170 points. The test assumes that
 * the values are independent: serial correlation makes it reject too often.
 *
 * <p>Time is O(n log n), and for the exact p-value O(n<sup>4</sup>) with a small constant (about
 * 0.05 s at 170 points). Instances are immutable.
 *
 * <p>Mann, H. B. (1945), Nonparametric tests against trend, Econometrica 13, 245-259. Kendall, M.
 * G. (1975), Rank Correlation Methods, 4th edition. Knight, W. R. (1966), Journal of the American
 * Statistical Association 61, 436-439, for the algorithm.
 */
public final class MannKendall {

  private static final MannKendall DEFAULT =
      new MannKendall(PValueMethod.AUTO, ContinuityCorrection.APPLY);

  private final PValueMethod method;
  private final ContinuityCorrection continuity;

  private MannKendall(PValueMethod method, ContinuityCorrection continuity) {
    this.method = method;
    this.continuity = continuity;
  }

  /**
   * The test with {@link PValueMethod#AUTO} and {@link ContinuityCorrection#APPLY}.
   *
   * @return the default test
   */
  public static MannKendall withDefaults() {
    return DEFAULT;
  }

  /**
   * The same test with another way to the p-value.
   *
   * @param v {@code EXACT} gives no result where the exact distribution cannot be had; {@code AUTO}
   *     then takes {@code NORMAL}, and the result says so
   * @return a copy
   */
  public MannKendall with(PValueMethod v) {
    return new MannKendall(Objects.requireNonNull(v), continuity);
  }

  /**
   * The same test with or without continuity correction of the normal approximation.
   *
   * @param v the correction; the exact p-value has no use for it
   * @return a copy
   */
  public MannKendall with(ContinuityCorrection v) {
    return new MannKendall(method, Objects.requireNonNull(v));
  }

  /**
   * Tests values in the order in which they stand.
   *
   * @param y the values, finite; any unit
   * @return the result, or why there is none: {@code TOO_FEW_POINTS} below three, {@code
   *     CONSTANT_VALUES}, or with {@code EXACT} {@code TOO_MANY_POINTS}
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public Outcome<Result> test(double[] y) {
    return test(Samples.indices(y.length), y);
  }

  /**
   * Tests values in the order of their times. How far times lie apart has no influence.
   *
   * @param x the times, finite, in any order; times may repeat, which leaves only the normal
   *     p-value
   * @param y the value at each time, finite
   * @return the result, or why there is none: also {@code CONSTANT_TIMES}, and with {@code EXACT}
   *     {@code TIED_TIMES}
   * @throws IllegalArgumentException if the lengths differ or a number is NaN or infinite
   */
  public Outcome<Result> test(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    double[] times = Samples.requireFinite("x", x);
    double[] values = Samples.requireFinite("y", y);
    Optional<TrendReason> none = Samples.whyNoTrend(times, values);
    if (none.isPresent()) {
      return Outcome.undetermined(none.get());
    }
    KendallScore score = KendallScore.of(times, values);
    Outcome<PValues> exact = exact(score);
    if (method == PValueMethod.EXACT && exact.whyNot().isPresent()) {
      return Outcome.undetermined(exact.whyNot().get());
    }
    return Outcome.of(result(score, exact));
  }

  private Outcome<PValues> exact(KendallScore score) {
    if (method == PValueMethod.NORMAL) {
      return Outcome.undetermined(TrendReason.NOT_ASKED_FOR);
    }
    if (score.tiedX() > 0) {
      return Outcome.undetermined(TrendReason.TIED_TIMES);
    }
    if (score.n() > ExactKendall.LARGEST_N) {
      return Outcome.undetermined(TrendReason.TOO_MANY_POINTS);
    }
    return Outcome.of(ExactKendall.pValues(score));
  }

  private Result result(KendallScore score, Outcome<PValues> exact) {
    PValues normal = PValues.ofScore(score.s(), score.variance(), continuity);
    return new Result(
        score.n(),
        score.s(),
        score.variance(),
        score.tauA(),
        score.tauB(),
        PValues.standardised(score.s(), score.variance(), continuity),
        normal,
        exact,
        exact.asOptional().isPresent() ? PValueMethod.EXACT : PValueMethod.NORMAL,
        continuity);
  }

  /**
   * What the test found.
   *
   * @param n the number of points
   * @param s the score S, positive for an increase
   * @param varS the variance of S without a trend, corrected for ties
   * @param tauA Kendall's tau-a, S over all pairs; ties draw it towards 0
   * @param tauB Kendall's tau-b, S over the geometric mean of the pairs untied in time and in value
   * @param z the standardised score, corrected for continuity if that was asked for
   * @param pNormal the p-values by the normal approximation
   * @param pExact the exact p-values, or why there are none
   * @param chosen which of the two {@link #p()} gives: {@code EXACT} or {@code NORMAL}
   * @param continuity the continuity correction in {@code z} and {@code pNormal}
   */
  public record Result(
      int n,
      long s,
      double varS,
      double tauA,
      double tauB,
      double z,
      PValues pNormal,
      Outcome<PValues> pExact,
      PValueMethod chosen,
      ContinuityCorrection continuity) {

    /**
     * The p-values by the chosen method.
     *
     * @return the exact ones if they were asked for and can be had, otherwise the normal ones
     */
    public PValues p() {
      return pExact.asOptional().orElse(pNormal);
    }

    /**
     * The result as rows of a table of evidence.
     *
     * @return S, Var S, tau-a, tau-b, z and the chosen p-values
     */
    public List<Evidence> rows() {
      String method = "Mann-Kendall";
      String p = chosen == PValueMethod.EXACT ? "p (exact" : "p (normal";
      return List.of(
          new Evidence(method, "n", n),
          new Evidence(method, "S", s),
          new Evidence(method, "Var S", varS),
          new Evidence(method, "tau-a", tauA),
          new Evidence(method, "tau-b", tauB),
          new Evidence(method, "z", z),
          new Evidence(method, p + ", two-sided)", p().twoSided()),
          new Evidence(method, p + ", increasing)", p().increasing()),
          new Evidence(method, p + ", decreasing)", p().decreasing()));
    }
  }
}
