/**
 * Readers and writers of figure tables: the only place that meets files and faulty text.
 *
 * <p>Files are read as text, and every cell is parsed by the rules of {@link
 * org.crosstally.figure.FigureParser}; nothing is guessed, skipped or converted in silence. What is
 * wrong with a file is named with file, line, column, the offending text and what is accepted.
 */
@NullMarked
package org.crosstally.io;

import org.jspecify.annotations.NullMarked;
