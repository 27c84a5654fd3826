package org.crosstally.agreement;

import java.util.EnumMap;
import java.util.Map;
import org.crosstally.outcome.Outcome;

/**
 * Degrees of equivalence over many cells. They are judged cell by cell, where both sides name a
 * number; the average is in relative terms, so that cells of different sizes can be put together.
 *
 * <p>With {@code d_j} and {@code u(d_j)} of cell j and {@code s_j} the absolute value of what the
 * cell is referred to, the reconciled value or the mean of the two sources, the average is over the
 * m cells with {@code u(d_j) > 0} and {@code s_j > 0}: {@code D = (100 / m) sum d_j / s_j} per cent
 * with {@code u(D) = (100 / m) sqrt(sum (u(d_j) / s_j)^2)}, the errors of different cells taken as
 * independent. Cells that are exact on both sides are counted and not averaged: that nothing is
 * said of their uncertainty does not make it 0.
 *
 * @param equal cells without difference and without uncertainty
 * @param within cells whose difference is within its expanded uncertainty
 * @param outside cells whose difference is beyond it
 * @param unjudged cells with a difference between numbers that are both exact
 * @param averaged m, the cells that the average is over
 * @param averagePercent D with u(D), in per cent; {@link AgreementReason#NO_UNCERTAINTY} for m = 0,
 *     or {@link AgreementReason#NO_REFERENCE} where no cell has a degree of equivalence
 */
public record Equivalence(
    int equal,
    int within,
    int outside,
    int unjudged,
    int averaged,
    Outcome<DegreeOfEquivalence> averagePercent) {

  /** Collects the cells in their order. */
  static final class Builder {
    private final Map<DegreeOfEquivalence.Verdict, Integer> verdicts =
        new EnumMap<>(DegreeOfEquivalence.Verdict.class);
    private int averaged;
    private double differences;
    private double squares;

    void add(double difference, double variance, double size) {
      double uncertainty = Math.sqrt(variance);
      verdicts.merge(degree(difference, uncertainty).verdict(), 1, Integer::sum);
      if (variance > 0 && size > 0) {
        averaged++;
        differences += difference / size;
        squares += variance / size / size;
      }
    }

    Equivalence build() {
      return new Equivalence(
          count(DegreeOfEquivalence.Verdict.EQUAL),
          count(DegreeOfEquivalence.Verdict.WITHIN),
          count(DegreeOfEquivalence.Verdict.OUTSIDE),
          count(DegreeOfEquivalence.Verdict.UNJUDGED),
          averaged,
          average());
    }

    private Outcome<DegreeOfEquivalence> average() {
      if (averaged == 0) {
        return Outcome.undetermined(
            verdicts.isEmpty() ? AgreementReason.NO_REFERENCE : AgreementReason.NO_UNCERTAINTY);
      }
      return Outcome.of(degree(100 * differences / averaged, 100 * Math.sqrt(squares) / averaged));
    }

    private int count(DegreeOfEquivalence.Verdict verdict) {
      return verdicts.getOrDefault(verdict, 0);
    }

    private static DegreeOfEquivalence degree(double difference, double uncertainty) {
      return new DegreeOfEquivalence(
          difference, uncertainty, DegreeOfEquivalence.USUAL_COVERAGE_FACTOR);
    }
  }
}
