package org.crosstally.agreement;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * By how much a value deviates from a reference value or from another value, with the uncertainty
 * of that deviation: {@code d} and {@code U(d) = k u(d)}, as in the key comparisons of the Mutual
 * Recognition Arrangement (CIPM MRA, Paris 1999; JCGM 100:2008).
 *
 * @param difference d, in the unit of the values
 * @param standardUncertainty u(d), in the same unit, not negative
 * @param coverageFactor k, above 0
 */
public record DegreeOfEquivalence(
    double difference, double standardUncertainty, double coverageFactor) {
  /** The coverage factor of key comparisons, about 95 %. */
  public static final double USUAL_COVERAGE_FACTOR = 2;

  /** Whether a deviation is within its uncertainty. */
  public enum Verdict {
    /** No difference, and no uncertainty on either side that could tell more. */
    EQUAL("equal"),
    /** {@code |d| <= U(d)}, with an uncertainty above 0. */
    WITHIN("within U"),
    /** {@code |d| > U(d)}, with an uncertainty above 0. */
    OUTSIDE("outside U"),
    /**
     * A difference without any uncertainty: both values are stated as exact, so that nothing says
     * how far apart they may lie.
     */
    UNJUDGED("no uncertainty");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /**
     * The words to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Checks the numbers.
   *
   * @param difference d
   * @param standardUncertainty u(d)
   * @param coverageFactor k
   * @throws IllegalArgumentException if a number is not finite, the uncertainty is negative or the
   *     factor is not positive
   */
  public DegreeOfEquivalence {
    boolean valid =
        Double.isFinite(difference)
            && standardUncertainty >= 0
            && standardUncertainty < Double.POSITIVE_INFINITY
            && coverageFactor > 0
            && coverageFactor < Double.POSITIVE_INFINITY;
    if (!valid) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no degree of equivalence: difference %s, standard uncertainty %s, coverage factor"
                  + " %s",
              difference,
              standardUncertainty,
              coverageFactor));
    }
  }

  /**
   * The expanded uncertainty.
   *
   * @return U(d)
   */
  public double expandedUncertainty() {
    return coverageFactor * standardUncertainty;
  }

  /**
   * The normalised error {@code E_n = d / U(d)} (ISO/IEC 17043).
   *
   * @return the normalised error; empty where there is no uncertainty
   */
  public OptionalDouble normalisedError() {
    return standardUncertainty > 0
        ? OptionalDouble.of(difference / expandedUncertainty())
        : OptionalDouble.empty();
  }

  /**
   * Whether the deviation is within its uncertainty.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    if (standardUncertainty == 0) {
      return difference == 0 ? Verdict.EQUAL : Verdict.UNJUDGED;
    }
    return Math.abs(difference) <= expandedUncertainty() ? Verdict.WITHIN : Verdict.OUTSIDE;
  }
}
