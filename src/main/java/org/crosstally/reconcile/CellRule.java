package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;

/**
 * A way to reconcile one cell: a pure function of the cell, its figures and what the other cells
 * tell.
 */
interface CellRule {

  /**
   * Reconciles one cell.
   *
   * @param cell the cell
   * @param figures its figures; their order does not matter
   * @param background what the other cells tell
   * @return the outcome, with one account for each figure
   */
  CellOutcome reconcile(Cell cell, List<Figure> figures, Background background);
}
