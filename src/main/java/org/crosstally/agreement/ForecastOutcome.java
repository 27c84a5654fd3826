package org.crosstally.agreement;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.agreement.ForecastScores.NotScored;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;

/**
 * What became of a cell, in the unit of a forecast.
 *
 * @param cell the outcome of the cell
 * @param reconciliation the reconciliation that holds it, and what a percentage refers to
 */
record ForecastOutcome(CellOutcome cell, Reconciliation reconciliation) {

  /** What the zero of an outcome means. */
  enum Scale {
    /** None, so that an error can be stated in terms of the outcome. */
    RATIO,
    /** One percentage among others, whose errors are percentage points. */
    POINTS
  }

  /**
   * A number that is known.
   *
   * @param value the number
   * @param status whether it is observed or provisional
   * @param scale what its zero means
   */
  record Known(double value, Status status, Scale scale) {}

  Outcome<Known> in(Unit unit) {
    Optional<Reconciled> level = cell.reconciled();
    if (level.isEmpty()) {
      return Outcome.undetermined(
          isKnownOtherwise() ? NotScored.OTHER_DEFINITION : NotScored.NOT_KNOWN_YET);
    }
    if (restsOnForecast(cell)) {
      return Outcome.undetermined(NotScored.TOOK_PART);
    }
    if (unit instanceof Unit.ChangeOnYear) {
      Optional<Period> before = cell.cell().period().yearBefore();
      return change(level.get(), before.map(period -> cell.cell().at(period)));
    }
    if (unit instanceof Unit.ChangeOn change) {
      return change(level.get(), Optional.of(cell.cell().at(change.base())));
    }
    if (unit instanceof Unit.ShareOfTotal) {
      return share(level.get());
    }
    if (unit instanceof Unit.Rate rate) {
      return rate(level.get(), rate);
    }
    return unit.equals(cell.unit())
        ? known(
            value(level.get()), level.get().status(), isInPercent() ? Scale.POINTS : Scale.RATIO)
        : Outcome.undetermined(NotScored.OTHER_UNIT);
  }

  private boolean isKnownOtherwise() {
    Cell own = cell.cell();
    return !own.basis().isEmpty()
        && reconciliation
            .outcome(new Cell(own.measure(), own.dimensions(), own.period(), ""))
            .flatMap(CellOutcome::reconciled)
            .isPresent();
  }

  private static boolean restsOnForecast(CellOutcome outcome) {
    return outcome.accounts().stream()
        .filter(account -> account.role() == Role.COUNTED)
        .anyMatch(account -> account.figure().status() == Status.FORECAST);
  }

  private static Outcome<Known> known(double value, Status status, Scale scale) {
    return Outcome.of(new Known(value, status, scale));
  }

  private static double value(Reconciled reconciled) {
    return reconciled.estimate().value();
  }

  private boolean isInPercent() {
    return reconciliation.catalogue().measure(cell.cell().measure()).kind() == Measure.Kind.RATIO
        || cell.unit().format().startsWith("%");
  }

  private Outcome<Known> change(Reconciled level, Optional<Cell> base) {
    if (isInPercent()) {
      return Outcome.undetermined(NotScored.CHANGE_OF_RATIO);
    }
    return percentage(level, base.flatMap(reconciliation::outcome), Form.CHANGE);
  }

  /** How a percentage refers to its base. */
  private enum Form {
    CHANGE,
    SHARE
  }

  private Outcome<Known> percentage(Reconciled level, Optional<CellOutcome> base, Form form) {
    Optional<Reconciled> reference =
        base.filter(outcome -> outcome.unit().equals(cell.unit())).flatMap(CellOutcome::reconciled);
    if (reference.isEmpty()) {
      return Outcome.undetermined(NotScored.NO_BASE);
    }
    if (base.filter(ForecastOutcome::restsOnForecast).isPresent()) {
      return Outcome.undetermined(NotScored.TOOK_PART);
    }
    double reconciled = value(reference.get());
    if (!(reconciled > 0)) {
      return Outcome.undetermined(NotScored.BASE_NOT_POSITIVE);
    }
    boolean provisional =
        level.status() == Status.PROVISIONAL || reference.get().status() == Status.PROVISIONAL;
    double part = form == Form.SHARE ? value(level) : value(level) - reconciled;
    return known(
        100 * part / reconciled, provisional ? Status.PROVISIONAL : Status.OBSERVED, Scale.POINTS);
  }

  private Outcome<Known> share(Reconciled level) {
    List<CellOutcome> totals = new ArrayList<>();
    for (Dimensions dimensions : totals(cell.cell().dimensions())) {
      Cell total =
          new Cell(cell.cell().measure(), dimensions, cell.cell().period(), cell.cell().basis());
      reconciliation
          .outcome(total)
          .filter(outcome -> outcome.reconciled().isPresent())
          .ifPresent(totals::add);
    }
    return totals.size() > 1
        ? Outcome.undetermined(NotScored.SEVERAL_TOTALS)
        : percentage(level, totals.stream().findFirst(), Form.SHARE);
  }

  /** The totals over each dimension, and over all. */
  private static List<Dimensions> totals(Dimensions dimensions) {
    List<Dimensions> totals = new ArrayList<>();
    dimensions.values().keySet().forEach(name -> totals.add(dimensions.with(name, "")));
    if (dimensions.values().size() > 1) {
      totals.add(Dimensions.none());
    }
    return totals;
  }

  private Outcome<Known> rate(Reconciled level, Unit.Rate rate) {
    if (!cell.unit().format().equals(rate.name())) {
      return Outcome.undetermined(NotScored.OTHER_UNIT);
    }
    OptionalDouble length = length(cell.cell().period(), rate.per());
    return length.isPresent()
        ? known(value(level) / length.getAsDouble(), level.status(), Scale.RATIO)
        : Outcome.undetermined(NotScored.NO_WHOLE_LENGTH);
  }

  /** A rate per month is one of whole months: part of a month is no known part of its flow. */
  private static OptionalDouble length(Period period, Unit.Rate.Per per) {
    if (period.isOpen()) {
      return OptionalDouble.empty();
    }
    double days = period.days().orElseThrow();
    boolean wholeMonths =
        period.start().getDayOfMonth() == 1
            && period.end().equals(YearMonth.from(period.end()).atEndOfMonth());
    double months =
        ChronoUnit.MONTHS.between(YearMonth.from(period.start()), YearMonth.from(period.end())) + 1;
    return switch (per) {
      case DAY -> OptionalDouble.of(days);
      case WEEK -> OptionalDouble.of(days / 7);
      case MONTH -> wholeMonths ? OptionalDouble.of(months) : OptionalDouble.empty();
      case QUARTER -> wholeMonths ? OptionalDouble.of(months / 3) : OptionalDouble.empty();
      case YEAR -> wholeMonths ? OptionalDouble.of(months / 12) : OptionalDouble.empty();
    };
  }
}
