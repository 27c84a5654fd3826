package org.crosstally.reconcile;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/**
 * Which counts of a document cannot be larger than which others, and which figures say the same.
 */
final class WithinClaims {
  /** How many of the periods around a period are looked at; it bounds the work. */
  private static final int NEAREST = 8;

  private final PrintedDocument document;
  private final TableKnowledge knowledge;
  private final Consumer<Claim> found;

  WithinClaims(PrintedDocument document, TableKnowledge knowledge, Consumer<Claim> found) {
    this.document = document;
    this.knowledge = knowledge;
    this.found = found;
  }

  void find() {
    for (Slot slot : document.slots()) {
      repetitions(slot);
      if (isCount(slot)) {
        for (String dimension : slot.cell().dimensions().values().keySet()) {
          document
              .at(PartGroup.without(slot.cell(), dimension), slot.unit())
              .ifPresent(whole -> within(slot, whole));
        }
      }
    }
    document.timeLines().forEach(this::periods);
    for (List<Slot> stocks : document.stockSeries()) {
      boolean isAddedUp =
          knowledge.stockFlows().flowsOf(stocks.get(0).cell().measure()).stream()
              .anyMatch(flow -> !knowledge.negative().contains(flow));
      for (int i = 1; isAddedUp && i < stocks.size(); i++) {
        within(stocks.get(i - 1), stocks.get(i));
      }
    }
  }

  private void repetitions(Slot slot) {
    Figure first = slot.figures().get(0);
    for (Figure other : slot.figures().subList(1, slot.figures().size())) {
      // A source may well print its own number beside that of another.
      if (first.origin().equals(other.origin())) {
        found.accept(Equation.sum(Identity.REPETITION, other, List.of(first)));
      }
    }
  }

  private boolean isCount(Slot slot) {
    Measure.Kind kind = document.kind(slot);
    return slot.unit() instanceof Unit.Base
        && (kind == Measure.Kind.FLOW || kind == Measure.Kind.STOCK)
        && !knowledge.negative().contains(slot.cell().measure());
  }

  private void within(Slot part, Slot whole) {
    Figure ofPart = part.figures().get(0);
    Figure ofWhole = whole.figures().get(0);
    if (isOneOrigin(ofPart, ofWhole)) {
      found.accept(new Inequality(ofWhole, ofPart));
    }
  }

  private static boolean isOneOrigin(Figure one, Figure other) {
    Optional<String> origin = one.origin();
    return origin.isEmpty() || other.origin().isEmpty() || origin.equals(other.origin());
  }

  /** Each period with the shortest of those around it. */
  private void periods(TimeLine line) {
    List<Slot> slots =
        line.slots().stream()
            .filter(this::isCount)
            .sorted(
                Comparator.comparing((Slot s) -> s.cell().period().start())
                    .thenComparing(s -> s.cell().period().end(), Comparator.reverseOrder()))
            .toList();
    Deque<Slot> around = new ArrayDeque<>();
    for (Slot slot : slots) {
      Period period = slot.cell().period();
      while (!around.isEmpty() && end(around.peek()).isBefore(period.start())) {
        around.pop();
      }
      Iterator<Slot> nearest = around.iterator();
      boolean isFound = false;
      for (int i = 0; i < NEAREST && nearest.hasNext() && !isFound; i++) {
        Slot whole = nearest.next();
        isFound = whole.cell().period().contains(period);
        if (isFound) {
          within(slot, whole);
        }
      }
      around.push(slot);
    }
  }

  private static LocalDate end(Slot slot) {
    return slot.cell().period().end();
  }
}
