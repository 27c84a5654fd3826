/**
 * Comparison charts for papers: the series of each source around the reconciled one, the statements
 * of the sources side by side, and the change from year to year. XChart draws the plots; texts,
 * legends and what XChart lacks are laid over them.
 */
@NullMarked
package org.crosstally.chart;

import org.jspecify.annotations.NullMarked;
