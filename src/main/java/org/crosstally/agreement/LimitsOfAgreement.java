package org.crosstally.agreement;

import org.crosstally.consensus.ConfidenceInterval;

/**
 * Between which limits a stated share of all differences lies, if they are normal: {@code bias - z
 * s} and {@code bias + z s}, each with its confidence interval.
 *
 * @param bias the interval of the mean difference, {@code bias ± t s / sqrt(n)}
 * @param lower the lower limit
 * @param upper the upper limit
 */
public record LimitsOfAgreement(ConfidenceInterval bias, Limit lower, Limit upper) {

  /**
   * One limit.
   *
   * @param value the estimate
   * @param interval its confidence interval, for this limit alone
   */
  public record Limit(double value, ConfidenceInterval interval) {}
}
