package org.crosstally.chart;

/** A file that can be written beside a figure, made from the same values. */
public enum Companion {
  /** The caption and what the figure leaves out, as {@code name.caption.txt}. */
  CAPTION(".caption.txt"),
  /** The text for readers who do not see the figure, as {@code name.alt.txt}. */
  ALT(".alt.txt"),
  /** The marks of the figure as a table, as {@code name.csv}. */
  DATA(".csv");

  private final String ending;

  Companion(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }
}
