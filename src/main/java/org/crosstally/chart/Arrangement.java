package org.crosstally.chart;

/** How the panels of a figure stand. */
public enum Arrangement {
  /** In rows and columns, so that each panel is as large as it can be. */
  GRID,
  /** All beside one another. */
  BESIDE,
  /** All one above another. */
  STACKED
}
