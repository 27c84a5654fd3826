package org.crosstally.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;

/**
 * A balance as a reconciliation: each cell has the number of the balance, and each figure the
 * account that lineage gives it in its cell, unless it does not add up with figures of other cells.
 */
final class AccountingReconciliation {
  private static final int NAMED = 6;

  private final Balancer balancer;
  private final List<Period> periods;

  AccountingReconciliation(Balancer balancer, List<Period> periods) {
    this.balancer = balancer;
    this.periods = List.copyOf(periods);
  }

  Reconciliation reconcile(FigureTable table) {
    Reconciliation byLineage = Reconciler.byLineage().reconcile(table);
    Outcome<Balance> outcome = balancer.balance(table);
    if (outcome.whyNot().isPresent()) {
      return unreconciled(byLineage, outcome.whyNot().get());
    }
    Balance balance = outcome.orElseThrow();
    Contradictions contradictions = balance.contradictions();
    Map<String, Report> reports = new HashMap<>();
    contradictions.reports().list().forEach(r -> reports.put(r.figure().id(), r));
    List<CellOutcome> outcomes = new ArrayList<>();
    Set<Cell> cells = new LinkedHashSet<>();
    for (CellOutcome cell : byLineage.outcomes()) {
      cells.add(cell.cell());
      outcomes.add(outcome(cell, balance, reports));
    }
    for (Cell cell : chosen(table, balance)) {
      if (cells.add(cell)) {
        Unit unit = new Unit.Base(contradictions.reports().reader().usualUnit(cell.measure()));
        outcomes.add(
            new CellOutcome(
                cell, unit, result(balance.value(cell), Status.OBSERVED), List.of(), List.of()));
      }
    }
    return Reconciliation.of(outcomes, table.catalogue());
  }

  private static Reconciliation unreconciled(Reconciliation byLineage, Reason reason) {
    List<CellOutcome> outcomes =
        byLineage.outcomes().stream()
            .map(
                o ->
                    new CellOutcome(
                        o.cell(),
                        o.unit(),
                        new CellOutcome.Unreconciled(reason.sentence()),
                        o.accounts(),
                        o.vintages()))
            .toList();
    return Reconciliation.of(outcomes, byLineage.catalogue());
  }

  /** The chosen periods of every flow that figures are about. */
  private List<Cell> chosen(FigureTable table, Balance balance) {
    List<Cell> cells = new ArrayList<>();
    ReportReader reader = balance.contradictions().reports().reader();
    for (Cell cell : table.cells().keySet()) {
      boolean isFlow = reader.flowOf(cell.measure()).filter(cell.measure()::equals).isPresent();
      if (isFlow) {
        periods.forEach(period -> cells.add(cell.at(period)));
      }
    }
    return cells;
  }

  private static CellOutcome outcome(
      CellOutcome cell, Balance balance, Map<String, Report> reports) {
    boolean hasMeaning =
        cell.accounts().stream().anyMatch(a -> reports.containsKey(a.figure().id()));
    if (!hasMeaning) {
      return cell;
    }
    Measure.Kind kind = balance.catalogue().measure(cell.cell().measure()).kind();
    Status status = cell.reconciled().map(CellOutcome.Reconciled::status).orElse(Status.OBSERVED);
    List<Account> accounts =
        cell.accounts().stream().map(a -> account(a, balance, reports)).toList();
    CellOutcome.Result result =
        kind == Measure.Kind.LEVEL || kind == Measure.Kind.RATIO
            ? cell.result()
            : result(balance.value(cell.cell()), status);
    return new CellOutcome(cell.cell(), cell.unit(), result, accounts, cell.vintages());
  }

  private static CellOutcome.Result result(BalancedValue value, Status status) {
    Optional<Estimate> estimate = value.estimate().asOptional();
    if (estimate.isEmpty()) {
      String reason = value.estimate().whyNot().map(Reason::sentence).orElse("no value");
      String need =
          value.wouldIdentify().isEmpty()
              ? ""
              : "; a figure for " + value.wouldIdentify().get(0) + " would tell";
      return new CellOutcome.Unreconciled(reason + need);
    }
    List<String> origins =
        value.restsOn().stream().map(Vintages::originOf).distinct().sorted().toList();
    String ids =
        value.restsOn().stream().limit(NAMED).map(Figure::id).collect(Collectors.joining(", "));
    int more = value.restsOn().size() - NAMED;
    String rule =
        "balance of all reports, by "
            + value.identifiedBy().label()
            + (ids.isEmpty() ? "" : ": " + ids + (more > 0 ? " and " + more + " more" : ""));
    return new CellOutcome.Reconciled(estimate.get(), status, origins, rule);
  }

  private static Account account(Account account, Balance balance, Map<String, Report> reports) {
    Report report = reports.get(account.figure().id());
    boolean isOpen =
        account.cause().isEmpty() || account.cause().filter(Cause.UNEXPLAINED::equals).isPresent();
    if (report == null || !isOpen) {
      return account;
    }
    List<MinimalSet> sets = balance.contradictions().setsOf(report);
    if (sets.isEmpty()) {
      return account;
    }
    ImpossibleSet set = balance.describe(sets.get(0));
    List<Figure> evidence =
        set.figures().stream().filter(f -> !f.id().equals(account.figure().id())).toList();
    return new Account(
        account.figure(),
        account.role(),
        Optional.of(Cause.DOES_NOT_ADD_UP),
        account.transformation(),
        set.sentence(),
        evidence,
        OptionalDouble.empty(),
        account.runnersUp(),
        account.expected());
  }
}
