/**
 * Several measurements of one number, and one estimate from them.
 *
 * <p>Everything here computes on {@code double[]}: values and their variances (squared standard
 * uncertainties). It knows no figures, sources or periods and can be used alone.
 *
 * <ul>
 *   <li>{@link org.crosstally.consensus.RandomEffects} combines values with stated variances.
 *   <li>{@link org.crosstally.consensus.RobustMean} and the procedures beside it need no variances,
 *       or do not let one wild value decide.
 *   <li>{@link org.crosstally.consensus.CensoredMean} takes rounded values, bounds and ranges as
 *       what they are.
 *   <li>{@link org.crosstally.consensus.ConsensusPanel} puts all of them side by side and
 *       recommends one.
 * </ul>
 *
 * <p>Each procedure is immutable and configured by name, {@code X.withDefaults().with(OPTION)}.
 * Invalid input (a NaN, an infinity, a variance that is not positive, lengths that differ) is an
 * {@link IllegalArgumentException}; valid data from which nothing follows give an {@link
 * org.crosstally.consensus.Outcome.Undetermined} that names the reason. No public result holds a
 * NaN or an infinity. Results do not depend on the unit: with {@code c y} and {@code c^2 v} every
 * quantity scales as it should.
 */
@NullMarked
package org.crosstally.consensus;

import org.jspecify.annotations.NullMarked;
