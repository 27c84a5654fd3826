package org.crosstally.consensus;

/** The likelihood of a pooled fit at the best locations and biases for one variance at a time. */
interface PooledProfile {

  /** Moves to the maximum for this variance; false if it was not reached. */
  boolean maximise(double t);

  /** The restricted log likelihood at its maximum for this variance. */
  double profile(double t);

  /** The derivative of {@link #profile} by t; NaN where it has none. */
  double slope(double t);

  /**
   * What {@link #profile} is at most for this variance and all smaller ones; infinite if unknown.
   */
  double ceiling(double t);

  /** The location of a cell at the last maximum. */
  double location(int cell);

  /** The standard error of that location. */
  double standardError(int cell);

  /** The bias of a source at the last maximum. */
  double bias(int source);
}
