package org.crosstally.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Role;
import org.crosstally.reconcile.Transformation;

/**
 * How each figure stands among those of its own cell, by lineage: whether it is the latest vintage,
 * an earlier one, or a slip. What it says together with the figures of other cells is the matter of
 * the balance.
 */
final class Standings {
  private final Map<String, Account> accounts = new HashMap<>();

  private Standings() {}

  static Standings of(FigureTable table, AccountingRules rules) {
    List<Figure> joined = new ArrayList<>();
    for (Figure figure : table.figures()) {
      joined.add(rejoined(figure, rules));
    }
    Standings standings = new Standings();
    Reconciler.byLineage()
        .reconcile(FigureTable.of(joined, table.catalogue()))
        .accounts()
        .forEach(account -> standings.accounts.put(account.figure().id(), account));
    return standings;
  }

  /** The figure under the definition under which it is accounted for. */
  private static Figure rejoined(Figure figure, AccountingRules rules) {
    String basis = figure.basis().orElse("");
    if (rules.basis(basis).equals(basis)) {
      return figure;
    }
    Figure.Builder copy =
        Figure.builder(figure.id(), figure.source())
            .origin(figure.origin().orElse(""))
            .via(figure.via().orElse(""))
            .document(figure.document().orElse(""))
            .measure(figure.measure())
            .dimensions(Dimensions.of(figure.dimensions().values()))
            .period(figure.period())
            .basis(rules.basis(basis))
            .amount(figure.amount())
            .printed(figure.printed())
            .unit(figure.unit())
            .status(figure.status())
            .locator(figure.locator().orElse(""))
            .note(figure.note().orElse(""));
    figure.published().ifPresent(copy::published);
    return copy.build();
  }

  Use use(Figure figure) {
    if (figure.amount() instanceof Amount.Missing) {
      return Use.WITHOUT_MEANING;
    }
    if (figure.status() == Status.FORECAST) {
      return Use.FORECAST;
    }
    Account account = account(figure);
    Optional<Cause> cause = account.cause();
    if (account.role() == Role.SUPERSEDED) {
      return Use.REVISED;
    }
    if (cause.isEmpty() || account.role() == Role.COUNTED) {
      return Use.USED;
    }
    return switch (cause.get()) {
      case REVISION, STALE, UNATTESTED -> Use.REVISED;
      case PERIOD_SLIP, WRONG_PART, WRONG_SPAN, MISPRINT -> Use.SET_ASIDE;
      default -> Use.USED;
    };
  }

  /** The account of a figure in its cell. */
  Account account(Figure figure) {
    Account account = accounts.get(figure.id());
    if (account == null) {
      throw new IllegalArgumentException("not a figure of the table: " + figure);
    }
    return account;
  }

  /** Whether the numbers of the cell show that an exact number is a rounded one. */
  boolean isRounded(Figure figure) {
    return account(figure).cause().filter(Cause.ROUNDING::equals).isPresent();
  }

  boolean isCut(Figure figure) {
    return isRounded(figure) && account(figure).transformation() == Transformation.CUT;
  }
}
