package org.crosstally.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.series.Estimate;

/** What the tables have in common. */
final class Rows {
  private Rows() {}

  static ReportTable.Cell number(Estimate estimate) {
    return estimate.hasWidth()
        ? ReportTable.Cell.of(estimate.value(), estimate.low(), estimate.high())
        : ReportTable.Cell.of(estimate.value());
  }

  static ReportTable.Cell number(OptionalDouble value) {
    return value.isPresent() ? ReportTable.Cell.of(value.getAsDouble()) : ReportTable.Cell.none("");
  }

  /** A number, or why there is none. */
  static ReportTable.Cell number(Outcome<Estimate> outcome) {
    return outcome
        .asOptional()
        .map(Rows::number)
        .orElseGet(() -> ReportTable.Cell.none(why(outcome.whyNot())));
  }

  static String why(Optional<Reason> reason) {
    return reason.map(Reason::sentence).orElse("");
  }

  static String status(Status status) {
    return switch (status) {
      case OBSERVED -> "";
      case PROVISIONAL -> "provisional";
      case FORECAST -> "a forecast";
    };
  }

  static String withUnit(String heading, Unit unit) {
    return unit.format().isEmpty() ? heading : heading + " (" + unit.format() + ")";
  }

  /** The quantity with its parts and definition, without the period. */
  static String series(Cell cell, Catalogue catalogue) {
    String parts = cell.dimensions().values().isEmpty() ? "" : " (" + cell.dimensions() + ")";
    String basis = cell.basis().isEmpty() ? "" : " [" + cell.basis() + "]";
    return catalogue.measure(cell.measure()).label() + parts + basis;
  }

  /** Whether the cells are of one quantity. */
  static boolean isOneSeries(List<Cell> cells) {
    Period any = Period.ofYear(2000);
    return cells.stream().map(cell -> cell.at(any)).distinct().count() <= 1;
  }

  static String published(Figure figure) {
    return figure.published().map(Period::format).orElse("");
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
