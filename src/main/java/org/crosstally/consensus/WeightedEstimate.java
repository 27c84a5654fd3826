package org.crosstally.consensus;

/**
 * A combined value with its standard error.
 *
 * @param estimate the combined value, in the unit of the values
 * @param standardError its standard error, above 0
 */
public record WeightedEstimate(double estimate, double standardError) {}
