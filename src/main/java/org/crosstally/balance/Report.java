package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.Optional;
import org.crosstally.figure.Figure;

/**
 * A figure as a statement about the unknowns: a form of them, or the quotient of two forms, lies in
 * a set of numbers.
 *
 * @param figure the figure
 * @param use what becomes of it
 * @param form what it is about; the numerator of a quotient
 * @param base the denominator of a quotient; empty where the figure states an amount
 * @param allowed the numbers that its words allow, in the unit of the form; of a quotient, as a
 *     number and not in per cent
 * @param centre the number that the solve aims at; empty for a bound on one side
 * @param uncertainty its standard uncertainty; zero for an exact number
 * @param grain the unit of the last printed digit
 * @param scale what one unit of the form is in the unit of the figure
 */
record Report(
    Figure figure,
    Use use,
    Form form,
    Optional<Form> base,
    AllowedSet allowed,
    Optional<BigDecimal> centre,
    double uncertainty,
    double grain,
    Scale scale) {

  /** How a number in the unit of the form is written in the unit of the figure. */
  record Scale(double factor, double shift) {
    double toFigure(double value) {
      return (value - shift) / factor;
    }

    double width(double value) {
      return value / Math.abs(factor);
    }
  }

  Report as(Use other) {
    return new Report(figure, other, form, base, allowed, centre, uncertainty, grain, scale);
  }

  boolean isQuotient() {
    return base.isPresent();
  }

  /** Whether it is an equation; otherwise it is a bound on one side. */
  boolean isEquation() {
    return centre.isPresent();
  }

  /** The value of the form or quotient at a point; empty where the denominator is not positive. */
  Optional<Double> at(double[] point) {
    if (base.isEmpty()) {
      return Optional.of(form.at(point));
    }
    double denominator = base.get().at(point);
    return denominator > 0 ? Optional.of(form.at(point) / denominator) : Optional.empty();
  }
}
