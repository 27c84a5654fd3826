package org.crosstally.trend;

/** The distribution to which a coefficient over its standard error is referred. */
public enum ReferenceDistribution {
  /** Student's t with n - 2 degrees of freedom. */
  STUDENT_T,
  /** The standard normal, as the large-sample theory of robust errors has it. */
  NORMAL
}
