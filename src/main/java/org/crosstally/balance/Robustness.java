package org.crosstally.balance;

/** How much weight an equation keeps that lies far from the others. */
public enum Robustness {
  /** All of it: least squares. */
  LEAST_SQUARES {
    @Override
    double weight(double residual) {
      return 1;
    }
  },
  /**
   * As Huber (1964) says: all of it up to 1.345 standard uncertainties, beyond that in inverse
   * proportion.
   */
  HUBER {
    @Override
    double weight(double residual) {
      return Math.min(1, 1.345 / Math.max(1e-300, Math.abs(residual)));
    }
  },
  /**
   * That of Student's t with four degrees of freedom, {@code 5 / (4 + r²)} (Lange, Little and
   * Taylor 1989): a slip loses nearly all of its weight.
   */
  STUDENT {
    @Override
    double weight(double residual) {
      return 5 / (4 + residual * residual);
    }
  };

  abstract double weight(double residual);
}
