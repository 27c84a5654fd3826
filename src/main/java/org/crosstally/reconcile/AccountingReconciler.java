package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.FigureTable;

/** Reconciles by accounts, which bind the cells of a table together. */
final class AccountingReconciler extends Reconciler {
  private final Accounting accounting;

  AccountingReconciler(Accounting accounting) {
    super(
        new LineageRule(SlipTreatment.SET_ASIDE, Optional.empty()), new ProbableRelays(List.of()));
    this.accounting = accounting;
  }

  @Override
  public Reconciliation reconcile(FigureTable table) {
    return accounting.reconcile(table);
  }
}
