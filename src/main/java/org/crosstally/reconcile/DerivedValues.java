package org.crosstally.reconcile;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** What the accepted counts give for a share, a change or a mean rate of a cell. */
final class DerivedValues {
  private static final double HUNDRED = 100;

  private final ValueIndex index;
  private final Unit unit;

  DerivedValues(ValueIndex index, Unit unit) {
    this.index = index;
    this.unit = unit;
  }

  /**
   * A value that two counts give, or one count and a length.
   *
   * @param cell the cell that it is about
   * @param value the value in the unit of the figure
   * @param counts the counts in words
   * @param figures the figures that print the counts
   * @param latest whether the counts are those of the last vintages
   */
  record Derived(Cell cell, double value, String counts, List<Figure> figures, boolean latest) {
    Derived {
      figures = List.copyOf(figures);
    }

    /** Whether an amount allows the value: as rounded to its last digit, or as cut there. */
    boolean isAllowedBy(Interval rounded, Interval cut) {
      return rounded.contains(value) || cut.contains(value);
    }
  }

  /** Whether a unit is derived from counts. */
  static boolean isDerived(Unit unit) {
    return !(unit instanceof Unit.Base);
  }

  /** What all pairs of vintages give for a cell. */
  List<Derived> of(Cell cell) {
    if (unit instanceof Unit.ChangeOnYear) {
      return cell.period()
          .yearBefore()
          .map(p -> quotients(cell, cell.at(p), true))
          .orElse(List.of());
    }
    if (unit instanceof Unit.ChangeOn change) {
      return quotients(cell, cell.at(change.base()), true);
    }
    if (unit instanceof Unit.ShareOfTotal) {
      return cell.dimensions().values().keySet().stream()
          .map(name -> cell.dimensions().with(name, ""))
          .map(whole -> new Cell(cell.measure(), whole, cell.period(), cell.basis()))
          .flatMap(total -> quotients(cell, total, false).stream())
          .filter(derived -> derived.value() <= HUNDRED)
          .toList();
    }
    return unit instanceof Unit.Rate rate ? rates(cell, rate.per()) : List.of();
  }

  private List<HeldValue> held(Cell cell) {
    return index.at(cell, cell.period()).filter(h -> h.cell().equals(cell)).toList();
  }

  private List<Derived> quotients(Cell cell, Cell base, boolean change) {
    List<Derived> derived = new ArrayList<>();
    for (HeldValue part : held(cell)) {
      for (HeldValue whole : held(base)) {
        if (whole.value() > 0 && part.origin().equals(whole.origin())) {
          double quotient = HUNDRED * part.value() / whole.value();
          derived.add(
              new Derived(
                  cell,
                  change ? quotient - HUNDRED : quotient,
                  Numbers.text(part.value())
                      + (change ? " on " : " of ")
                      + Numbers.text(whole.value()),
                  List.of(part.figure(), whole.figure()),
                  part.latest() && whole.latest()));
        }
      }
    }
    return derived;
  }

  private List<Derived> rates(Cell cell, Unit.Rate.Per per) {
    Optional<Double> length = length(cell.period(), per);
    return length.stream()
        .flatMap(
            number ->
                held(cell).stream()
                    .map(
                        count ->
                            new Derived(
                                cell,
                                count.value() / number,
                                Numbers.text(count.value()) + " in " + cell.period(),
                                List.of(count.figure()),
                                count.latest())))
        .toList();
  }

  private static Optional<Double> length(Period period, Unit.Rate.Per per) {
    if (period.isOpen()) {
      return Optional.empty();
    }
    double days = ChronoUnit.DAYS.between(period.start(), period.end().plusDays(1));
    double months = ChronoUnit.MONTHS.between(period.start(), period.end().plusDays(1));
    double length =
        switch (per) {
          case DAY -> days;
          case WEEK -> days / 7;
          case MONTH -> months;
          case QUARTER -> months / 3;
          case YEAR -> months / 12;
        };
    return length > 0 ? Optional.of(length) : Optional.empty();
  }

  /**
   * What the counts give for the cells from which the figure may have been taken: the neighbouring
   * periods, spans that begin or end with this one, other parts, and other measures.
   */
  Stream<Place> elsewhere(Cell cell) {
    Stream<Place> spans =
        index
            .spansFromOrTo(cell)
            .map(HeldValue::cell)
            .distinct()
            .flatMap(other -> places(other, Transformation.OVERLAPPING_SPAN));
    Stream<Place> neighbours =
        index
            .neighbours(cell)
            .map(HeldValue::cell)
            .distinct()
            .flatMap(other -> places(other, Transformation.NEIGHBOURING_PERIOD));
    Stream<Place> measures =
        index
            .otherMeasures(cell)
            .map(HeldValue::cell)
            .distinct()
            .flatMap(other -> places(other, Transformation.OTHER_MEASURE));
    return Stream.of(spans, remainders(cell), neighbours, measures).flatMap(s -> s);
  }

  private Stream<Place> places(Cell cell, Transformation transformation) {
    return of(cell).stream()
        .filter(Derived::latest)
        .map(derived -> new Place(derived, transformation));
  }

  /** The share of the rest of a span, without a part of it that has the same beginning or end. */
  private Stream<Place> remainders(Cell cell) {
    if (!(unit instanceof Unit.ShareOfTotal)) {
      return Stream.empty();
    }
    return cell.dimensions().values().keySet().stream()
        .map(
            name ->
                new Cell(
                    cell.measure(), cell.dimensions().with(name, ""), cell.period(), cell.basis()))
        .flatMap(total -> remainders(cell, total));
  }

  private Stream<Place> remainders(Cell cell, Cell total) {
    Optional<HeldValue> part = last(cell);
    Optional<HeldValue> whole = last(total);
    if (part.isEmpty() || whole.isEmpty()) {
      return Stream.empty();
    }
    return index
        .spansFromOrTo(cell)
        .map(held -> held.cell().period())
        .distinct()
        .filter(period -> cell.period().contains(period))
        .flatMap(
            period ->
                last(cell.at(period)).stream()
                    .flatMap(
                        less ->
                            last(total.at(period)).stream()
                                .filter(of -> whole.get().value() > of.value())
                                .map(of -> remainder(cell, part.get(), whole.get(), less, of))));
  }

  private static Place remainder(
      Cell cell, HeldValue part, HeldValue whole, HeldValue less, HeldValue of) {
    double numerator = part.value() - less.value();
    double denominator = whole.value() - of.value();
    return new Place(
        new Derived(
            cell,
            HUNDRED * numerator / denominator,
            Numbers.text(numerator)
                + " of "
                + Numbers.text(denominator)
                + " without "
                + less.cell().period(),
            List.of(part.figure(), whole.figure(), less.figure(), of.figure()),
            true),
        Transformation.OVERLAPPING_SPAN);
  }

  private Optional<HeldValue> last(Cell cell) {
    return held(cell).stream().filter(HeldValue::latest).findFirst();
  }

  /** A value with the transformation that leads from it to the cell. */
  record Place(Derived derived, Transformation transformation) {}
}
