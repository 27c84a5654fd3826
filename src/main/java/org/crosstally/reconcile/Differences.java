package org.crosstally.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.series.Estimate;

/** By how much figures differ from the number that stands. */
final class Differences {
  private Differences() {}

  /** The conflict of a figure; empty where it does not differ. */
  static Optional<Conflict> conflict(
      CellOutcome outcome, Account account, Optional<CellOutcome> ownDefinition) {
    if (ownDefinition.isPresent() && account.role() != Role.OUT_OF_SCOPE) {
      return definition(account, ownDefinition.get());
    }
    return account
        .cause()
        .map(
            cause ->
                new Conflict(
                    account.figure(),
                    account.expected().isPresent() ? account.expected() : standing(outcome),
                    account.expected().isPresent()
                        ? difference(account.figure(), account.expected().getAsDouble())
                        : difference(account.figure(), outcome),
                    new Candidate(
                        cause,
                        account.transformation(),
                        account.reason(),
                        account.evidence(),
                        account.probabilityByChance()),
                    account.runnersUp()));
  }

  private static Optional<Conflict> definition(Account account, CellOutcome ownDefinition) {
    OptionalDouble difference = difference(account.figure(), ownDefinition);
    if (difference.isEmpty() || difference.getAsDouble() == 0) {
      return Optional.empty();
    }
    List<Figure> standing =
        ownDefinition.accounts().stream()
            .filter(a -> a.role() == Role.COUNTED)
            .map(Account::figure)
            .limit(1)
            .toList();
    boolean forecast = account.cause().filter(cause -> cause == Cause.FORECAST).isPresent();
    Candidate finding =
        Candidate.of(
            forecast ? Cause.FORECAST : Cause.DEFINITION,
            forecast ? Transformation.FORECAST : Transformation.OTHER_DEFINITION,
            "stated for '" + account.figure().basis().orElse("") + "'",
            standing);
    return Optional.of(
        new Conflict(
            account.figure(), standing(ownDefinition), difference, finding, account.runnersUp()));
  }

  private static OptionalDouble standing(CellOutcome outcome) {
    Optional<Estimate> estimate = outcome.estimate();
    return estimate.isPresent()
        ? OptionalDouble.of(estimate.get().value())
        : OptionalDouble.empty();
  }

  private static OptionalDouble difference(Figure figure, CellOutcome outcome) {
    boolean comparable =
        outcome.estimate().isPresent()
            && figure.unit().equals(outcome.unit())
            && !(figure.amount() instanceof Amount.Missing);
    if (!comparable) {
      return OptionalDouble.empty();
    }
    return difference(figure, outcome.estimate().orElseThrow().value());
  }

  private static OptionalDouble difference(Figure figure, double number) {
    return OptionalDouble.of(CauseFinder.nearest(figure.amount(), number) - number);
  }
}
