package org.crosstally.reconcile;

import java.util.List;
import org.crosstally.figure.Catalogue;

/** Reconciliations with known outcomes, for tests of what is made of them. */
public final class Reconciliations {
  private Reconciliations() {}

  public static Reconciliation of(List<CellOutcome> outcomes, Catalogue catalogue) {
    return new Reconciliation(outcomes, catalogue);
  }
}
