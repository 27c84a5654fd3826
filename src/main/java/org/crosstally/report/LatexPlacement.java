package org.crosstally.report;

/** What a table in LaTeX stands in. */
public enum LatexPlacement {
  /** A float with its caption: {@code table}. */
  FLOAT,
  /** A table that breaks over pages: {@code longtable}, of the package of that name. */
  LONG,
  /** Nothing: {@code tabular} and its notes, to be put into a float of your own. */
  BARE
}
