package org.crosstally.agreement;

import org.crosstally.outcome.Reason;

/** Why valid data determine no value. */
public enum AgreementReason implements Reason {
  /** Below the least number of pairs that the statistic is computed for. */
  TOO_FEW_PAIRS("too few pairs"),
  /** All differences are the same, so that nothing says how far others may scatter. */
  NO_VARIATION("all differences are the same"),
  /** One side states the same number for everything, so that no correlation is defined. */
  CONSTANT_SIDE("one side does not vary"),
  /** The pairs lie on one line exactly, so that nothing says how far others may lie from it. */
  NO_SCATTER("the pairs lie on one line exactly"),
  /** A pair has no relative difference: its mean is 0, or its ratio is not positive. */
  NOT_ON_SCALE("a pair has no difference on this scale"),
  /** The numbers are stated in several units. */
  MIXED_UNITS("the numbers are in several units"),
  /** A value without uncertainty would outweigh all others. */
  ZERO_UNCERTAINTY("a value has no uncertainty"),
  /** Everything is stated as exact, so that nothing says how far it may differ. */
  NO_UNCERTAINTY("no uncertainty is stated"),
  /** Nothing else is left to compare with. */
  NO_REFERENCE("nothing is left to compare with");

  private final String sentence;

  AgreementReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
