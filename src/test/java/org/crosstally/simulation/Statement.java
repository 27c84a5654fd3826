package org.crosstally.simulation;

import java.time.LocalDate;
import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.Cause;

/**
 * A figure together with what nobody but its maker knows.
 *
 * @param head the document that prints it
 * @param topic the cell that it is printed for
 * @param reading where the number was read
 * @param printing how it is printed
 */
record Statement(Head head, Topic topic, Reading reading, Printing printing) {
  static final Unit UNIT = Unit.parse("persons");

  private static final int REPEATED_AS_PROVISIONAL = 60;

  /** How precisely a date is known. */
  enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  /** What kind of statement it is. */
  enum Form {
    /** The number itself. */
    EXACT,
    /** The number rounded, a bound or a range. */
    ROUNDED,
    /** A percentage or a rate. */
    DERIVED,
    /** Before the period is over. */
    FORECAST,
    /** A number from nowhere. */
    INVENTED
  }

  /**
   * A document.
   *
   * @param document its id
   * @param source who publishes it
   * @param origin the office that it names; blank where it names none
   * @param via the relay that it names; blank where it names none
   * @param day the day of publication
   * @param precision how precisely that is known
   */
  record Head(
      String document, String source, String origin, String via, int day, Precision precision) {
    Period published() {
      LocalDate date = LocalDate.ofEpochDay(day);
      return switch (precision) {
        case DAY -> Period.ofDay(date);
        case MONTH -> Period.ofMonth(date.getYear(), date.getMonthValue());
        case YEAR -> Period.ofYear(date.getYear());
      };
    }
  }

  /**
   * Where a number was read.
   *
   * @param office the office whose number it is
   * @param register the office's register
   * @param asOf the day whose state of the register it was read in
   * @param root the first document of those that took it one from the other
   */
  record Reading(String office, Register register, int asOf, String root) {}

  /**
   * How a number is printed.
   *
   * @param text the text
   * @param form the form
   * @param unit the unit
   * @param status the status
   * @param slip what went wrong, if anything did
   */
  record Printing(String text, Form form, Unit unit, Status status, Optional<Cause> slip) {
    static Printing exact(long value, Status status) {
      return new Printing(Long.toString(value), Form.EXACT, UNIT, status, Optional.empty());
    }
  }

  /** The number that it would state if nothing had gone wrong. */
  long meant() {
    return reading.register().value(topic, reading.asOf());
  }

  /** The number that it states exactly. */
  long stated() {
    return Long.parseLong(printing.text());
  }

  boolean isSlip() {
    return printing.slip().isPresent();
  }

  boolean statesTruthExactly() {
    return printing.form() == Form.EXACT && !isSlip();
  }

  /** Whether two statements cannot have one slip in common. */
  boolean isIndependentOf(Statement other) {
    return !reading.root().equals(other.reading().root())
        && !head.source().equals(other.head().source());
  }

  Statement slipped(Cause cause, long value) {
    return with(
        new Printing(
            Long.toString(value),
            Form.EXACT,
            printing.unit(),
            printing.status(),
            Optional.of(cause)));
  }

  Statement with(Printing other) {
    return new Statement(head, topic, reading, other);
  }

  /** Nobody repeats a forecast when the period is over. */
  boolean canBeRepeatedOn(int day) {
    return printing.form() != Form.FORECAST || day < Topic.endOf(topic.last()).toEpochDay();
  }

  /** The same, taken over by another document, which calls nothing provisional that is old. */
  Statement takenBy(Head other) {
    boolean old = other.day() - head.day() > REPEATED_AS_PROVISIONAL;
    Status status =
        old && printing.status() == Status.PROVISIONAL ? Status.OBSERVED : printing.status();
    Printing same =
        new Printing(printing.text(), printing.form(), printing.unit(), status, printing.slip());
    return new Statement(other, topic, reading, same);
  }

  Figure figure(String id, String dimension) {
    Figure.Builder builder =
        Figure.builder(id, head.source())
            .document(head.document())
            .published(head.published())
            .measure(topic.measure().id())
            .dimensions(topic.dimensions(dimension))
            .period(topic.period())
            .amount(Amount.parse(printing.text()))
            .printed(printing.text())
            .unit(printing.unit())
            .status(printing.status());
    if (!topic.basis().isEmpty()) {
      builder.basis(topic.basis());
    }
    if (!head.origin().isEmpty()) {
      builder.origin(head.origin());
    }
    if (!head.via().isEmpty()) {
      builder.via(head.via());
    }
    return builder.build();
  }
}
