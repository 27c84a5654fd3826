package org.crosstally.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.crosstally.agreement.DegreesOfEquivalence.Reference;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Uncertainty;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.Role;
import org.crosstally.series.Estimate;

/**
 * The reconciled value of a cell as a reference value, and what is left of it without an origin.
 */
final class ReconciledReference {
  /** The width of a rectangular distribution in its standard deviations. */
  private static final double RECTANGULAR = Math.sqrt(12);

  /** The width of an interval of coverage factor 2 in its standard uncertainties. */
  private static final double EXPANDED = 4;

  private final Reconciled reconciled;
  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, Figure> countedByOrigin = new TreeMap<>();

  private ReconciledReference(CellOutcome outcome, Reconciled reconciled, Catalogue catalogue) {
    this.reconciled = reconciled;
    for (Account account : outcome.accounts()) {
      Figure figure = account.figure();
      accounts.put(figure.id(), account);
      if (account.role() == Role.COUNTED && figure.amount().point().isPresent()) {
        Standing.of(figure, catalogue)
            .origin()
            .ifPresent(origin -> countedByOrigin.merge(origin, figure, Standing::later));
      }
    }
  }

  static Optional<ReconciledReference> of(CellOutcome outcome, Catalogue catalogue) {
    return outcome
        .reconciled()
        .map(reconciled -> new ReconciledReference(outcome, reconciled, catalogue));
  }

  double value() {
    return reconciled.estimate().value();
  }

  Comparison.Builder.Agreement agreement(Standing standing) {
    Amount amount = standing.amount();
    boolean equal = amount.point().isPresent() && amount.point().getAsDouble() == value();
    Optional<Cause> cause =
        Optional.ofNullable(accounts.get(standing.figure().id())).flatMap(Account::cause);
    boolean rounding = cause.isEmpty() || cause.get() == Cause.ROUNDING;
    boolean sameOrigin = standing.origin().filter(reconciled.origins()::contains).isPresent();
    return new Comparison.Builder.Agreement(equal, equal || rounding, sameOrigin);
  }

  /**
   * A deviation from the reference value.
   *
   * @param difference the number less the reference value
   * @param variance the square of its standard uncertainty
   * @param size the absolute value of the reference value
   */
  record Deviation(double difference, double variance, double size) {}

  /** The deviation of a figure that names a number; empty where nothing is left without it. */
  Optional<Deviation> deviation(Standing standing, Reference reference) {
    double number = standing.amount().point().orElseThrow();
    return switch (reference) {
      case CONTRIBUTING ->
          Optional.of(new Deviation(number - value(), contributing(standing), Math.abs(value())));
      case LEAVE_ONE_OUT ->
          others(standing)
              .map(
                  others ->
                      new Deviation(
                          number - others.value(),
                          square(own(standing)) + square(others.uncertainty()),
                          Math.abs(others.value())));
    };
  }

  private double contributing(Standing standing) {
    double own = square(own(standing));
    double others = square(uncertainty(reconciled.estimate()));
    boolean independent =
        standing.origin().filter(o -> !reconciled.origins().contains(o)).isPresent();
    if (independent) {
      return own + others;
    }
    int origins = reconciled.origins().size();
    if (origins > 1) {
      return own + others - 2 * own / origins;
    }
    boolean stated = standing.amount().uncertainty().rule() == Uncertainty.Rule.STATED;
    return stated ? Math.max(0, own - others) : own;
  }

  private static double uncertainty(Estimate estimate) {
    double width = estimate.high() - estimate.low();
    boolean stated = estimate.covers().equals(Set.of(Estimate.Component.STATED));
    return width / (stated ? EXPANDED : RECTANGULAR);
  }

  private record Rest(double value, double uncertainty) {}

  private Optional<Rest> others(Standing standing) {
    if (standing.origin().isEmpty()) {
      return Optional.empty();
    }
    List<Amount> rest =
        countedByOrigin.entrySet().stream()
            .filter(e -> !e.getKey().equals(standing.origin().get()))
            .map(Map.Entry::getValue)
            .filter(figure -> !figure.source().equals(standing.source()))
            .map(Figure::amount)
            .toList();
    return rest.isEmpty() ? Optional.empty() : Optional.of(median(rest));
  }

  private static Rest median(Collection<Amount> amounts) {
    double[] numbers = amounts.stream().mapToDouble(a -> a.point().orElseThrow()).toArray();
    double value = StatUtils.percentile(numbers, 50);
    if (amounts.size() == 1) {
      return new Rest(value, Amounts.uncertainty(amounts.iterator().next()));
    }
    double width =
        amounts.stream().map(Amount::interval).reduce(Interval::hull).orElseThrow().width();
    return new Rest(value, width / RECTANGULAR);
  }

  private static double own(Standing standing) {
    return Amounts.uncertainty(standing.amount());
  }

  private static double square(double value) {
    return value * value;
  }
}
