package org.crosstally.reconcile;

import java.util.List;
import java.util.function.Predicate;
import org.crosstally.figure.Catalogue;
import tech.tablesaw.api.Table;

/**
 * Every figure that differs from the number that stands, by how much, and why.
 *
 * <p>Immutable.
 *
 * @param list the conflicts, in the order of their cells and figure ids
 * @param catalogue what is known about sources
 */
public record Conflicts(List<Conflict> list, Catalogue catalogue) {

  /**
   * Copies the list.
   *
   * @param list the conflicts, in the order of their cells and figure ids
   * @param catalogue what is known about sources
   */
  public Conflicts {
    list = List.copyOf(list);
  }

  /**
   * The conflicts for which a condition holds.
   *
   * @param condition the condition
   * @return those conflicts
   */
  public Conflicts filter(Predicate<? super Conflict> condition) {
    return new Conflicts(list.stream().filter(condition).toList(), catalogue);
  }

  /**
   * The conflicts of one cause.
   *
   * @param cause a cause
   * @return those conflicts
   */
  public Conflicts of(Cause cause) {
    return filter(conflict -> conflict.cause() == cause);
  }

  /**
   * The conflicts as a table.
   *
   * @return a table with the columns figure_id, source, origin, published, period, value,
   *     reconciled, difference, difference_pct, cause, evidence (ids of figures),
   *     probability_by_chance, explanation
   */
  public Table toTable() {
    return ReconciliationTables.of(this);
  }
}
