package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import org.crosstally.consensus.Consensus;

/**
 * Reconciles by lineage, with options. Every verb returns a new reconciler.
 *
 * @see Reconciler#byLineage()
 */
public final class LineageReconciler extends Reconciler {
  private static final LineageReconciler DEFAULTS =
      new LineageReconciler(
          SlipTreatment.SET_ASIDE, new ProbableRelays(List.of()), Optional.empty());

  private final SlipTreatment slips;
  private final ProbableRelays relays;
  private final Optional<ConsensusRule> consensus;

  private LineageReconciler(
      SlipTreatment slips, ProbableRelays relays, Optional<ConsensusRule> consensus) {
    super(new LineageRule(slips, consensus), relays);
    this.slips = slips;
    this.relays = relays;
    this.consensus = consensus;
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
    return new LineageReconciler(treatment, relays, consensus);
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
    return new LineageReconciler(slips, found, consensus);
  }

  /**
   * Combines independent origins by a consensus estimator instead of their median: by its name, as
   * in {@code combining(PanelMethod.PAULE_MANDEL)}; with options of its own, as in {@code
   * combining(RandomEffects.withDefaults().withLevel(0.9))}; or by what suits the reports, {@code
   * combining(ConsensusPanel.recommended())}.
   *
   * <p>Of each origin its accepted number goes in, with the standard uncertainty that it states
   * ({@code 1400±50}); where none is stated, with that of rounding to its last digit that counts
   * and, where at least five past figures of its age are known, with that of the revisions that
   * these went through. An origin that states only a bound, a range or a rounded number goes in as
   * that set. The interval is that of the estimator; {@link OriginCombination} says what went in,
   * and the explanation says it in words. Where the estimator finds no number, the median stands,
   * and the explanation says why.
   *
   * @param method the way to combine
   * @return a reconciler with that option
   */
  public LineageReconciler combining(Consensus method) {
    return new LineageReconciler(slips, relays, Optional.of(new ConsensusRule(method)));
  }
}
