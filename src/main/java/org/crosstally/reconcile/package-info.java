/**
 * Why figures differ and which number stands: cells of figures are reconciled by their lineage and
 * vintages, and every figure is accounted for.
 *
 * <p>{@link org.crosstally.reconcile.Reconciler} is the way in, {@link
 * org.crosstally.reconcile.Reconciliation} the way out. In between, for each cell: lineages are
 * read, the vintages of each origin are put in order, slips of the pen are recognised by what the
 * other cells of the table hold and by the identities between the numbers of one document, the
 * accepted vintages of independent origins are combined, and each figure gets its role and its
 * cause. {@link org.crosstally.reconcile.DocumentChecks}, {@link
 * org.crosstally.reconcile.Granularity} and {@link org.crosstally.reconcile.ProbableRelays} can be
 * used alone.
 */
@NullMarked
package org.crosstally.reconcile;

import org.jspecify.annotations.NullMarked;
