package org.crosstally.reconcile;

import org.crosstally.figure.FigureTable;

/**
 * A way to reconcile all cells of a table at once, because they are bound together by accounts:
 * partial years, mean rates, stocks, shares, changes and totals. {@code
 * org.crosstally.balance.AccountingRules} and {@code Balancer} are such ways.
 */
public interface Accounting {

  /**
   * Reconciles a table.
   *
   * @param table the figures
   * @return the outcome, in which every figure of the table is accounted for exactly once
   */
  Reconciliation reconcile(FigureTable table);
}
