package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Uncertainty;
import org.crosstally.series.Estimate;
import org.crosstally.series.Estimate.Component;

/**
 * One estimate from the accepted vintages of the origins that decide a cell.
 *
 * @param estimate the value with its interval
 * @param rule how it came about
 * @param origins how independent origins were combined, where a consensus estimator was asked for
 */
record Combination(Estimate estimate, String rule, Optional<OriginCombination> origins) {

  Combination(Estimate estimate, String rule) {
    this(estimate, rule, Optional.empty());
  }

  Combination with(OriginCombination combined) {
    return new Combination(estimate, rule, Optional.of(combined));
  }

  static Combination of(Cell cell, List<OriginFinding> deciding, List<Figure> figures) {
    double[] values = deciding.stream().mapToDouble(f -> f.accepted().value()).toArray();
    double value = StatUtils.percentile(values, 50);
    Widening interval = new Widening(value, StatUtils.min(values), StatUtils.max(values));
    for (OriginFinding finding : deciding) {
      statedUncertainty(finding).ifPresent(i -> interval.widen(Component.STATED, i));
      revision(cell, finding).ifPresent(i -> interval.widen(Component.REVISION, i));
    }
    return new Combination(interval.estimate(areWhole(figures)), rule(deciding));
  }

  /** The estimate with an interval that holds the points of these figures, too. */
  Estimate widenedBy(List<Figure> figures) {
    double low = estimate.low();
    double high = estimate.high();
    for (Figure figure : figures) {
      double number = CauseFinder.nearest(figure.amount(), estimate.value());
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
    if (low == estimate.low() && high == estimate.high()) {
      return estimate;
    }
    Set<Component> covers = EnumSet.of(Component.SLIPS);
    covers.addAll(estimate.covers());
    return new Estimate(estimate.value(), low, high, covers);
  }

  private static String rule(List<OriginFinding> deciding) {
    if (deciding.size() == 1) {
      Vintage.Attestation attestation = deciding.get(0).accepted().attestation();
      return (attestation.attests() ? "latest attested: " : "latest printed: ")
          + attestation.label();
    }
    boolean agree = deciding.stream().map(f -> f.accepted().value()).distinct().count() == 1;
    return (agree ? "agreement of " : "median of ") + deciding.size() + " origins";
  }

  private static Optional<Interval> statedUncertainty(OriginFinding finding) {
    return finding.accepted().printings().stream()
        .map(Figure::amount)
        .filter(amount -> amount.uncertainty().rule() == Uncertainty.Rule.STATED)
        .map(Amount::interval)
        .reduce(Interval::hull);
  }

  /** The range in which the accepted vintage ends up if it is revised as others of its age were. */
  private static Optional<Interval> revision(Cell cell, OriginFinding finding) {
    OptionalLong age = age(cell, finding.accepted());
    if (age.isEmpty()) {
      return Optional.empty();
    }
    double value = finding.accepted().value();
    return finding
        .expected(age.getAsLong())
        .map(
            expected -> {
              double one = value * (1 + expected.low());
              double other = value * (1 + expected.high());
              return Interval.closed(Math.min(one, other), Math.max(one, other));
            });
  }

  /** How old the vintage was when it was last printed, as far as that is certain. */
  static OptionalLong age(Cell cell, Vintage vintage) {
    return vintage.printings().stream()
        .flatMap(figure -> figure.published().stream())
        .map(date -> date.start())
        .max(LocalDate::compareTo)
        .map(date -> OptionalLong.of(ChronoUnit.DAYS.between(cell.period().end(), date)))
        .orElse(OptionalLong.empty());
  }

  /** Whether the cell is counted in whole units: every exact or measured figure is whole. */
  static boolean areWhole(List<Figure> figures) {
    return figures.stream()
        .map(Figure::amount)
        .flatMap(Combination::number)
        .allMatch(Combination::isWhole);
  }

  private static Stream<BigDecimal> number(Amount amount) {
    if (amount instanceof Amount.Exact exact) {
      return Stream.of(exact.value());
    }
    return amount instanceof Amount.Measured measured ? Stream.of(measured.value()) : Stream.of();
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  /** The estimate that a rounded figure alone allows. */
  static Estimate rounded(Figure figure) {
    Interval interval = figure.amount().interval();
    boolean stated = figure.amount().uncertainty().rule() == Uncertainty.Rule.STATED;
    return new Estimate(
        figure.amount().point().orElseThrow(),
        interval.low(),
        interval.high(),
        Set.of(stated ? Component.STATED : Component.ROUNDING));
  }

  /** An interval that grows around a value and remembers why. */
  static final class Widening {
    private final double value;
    private final Set<Component> covers = EnumSet.noneOf(Component.class);
    private double low;
    private double high;

    Widening(double value, double low, double high) {
      this.value = value;
      this.low = low;
      this.high = high;
      if (low < high) {
        covers.add(Component.ORIGINS);
      }
    }

    Widening(double value) {
      this(value, value, value);
    }

    void widen(Component component, Interval interval) {
      widen(Set.of(component), interval.low(), interval.high());
    }

    void widen(Set<Component> components, double lower, double upper) {
      low = Math.min(low, lower);
      high = Math.max(high, upper);
      covers.addAll(components);
    }

    Estimate estimate(boolean whole) {
      if (whole) {
        return new Estimate(
            value, Math.min(value, Math.floor(low)), Math.max(value, Math.ceil(high)), covers);
      }
      return new Estimate(value, low, high, covers);
    }
  }
}
