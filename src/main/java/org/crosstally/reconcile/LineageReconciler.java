package org.crosstally.reconcile;

/**
 * Reconciles by lineage, with options. Every verb returns a new reconciler.
 *
 * @see Reconciler#byLineage()
 */
public final class LineageReconciler extends Reconciler {
  private static final LineageReconciler DEFAULTS = new LineageReconciler(SlipTreatment.SET_ASIDE);

  private LineageReconciler(SlipTreatment slips) {
    super(new LineageRule(slips));
  }

  static LineageReconciler withDefaults() {
    return DEFAULTS;
  }

  /**
   * Chooses what becomes of figures that are diagnosed as slips of the pen.
   *
   * @param treatment what becomes of them; {@link SlipTreatment#SET_ASIDE} unless this is called
   * @return a reconciler with that option
   */
  public LineageReconciler slips(SlipTreatment treatment) {
    return new LineageReconciler(treatment);
  }
}
