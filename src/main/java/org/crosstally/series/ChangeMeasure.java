package org.crosstally.series;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.crosstally.outcome.Outcome;

/**
 * How a change from a value a to a value b is measured.
 *
 * <p>The first is in the unit of the values, the others are numbers of per cent. A rise of 25 per
 * cent and a fall of 20 per cent undo each other, while logarithmic and symmetric changes have the
 * same size both ways; logarithmic ones of successive periods add up.
 */
public enum ChangeMeasure {
  /** {@code b - a}. */
  ABSOLUTE("change"),
  /** {@code 100 (b - a)/a}, for a above zero. */
  PERCENT("per cent"),
  /** {@code 100 ln(b/a)}, for values above zero. */
  LOGARITHMIC("log per cent"),
  /** {@code 200 (b - a)/(a + b)}, for values that are not negative and not both zero. */
  SYMMETRIC("symmetric per cent");

  private final String label;

  ChangeMeasure(String label) {
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

  /**
   * The change of exact values.
   *
   * @param then a, finite
   * @param now b, finite
   * @return the change, or why there is none: {@code ZERO_BASE}, {@code NEGATIVE_BASE} or {@code
   *     NOT_POSITIVE}
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public Outcome<Double> between(double then, double now) {
    if (!Double.isFinite(then) || !Double.isFinite(now)) {
      throw new IllegalArgumentException("change from " + then + " to " + now);
    }
    return whyNot(then, now)
        .<Outcome<Double>>map(Outcome::undetermined)
        .orElseGet(() -> Outcome.of(change(then, now)));
  }

  private Optional<GrowthReason> whyNot(double then, double now) {
    boolean wrong =
        switch (this) {
          case ABSOLUTE -> false;
          case PERCENT -> then <= 0;
          case LOGARITHMIC -> then <= 0 || now <= 0;
          case SYMMETRIC -> then < 0 || now < 0 || then + now == 0;
        };
    if (!wrong) {
      return Optional.empty();
    }
    if (this != SYMMETRIC && then == 0) {
      return Optional.of(GrowthReason.ZERO_BASE);
    }
    return Optional.of(then < 0 ? GrowthReason.NEGATIVE_BASE : GrowthReason.NOT_POSITIVE);
  }

  private double change(double then, double now) {
    return switch (this) {
      case ABSOLUTE -> now - then;
      case PERCENT -> 100 * (now - then) / then;
      case LOGARITHMIC -> 100 * Math.log(now / then);
      case SYMMETRIC -> 200 * (now - then) / (then + now);
    };
  }

  /**
   * The change of estimates, with every change that their intervals allow. Each measure rises with
   * the later value and falls with the earlier one, except that per cent of a falling negative
   * value do not, so that the ends are at the ends of the intervals.
   *
   * @param then a
   * @param now b
   * @return the change with an interval that covers what both intervals cover, or why there is
   *     none: also {@code BASE_MAY_BE_ZERO}
   */
  public Outcome<Estimate> between(Estimate then, Estimate now) {
    Outcome<Double> value = between(then.value(), now.value());
    if (value.whyNot().isPresent()) {
      return Outcome.undetermined(value.whyNot().get());
    }
    boolean needsBase = this == PERCENT || this == LOGARITHMIC;
    if (needsBase && then.low() <= 0) {
      return Outcome.undetermined(GrowthReason.BASE_MAY_BE_ZERO);
    }
    double bound = now.low() >= 0 ? then.high() : then.low();
    double other = now.high() >= 0 ? then.low() : then.high();
    Outcome<Double> low = between(this == ABSOLUTE ? then.high() : bound, now.low());
    Outcome<Double> high = between(this == ABSOLUTE ? then.low() : other, now.high());
    if (low.whyNot().isPresent() || high.whyNot().isPresent()) {
      return Outcome.undetermined(GrowthReason.UNBOUNDED);
    }
    Set<Estimate.Component> covers = EnumSet.noneOf(Estimate.Component.class);
    covers.addAll(then.covers());
    covers.addAll(now.covers());
    double centre = value.orElseThrow();
    return Outcome.of(
        new Estimate(
            centre,
            Math.min(low.orElseThrow(), centre),
            Math.max(high.orElseThrow(), centre),
            covers));
  }
}
