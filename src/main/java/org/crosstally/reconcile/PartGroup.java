package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Unit;

/**
 * The parts of one total over one dimension that a document prints, all counts or all shares.
 *
 * @param dimension the dimension that tells the parts apart
 * @param total the cell of the total
 * @param unit the unit of the parts
 * @param parts the slot of each part by its value of the dimension
 */
record PartGroup(String dimension, Cell total, Unit unit, NavigableMap<String, Slot> parts) {

  private record Key(String dimension, SlotKey total) {}

  /** The groups of at least two parts whose measure adds up over its parts. */
  static List<PartGroup> of(PrintedDocument document) {
    Map<Key, NavigableMap<String, Slot>> groups = new LinkedHashMap<>();
    for (Slot slot : document.slots()) {
      boolean isPart = slot.unit() instanceof Unit.Base || slot.unit() instanceof Unit.ShareOfTotal;
      if (isPart && addsUp(document, slot)) {
        Cell cell = slot.cell();
        cell.dimensions()
            .values()
            .forEach(
                (dimension, value) ->
                    groups
                        .computeIfAbsent(
                            new Key(dimension, new SlotKey(without(cell, dimension), slot.unit())),
                            key -> new TreeMap<>())
                        .put(value, slot));
      }
    }
    List<PartGroup> result = new ArrayList<>();
    groups.forEach(
        (key, parts) -> {
          if (parts.size() > 1) {
            result.add(
                new PartGroup(key.dimension(), key.total().cell(), key.total().unit(), parts));
          }
        });
    return result;
  }

  private static boolean addsUp(PrintedDocument document, Slot slot) {
    return switch (document.kind(slot)) {
      case FLOW, STOCK, UNSTATED -> true;
      case LEVEL, RATIO -> false;
    };
  }

  /** The total over a dimension that a cell is a part of. */
  static Cell without(Cell cell, String dimension) {
    return new Cell(
        cell.measure(), cell.dimensions().with(dimension, ""), cell.period(), cell.basis());
  }

  boolean isShares() {
    return unit instanceof Unit.ShareOfTotal;
  }

  /** The claim that some of the parts are all; empty where no total of counts is printed. */
  Optional<SlotEquation> claim(PrintedDocument document, List<String> values) {
    List<Slot> slots = values.stream().map(parts::get).toList();
    if (isShares()) {
      return Optional.of(
          new SlotEquation(
              Identity.SHARES_OF_WHOLE, Optional.empty(), slots, Optional.empty(), 1, 0));
    }
    return document
        .at(total, unit)
        .map(whole -> SlotEquation.sum(Identity.PARTS_AND_TOTAL, whole, slots));
  }
}
