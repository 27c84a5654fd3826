package org.crosstally.consensus;

import org.crosstally.outcome.Outcome;

/**
 * The average of the Particle Data Group: the weighted mean, with an error that is scaled up where
 * the values scatter more than their errors say.
 *
 * <p>The mean is {@code sum w y / sum w}, {@code w = 1/v}, with error {@code dx = 1/sqrt(sum w)}.
 * The scale factor is {@code S = sqrt(chi^2 / (N - 1))} over the N values whose own error is below
 * {@code 3 sqrt(k) dx}, about their own weighted mean, because values of low precision say little
 * about the scatter; where S is above 1 the error is {@code S dx}. All errors are scaled alike,
 * which is right only if it is unknown which of them are too small.
 *
 * <p>Particle Data Group, Review of Particle Physics, introduction, section 5.2.2; the ratio over
 * all values is Birge's (Birge, R. T., 1932, Physical Review 40, 207-227).
 */
public final class ParticleDataGroupMean {

  private static final ParticleDataGroupMean DEFAULT = new ParticleDataGroupMean();

  private ParticleDataGroupMean() {}

  /**
   * The average as the group computes it.
   *
   * @return the procedure
   */
  public static ParticleDataGroupMean withDefaults() {
    return DEFAULT;
  }

  /**
   * Combines values.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the average, or {@code NO_VALUES}
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public Outcome<Result> fit(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    if (values.length == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    WeightSums sums = new WeightSums(values, variances).at(0);
    double limit = 9.0 * sums.k / sums.total;
    int kept = 0;
    for (double variance : variances) {
      kept += variance < limit ? 1 : 0;
    }
    double[] precise = new double[kept];
    double[] preciseVariances = new double[kept];
    int next = 0;
    for (int i = 0; i < sums.k; i++) {
      if (variances[i] < limit) {
        precise[next] = values[i];
        preciseVariances[next++] = variances[i];
      }
    }
    // One value has no scatter, and its error stays as it is.
    double scale =
        kept < 2 ? 1 : Math.sqrt(new WeightSums(precise, preciseVariances).qAt(0) / (kept - 1));
    double error = Math.sqrt(1 / sums.total);
    return Outcome.of(new Result(sums.centre + sums.mean, error, scale, kept));
  }

  /**
   * The average.
   *
   * @param estimate the weighted mean
   * @param standardError its error dx from the stated errors
   * @param scaleFactor S, 1 if fewer than two values are precise enough to count in it
   * @param counted N, the number of values in S
   */
  public record Result(double estimate, double standardError, double scaleFactor, int counted) {

    /**
     * The error to be used.
     *
     * @return {@code dx max(1, S)}
     */
    public double scaledStandardError() {
      return standardError * Math.max(1, scaleFactor);
    }
  }
}
