package org.crosstally.balance;

/** How much weight an equation keeps that lies far from the others. */
public enum Robustness {
  /** All of it: least squares. */
  LEAST_SQUARES {
    @Override
    double weight(double residual) {
      return 1;
    }

    @Override
    double curvature(double residual) {
      return 1;
    }

    @Override
    double mostCurvature() {
      return 1;
    }

    @Override
    double changeOfCurvature(double residual, double step) {
      return 0;
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

    @Override
    double curvature(double residual) {
      return Math.abs(residual) <= 1.345 ? 1 : 0;
    }

    @Override
    double mostCurvature() {
      return 1;
    }

    @Override
    double changeOfCurvature(double residual, double step) {
      return Math.abs(Math.abs(residual) - 1.345) <= step ? 1 : 0;
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

    @Override
    double curvature(double residual) {
      double square = residual * residual;
      return 5 * (4 - square) / ((4 + square) * (4 + square));
    }

    @Override
    double mostCurvature() {
      return 1.25;
    }

    /** The third derivative, {@code 10 r (r² - 12) / (4 + r²)³}, is below 0.92 everywhere. */
    @Override
    double changeOfCurvature(double residual, double step) {
      return 0.92 * step;
    }
  };

  /** The weight {@code ρ'(r)/r} of an equation that is off by r standard uncertainties. */
  abstract double weight(double residual);

  /** {@code ρ''(r)}. */
  abstract double curvature(double residual);

  /** The largest {@code ρ''}. */
  abstract double mostCurvature();

  /** By how much {@code ρ''} can change within a step. */
  abstract double changeOfCurvature(double residual, double step);
}
