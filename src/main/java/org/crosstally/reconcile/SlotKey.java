package org.crosstally.reconcile;

import java.util.Map;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/**
 * A cell, seen in one unit; of a stock, on the day on which it was counted. The hash is kept, and
 * tells apart the cells of a cross table, whose dimension values differ in few letters.
 */
final class SlotKey {
  private final Cell cell;
  private final Unit unit;
  private final int hash;

  SlotKey(Cell cell, Unit unit) {
    this.cell = cell;
    this.unit = unit;
    this.hash = hash(cell, unit);
  }

  static SlotKey of(Figure figure, Catalogue catalogue) {
    Cell cell = figure.cell();
    boolean isStock = catalogue.measure(cell.measure()).kind() == Measure.Kind.STOCK;
    return new SlotKey(isStock ? cell.at(Period.ofDay(cell.period().end())) : cell, figure.unit());
  }

  Cell cell() {
    return cell;
  }

  Unit unit() {
    return unit;
  }

  private static int hash(Cell cell, Unit unit) {
    int hash = mix(cell.measure().hashCode(), cell.basis().hashCode());
    for (Map.Entry<String, String> entry : cell.dimensions().values().entrySet()) {
      hash = mix(mix(hash, entry.getKey().hashCode()), entry.getValue().hashCode());
    }
    return mix(mix(hash, cell.period().hashCode()), unit.hashCode());
  }

  /** The step of MurmurHash3 for 32 bits. */
  private static int mix(int hash, int next) {
    int mixed = Integer.rotateLeft(next * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(hash ^ mixed, 13) * 5 + 0xe6546b64;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlotKey that
        && hash == that.hash
        && unit.equals(that.unit)
        && cell.equals(that.cell);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return cell + " in " + unit.format();
  }
}
