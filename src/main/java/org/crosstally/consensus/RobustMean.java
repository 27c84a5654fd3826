package org.crosstally.consensus;

import org.crosstally.outcome.Outcome;

/**
 * An estimate of location from values alone, on which a few wild values have little or no
 * influence.
 *
 * <p>These take every value for equally good and know no variances: use them where the stated
 * uncertainties are not to be trusted, or beside {@link RandomEffects} as a check. They do not help
 * against many copies of one wrong report. All scale and shift with the values; none depends on
 * their order.
 *
 * <p>Huber, P. J. and Ronchetti, E. M. (2009), Robust Statistics, 2nd edition, for all of them.
 */
public sealed interface RobustMean {

  /**
   * Estimates the location.
   *
   * @param y the values, in any order
   * @return the location, or {@code NO_VALUES}; {@link Huber} also {@code ZERO_SCALE}, {@link
   *     HuberProposal2} and {@link Biweight} also {@code NOT_CONVERGED}
   * @throws IllegalArgumentException if a value is not finite or beyond 1e50
   */
  Outcome<Location> fit(double[] y);

  /**
   * The name, as a table prints it.
   *
   * @return a noun with its options
   */
  String label();

  /**
   * The median.
   *
   * @return the procedure
   */
  static RobustMean median() {
    return new Median();
  }

  /**
   * The estimate of Hodges and Lehmann.
   *
   * @return the procedure
   */
  static RobustMean hodgesLehmann() {
    return new HodgesLehmann();
  }

  /**
   * Huber's estimate with the scale held fixed, clipping at 1.5.
   *
   * @return the procedure
   */
  static RobustMean huber() {
    return new Huber(1.5);
  }

  /**
   * Huber's proposal 2, clipping at 1.5, iterated until it settles.
   *
   * @return the procedure
   */
  static RobustMean huberProposal2() {
    return new HuberProposal2(1.5, HuberProposal2.UNTIL_SETTLED);
  }

  /**
   * Tukey's biweight, which gives no weight beyond 6 median absolute deviations.
   *
   * @return the procedure
   */
  static RobustMean biweight() {
    return new Biweight(6);
  }

  /**
   * The mean of the values left when a share of the smallest and as many of the largest are
   * dropped.
   *
   * @param share the share on each side, from 0 to below 1/2
   * @return the procedure
   * @throws IllegalArgumentException if the share is outside
   */
  static RobustMean trimmed(double share) {
    return new Trimmed(share);
  }

  /**
   * The mean when a share of the smallest and as many of the largest are set to their neighbours.
   *
   * @param share the share on each side, from 0 to below 1/2
   * @return the procedure
   * @throws IllegalArgumentException if the share is outside
   */
  static RobustMean winsorised(double share) {
    return new Winsorised(share);
  }

  /**
   * A location with its scale.
   *
   * @param estimate the location, in the unit of the values
   * @param scale the scale of one value: 1.4826 times the median absolute deviation, for proposal 2
   *     its own, for trimmed and winsorised means the standard deviation of the winsorised values
   * @param standardError the asymptotic standard error of the estimate, or {@code TOO_FEW_VALUES}
   *     for one value, or {@code ZERO_STANDARD_ERROR} where the scale is 0
   */
  record Location(double estimate, double scale, Outcome<Double> standardError) {}

  /**
   * The mean of the one or two middle values: half of all values may be wild. Standard error {@code
   * sqrt(pi/2) scale / sqrt(k)}, that under a normal distribution.
   */
  record Median() implements RobustMean {
    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, Locations::median);
    }

    @Override
    public String label() {
      return "median";
    }
  }

  /**
   * The median of the Walsh averages {@code (y[i] + y[j]) / 2}, i &lt;= j: 29 per cent of the
   * values may be wild, and under a normal distribution it is nearly as good as the mean. Standard
   * error {@code sqrt(pi/3) scale / sqrt(k)}. Time is O(k) for each bit of the result, memory O(k).
   *
   * <p>Hodges, J. L. and Lehmann, E. L. (1963), Annals of Mathematical Statistics 34, 598-611.
   */
  record HodgesLehmann() implements RobustMean {
    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, Locations::hodgesLehmann);
    }

    @Override
    public String label() {
      return "Hodges-Lehmann";
    }
  }

  /**
   * The root of {@code sum psi((y - mu)/s)}, {@code psi(u)} being u cut off at {@code -+cut}, with
   * s held at 1.4826 times the median absolute deviation. The root is bracketed. Where more than
   * half of the values agree there is no scale, and no result.
   *
   * <p>Huber, P. J. (1964), Annals of Mathematical Statistics 35, 73-101.
   *
   * @param cut where psi is cut off, in units of s; 1.5 is usual
   */
  record Huber(double cut) implements RobustMean {

    /**
     * The procedure.
     *
     * @param cut where psi is cut off
     * @throws IllegalArgumentException if the cut is not positive and finite
     */
    public Huber {
      Locations.requireTuning("cut", cut);
    }

    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, values -> MEstimates.huber(values, cut));
    }

    @Override
    public String label() {
      return "Huber";
    }
  }

  /**
   * Location and scale together: {@code sum psi((y - mu)/s) = 0} and {@code sum psi^2 = (k - 1)
   * beta}, with beta the expectation of psi<sup>2</sup> under a normal distribution. It is found by
   * repeated winsorising from the median, until neither number moves by 1e-14 s. Where more than
   * half of the values agree, the result is that value with scale 0.
   *
   * <p>R's {@code MASS::hubers} stops after 30 steps, settled or not; {@code steps = 30} gives its
   * numbers.
   *
   * <p>Huber, P. J. (1964), Annals of Mathematical Statistics 35, 73-101, section 8.
   *
   * @param cut where psi is cut off, in units of s; 1.5 is usual
   * @param steps after how many steps to stop, settled or not; {@link #UNTIL_SETTLED} for no such
   *     limit
   */
  record HuberProposal2(double cut, int steps) implements RobustMean {

    /** No limit of steps: the iteration settles, or the outcome is {@code NOT_CONVERGED}. */
    public static final int UNTIL_SETTLED = Integer.MAX_VALUE;

    /**
     * The procedure.
     *
     * @param cut where psi is cut off
     * @param steps the limit of steps
     * @throws IllegalArgumentException if the cut is not positive and finite, or there is no step
     */
    public HuberProposal2 {
      Locations.requireTuning("cut", cut);
      Locations.requireTuning("steps", steps);
    }

    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, values -> MEstimates.proposal2(values, cut, steps));
    }

    @Override
    public String label() {
      return "Huber's proposal 2";
    }
  }

  /**
   * The fixed point of the mean with weights {@code (1 - u^2)^2}, {@code u = (y - mu)/(cut MAD)}, 0
   * beyond, reached from the median with the median absolute deviation held fixed: wild values
   * count nothing. Where more than half of the values agree, the result is that value.
   *
   * <p>Mosteller, F. and Tukey, J. W. (1977), Data Analysis and Regression, chapter 10.
   *
   * @param cut where the weight ends, in units of the median absolute deviation; 6 is usual
   */
  record Biweight(double cut) implements RobustMean {

    /**
     * The procedure.
     *
     * @param cut where the weight ends
     * @throws IllegalArgumentException if the cut is not positive and finite
     */
    public Biweight {
      Locations.requireTuning("cut", cut);
    }

    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, values -> MEstimates.biweight(values, cut));
    }

    @Override
    public String label() {
      return "biweight";
    }
  }

  /**
   * The mean without the {@code floor(share k)} smallest and largest values. Standard error {@code
   * s / ((1 - 2 share) sqrt(k))} with the standard deviation s of the winsorised values (Tukey, J.
   * W. and McLaughlin, D. H., 1963, Sankhya A 25, 331-352), the share being that actually cut.
   *
   * @param share the share on each side, from 0 to below 1/2
   */
  record Trimmed(double share) implements RobustMean {

    /**
     * The procedure.
     *
     * @param share the share on each side
     * @throws IllegalArgumentException if the share is outside
     */
    public Trimmed {
      Locations.requireShare(share);
    }

    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, values -> Locations.trimmed(values, share));
    }

    @Override
    public String label() {
      return "trimmed mean";
    }
  }

  /**
   * The mean with the {@code g = floor(share k)} smallest and largest values set to the nearest one
   * kept. Standard error {@code s (k - 1) / ((k - 2g - 1) sqrt(k))} with the standard deviation s
   * of the winsorised values (Dixon, W. J. and Tukey, J. W., 1968, Technometrics 10, 83-98).
   *
   * @param share the share on each side, from 0 to below 1/2
   */
  record Winsorised(double share) implements RobustMean {

    /**
     * The procedure.
     *
     * @param share the share on each side
     * @throws IllegalArgumentException if the share is outside
     */
    public Winsorised {
      Locations.requireShare(share);
    }

    @Override
    public Outcome<Location> fit(double[] y) {
      return Locations.of(y, values -> Locations.winsorised(values, share));
    }

    @Override
    public String label() {
      return "winsorised mean";
    }
  }
}
