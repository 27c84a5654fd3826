package org.crosstally.agreement;

import org.crosstally.outcome.Reason;

/** Why enough pairs of preliminary and later figures do not determine a statistic. */
public enum RevisionReason implements Reason {
  /** Both the preliminary and the later figures are zero, so that nothing has a size to compare. */
  ALL_ZERO("all figures are zero"),
  /** The later figures are zero, so that no revision can be stated in terms of them. */
  LATER_ZERO("all later figures are zero"),
  /** Every later figure is the preliminary one. */
  NOT_REVISED("nothing was revised"),
  /** Every later figure is that of the period before, so that to expect no change was right. */
  NO_CHANGE("the later figures do not change"),
  /** All revisions are the same, so that nothing says how far others may scatter. */
  EQUAL_REVISIONS("all revisions are equal"),
  /** The regressor is the same for all periods, so that no line is determined. */
  NO_VARIATION("the figures do not vary"),
  /** The revisions lie on a line, so that nothing says how far others may lie from it. */
  EXACT_LINE("the revisions lie on a line"),
  /** The robust covariance of the coefficients has no inverse. */
  SINGULAR("the robust covariance is singular"),
  /** The test rejects every release before the latest. */
  NONE_EFFICIENT("no release before the latest is efficient");

  private final String sentence;

  RevisionReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
