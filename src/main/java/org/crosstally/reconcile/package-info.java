/**
 * Why figures differ and which number stands: cells of figures are reconciled by their lineage and
 * vintages, and every figure is accounted for.
 */
@NullMarked
package org.crosstally.reconcile;

import org.jspecify.annotations.NullMarked;
