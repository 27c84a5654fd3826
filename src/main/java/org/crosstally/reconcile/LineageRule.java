package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.CellOutcome.Unreconciled;
import org.crosstally.reconcile.OriginCombination.Part;
import org.crosstally.series.Estimate;

/**
 * Reconciles by lineage: the latest attested vintage of each independent origin counts, and origins
 * that disagree are combined.
 */
final class LineageRule implements CellRule {
  private final SlipTreatment slips;
  private final Optional<ConsensusRule> consensus;

  LineageRule(SlipTreatment slips, Optional<ConsensusRule> consensus) {
    this.slips = slips;
    this.consensus = consensus;
  }

  @Override
  public CellOutcome reconcile(Cell cell, List<Figure> figures, Background background) {
    List<Figure> ordered = figures.stream().sorted(Comparator.comparing(Figure::id)).toList();
    Scope scope = checked(Scope.of(ordered), background.derived());
    List<Printing> printings = printings(scope.levels(), background.lineages());
    List<OriginFinding> findings = findings(cell, printings, background);
    if (findings.isEmpty()) {
      return withoutValue(cell, scope, printings);
    }
    return withValue(cell, scope, printings, findings, background);
  }

  /**
   * What each origin says; where those who are named say nothing but slips, figures without a name
   * speak for themselves.
   */
  private static List<OriginFinding> findings(
      Cell cell, List<Printing> printings, Background background) {
    List<OriginFinding> named = read(cell, OriginCell.attributed(printings), background);
    boolean onlySlips = named.stream().allMatch(OriginFinding::isSlip);
    return onlySlips ? read(cell, printings, background) : named;
  }

  private static List<OriginFinding> read(
      Cell cell, List<Printing> printings, Background background) {
    return OriginCell.of(cell, printings).stream()
        .map(originCell -> new OriginFinding(originCell, background))
        .toList();
  }

  /** Shares, changes and rates are checked against the counts. */
  private static Scope checked(Scope scope, DerivedFinder derived) {
    List<Account> accounts =
        scope.accounts().stream()
            .map(
                account ->
                    account.role() == Role.OUT_OF_SCOPE
                            && !(account.figure().amount() instanceof Amount.Missing)
                        ? derived.account(account.figure(), account.reason())
                        : account)
            .toList();
    return new Scope(scope.unit(), scope.levels(), accounts);
  }

  private static List<Printing> printings(List<Figure> figures, Lineages lineages) {
    return figures.stream()
        .map(figure -> Printing.of(figure, lineages.of(figure)))
        .sorted(Printing.ORDER)
        .toList();
  }

  private CellOutcome withValue(
      Cell cell,
      Scope scope,
      List<Printing> printings,
      List<OriginFinding> findings,
      Background background) {
    List<OriginFinding> deciding = deciding(findings);
    List<Part> sets = consensus.isPresent() ? OriginParts.sets(printings, findings) : List.of();
    Combination combination =
        consensus
            .map(rule -> rule.combine(cell, deciding, sets, scope.levels()))
            .orElseGet(() -> Combination.of(cell, deciding, scope.levels()));
    CauseFinder causes =
        new CauseFinder(cell, deciding, combination.estimate().value(), background);
    List<Account> accounts = new ArrayList<>(scope.accounts());
    for (Printing printing : printings) {
      accounts.add(
          isOf(sets, printing)
              ? RoundedStanding.counted(printing.figure(), combination.estimate().value())
              : withinStated(causes.account(printing), combination.estimate().value()));
    }
    List<Vintage> vintages = findings.stream().flatMap(f -> f.line().vintages().stream()).toList();
    Reconciled result =
        new Reconciled(
            slips == SlipTreatment.KEEP_IN_INTERVAL
                ? combination.widenedBy(slips(accounts))
                : combination.estimate(),
            status(accounts),
            Stream.concat(
                    deciding.stream().map(OriginFinding::origin), sets.stream().map(Part::origin))
                .sorted()
                .toList(),
            combination.rule(),
            combination.origins());
    return new CellOutcome(cell, scope.unit(), result, inOrder(accounts), vintages);
  }

  /**
   * A measurement that allows the number within its stated uncertainty does not conflict with it.
   */
  private static Account withinStated(Account account, double value) {
    Figure figure = account.figure();
    boolean agrees =
        account.role() == Role.COUNTED
            && account.cause().isPresent()
            && figure.amount() instanceof Amount.Measured measured
            && measured.interval().contains(value);
    return agrees
        ? Account.agreeing(
            figure, Role.COUNTED, "agrees within its stated uncertainty", account.evidence())
        : account;
  }

  private static boolean isOf(List<Part> parts, Printing printing) {
    return parts.stream().anyMatch(part -> part.figures().contains(printing.figure()));
  }

  private static List<Figure> slips(List<Account> accounts) {
    return accounts.stream()
        .filter(a -> a.cause().filter(Cause::isSlip).isPresent())
        .map(Account::figure)
        .toList();
  }

  /**
   * An origin of which only one chain knows does not stand against one that is attested, nor one
   * that is only known by a slip against any other.
   */
  private static List<OriginFinding> deciding(List<OriginFinding> findings) {
    List<OriginFinding> attested = findings.stream().filter(OriginFinding::isAttested).toList();
    List<OriginFinding> clean = findings.stream().filter(f -> !f.isSlip()).toList();
    return !attested.isEmpty() ? attested : clean.isEmpty() ? findings : clean;
  }

  /** A number is provisional as long as nobody states it without calling it so. */
  private static Status status(List<Account> accounts) {
    boolean observed =
        accounts.stream()
            .filter(
                a ->
                    a.role() == Role.COUNTED
                        || (a.role() == Role.SUPPORTING
                            && a.cause().isEmpty()
                            && a.figure().amount().point().isPresent()))
            .anyMatch(a -> a.figure().status() == Status.OBSERVED);
    return observed ? Status.OBSERVED : Status.PROVISIONAL;
  }

  static List<Account> inOrder(List<Account> accounts) {
    return accounts.stream().sorted(Comparator.comparing(a -> a.figure().id())).toList();
  }

  /**
   * No figure names an exact value: an estimator may make a number of what the origins allow, or
   * one rounded figure may stand for it, with its interval.
   */
  private CellOutcome withoutValue(Cell cell, Scope scope, List<Printing> printings) {
    List<Part> sets = consensus.isPresent() ? OriginParts.sets(printings, List.of()) : List.of();
    if (sets.size() < 2) {
      return withoutCombination(cell, scope, printings, "");
    }
    Outcome<Combination> found = consensus.orElseThrow().combine(sets);
    return found
        .asOptional()
        .map(combination -> ofSets(cell, scope, printings, sets, combination))
        .orElseGet(() -> undetermined(cell, scope, printings, sets, found));
  }

  /**
   * The estimator finds no number: one rounded figure may stand where all origins allow some number
   * together, but none of origins that contradict each other is better than the others.
   */
  private CellOutcome undetermined(
      Cell cell,
      Scope scope,
      List<Printing> printings,
      List<Part> sets,
      Outcome<Combination> found) {
    String why = found.whyNot().orElseThrow().sentence();
    double low = sets.stream().mapToDouble(s -> s.report().low()).max().orElseThrow();
    double high = sets.stream().mapToDouble(s -> s.report().high()).min().orElseThrow();
    return low > high
        ? unreconciled(cell, scope, printings, "the origins contradict each other; " + why)
        : withoutCombination(cell, scope, printings, "; " + why);
  }

  private static CellOutcome unreconciled(
      Cell cell, Scope scope, List<Printing> printings, String why) {
    List<Account> accounts = new ArrayList<>(scope.accounts());
    printings.forEach(p -> accounts.add(RoundedStanding.boundAlone(p)));
    return new CellOutcome(cell, scope.unit(), new Unreconciled(why), inOrder(accounts), List.of());
  }

  private static CellOutcome ofSets(
      Cell cell, Scope scope, List<Printing> printings, List<Part> sets, Combination combination) {
    List<Printing> counted = printings.stream().filter(p -> isOf(sets, p)).toList();
    List<Account> accounts = new ArrayList<>(scope.accounts());
    double value = combination.estimate().value();
    printings.forEach(p -> accounts.add(RoundedStanding.beside(p, counted, value)));
    Reconciled result =
        new Reconciled(
            combination.estimate(),
            counted.stream().anyMatch(p -> p.figure().status() == Status.OBSERVED)
                ? Status.OBSERVED
                : Status.PROVISIONAL,
            sets.stream().map(Part::origin).toList(),
            combination.rule(),
            combination.origins());
    return new CellOutcome(cell, scope.unit(), result, inOrder(accounts), List.of());
  }

  private static CellOutcome withoutCombination(
      Cell cell, Scope scope, List<Printing> printings, String addition) {
    Optional<Printing> rounded =
        printings.stream()
            .filter(p -> p.figure().amount().point().isPresent())
            .max(Comparator.comparing((Printing p) -> p.isOwn()).thenComparing(Printing.ORDER));
    if (rounded.isEmpty()) {
      String why =
          printings.isEmpty() ? "no figure states the level" : "only bounds and ranges are stated";
      return unreconciled(cell, scope, printings, why + addition);
    }
    List<Account> accounts = new ArrayList<>(scope.accounts());
    Printing standing = rounded.get();
    double value = standing.figure().amount().point().getAsDouble();
    Estimate estimate = Combination.rounded(standing.figure());
    printings.forEach(p -> accounts.add(RoundedStanding.against(p, standing, value)));
    Reconciled result =
        new Reconciled(
            estimate,
            standing.figure().status(),
            List.of(standing.lineage().origin()),
            "latest rounded figure; no exact one is stated" + addition);
    return new CellOutcome(cell, scope.unit(), result, inOrder(accounts), List.of());
  }
}
