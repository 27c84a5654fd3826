package org.crosstally.chart;

import org.crosstally.outcome.Reason;

/** Why a text cannot be embedded as text. */
public enum NoFont implements Reason {
  /** A font has the characters, but none that may be embedded: the text is drawn as outlines. */
  NOT_EMBEDDABLE(
      "no TrueType font with glyf outlines that may be embedded sets this text; install one, or"
          + " name its file in the system property org.crosstally.chart.fonts"),
  /** No font here has the characters. */
  NOT_FOUND(
      "no font here has these characters; install a TrueType font that has them, or name its file"
          + " in the system property org.crosstally.chart.fonts");

  private final String sentence;

  NoFont(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
