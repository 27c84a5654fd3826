package org.crosstally.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crosstally.figure.Amount;
import org.crosstally.outcome.Outcome;

/**
 * One source against another, or against the reconciled values, over the cells that they share.
 *
 * @param source the id of the source
 * @param other the id of the other source; empty for the reconciled values
 * @param cells the shared cells, counted once for each unit
 * @param equal the cells in which both state the same number, or the same bound or range
 * @param withinRounding the cells in which they agree at least up to rounding
 * @param sameOrigin the cells in which both are known to go back to one count, so that their
 *     agreement confirms nothing; against the reconciled values, the cells whose value rests on the
 *     origin of the source's figure
 * @param differences bias and limits of agreement of the source less the other
 * @param concordance Lin's concordance of the numbers
 * @param equivalence degrees of equivalence
 */
public record Comparison(
    String source,
    Optional<String> other,
    int cells,
    int equal,
    int withinRounding,
    int sameOrigin,
    Outcome<PairedDifferences> differences,
    Outcome<Concordance> concordance,
    Equivalence equivalence) {

  /** Collects the cells in their order. */
  static final class Builder {
    private static final int FIRST_CAPACITY = 4;

    private final Equivalence.Builder equivalence = new Equivalence.Builder();
    private double[] x = new double[FIRST_CAPACITY];
    private double[] y = new double[FIRST_CAPACITY];
    private int numbers;
    private int cells;
    private int equal;
    private int withinRounding;
    private int sameOrigin;
    private String unit = "";
    private boolean mixed;

    /** What is known of a cell before numbers are compared. */
    record Agreement(boolean equal, boolean withinRounding, boolean sameOrigin) {}

    void addCell(String unitOfCell, Agreement agreement) {
      mixed = mixed || (cells > 0 && !unit.equals(unitOfCell));
      unit = unitOfCell;
      cells++;
      equal += agreement.equal() ? 1 : 0;
      withinRounding += agreement.withinRounding() ? 1 : 0;
      sameOrigin += agreement.sameOrigin() ? 1 : 0;
    }

    void addNumbers(double one, double other) {
      if (numbers == x.length) {
        x = Arrays.copyOf(x, 2 * numbers);
        y = Arrays.copyOf(y, 2 * numbers);
      }
      x[numbers] = one;
      y[numbers] = other;
      numbers++;
    }

    /** Two figures of one cell. */
    void add(String unitOfCell, Standing one, Standing other) {
      Amount a = one.amount();
      Amount b = other.amount();
      addCell(
          unitOfCell,
          new Agreement(
              Amounts.areEqual(a, b), Amounts.agreeWithinRounding(a, b), one.sharesOrigin(other)));
      if (a.point().isPresent() && b.point().isPresent()) {
        double first = a.point().getAsDouble();
        double second = b.point().getAsDouble();
        addNumbers(first, second);
        addDegree(
            first - second,
            square(Amounts.uncertainty(a)) + square(Amounts.uncertainty(b)),
            Math.abs(first + second) / 2);
      }
    }

    void addDegree(double difference, double variance, double size) {
      equivalence.add(difference, variance, size);
    }

    Comparison build(
        String source,
        Optional<String> other,
        BlandAltman procedure,
        IntFunction<BlandAltman.Factors> factors) {
      return new Comparison(
          source,
          other,
          cells,
          equal,
          withinRounding,
          sameOrigin,
          differences(procedure, factors),
          concordance(procedure),
          equivalence.build());
    }

    /** The pairs that have a difference on the scale; two zeros have no relative one. */
    private Outcome<PairedDifferences> differences(
        BlandAltman procedure, IntFunction<BlandAltman.Factors> factors) {
      if (mixed && procedure.scale() == DifferenceScale.ABSOLUTE) {
        return Outcome.undetermined(AgreementReason.MIXED_UNITS);
      }
      int[] chosen =
          IntStream.range(0, numbers)
              .filter(i -> procedure.scale().difference(x[i], y[i]).isPresent())
              .toArray();
      double[] first = Arrays.stream(chosen).mapToDouble(i -> x[i]).toArray();
      double[] second = Arrays.stream(chosen).mapToDouble(i -> y[i]).toArray();
      return procedure.compare(first, second, factors.apply(chosen.length));
    }

    private Outcome<Concordance> concordance(BlandAltman procedure) {
      return mixed
          ? Outcome.undetermined(AgreementReason.MIXED_UNITS)
          : Concordance.of(Arrays.copyOf(x, numbers), Arrays.copyOf(y, numbers), procedure.level());
    }

    private static double square(double value) {
      return value * value;
    }
  }
}
