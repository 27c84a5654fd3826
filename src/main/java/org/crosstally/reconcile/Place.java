package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;

/** A place where a number may have been taken from, with the transformation that this means. */
record Place(HeldValue held, Transformation transformation, Interval reach) {
  Place(HeldValue held, Transformation transformation) {
    this(held, transformation, Interval.closed(held.value(), held.value()));
  }

  boolean isBetween() {
    return reach.width() > 0;
  }

  /** Another period of the series. */
  static Place ofPeriod(Cell cell, HeldValue held) {
    Period period = held.cell().period();
    boolean overlaps = period.overlaps(cell.period());
    boolean sameLength = period.length() == cell.period().length();
    boolean next =
        sameLength
            && (period.adjoins(cell.period())
                || cell.period().yearBefore().filter(period::equals).isPresent()
                || period.yearBefore().filter(cell.period()::equals).isPresent());
    return new Place(
        held,
        overlaps
            ? Transformation.OVERLAPPING_SPAN
            : next ? Transformation.NEIGHBOURING_PERIOD : Transformation.OTHER_PERIOD);
  }

  /** The same period in another part, if one step leads there. */
  static Optional<Place> ofPart(Cell cell, HeldValue held) {
    return ofPart(cell, held.cell()).map(transformation -> new Place(held, transformation));
  }

  /** What it means to take the number of another part, if one step leads there. */
  static Optional<Transformation> ofPart(Cell cell, Cell other) {
    Set<String> names = new TreeSet<>(cell.dimensions().values().keySet());
    names.addAll(other.dimensions().values().keySet());
    List<String> different =
        names.stream()
            .filter(name -> !cell.dimensions().get(name).equals(other.dimensions().get(name)))
            .toList();
    if (different.size() != 1) {
      return Optional.empty();
    }
    String name = different.get(0);
    return Optional.of(
        other.dimensions().get(name).isEmpty()
            ? Transformation.TOTAL_FOR_PART
            : cell.dimensions().get(name).isEmpty()
                ? Transformation.PART_FOR_TOTAL
                : Transformation.OTHER_PART);
  }

  /**
   * The finding that a figure states the number of this place.
   *
   * @param of the cell that the figure is printed for
   * @param probability the probability by chance
   */
  Candidate candidate(Cell of, double probability) {
    String where = name(held.cell(), of);
    String reason =
        isBetween()
            ? "between the numbers that "
                + where
                + " had, "
                + Numbers.text(reach.low())
                + " and "
                + Numbers.text(reach.high())
                + ": "
                + transformation.label()
            : Numbers.text(held.value())
                + " is the number of "
                + where
                + ": "
                + transformation.label();
    return new Candidate(
        cause(), transformation, reason, List.of(held.figure()), OptionalDouble.of(probability));
  }

  private Cause cause() {
    return switch (transformation) {
      case OTHER_DEFINITION -> Cause.DEFINITION;
      case TOTAL_FOR_PART, PART_FOR_TOTAL, OTHER_PART, OTHER_MEASURE -> Cause.WRONG_PART;
      case OVERLAPPING_SPAN -> Cause.WRONG_SPAN;
      default -> Cause.PERIOD_SLIP;
    };
  }

  /** Names a cell by what is different about it. */
  private static String name(Cell other, Cell cell) {
    return other.at(cell.period()).equals(cell) ? other.period().format() : other.toString();
  }
}
