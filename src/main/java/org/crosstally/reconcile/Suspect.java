package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/**
 * A figure that differs from the number that stands.
 *
 * @param cell its cell
 * @param figure the figure
 * @param standing the number that stands
 * @param plausible the values that may have been misprinted, that number first
 * @param usual the usual relative size of revisions
 */
record Suspect(Cell cell, Figure figure, double standing, List<Plausible> plausible, double usual) {
  Suspect {
    plausible = List.copyOf(plausible);
  }

  Interval interval() {
    return figure.amount().interval();
  }

  double number() {
    return CauseFinder.nearest(figure.amount(), standing);
  }

  /** What the cell may hold, without what the figure itself states. */
  SpanSums.Sum own() {
    Interval reach = Interval.point(standing);
    for (Plausible other : plausible) {
      double value = other.value().doubleValue();
      if (value != number()) {
        reach = reach.hull(Interval.point(value));
      }
    }
    return new SpanSums.Sum(cell.period(), reach, List.of(plausible.get(0).figure()), List.of());
  }

  /** The grain of the figure, given the step in which the measure is counted. */
  double grain(double step) {
    Amount amount = figure.amount();
    if (amount instanceof Amount.Exact exact) {
      // A file may write whole numbers with decimals, 2500000000.0.
      double suggested = exact.value().stripTrailingZeros().ulp().doubleValue();
      double digit = digit(exact, step);
      // One trailing zero in ten is chance; two of them suggest a grain.
      return suggested >= 100 * digit ? suggested : digit;
    }
    return interval().width();
  }

  /** How many steps of the measure the grain holds: one number in so many is as round. */
  double roundness(double step) {
    return figure.amount() instanceof Amount.Exact exact ? grain(step) / digit(exact, step) : 1;
  }

  private static double digit(Amount.Exact exact, double step) {
    int decimals = Math.max(0, exact.value().stripTrailingZeros().scale());
    return decimals > 0 ? Math.pow(10, -decimals) : step;
  }

  /** Whether a value that is held elsewhere can be what the figure states. */
  boolean mayStem(HeldValue held) {
    return held.value() != standing
        && !held.figure().id().equals(figure.id())
        && wasKnown(held.cell().period());
  }

  /** Nobody takes a number from a period that has not begun. */
  private boolean wasKnown(Period period) {
    Optional<LocalDate> published = figure.published().map(Period::end);
    return period.isOpen()
        ? published.isEmpty() || !period.end().isAfter(published.get())
        : published.isEmpty() || !period.start().isAfter(published.get());
  }

  /**
   * A value that may have been misprinted.
   *
   * @param value the value
   * @param figure a figure that prints it
   */
  record Plausible(BigDecimal value, Figure figure) {}
}
