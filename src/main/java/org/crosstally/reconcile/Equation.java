package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;

/**
 * The claim that {@code stated = factor · (sum of the addends) / divisor + offset}, for sets of
 * possible values: it holds if some choice of values fulfils it.
 *
 * @param identity the kind of the claim
 * @param stated the figure that states what the others imply; empty for 100 per cent
 * @param addends the figures that are summed, at least one
 * @param divisor the figure that divides the sum; empty for one
 * @param factor a constant factor
 * @param offset a constant that is added
 */
record Equation(
    Identity identity,
    Optional<Figure> stated,
    List<Figure> addends,
    Optional<Figure> divisor,
    double factor,
    double offset)
    implements Claim {
  private static final Interval WHOLE = Interval.point(100);

  Equation {
    addends = List.copyOf(addends);
  }

  /** The claim that the addends sum up to a figure. */
  static Equation sum(Identity identity, Figure total, List<Figure> addends) {
    return new Equation(identity, Optional.of(total), addends, Optional.empty(), 1, 0);
  }

  /** The same claim with another figure in the place of one. */
  Equation with(Figure replaced, Figure replacement) {
    UnaryOperator<Figure> replace = figure -> figure.equals(replaced) ? replacement : figure;
    return new Equation(
        identity,
        stated.map(replace),
        addends.stream().map(replace).toList(),
        divisor.map(replace),
        factor,
        offset);
  }

  @Override
  public List<Figure> figures() {
    List<Figure> all = new ArrayList<>(addends.size() + 2);
    stated.ifPresent(all::add);
    all.addAll(addends);
    divisor.ifPresent(all::add);
    return all;
  }

  @Override
  public Finding evaluate(List<Reading> readings) {
    Values printed = Values.of(this, Reading.AS_PRINTED::of);
    DocumentCheck.Verdict verdict =
        readings.stream()
            .filter(reading -> Values.of(this, reading::of).meet(this))
            .findFirst()
            .map(Reading::verdict)
            .orElse(DocumentCheck.Verdict.BROKEN);
    return new Finding(verdict, printed.stated(), printed.implied(this));
  }

  @Override
  public boolean holdsWith(Figure replaced, Figure replacement) {
    return holdsWith(replaced, replacement, Reading.AS_PRINTED)
        || holdsWith(replaced, replacement, Reading.CUT);
  }

  private boolean holdsWith(Figure replaced, Figure replacement, Reading reading) {
    return Values.of(this, figure -> reading.of(figure.equals(replaced) ? replacement : figure))
        .meet(this);
  }

  /** The sets of values of the three terms. */
  private record Values(Interval stated, Interval sum, Interval divisor) {

    static Values of(Equation equation, Function<Figure, Interval> reading) {
      return new Values(
          equation.stated.map(reading).orElse(WHOLE),
          sum(equation.addends, reading),
          equation.divisor.map(reading).orElse(Interval.point(1)));
    }

    private static Interval sum(List<Figure> addends, Function<Figure, Interval> reading) {
      double low = 0;
      double high = 0;
      boolean lowOpen = false;
      boolean highOpen = false;
      for (Figure addend : addends) {
        Interval values = reading.apply(addend);
        low += values.low();
        high += values.high();
        lowOpen |= values.lowOpen();
        highOpen |= values.highOpen();
      }
      // Ends that rounding of the sums brought together belong to the set.
      return low < high ? new Interval(low, high, lowOpen, highOpen) : Interval.point(low);
    }

    Interval implied(Equation equation) {
      if (divisor.low() <= 0) {
        return Interval.all();
      }
      double low = sum.low() / (sum.low() < 0 ? divisor.low() : divisor.high());
      double high = sum.high() / (sum.high() < 0 ? divisor.high() : divisor.low());
      low = equation.factor * (Double.isNaN(low) ? 0 : low) + equation.offset;
      high = equation.factor * high + equation.offset;
      boolean lowOpen = sum.lowOpen() || divisor.highOpen();
      boolean highOpen = sum.highOpen() || divisor.lowOpen();
      return low < high ? new Interval(low, high, lowOpen, highOpen) : Interval.point(low);
    }

    /** Whether the stated and the implied values have one in common. */
    boolean meet(Equation equation) {
      Interval implied = implied(equation);
      if (stated.intersects(implied)) {
        return true;
      }
      boolean isBelow = stated.high() < implied.low();
      boolean isClosed =
          isBelow
              ? !stated.highOpen() && !implied.lowOpen()
              : !implied.highOpen() && !stated.lowOpen();
      double gap = isBelow ? implied.low() - stated.high() : stated.low() - implied.high();
      return isClosed && gap <= roundingError(equation);
    }

    /** A bound of what adding and dividing doubles may have lost. */
    private double roundingError(Equation equation) {
      double size = Math.abs(equation.offset);
      for (Interval values : List.of(stated, implied(equation))) {
        size = Math.max(size, finite(values.low()));
        size = Math.max(size, finite(values.high()));
      }
      return (equation.addends.size() + 3) * Math.ulp(size + Math.abs(equation.offset));
    }

    private static double finite(double end) {
      return Double.isInfinite(end) ? 0 : Math.abs(end);
    }
  }
}
