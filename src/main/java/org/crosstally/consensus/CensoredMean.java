package org.crosstally.consensus;

import java.util.List;
import java.util.Objects;
import org.crosstally.outcome.Outcome;

/**
 * One number from reports that are exact, rounded, bounds and ranges, each with its own likelihood,
 * and a variance between sources.
 *
 * <p>Report i is a draw of {@code N(mu, v[i] + sigma^2)} of which the set in which it fell is
 * known: an exact value x counts with {@code phi((x - mu)/s)/s}, a set from a to b with {@code
 * Phi((b - mu)/s) - Phi((a - mu)/s)}, {@code s^2 = v + sigma^2}. On the {@linkplain
 * Scale#LOGARITHMIC log scale} the logarithms of the reports are so distributed, and variances are
 * divided by the squared value. With middles of ranges instead, rounding would count as agreement,
 * and bounds could not be used.
 *
 * <p>For every sigma the likelihood is concave in mu and its maximum is followed to the last
 * digits; sigma is scanned and bracketed. What the reports do not determine is an outcome: reports
 * that are all sets and all overlap agree on a set, and no number in it is better than another; one
 * two-sided report and bounds that contradict it leave the spread open.
 *
 * <p>Tobin, J. (1958), Econometrica 26, 24-36; Olsen, R. J. (1978), Econometrica 46, 1211-1215, for
 * the single maximum without variances; Cox, D. R. and Reid, N. (1987), Journal of the Royal
 * Statistical Society B 49, 1-39, for the restricted likelihood; Satterthwaite, F. E. (1946),
 * Biometrics Bulletin 2, 110-114, for the degrees of freedom.
 */
public final class CensoredMean implements Consensus {

  /** The scale on which reports are normally distributed. */
  public enum Scale {
    /** As they are. */
    NATURAL,
    /** Their logarithms: for counts and amounts above 0 whose errors are a share of their size. */
    LOGARITHMIC
  }

  /** Which likelihood gives the variance between sources. */
  public enum Likelihood {
    /** That of mu and sigma: sigma is too small for few reports. Intervals by the normal. */
    MAXIMUM,
    /**
     * That of sigma at the best mu, less {@code 1/2 ln J} with J the information on mu: for exact
     * reports, restricted maximum likelihood. Intervals by Student's t with Satterthwaite's degrees
     * of freedom, {@code 2 V^2 / Var V} for the variance {@code V = 1/J} of mu, {@code Var V =
     * (dV/dt)^2 / I} and I the curvature of this likelihood by {@code t = sigma^2}; not more than
     * one less than there are two-sided reports, which they are for exact ones, and not less than
     * 1. A rounded report says little about a sigma that is smaller than its grain, and counts for
     * as little. One report alone has the normal distribution.
     */
    RESTRICTED
  }

  /** Of t, for differences of the slope by t. */
  private static final double STEP = 4e-3;

  private static final CensoredMean DEFAULT =
      new CensoredMean(Scale.NATURAL, Likelihood.RESTRICTED, 0.95);

  private final Scale scale;
  private final Likelihood likelihood;
  private final double level;

  private CensoredMean(Scale scale, Likelihood likelihood, double level) {
    this.scale = scale;
    this.likelihood = likelihood;
    this.level = level;
  }

  /**
   * {@link Scale#NATURAL}, {@link Likelihood#RESTRICTED} and a level of 0.95.
   *
   * @return the default procedure
   */
  public static CensoredMean withDefaults() {
    return DEFAULT;
  }

  /**
   * The same procedure on another scale.
   *
   * @param v the scale
   * @return a copy
   */
  public CensoredMean with(Scale v) {
    return new CensoredMean(Objects.requireNonNull(v), likelihood, level);
  }

  /**
   * The same procedure with another likelihood.
   *
   * @param v the likelihood
   * @return a copy
   */
  public CensoredMean with(Likelihood v) {
    return new CensoredMean(scale, Objects.requireNonNull(v), level);
  }

  /**
   * The same procedure with another level of its interval.
   *
   * @param v the two-sided level, between 0 and 1
   * @return a copy
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public CensoredMean withLevel(double v) {
    return new CensoredMean(scale, likelihood, ConfidenceInterval.requireLevel(v));
  }

  /**
   * Combines reports.
   *
   * @param reports the reports, one per independent source
   * @return the result, or why there is none: {@code NO_VALUES}; or not identified, because of
   *     {@code ONLY_BOUNDS}, {@code ONLY_OVERLAPPING_INTERVALS}, {@code NO_SPREAD}, {@code
   *     UNBOUNDED_SPREAD}, {@code VANISHING_SPREAD} or {@code ONE_SET_AND_BOUNDS}
   * @throws IllegalArgumentException on the log scale, if a report has no possible value above 0
   */
  public Outcome<Result> fit(List<Report> reports) {
    CensoredReports data = CensoredReports.of(reports, scale);
    if (data.size() == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    if (data.whyNotIdentified().isPresent()) {
      return Outcome.undetermined(data.whyNotIdentified().get());
    }
    CensoredLikelihood ratio = data.likelihood();
    boolean restricted = likelihood == Likelihood.RESTRICTED;
    Outcome<Double> spread = spread(data, ratio, restricted);
    if (spread.whyNot().isPresent()) {
      return Outcome.undetermined(spread.whyNot().get());
    }
    double t = spread.orElseThrow();
    // One two-sided report and bounds have a likeliest spread, but one that may be anything.
    return t > 0 && data.twoSided() < 2
        ? Outcome.undetermined(ConsensusReason.ONE_SET_AND_BOUNDS)
        : Outcome.of(result(data, ratio, t));
  }

  /** As {@link #fit}; on the log scale the error is that of the logarithm times the number. */
  @Override
  public Outcome<Combined> combine(List<Report> reports) {
    String method =
        (likelihood == Likelihood.RESTRICTED ? "restricted " : "")
            + "censored likelihood"
            + (scale == Scale.NATURAL ? "" : ", log scale");
    return PanelLines.named(method, new PanelLines(reports, level).line(this));
  }

  private static Outcome<Double> spread(
      CensoredReports data, CensoredLikelihood ratio, boolean restricted) {
    if (data.size() == 1) {
      // One report says nothing about a spread, and the restricted likelihood is flat.
      return Outcome.of(0.0);
    }
    double range = Math.max(ratio.range(), data.widest());
    return new SpreadSearch(t -> ratio.profile(t, restricted), t -> ratio.slope(t, restricted))
        .find(range * range, Samples.min(ratio.v));
  }

  private Result result(CensoredReports data, CensoredLikelihood ratio, double t) {
    boolean maximum = likelihood == Likelihood.MAXIMUM;
    double degrees = maximum ? Double.POSITIVE_INFINITY : degrees(data, ratio, t);
    ratio.maximise(t);
    double mu = ratio.centre + ratio.mu;
    double error = ratio.standardError(maximum && t > 0);
    double quantile =
        Double.isInfinite(degrees)
            ? Normal.upperQuantile((1 - level) / 2)
            : Tails.studentTwoSidedQuantile(1 - level, degrees);
    ConfidenceInterval interval =
        new ConfidenceInterval(
            natural(mu - quantile * error), natural(mu + quantile * error), level);
    return new Result(
        natural(mu),
        interval,
        mu,
        error,
        Math.sqrt(t),
        ratio.value - data.logJacobian(),
        data.size(),
        scale);
  }

  /**
   * Satterthwaite's degrees of freedom; infinite where no variance between sources was estimated.
   */
  private static double degrees(CensoredReports data, CensoredLikelihood ratio, double t) {
    int most = data.twoSided() - 1;
    if (t == 0) {
      return most < 1 ? Double.POSITIVE_INFINITY : most;
    }
    double curvature = curvature(ratio, t);
    ratio.maximise(t);
    double variance = -1 / ratio.byMuMu;
    double muByT = -ratio.byTMu / ratio.byMuMu;
    double varianceByT = (ratio.byTMuMu + ratio.byMuMuMu * muByT) * variance * variance;
    double degrees = 2 * variance * variance * curvature / (varianceByT * varianceByT);
    return Math.max(1, Math.min(most, degrees));
  }

  /**
   * Less the second derivative by t, from central differences with an error of their fourth power.
   */
  private static double curvature(CensoredLikelihood ratio, double t) {
    double step = STEP * t;
    double wide = ratio.slope(t + step, true) - ratio.slope(t - step, true);
    double narrow = ratio.slope(t + step / 2, true) - ratio.slope(t - step / 2, true);
    return -(8 * narrow - wide) / (6 * step);
  }

  private double natural(double mu) {
    return scale == Scale.NATURAL ? mu : Math.exp(mu);
  }

  /**
   * What the reports say.
   *
   * @param estimate the number, in the unit of the reports; on the log scale the median
   * @param interval its confidence interval, in the same unit
   * @param mu the location on the scale of the fit
   * @param standardError the standard error of mu
   * @param sigma the standard deviation between sources on the scale of the fit, 0 or more
   * @param logLikelihood the log likelihood at the estimate, of the reports in their own unit
   * @param k the number of reports
   * @param scale the scale of the fit
   */
  public record Result(
      double estimate,
      ConfidenceInterval interval,
      double mu,
      double standardError,
      double sigma,
      double logLikelihood,
      int k,
      Scale scale) {}
}
