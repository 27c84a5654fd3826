package org.crosstally.agreement;

import org.crosstally.outcome.Outcome;

/**
 * How far two series of numbers differ.
 *
 * @param pairs the number of pairs
 * @param scale how a difference is expressed
 * @param bias the mean difference of the first less the second, on the scale
 * @param standardDeviation the standard deviation of the differences, divisor n - 1
 * @param limits the limits of agreement; none where all differences are the same up to rounding
 */
public record PairedDifferences(
    int pairs,
    DifferenceScale scale,
    double bias,
    double standardDeviation,
    Outcome<LimitsOfAgreement> limits) {}
