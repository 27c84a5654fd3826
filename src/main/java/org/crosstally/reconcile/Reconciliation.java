package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Period;
import org.crosstally.series.TimeSeries;

/**
 * The outcome of reconciling a table of figures, cell by cell.
 *
 * <p>Immutable.
 */
public final class Reconciliation {
  private final List<CellOutcome> outcomes;
  private final Catalogue catalogue;

  Reconciliation(List<CellOutcome> outcomes, Catalogue catalogue) {
    this.outcomes = List.copyOf(outcomes);
    this.catalogue = catalogue;
  }

  /**
   * The outcome of every cell.
   *
   * @return the outcomes in the natural order of their cells
   */
  public List<CellOutcome> outcomes() {
    return outcomes;
  }

  /**
   * What is known about sources, documents and measures.
   *
   * @return the catalogue
   */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The outcome for a period, where the table holds one series.
   *
   * @param period a period
   * @return the outcome; empty where no figure is about the period
   */
  public Optional<CellOutcome> outcome(Period period) {
    return outcomes.stream().filter(o -> o.cell().period().equals(period)).findFirst();
  }

  /**
   * The reconciled values of the single calendar years as a series.
   *
   * @return the series
   */
  public TimeSeries series() {
    throw new IllegalStateException();
  }
}
