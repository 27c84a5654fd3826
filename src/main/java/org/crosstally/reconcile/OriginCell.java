package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;

/**
 * The printings of one origin for one cell that give a value.
 *
 * @param origin the id of the origin
 * @param cell the cell
 * @param printings its printings, in the order of their publication
 * @param rivals the values that are attested for the cell, by whichever origin; where none is, all
 *     values that are printed
 */
record OriginCell(
    String origin, Cell cell, List<Printing> printings, SortedSet<BigDecimal> rivals) {

  OriginCell {
    printings = printings.stream().sorted(Printing.ORDER).toList();
    rivals = Collections.unmodifiableSortedSet(new TreeSet<>(rivals));
  }

  /** The origins of a cell, ordered by id. Figures that name no origin belong to none. */
  static List<OriginCell> of(Cell cell, List<Figure> figures, Lineages lineages) {
    return of(
        cell,
        Scope.levels(figures).stream()
            .map(figure -> Printing.of(figure, lineages.of(figure)))
            .filter(p -> p.lineage().directness() != Lineage.Directness.UNATTRIBUTED)
            .toList());
  }

  /** The origins of these printings, ordered by id. */
  static List<OriginCell> of(Cell cell, List<Printing> printings) {
    Map<String, List<Printing>> byOrigin = new TreeMap<>();
    for (Printing printing : printings) {
      if (printing.value().isPresent()) {
        byOrigin
            .computeIfAbsent(printing.lineage().origin(), key -> new ArrayList<>())
            .add(printing);
      }
    }
    SortedSet<BigDecimal> rivals = rivals(byOrigin.values());
    return byOrigin.entrySet().stream()
        .map(entry -> new OriginCell(entry.getKey(), cell, entry.getValue(), rivals))
        .toList();
  }

  private static SortedSet<BigDecimal> rivals(Collection<List<Printing>> byOrigin) {
    SortedSet<BigDecimal> printed = new TreeSet<>();
    SortedSet<BigDecimal> attested = new TreeSet<>();
    for (List<Printing> printings : byOrigin) {
      byValue(printings)
          .forEach(
              (value, same) -> {
                printed.add(value);
                if (Printing.attestation(same).attests()) {
                  attested.add(value);
                }
              });
    }
    return attested.isEmpty() ? printed : attested;
  }

  /** The printings of each value, in the order of the values. */
  Map<BigDecimal, List<Printing>> byValue() {
    return byValue(printings);
  }

  private static Map<BigDecimal, List<Printing>> byValue(List<Printing> printings) {
    Map<BigDecimal, List<Printing>> byValue = new TreeMap<>();
    for (Printing printing : printings) {
      byValue
          .computeIfAbsent(printing.value().orElseThrow(), key -> new ArrayList<>())
          .add(printing);
    }
    return byValue;
  }
}
