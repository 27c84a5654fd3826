package org.crosstally.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** The sums that must hold in a document: parts, shares of parts, periods, stocks and flows. */
final class SumClaims {
  private static final Period ANY = Period.ofYear(1);

  private final PrintedDocument document;
  private final TableKnowledge knowledge;
  private final Consumer<SlotEquation> found;

  SumClaims(PrintedDocument document, TableKnowledge knowledge, Consumer<SlotEquation> found) {
    this.document = document;
    this.knowledge = knowledge;
    this.found = found;
  }

  void find() {
    for (PartGroup group : PartGroup.of(document)) {
      for (List<String> values : knowledge.partSets().within(group)) {
        group.claim(document, values).ifPresent(found);
      }
    }
    for (Slot slot : document.slots()) {
      if (slot.unit() instanceof Unit.Base && document.kind(slot) == Measure.Kind.FLOW) {
        periods(slot);
        flowBetweenStocks(slot);
      }
    }
    document.stockSeries().forEach(this::rowsBetweenStocks);
  }

  private void periods(Slot whole) {
    document
        .timeLine(whole.cell(), whole.unit())
        .ifPresent(
            line -> {
              for (List<Slot> tiles : line.tilings(whole.cell().period())) {
                found.accept(SlotEquation.sum(Identity.PERIODS_AND_TOTAL, whole, tiles));
              }
            });
  }

  /** A flow that is printed beside the stocks at its start and at its end. */
  private void flowBetweenStocks(Slot flow) {
    Period period = flow.cell().period();
    for (String stock : knowledge.stockFlows().stocksOf(flow.cell().measure())) {
      Optional<Slot> closing = stock(stock, flow, Period.ofDay(period.end()));
      if (period.isOpen()) {
        closing.ifPresent(
            c -> found.accept(SlotEquation.sum(Identity.STOCK_AND_FLOW, c, List.of(flow))));
      } else if (closing.isPresent()) {
        dayBefore(period)
            .flatMap(day -> stock(stock, flow, day))
            .ifPresent(
                opening ->
                    found.accept(
                        SlotEquation.sum(
                            Identity.STOCK_AND_FLOW, closing.get(), List.of(opening, flow))));
      }
    }
  }

  private Optional<Slot> stock(String measure, Slot flow, Period day) {
    Cell cell = flow.cell();
    return document.at(new Cell(measure, cell.dimensions(), day, cell.basis()), flow.unit());
  }

  private static Optional<Period> dayBefore(Period period) {
    return period.start().isAfter(ANY.start())
        ? Optional.of(Period.ofDay(period.start().minusDays(1)))
        : Optional.empty();
  }

  /**
   * Rows of flows from one stock to the next; from the beginning where no flow leads from the last.
   */
  private void rowsBetweenStocks(List<Slot> stocks) {
    Cell cell = stocks.get(0).cell();
    for (String measure : knowledge.stockFlows().flowsOf(cell.measure())) {
      Cell flow = new Cell(measure, cell.dimensions(), ANY, cell.basis());
      document
          .timeLine(flow, stocks.get(0).unit())
          .ifPresent(line -> rowsBetweenStocks(stocks, line));
    }
  }

  private void rowsBetweenStocks(List<Slot> stocks, TimeLine line) {
    for (int i = 0; i < stocks.size(); i++) {
      Slot closing = stocks.get(i);
      LocalDate day = closing.cell().period().end();
      Optional<List<Slot>> row = Optional.empty();
      if (i > 0) {
        Slot opening = stocks.get(i - 1);
        Period between = new Period(opening.cell().period().end().plusDays(1), day);
        row = line.coarsest(between).map(flows -> with(opening, flows));
        if (row.isEmpty() && line.at(between).isPresent()) {
          continue;
        }
      }
      row.or(() -> line.coarsest(Period.upTo(day)))
          .ifPresent(
              addends -> found.accept(SlotEquation.sum(Identity.STOCK_AND_FLOW, closing, addends)));
    }
  }

  private static List<Slot> with(Slot opening, List<Slot> flows) {
    List<Slot> addends = new ArrayList<>(flows);
    addends.add(0, opening);
    return addends;
  }
}
