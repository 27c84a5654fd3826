package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.List;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Unit;

/** How a printed number is read as the set of values that it may stand for. */
enum Reading {
  /** Counts as they stand; percentages, rates and shares rounded to their last printed decimal. */
  AS_PRINTED(DocumentCheck.Verdict.HOLDS),
  /** Percentages, rates and shares cut after their last printed decimal instead of rounded. */
  CUT(DocumentCheck.Verdict.HOLDS_IF_CUT),
  /**
   * Percentages that end in a zero rounded to tens; counts that end in two zeros or more, or have
   * decimals, rounded to the grain that this suggests. Of all exact counts one in ten ends in a
   * single zero.
   */
  ROUNDED(DocumentCheck.Verdict.HOLDS_IF_ROUNDED),
  /** Counts that end in a single zero rounded, too. */
  ROUNDED_TO_TENS(DocumentCheck.Verdict.HOLDS_IF_ROUNDED);

  private static final List<Reading> LITERAL = List.of(AS_PRINTED, CUT);
  private static final List<Reading> USUAL = List.of(AS_PRINTED, CUT, ROUNDED);
  private static final List<Reading> ALL = List.of(values());

  private final DocumentCheck.Verdict verdict;

  Reading(DocumentCheck.Verdict verdict) {
    this.verdict = verdict;
  }

  /** How the figures of an origin's own document are read: who counts does not round a count. */
  static List<Reading> ofOwn() {
    return LITERAL;
  }

  /** How figures that are printed together are read: to tens only if all counts end in a zero. */
  static List<Reading> of(List<Figure> figures) {
    boolean isKnownToUnits =
        figures.stream()
            .anyMatch(
                figure ->
                    figure.unit() instanceof Unit.Base
                        && figure.amount() instanceof Amount.Exact
                        && ROUNDED_TO_TENS.of(figure).width() == 0);
    return isKnownToUnits ? USUAL : ALL;
  }

  /** What is said of an identity that holds in this reading. */
  DocumentCheck.Verdict verdict() {
    return verdict;
  }

  /** The set of values of a figure. */
  Interval of(Figure figure) {
    if (!(figure.amount() instanceof Amount.Exact exact)) {
      return figure.amount().interval();
    }
    boolean isCount = figure.unit() instanceof Unit.Base;
    return switch (this) {
      case AS_PRINTED -> isCount ? exact.interval() : around(exact.value(), decimal(exact.value()));
      case CUT -> isCount ? exact.interval() : beyond(exact.value(), decimal(exact.value()));
      case ROUNDED ->
          isCount
              ? count(exact, BigDecimal.TEN)
              // Nobody rounds a percentage to hundreds.
              : around(exact.value(), exact.asRounded().grain().min(BigDecimal.TEN));
      case ROUNDED_TO_TENS -> isCount ? count(exact, BigDecimal.ONE) : ROUNDED.of(figure);
    };
  }

  /** A whole number that ends in too few zeros is known to the unit. */
  private static Interval count(Amount.Exact exact, BigDecimal finest) {
    Amount.Rounded rounded = exact.asRounded();
    boolean isKnown =
        rounded.grain().compareTo(BigDecimal.ONE) >= 0 && rounded.grain().compareTo(finest) <= 0;
    return isKnown ? exact.interval() : rounded.interval();
  }

  /** The unit of the last printed decimal; one where none is printed. */
  private static BigDecimal decimal(BigDecimal value) {
    return BigDecimal.ONE.movePointLeft(value.scale());
  }

  private static Interval around(BigDecimal value, BigDecimal grain) {
    BigDecimal half = grain.divide(BigDecimal.valueOf(2));
    return Interval.closed(value.subtract(half).doubleValue(), value.add(half).doubleValue());
  }

  private static Interval beyond(BigDecimal value, BigDecimal grain) {
    double low = value.subtract(grain).doubleValue();
    double high = value.add(grain).doubleValue();
    return switch (value.signum()) {
      case 1 -> new Interval(value.doubleValue(), high, false, true);
      case -1 -> new Interval(low, value.doubleValue(), true, false);
      default -> new Interval(low, high, true, true);
    };
  }
}
