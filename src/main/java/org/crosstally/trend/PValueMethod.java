package org.crosstally.trend;

/** How the p-value of a rank test is computed. */
public enum PValueMethod {
  /** {@link #EXACT} where the exact distribution can be had, otherwise {@link #NORMAL}. */
  AUTO,
  /** From the exact distribution over all orders of the values, ties among the values included. */
  EXACT,
  /** From the normal approximation to the score. */
  NORMAL
}
