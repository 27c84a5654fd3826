package org.crosstally.figure;

import java.util.Comparator;

/**
 * The thing that several figures talk about: one measure, for one combination of dimension values,
 * over one period, under one definition.
 *
 * <p>Immutable; ordered by measure, dimensions, basis and period, so that the cells of one series
 * stand together in time.
 *
 * @param measure the id of the measure
 * @param dimensions the dimension values
 * @param period the period
 * @param basis the definition where it differs from the measure's own; blank for the measure's own
 */
public record Cell(String measure, Dimensions dimensions, Period period, String basis)
    implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::measure)
          .thenComparing(Cell::dimensions)
          .thenComparing(Cell::basis)
          .thenComparing(Cell::period);

  /**
   * The cell of the same series for another period.
   *
   * @param other another period
   * @return the cell with that period
   */
  public Cell at(Period other) {
    return new Cell(measure, dimensions, other, basis);
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(measure);
    if (!dimensions.values().isEmpty()) {
      out.append(" (").append(dimensions).append(')');
    }
    if (!basis.isBlank()) {
      out.append(" [").append(basis).append(']');
    }
    return out.append(", ").append(period).toString();
  }
}
