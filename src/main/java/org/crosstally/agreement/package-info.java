/**
 * Source against source: agreement, revisions, reliability, forecast scores.
 *
 * <p>{@link org.crosstally.agreement.TruthDiscovery} judges sources by many quantities at once, on
 * plain numbers, and so do {@link org.crosstally.agreement.BlandAltman}, {@link
 * org.crosstally.agreement.Concordance} and {@link org.crosstally.agreement.DegreesOfEquivalence}
 * for two series or one quantity; the others take figures and what {@code reconcile} made of them.
 */
@NullMarked
package org.crosstally.agreement;

import org.jspecify.annotations.NullMarked;
