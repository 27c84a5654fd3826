/**
 * Numbers that must add up: over time, over the parts of a table, and to what is known better.
 *
 * <p>For regular tables, on {@code double[]} alone:
 *
 * <ul>
 *   <li>{@link org.crosstally.balance.Denton}, {@link org.crosstally.balance.Cholette}, {@link
 *       org.crosstally.balance.GrowthRatePreservation} and {@link
 *       org.crosstally.balance.SplineBenchmarking} benchmark one series to sums over spans of
 *       periods; {@link org.crosstally.balance.MultivariateCholette} several at once.
 *   <li>{@link org.crosstally.balance.TemporalDisaggregation} finds the values of short periods
 *       from those of long ones and related series, with standard errors.
 *   <li>{@link org.crosstally.balance.Raking} fits the parts of a table to its margins; {@link
 *       org.crosstally.balance.SeriesBalancing} a table of series to equations, inequalities and
 *       bounds.
 * </ul>
 *
 * <p>Each procedure is immutable and configured by name, {@code X.withDefaults().with(OPTION)}.
 * Invalid input is an {@link IllegalArgumentException}; valid data that determine no values give an
 * outcome with a {@link org.crosstally.balance.BenchmarkingReason}. Binding constraints hold to
 * 1e-10 of the numbers in them, and scaling all input scales the result.
 *
 * <p>Denton's and Cholette's methods, splines, disaggregation and systems agree with JDemetra+ and
 * R to 1e-9. {@link org.crosstally.balance.GrowthRatePreservation} alone does not: the quasi-Newton
 * search of JDemetra+ 1.2.1 stops as far as 9e-6 from the minimum, at a higher value of the
 * criterion, while ours agrees to 1e-13 with a solution in 40 digits.
 *
 * <p>All reports at once: what sources report about one quantity, as equations and inequalities on
 * one latent flow, solved together, with a proof of which reports cannot all be true.
 *
 * <p>{@link org.crosstally.balance.AccountingRules} says what belongs together, {@link
 * org.crosstally.balance.Balancer} is the way in, {@link org.crosstally.balance.Balance} the way
 * out. The solution comes with a {@link org.crosstally.balance.ConvergenceProof}, or there is none.
 */
@NullMarked
package org.crosstally.balance;

import org.jspecify.annotations.NullMarked;
