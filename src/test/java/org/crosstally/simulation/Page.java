package org.crosstally.simulation;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.simulation.Statement.Form;
import org.crosstally.simulation.Statement.Head;
import org.crosstally.simulation.Statement.Printing;
import org.crosstally.simulation.Statement.Reading;

/** A document in the making: what it prints, before anything is worded otherwise or goes wrong. */
final class Page {
  private static final int FRESH = 120;
  private static final int RECENT = 400;

  private final Head head;
  private final Office office;
  private final int copiedOn;
  private final boolean provisional;
  private final List<Statement> lines = new ArrayList<>();

  /**
   * An empty page.
   *
   * @param copiedOn the day of the copy that older numbers are taken from
   * @param provisional whether fresh numbers are called provisional
   */
  Page(Head head, Office office, int copiedOn, boolean provisional) {
    this.head = head;
    this.office = office;
    this.copiedOn = copiedOn;
    this.provisional = provisional;
  }

  int day() {
    return head.day() - office.lag();
  }

  Register register() {
    return office.register();
  }

  List<Statement> lines() {
    return lines;
  }

  /** Prints a number if it is out and not on the page yet. */
  void add(Topic topic) {
    if (!isPrintable(topic) || states(topic)) {
      return;
    }
    Reading reading = reading(topic);
    long value = register().value(topic, reading.asOf());
    lines.add(new Statement(head, topic, reading, Printing.exact(value, status(topic))));
  }

  void addWithParts(Topic topic) {
    add(topic);
    for (int part = 0; part < register().parts(); part++) {
      add(topic.of(part));
    }
  }

  /** Prints what follows from numbers of this page, or stands beside them. */
  void add(Topic topic, String text, Form form, Unit unit, Status status) {
    lines.add(
        new Statement(
            head,
            topic,
            new Reading(office.id(), register(), day(), head.document()),
            new Printing(text, form, unit, status, java.util.Optional.empty())));
  }

  boolean isPrintable(Topic topic) {
    return register().isOut(topic, day());
  }

  /** The number as this page has it. */
  long value(Topic topic) {
    return register().value(topic, reading(topic).asOf());
  }

  private boolean states(Topic topic) {
    return lines.stream().anyMatch(line -> line.topic().equals(topic));
  }

  private Reading reading(Topic topic) {
    int released = register().released(topic);
    boolean fresh = day() - released < RECENT;
    int asOf = fresh ? day() : Math.max(Math.min(day(), copiedOn), released);
    return new Reading(office.id(), register(), asOf, head.document());
  }

  Status status(Topic topic) {
    boolean fresh = day() - register().released(topic) < FRESH;
    return fresh && provisional ? Status.PROVISIONAL : Status.OBSERVED;
  }
}
