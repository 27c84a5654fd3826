package org.crosstally.reconcile;

import java.util.List;

/**
 * Reconciles by lineage, with options. Every verb returns a new reconciler.
 *
 * @see Reconciler#byLineage()
 */
public final class LineageReconciler extends Reconciler {
  private static final LineageReconciler DEFAULTS =
      new LineageReconciler(SlipTreatment.SET_ASIDE, new ProbableRelays(List.of()));

  private final SlipTreatment slips;
  private final ProbableRelays relays;

  private LineageReconciler(SlipTreatment slips, ProbableRelays relays) {
    super(new LineageRule(slips), relays);
    this.slips = slips;
    this.relays = relays;
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
    return new LineageReconciler(treatment, relays);
  }

  /**
   * Takes relays that nobody declares for relays: what the one prints counts as handed on by the
   * other, so that the two do not attest a value together. Nothing is taken for a relay unless this
   * is called.
   *
   * @param found the relays, as many of them as are to be believed, {@link ProbableRelays#atLeast}
   * @return a reconciler with that option
   */
  public LineageReconciler relaying(ProbableRelays found) {
    return new LineageReconciler(slips, found);
  }
}
