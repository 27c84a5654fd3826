package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/**
 * Which figures of a cell say something about its level, in one unit; the others are accounted for
 * at once.
 *
 * @param unit the unit of the level: the base unit that most figures use
 * @param levels the figures that state the level in that unit, and are no forecasts
 * @param accounts the accounts of all other figures
 */
record Scope(Unit unit, List<Figure> levels, List<Account> accounts) {

  static Scope of(List<Figure> figures) {
    Unit unit = unit(figures);
    List<Figure> levels = new ArrayList<>();
    List<Account> accounts = new ArrayList<>();
    for (Figure figure : figures) {
      Optional<Account> account = outside(figure, unit);
      if (account.isPresent()) {
        accounts.add(account.get());
      } else {
        levels.add(figure);
      }
    }
    return new Scope(unit, levels, accounts);
  }

  static List<Figure> levels(List<Figure> figures) {
    return of(figures).levels();
  }

  /** The base unit of most figures; of several, the first by name. */
  private static Unit unit(List<Figure> figures) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Figure figure : figures) {
      if (figure.unit() instanceof Unit.Base base && !(figure.amount() instanceof Amount.Missing)) {
        counts.merge(base.name(), 1, Integer::sum);
      }
    }
    String most = "";
    int best = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > best) {
        best = entry.getValue();
        most = entry.getKey();
      }
    }
    return new Unit.Base(most);
  }

  private static Optional<Account> outside(Figure figure, Unit unit) {
    if (figure.amount() instanceof Amount.Missing missing) {
      String mark = missing.cause().mark();
      String reason = "no number is given" + (mark.isEmpty() ? "" : " ('" + mark + "')");
      return Optional.of(Account.agreeing(figure, Role.OUT_OF_SCOPE, reason, List.of()));
    }
    if (figure.status() == Status.FORECAST) {
      String said = figure.published().map(date -> "published " + date + ", ").orElse("");
      return Optional.of(
          Account.of(
              figure,
              Role.SET_ASIDE,
              Candidate.of(
                  Cause.FORECAST,
                  Transformation.FORECAST,
                  said + "before the count was known; a forecast is no observation",
                  List.of())));
    }
    if (!figure.unit().equals(unit)) {
      String reason =
          figure.unit() instanceof Unit.Base
              ? "stated in " + figure.unit().format() + ", not in " + unit.format()
              : "stated as " + figure.unit().format() + ", which says nothing of the level alone";
      return Optional.of(Account.agreeing(figure, Role.OUT_OF_SCOPE, reason, List.of()));
    }
    return Optional.empty();
  }
}
