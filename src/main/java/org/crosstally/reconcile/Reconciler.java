package org.crosstally.reconcile;

import java.util.List;
import java.util.Map;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;

/**
 * Reconciles figures cell by cell, by a rule that is chosen by name.
 *
 * <p>A reconciler is immutable and safe to share between threads. The order of the figures does not
 * matter.
 */
public sealed class Reconciler permits AccountingReconciler, LineageReconciler {
  private final CellRule rule;
  private final ProbableRelays relays;

  private Reconciler(CellRule rule) {
    this(rule, new ProbableRelays(List.of()));
  }

  Reconciler(CellRule rule, ProbableRelays relays) {
    this.rule = rule;
    this.relays = relays;
  }

  /**
   * The default: by lineage. The origin counts and the chain relays, so that ten relays of one
   * count are one witness. Of each origin the latest attested vintage stands: a value that the
   * origin's own document prints, or that two relays with disjoint chains print. A value of a
   * single chain stands only where nothing is attested. Independent origins that differ are
   * combined by their median, or as {@link LineageReconciler#combining} says, and the interval
   * covers their range; it further covers stated uncertainty, rounding, and the revisions that the
   * origin's past figures of that age went through.
   *
   * @return the reconciler
   */
  public static LineageReconciler byLineage() {
    return LineageReconciler.withDefaults();
  }

  /**
   * By accounts: all cells of a table at once, as equations on one flow. Partial years, mean rates,
   * stocks, shares, changes and totals are solved together, so that a cell may have a number that
   * no figure states; and figures that cannot all be true have the cause {@link
   * Cause#DOES_NOT_ADD_UP}, with the smallest set that proves it.
   *
   * @param accounting the rules of the accounts, {@code AccountingRules}, or a {@code Balancer}
   *     with options and with periods to be told apart, both of the package {@code balance}
   * @return the reconciler
   */
  public static Reconciler byAccounting(Accounting accounting) {
    return new AccountingReconciler(accounting);
  }

  /**
   * The figure that was published last stands. Of several of one date, the number that most sources
   * print; of several such numbers, the smallest.
   *
   * @return the reconciler
   */
  public static Reconciler latest() {
    return new Reconciler(SimpleRule.latest());
  }

  /**
   * The latest figure of the first of these sources that has one stands; where none has, the latest
   * of all.
   *
   * @param sources ids of sources, the most preferred first
   * @return the reconciler
   */
  public static Reconciler preferring(String... sources) {
    return new Reconciler(SimpleRule.preferring(List.of(sources)));
  }

  /**
   * The median of the latest figure of each source, whatever they quote.
   *
   * @return the reconciler
   */
  public static Reconciler median() {
    return new Reconciler(SimpleRule.median());
  }

  /**
   * The arithmetic mean of the latest figure of each source, whatever they quote.
   *
   * @return the reconciler
   */
  public static Reconciler mean() {
    return new Reconciler(SimpleRule.mean());
  }

  /**
   * Reconciles every cell of a table. What other cells tell (how each origin revised its figures,
   * and which values it prints elsewhere) is read from {@linkplain FigureTable#whole() the whole
   * table} that these cells were chosen from.
   *
   * @param table the figures
   * @return the outcome, in which every figure of the table is accounted for exactly once
   */
  public Reconciliation reconcile(FigureTable table) {
    Background background = Background.of(table.whole(), relays);
    Map<Cell, List<Figure>> cells = table.cells();
    List<CellOutcome> outcomes =
        cells.entrySet().stream()
            .map(entry -> rule.reconcile(entry.getKey(), entry.getValue(), background))
            .toList();
    return new Reconciliation(outcomes, table.catalogue());
  }
}
