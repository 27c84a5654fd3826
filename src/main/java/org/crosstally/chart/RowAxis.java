package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.reconcile.CellOutcome;

/** Along what the marks of a chart of rows lie. */
enum RowAxis {
  /** The difference from the reconciled number in per cent; none from 0. */
  DIFFERENCE("as the difference from the reconciled value in per cent.") {
    @Override
    OptionalDouble place(double value, OptionalDouble reference) {
      if (reference.isEmpty()) {
        return OptionalDouble.empty();
      }
      double r = reference.getAsDouble();
      return r == 0 && value != 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(r == 0 ? 0 : 100 * (value - r) / Math.abs(r));
    }

    @Override
    Ticks ticks(Range range, int most) {
      return Ticks.of(range, most, Ticks.Style.SIGNED, Ticks.Scale.ONES);
    }
  },

  /** The numbers themselves. */
  VALUE("in their own unit; a line through the rows of a period is at its reconciled value.") {
    @Override
    OptionalDouble place(double value, OptionalDouble reference) {
      return OptionalDouble.of(value);
    }

    @Override
    Ticks ticks(Range range, int most) {
      return Ticks.of(range, most, Ticks.Style.PLAIN, scale(range));
    }

    @Override
    Ticks.Scale scale(Range range) {
      return Ticks.Scale.of(range);
    }
  },

  /** The numbers on a scale of factors; none for 0 and below. */
  FACTOR(
      "in their own unit on a logarithmic axis; a line through the rows of a period is at its"
          + " reconciled value.") {
    @Override
    OptionalDouble place(double value, OptionalDouble reference) {
      return value > 0 ? OptionalDouble.of(Math.log10(value)) : OptionalDouble.empty();
    }

    @Override
    double end(double value, OptionalDouble reference) {
      return value > 0 ? Math.log10(value) : Double.NEGATIVE_INFINITY;
    }

    @Override
    Ticks ticks(Range range, int most) {
      return Ticks.factors(range, most);
    }
  };

  /** From this factor on, the smallest numbers would all lie at the edge of an even scale. */
  private static final double SPREAD = 20;

  final String words;

  RowAxis(String words) {
    this.words = words;
  }

  /** Where a number stands, if it has a place. */
  abstract OptionalDouble place(double value, OptionalDouble reference);

  /** Where the end of an interval stands: at the edge of every plot if it has no place. */
  double end(double value, OptionalDouble reference) {
    return place(value, reference).orElse(0);
  }

  abstract Ticks ticks(Range range, int most);

  /** What the labels of the ticks are divided by. */
  Ticks.Scale scale(Range range) {
    return Ticks.Scale.ONES;
  }

  /** An even scale, or one of factors where the numbers are above 0 and far apart. */
  static RowAxis ofValues(List<CellOutcome> outcomes) {
    List<Double> values = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      outcome.estimate().ifPresent(estimate -> values.add(estimate.value()));
      LinesBySource.said(outcome).forEach(said -> values.add(said.value()));
    }
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(0);
    return low > 0 && high > SPREAD * low ? FACTOR : VALUE;
  }
}
