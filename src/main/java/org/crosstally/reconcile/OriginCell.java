package org.crosstally.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;

/**
 * The printings of one origin for one cell that give a value.
 *
 * @param origin the id of the origin
 * @param cell the cell
 * @param printings its printings, in the order of their publication
 * @param witnesses who prints each value of the cell, whichever origin it is traced to
 */
record OriginCell(
    String origin, Cell cell, List<Printing> printings, SortedMap<BigDecimal, Witness> witnesses) {

  /** Beyond this, more chains make no difference. */
  private static final int MOST_CHAINS = 100;

  OriginCell {
    printings = printings.stream().sorted(Printing.ORDER).toList();
    witnesses = Collections.unmodifiableSortedMap(new TreeMap<>(witnesses));
  }

  /**
   * Who prints a value.
   *
   * @param printings the printings of the value, in the order of their publication
   * @param authority the number of different chains, or {@link HeldValue#OWN}
   */
  record Witness(List<Printing> printings, int authority) {
    Witness {
      printings = printings.stream().sorted(Printing.ORDER).toList();
    }

    static Witness of(List<Printing> printings) {
      return new Witness(printings, OriginCell.authority(printings));
    }
  }

  /** How many chains print a value; one where nobody who counts here does. */
  int authority(BigDecimal value) {
    return witnesses.containsKey(value) ? witness(value).authority() : 1;
  }

  /** Who prints one of the values of the cell. */
  Witness witness(BigDecimal value) {
    return Objects.requireNonNull(witnesses.get(value), "no value of this cell");
  }

  /** The origins of a cell, ordered by id. */
  static List<OriginCell> of(Cell cell, List<Figure> figures, Lineages lineages) {
    return of(
        cell,
        attributed(
            Scope.levels(figures).stream()
                .map(figure -> Printing.of(figure, lineages.of(figure)))
                .toList()));
  }

  /**
   * The printings with a known origin. Where nobody counts and nobody names who did, each source
   * stands for itself.
   */
  static List<Printing> attributed(List<Printing> printings) {
    List<Printing> known =
        printings.stream()
            .filter(p -> p.lineage().directness() != Lineage.Directness.UNATTRIBUTED)
            .toList();
    return known.stream().anyMatch(p -> p.value().isPresent()) ? known : printings;
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
    SortedMap<BigDecimal, Witness> witnesses = witnesses(printings);
    return byOrigin.entrySet().stream()
        .map(entry -> new OriginCell(entry.getKey(), cell, entry.getValue(), witnesses))
        .toList();
  }

  private static SortedMap<BigDecimal, Witness> witnesses(List<Printing> printings) {
    SortedMap<BigDecimal, Witness> witnesses = new TreeMap<>();
    byValue(printings.stream().filter(p -> p.value().isPresent()).toList())
        .forEach((value, same) -> witnesses.put(value, Witness.of(same)));
    return witnesses;
  }

  /**
   * How many chains without a common member print a value, the shortest counted first; an origin's
   * own document outweighs any number.
   */
  static int authority(List<Printing> printings) {
    if (printings.stream().anyMatch(Printing::isOwn)) {
      return HeldValue.OWN;
    }
    List<Lineage> counted = new ArrayList<>();
    printings.stream()
        .map(Printing::lineage)
        .distinct()
        .sorted(
            Comparator.comparing((Lineage lineage) -> lineage.chain().size())
                .thenComparing(lineage -> lineage.chain().toString()))
        .limit(MOST_CHAINS)
        .forEach(
            lineage -> {
              if (counted.stream().allMatch(lineage::isDisjointFrom)) {
                counted.add(lineage);
              }
            });
    return counted.size();
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
