/**
 * Source against source: agreement, revisions, reliability, forecast scores.
 *
 * <p>{@link org.crosstally.agreement.TruthDiscovery} judges sources by many quantities at once, on
 * plain numbers; the others take figures and what {@code reconcile} made of them.
 */
@NullMarked
package org.crosstally.agreement;

import org.jspecify.annotations.NullMarked;
