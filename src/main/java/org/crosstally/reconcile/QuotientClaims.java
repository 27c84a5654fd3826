package org.crosstally.reconcile;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** The shares, changes and mean rates that the counts of a document must give. */
final class QuotientClaims {
  private final PrintedDocument document;
  private final TableKnowledge knowledge;
  private final Consumer<SlotEquation> found;

  QuotientClaims(PrintedDocument document, TableKnowledge knowledge, Consumer<SlotEquation> found) {
    this.document = document;
    this.knowledge = knowledge;
    this.found = found;
  }

  void find() {
    for (Slot slot : document.slots()) {
      if (slot.unit() instanceof Unit.ShareOfTotal) {
        share(slot);
      } else if (slot.unit() instanceof Unit.ChangeOnYear) {
        slot.cell().period().yearBefore().ifPresent(before -> change(slot, before));
      } else if (slot.unit() instanceof Unit.ChangeOn on) {
        change(slot, on.base());
      } else if (slot.unit() instanceof Unit.Rate rate) {
        rate(slot, rate);
      }
    }
  }

  private void share(Slot share) {
    for (Cell total : knowledge.shareBases().totals(share.cell())) {
      for (Slot part : document.counts(share.cell())) {
        document
            .at(total, part.unit())
            .ifPresent(whole -> found.accept(ShareBases.claim(share, part, whole)));
      }
    }
  }

  /** The changes of a ratio are in percentage points, not in per cent. */
  private void change(Slot change, Period before) {
    Measure.Kind kind = document.kind(change);
    if (kind == Measure.Kind.RATIO) {
      return;
    }
    Period earlier = kind == Measure.Kind.STOCK ? Period.ofDay(before.end()) : before;
    for (Slot now : document.counts(change.cell())) {
      document
          .at(change.cell().at(earlier), now.unit())
          .ifPresent(
              then ->
                  found.accept(
                      new SlotEquation(
                          Identity.CHANGE_AND_COUNTS,
                          Optional.of(change),
                          List.of(now),
                          Optional.of(then),
                          100,
                          -100)));
    }
  }

  private void rate(Slot rate, Unit.Rate unit) {
    OptionalDouble length = length(rate.cell().period(), unit.per());
    if (length.isEmpty() || document.kind(rate) == Measure.Kind.STOCK) {
      return;
    }
    Unit counted = new Unit.Base(unit.name());
    Optional<Slot> count = document.at(rate.cell(), counted);
    Optional<List<Slot>> counts =
        count.isPresent()
            ? count.map(List::of)
            : document
                .timeLine(rate.cell(), counted)
                .flatMap(line -> line.coarsest(rate.cell().period()));
    counts.ifPresent(
        addends ->
            found.accept(
                new SlotEquation(
                    Identity.RATE_AND_COUNT,
                    Optional.of(rate),
                    addends,
                    Optional.empty(),
                    1 / length.getAsDouble(),
                    0)));
  }

  /** The length of a period; empty where it is no whole number of months that a rate needs. */
  private static OptionalDouble length(Period period, Unit.Rate.Per per) {
    if (period.isOpen()) {
      return OptionalDouble.empty();
    }
    double days = period.days().getAsLong();
    return switch (per) {
      case DAY -> OptionalDouble.of(days);
      case WEEK -> OptionalDouble.of(days / 7);
      case MONTH -> months(period, 1);
      case QUARTER -> months(period, 3);
      case YEAR -> months(period, 12);
    };
  }

  private static OptionalDouble months(Period period, int each) {
    boolean isWhole =
        period.start().getDayOfMonth() == 1 && period.end().plusDays(1).getDayOfMonth() == 1;
    return isWhole
        ? OptionalDouble.of(
            ChronoUnit.MONTHS.between(period.start(), period.end().plusDays(1)) / (double) each)
        : OptionalDouble.empty();
  }
}
