package org.crosstally.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;

/**
 * Degrees of equivalence of several values of one quantity, with their standard uncertainties,
 * which are independent of each other.
 *
 * <p>The reference value is {@code x_ref = sum w_j x_j} with {@code sum w_j = 1} and {@code
 * u^2(x_ref) = sum w_j^2 u_j^2}. With {@link Reference#CONTRIBUTING} value i is part of it, {@code
 * d_i = x_i - x_ref} and {@code u^2(d_i) = u_i^2 + u^2(x_ref) - 2 w_i u_i^2}, the last term being
 * twice the covariance of the two; for weights {@code 1/u^2} this is {@code u_i^2 - u^2(x_ref)}.
 * With {@link Reference#LEAVE_ONE_OUT} the reference is the weighted mean of the others, and the
 * covariance is 0. Both give the same normalised error for weights {@code 1/u^2}, since then d and
 * u(d) grow by the same factor {@code 1 / (1 - w_i)}.
 *
 * <p>Between two values, {@code d_ij = x_i - x_j} and {@code u^2(d_ij) = u_i^2 + u_j^2}.
 *
 * <p>Immutable. Cox, M. G. (2002), The evaluation of key comparison data, Metrologia 39, 589-595.
 */
public final class DegreesOfEquivalence {
  private final double[] values;
  private final double[] uncertainties;
  private final double[] weights;
  private final double coverageFactor;

  /** What a value is compared with. */
  public enum Reference {
    /** The reference value that it contributed to; the covariance is taken into account. */
    CONTRIBUTING("contributing"),
    /** The reference value that the others give without it. */
    LEAVE_ONE_OUT("leave one out");

    private final String label;

    Reference(String label) {
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

  private DegreesOfEquivalence(
      double[] values, double[] uncertainties, double[] weights, double coverageFactor) {
    this.values = values;
    this.uncertainties = uncertainties;
    this.weights = weights;
    this.coverageFactor = coverageFactor;
  }

  /**
   * Values around their weighted mean with the weights {@code 1/u^2}; the coverage factor is 2.
   *
   * @param values the values, at least one
   * @param standardUncertainties their standard uncertainties, not negative
   * @return the degrees; {@link AgreementReason#ZERO_UNCERTAINTY} where an uncertainty is 0, {@link
   *     AgreementReason#NO_REFERENCE} where there are no values
   * @throws IllegalArgumentException if the lengths differ, a number is not finite, or an
   *     uncertainty is negative
   */
  public static Outcome<DegreesOfEquivalence> of(double[] values, double[] standardUncertainties) {
    requireUncertainties(values, standardUncertainties);
    if (Arrays.stream(standardUncertainties).anyMatch(u -> u == 0)) {
      return Outcome.undetermined(AgreementReason.ZERO_UNCERTAINTY);
    }
    double least = Arrays.stream(standardUncertainties).min().orElse(1);
    double[] weights =
        Arrays.stream(standardUncertainties).map(u -> (least / u) * (least / u)).toArray();
    return weighted(values, standardUncertainties, weights);
  }

  /**
   * Values around a weighted mean with given weights; the coverage factor is 2.
   *
   * @param values the values, at least one
   * @param standardUncertainties their standard uncertainties, not negative; 0 is accepted
   * @param weights the weights, not negative, in any unit; 0 for a value that did not contribute
   * @return the degrees; {@link AgreementReason#NO_REFERENCE} where no weight is above 0
   * @throws IllegalArgumentException if the lengths differ, a number is not finite, or an
   *     uncertainty or a weight is negative
   */
  public static Outcome<DegreesOfEquivalence> of(
      double[] values, double[] standardUncertainties, double[] weights) {
    requireUncertainties(values, standardUncertainties);
    requireUncertainties(values, weights);
    return weighted(values, standardUncertainties, weights);
  }

  private static Outcome<DegreesOfEquivalence> weighted(
      double[] values, double[] uncertainties, double[] weights) {
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)) {
      return Outcome.undetermined(AgreementReason.NO_REFERENCE);
    }
    return Outcome.of(
        new DegreesOfEquivalence(
            values.clone(),
            uncertainties.clone(),
            Arrays.stream(weights).map(w -> w / sum).toArray(),
            DegreeOfEquivalence.USUAL_COVERAGE_FACTOR));
  }

  private static void requireUncertainties(double[] values, double[] others) {
    Pairs.require(values, others);
    for (int i = 0; i < others.length; i++) {
      if (others[i] < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "%s at %d: an uncertainty or a weight is not negative", others[i], i));
      }
    }
  }

  /**
   * The same values with another coverage factor.
   *
   * @param v k in {@code U = k u}, above 0
   * @return a copy
   * @throws IllegalArgumentException if it is not above 0
   */
  public DegreesOfEquivalence withCoverageFactor(double v) {
    if (!(v > 0 && v < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("coverage factor " + v + ": a number above 0");
    }
    return new DegreesOfEquivalence(values, uncertainties, weights, v);
  }

  /**
   * The reference value that all contribute to.
   *
   * @return {@code sum w_j x_j}
   */
  public double referenceValue() {
    return IntStream.range(0, values.length).mapToDouble(j -> weights[j] * values[j]).sum();
  }

  /**
   * The standard uncertainty of the reference value.
   *
   * @return {@code sqrt(sum w_j^2 u_j^2)}
   */
  public double referenceUncertainty() {
    return Math.sqrt(squares(-1));
  }

  /** The sum of {@code w^2 u^2} without one value. */
  private double squares(int omitted) {
    return IntStream.range(0, values.length)
        .filter(j -> j != omitted)
        .mapToDouble(j -> weights[j] * uncertainties[j])
        .map(part -> part * part)
        .sum();
  }

  /**
   * The deviation of a value from the reference value.
   *
   * @param i the index of the value
   * @param reference what it is compared with
   * @return the degree of equivalence; {@link AgreementReason#NO_REFERENCE} where it alone has a
   *     weight and is left out
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public Outcome<DegreeOfEquivalence> unilateral(int i, Reference reference) {
    double others = squares(i);
    double rest = 0;
    double deviation = 0;
    for (int j = 0; j < values.length; j++) {
      if (j != i) {
        rest += weights[j];
        deviation += weights[j] * (values[i] - values[j]);
      }
    }
    if (reference == Reference.LEAVE_ONE_OUT) {
      if (!(rest > 0)) {
        return Outcome.undetermined(AgreementReason.NO_REFERENCE);
      }
      return Outcome.of(degree(deviation / rest, square(uncertainties[i]) + others / rest / rest));
    }
    // The same as in the description, without its difference of like numbers: rest is 1 - w_i.
    return Outcome.of(degree(deviation, square(rest * uncertainties[i]) + others));
  }

  /**
   * The deviation of a value from another.
   *
   * @param i the index of the one value
   * @param j the index of the other value
   * @return the degree of equivalence of i less j; for i = j no difference without uncertainty
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public DegreeOfEquivalence bilateral(int i, int j) {
    double variance = i == j ? 0 : square(uncertainties[i]) + square(uncertainties[j]);
    return degree(values[i] - values[j], variance);
  }

  /**
   * The deviations of all values from the reference value.
   *
   * @param reference what each is compared with
   * @return one degree for each value, in their order
   */
  public List<Outcome<DegreeOfEquivalence>> unilateral(Reference reference) {
    return IntStream.range(0, values.length).mapToObj(i -> unilateral(i, reference)).toList();
  }

  private DegreeOfEquivalence degree(double difference, double variance) {
    return new DegreeOfEquivalence(difference, Math.sqrt(variance), coverageFactor);
  }

  private static double square(double value) {
    return value * value;
  }
}
