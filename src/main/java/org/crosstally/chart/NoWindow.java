package org.crosstally.chart;

import org.crosstally.outcome.Reason;

/** Why no window was opened. */
public enum NoWindow implements Reason {
  /** The machine has no display, or Java runs in headless mode. */
  HEADLESS("there is no display to open a window on; save the chart into a file instead");

  private final String sentence;

  NoWindow(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
