package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** What one source prints together, by cell and unit. */
final class PrintedDocument {
  private static final Period ANY = Period.ofYear(1);
  private static final Unit ANY_UNIT = new Unit.Base("");

  private final Catalogue catalogue;
  private final Map<SlotKey, Slot> slots = new LinkedHashMap<>();
  private final Map<SlotKey, List<Slot>> counts = new HashMap<>();
  private final Map<SlotKey, TimeLine> timeLines = new LinkedHashMap<>();

  /**
   * Indexes the figures of a document.
   *
   * @param printed the figures
   * @param catalogue what is known about their measures
   */
  PrintedDocument(DocumentFigures printed, Catalogue catalogue) {
    this.catalogue = catalogue;
    Map<SlotKey, List<Figure>> byKey = new LinkedHashMap<>();
    for (Figure figure : printed.figures()) {
      byKey.computeIfAbsent(SlotKey.of(figure, catalogue), key -> new ArrayList<>(1)).add(figure);
    }
    byKey.forEach((key, figures) -> slots.put(key, new Slot(key, figures)));
    Map<SlotKey, List<Slot>> series = new LinkedHashMap<>();
    for (Slot slot : slots.values()) {
      if (slot.unit() instanceof Unit.Base) {
        counts.computeIfAbsent(inAnyUnit(slot.cell()), key -> new ArrayList<>(1)).add(slot);
        if (kind(slot) == Measure.Kind.FLOW) {
          series.computeIfAbsent(series(slot.key()), key -> new ArrayList<>()).add(slot);
        }
      }
    }
    series.forEach((key, list) -> timeLines.put(key, new TimeLine(list)));
  }

  private static SlotKey series(SlotKey key) {
    return new SlotKey(key.cell().at(ANY), key.unit());
  }

  private static SlotKey inAnyUnit(Cell cell) {
    return new SlotKey(cell, ANY_UNIT);
  }

  /** All slots, in the order of the ids of their first figures. */
  Collection<Slot> slots() {
    return slots.values();
  }

  Optional<Slot> at(Cell cell, Unit unit) {
    return Optional.ofNullable(slots.get(new SlotKey(cell, unit)));
  }

  /** What is printed for a cell in units of the measure itself. */
  List<Slot> counts(Cell cell) {
    return counts.getOrDefault(inAnyUnit(cell), List.of());
  }

  /** How the measure of a slot behaves over time. */
  Measure.Kind kind(Slot slot) {
    return catalogue.measure(slot.cell().measure()).kind();
  }

  Collection<TimeLine> timeLines() {
    return timeLines.values();
  }

  /** The flows of the same series as a slot; empty where its measure is no flow. */
  Optional<TimeLine> timeLine(Cell cell, Unit unit) {
    return Optional.ofNullable(timeLines.get(series(new SlotKey(cell, unit))));
  }

  /** The stocks of each series, in the order of their days. */
  Collection<List<Slot>> stockSeries() {
    Map<SlotKey, List<Slot>> series = new LinkedHashMap<>();
    for (Slot slot : slots.values()) {
      if (slot.unit() instanceof Unit.Base && kind(slot) == Measure.Kind.STOCK) {
        series
            .computeIfAbsent(
                new SlotKey(slot.cell().at(ANY), slot.unit()), key -> new ArrayList<>())
            .add(slot);
      }
    }
    series.values().forEach(list -> list.sort(Comparator.comparing(s -> s.cell().period())));
    return series.values();
  }
}
