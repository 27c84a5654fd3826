/**
 * Comparison charts for papers: the series of each source around the reconciled one, the statements
 * of the sources side by side, and the change from year to year. XChart draws the plots; texts,
 * legends and what XChart lacks are laid over them.
 *
 * <p>A figure has the exact size of a {@link org.crosstally.chart.Page} and stays within what the
 * publisher of that page allows. It is written as PDF, SVG, EPS, PNG or TIFF, with its {@link
 * org.crosstally.chart.Companion caption, alternative text and data} beside it. The same chart on
 * the same page with the same fonts gives the same bytes.
 *
 * <p>That a LaTeX document with the figures compiles and holds every font is checked by {@code
 * src/test/latex/check-figures.sh}, given the folder of the figures. It needs {@code pdflatex} and
 * {@code pdffonts} and is therefore no part of the build.
 */
@NullMarked
package org.crosstally.chart;

import org.jspecify.annotations.NullMarked;
