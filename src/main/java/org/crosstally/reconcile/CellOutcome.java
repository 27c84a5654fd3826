package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.series.Estimate;

/**
 * What reconciling made of one cell.
 *
 * @param cell the cell
 * @param unit the unit in which it was reconciled
 * @param result the number that stands, or the reason why none does
 * @param accounts one account for each figure of the cell
 * @param vintages the vintages of the origins, each origin's in the order in which they were
 *     printed; empty for rules that do not look at lineage
 */
public record CellOutcome(
    Cell cell, Unit unit, Result result, List<Account> accounts, List<Vintage> vintages) {

  /**
   * Copies the lists.
   *
   * @param cell the cell
   * @param unit the unit in which it was reconciled
   * @param result the number that stands, or the reason why none does
   * @param accounts one account for each figure of the cell
   * @param vintages the vintages of the origins, each origin's in the order in which they were
   *     printed
   */
  public CellOutcome {
    accounts = List.copyOf(accounts);
    vintages = List.copyOf(vintages);
  }

  /** The number that stands, or the reason why none does. */
  public sealed interface Result {
    /**
     * The rule that was followed.
     *
     * @return the rule in words
     */
    String rule();
  }

  /**
   * A number that stands.
   *
   * @param estimate the number with its interval
   * @param status whether it is observed or provisional
   * @param origins the ids of the independent origins that it rests on
   * @param rule the rule that was followed
   * @param combination how the origins were combined, where a consensus estimator was asked for and
   *     there were several
   */
  public record Reconciled(
      Estimate estimate,
      Status status,
      List<String> origins,
      String rule,
      Optional<OriginCombination> combination)
      implements Result {
    /**
     * Copies the origins.
     *
     * @param estimate the number with its interval
     * @param status whether it is observed or provisional
     * @param origins the ids of the independent origins that it rests on
     * @param rule the rule that was followed
     * @param combination how the origins were combined
     */
    public Reconciled {
      origins = List.copyOf(origins);
    }

    /**
     * A number that no consensus estimator was asked for.
     *
     * @param estimate the number with its interval
     * @param status whether it is observed or provisional
     * @param origins the ids of the independent origins that it rests on
     * @param rule the rule that was followed
     */
    public Reconciled(Estimate estimate, Status status, List<String> origins, String rule) {
      this(estimate, status, origins, rule, Optional.empty());
    }
  }

  /**
   * No number stands.
   *
   * @param rule why, in words
   */
  public record Unreconciled(String rule) implements Result {}

  /**
   * The number that stands.
   *
   * @return the estimate; empty where none stands
   */
  public Optional<Estimate> estimate() {
    return reconciled().map(Reconciled::estimate);
  }

  /**
   * The result, where a number stands.
   *
   * @return the reconciled result; empty where no number stands
   */
  public Optional<Reconciled> reconciled() {
    return result instanceof Reconciled reconciled ? Optional.of(reconciled) : Optional.empty();
  }
}
