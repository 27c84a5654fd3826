package org.crosstally.trend;

/** Whether the normal approximation to a score on integers is moved by half their spacing. */
public enum ContinuityCorrection {
  /** Moves the score by 1 towards 0: the score of untied values takes every second integer. */
  APPLY,
  /** Uses the score as it is. */
  NONE
}
