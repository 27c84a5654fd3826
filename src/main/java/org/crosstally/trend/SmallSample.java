package org.crosstally.trend;

/** Whether a robust covariance is enlarged for the coefficients that were fitted. */
public enum SmallSample {
  /** As the formula gives it, which is too small in short series. */
  NONE,
  /** Times {@code n / (n - k)}, with k = 2 coefficients. */
  N_OVER_N_MINUS_K
}
