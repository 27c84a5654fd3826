/**
 * What goes into a paper: tables for LaTeX, Markdown, HTML and CSV, the bibliography of the
 * documents, a paragraph on the methods with their papers, the provenance of each number as W3C
 * PROV, and a report of a whole comparison as one page that needs no network.
 *
 * <p>Texts that come from files are escaped for what they are written into; nothing in them can
 * become a command, a tag, a link or a formula.
 */
@NullMarked
package org.crosstally.report;

import org.jspecify.annotations.NullMarked;
