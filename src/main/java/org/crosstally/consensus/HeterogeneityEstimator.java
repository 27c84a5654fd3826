package org.crosstally.consensus;

/**
 * How the variance between sources, tau<sup>2</sup>, is estimated from k values y with variances v.
 *
 * <p>Every estimate below 0 is set to 0. Notation: weights {@code w = 1/(v + t)}, {@code b(t)} the
 * mean with those weights, {@code Q(t) = sum w (y - b(t))^2}, {@code P = W - W 1 1' W / sum w}, so
 * that {@code tr P = sum w - sum w^2 / sum w}.
 */
public enum HeterogeneityEstimator {
  /** No variance between sources: all values measure the same number, up to their variances. */
  EQUAL_EFFECTS("EE"),
  /**
   * The moment estimate {@code (Q(0) - (k - 1)) / tr P}. Quick and in wide use; too small where the
   * sources differ much. DerSimonian, R. and Laird, N. (1986), Controlled Clinical Trials 7,
   * 177-188.
   */
  DERSIMONIAN_LAIRD("DL"),
  /**
   * The moment estimate with the weights that {@link #DERSIMONIAN_LAIRD} gives, {@code (Q - tr P V)
   * / tr P} at them: as quick, and close to {@link #PAULE_MANDEL} where sources differ.
   * DerSimonian, R. and Kacker, R. (2007), Contemporary Clinical Trials 28, 105-114.
   */
  TWO_STEP_DERSIMONIAN_LAIRD("DL2"),
  /**
   * The t with {@code Q(t) = k - 1}; 0 if there is none. It exists once at most, because Q falls.
   * Assumes no distribution: for few values, and where the normal one of the likelihoods is in
   * doubt. Paule, R. C. and Mandel, J. (1982), Journal of Research of the National Bureau of
   * Standards 87, 377-385.
   */
  PAULE_MANDEL("PM"),
  /**
   * The form of Mandel and Paule (1970) with {@code Q(t) = k}, close to maximum likelihood where
   * {@link #PAULE_MANDEL} is close to restricted likelihood. Rukhin, A. L. and Vangel, M. G.
   * (1998), Journal of the American Statistical Association 93, 303-308.
   */
  MODIFIED_MANDEL_PAULE("MP"),
  /**
   * The maximum of the restricted likelihood, {@code -1/2 (sum ln(v + t) + ln sum w + Q(t))}: the
   * usual choice. Viechtbauer, W. (2005), Journal of Educational and Behavioral Statistics 30,
   * 261-293.
   */
  RESTRICTED_MAXIMUM_LIKELIHOOD("REML"),
  /**
   * The maximum of the likelihood, {@code -1/2 (sum ln(v + t) + Q(t))}; too small for few values,
   * and for comparing models by their likelihoods. Hardy, R. J. and Thompson, S. G. (1996),
   * Statistics in Medicine 15, 619-629.
   */
  MAXIMUM_LIKELIHOOD("ML"),
  /**
   * The empirical Bayes estimate of Morris, C. N. (1983), Journal of the American Statistical
   * Association 78, 47-55, {@code Q(t) = k - 1}; the same number as {@link #PAULE_MANDEL}, for
   * comparison with programs that list it by this name.
   */
  EMPIRICAL_BAYES("EB"),
  /**
   * {@code t0 Q(t0) / (k - 1)} with {@code t0 = sum (y - mean)^2 / k}; positive unless all values
   * are equal: on the safe side where sources surely differ, too large where they do not. Sidik, K.
   * and Jonkman, J. N. (2005), Applied Statistics 54, 367-384.
   */
  SIDIK_JONKMAN("SJ"),
  /**
   * The variance of the values less the mean of their variances, {@code sum (y - mean)^2 / (k - 1)
   * - sum v / k}. Unbiased before it is cut at 0, but values of low precision count in full: for
   * variances of similar size. Hedges, L. V. and Olkin, I. (1985), Statistical Methods for
   * Meta-Analysis.
   */
  HEDGES("HE"),
  /**
   * {@code (Q(0) - k) / sum w}. Hunter, J. E. and Schmidt, F. L. (2004), Methods of Meta-Analysis;
   * too small for few values.
   */
  HUNTER_SCHMIDT("HS");

  private final String abbreviation;

  HeterogeneityEstimator(String abbreviation) {
    this.abbreviation = abbreviation;
  }

  /**
   * The usual abbreviation, as the literature and R's metafor have it.
   *
   * @return EE, DL, DL2, PM, MP, REML, ML, EB, SJ, HE or HS
   */
  public String abbreviation() {
    return abbreviation;
  }
}
