package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.CellOutcome.Reconciled;
import org.crosstally.reconcile.CellOutcome.Unreconciled;
import org.crosstally.series.Estimate;
import org.crosstally.series.Estimate.Component;

/**
 * Rules that do not look at lineage: they choose figures, and take their one value or a mean of
 * them.
 */
final class SimpleRule implements CellRule {

  /** Chooses the figures that count, at least one, from the latest figure of each source. */
  private interface Choice {
    List<Printing> of(List<Printing> latestOfEach);
  }

  /** Makes one number of those that count. */
  private interface Location {
    double of(double[] values);
  }

  private final String name;
  private final Choice choice;
  private final Location location;

  private SimpleRule(String name, Choice choice, Location location) {
    this.name = name;
    this.choice = choice;
    this.location = location;
  }

  static SimpleRule latest() {
    return new SimpleRule("latest figure", SimpleRule::last, values -> values[0]);
  }

  static SimpleRule preferring(List<String> sources) {
    Choice choice =
        figures -> {
          for (String source : sources) {
            List<Printing> preferred =
                figures.stream().filter(p -> p.figure().source().equals(source)).toList();
            if (!preferred.isEmpty()) {
              return preferred;
            }
          }
          return last(figures);
        };
    return new SimpleRule("latest figure of a preferred source", choice, values -> values[0]);
  }

  static SimpleRule median() {
    return new SimpleRule(
        "median of the sources", figures -> figures, values -> StatUtils.percentile(values, 50));
  }

  static SimpleRule mean() {
    return new SimpleRule("mean of the sources", figures -> figures, StatUtils::mean);
  }

  /** The figures of the last date that state the number which most of them state. */
  private static List<Printing> last(List<Printing> figures) {
    Printing newest = figures.get(figures.size() - 1);
    Map<Double, List<Printing>> byValue = new TreeMap<>();
    for (Printing figure : figures) {
      if (figure.date().equals(newest.date())) {
        byValue.computeIfAbsent(point(figure), value -> new ArrayList<>()).add(figure);
      }
    }
    return byValue.values().stream()
        .reduce((first, second) -> second.size() > first.size() ? second : first)
        .orElseThrow();
  }

  @Override
  public CellOutcome reconcile(Cell cell, List<Figure> figures, Background background) {
    Scope scope = Scope.of(figures.stream().sorted(Comparator.comparing(Figure::id)).toList());
    List<Printing> printings =
        scope.levels().stream()
            .map(figure -> Printing.of(figure, background.lineages().of(figure)))
            .sorted(Printing.ORDER)
            .toList();
    Map<String, Printing> latestOfEach = new LinkedHashMap<>();
    for (Printing printing : printings) {
      if (printing.figure().amount().point().isPresent()) {
        latestOfEach.put(printing.figure().source(), printing);
      }
    }
    if (latestOfEach.isEmpty()) {
      return unreconciled(cell, scope, printings);
    }
    List<Printing> inOrder = latestOfEach.values().stream().sorted(Printing.ORDER).toList();
    return reconciled(cell, scope, printings, latestOfEach, choice.of(inOrder));
  }

  private CellOutcome reconciled(
      Cell cell,
      Scope scope,
      List<Printing> printings,
      Map<String, Printing> latestOfEach,
      List<Printing> counted) {
    double[] values = counted.stream().mapToDouble(SimpleRule::point).toArray();
    double value = location.of(values);
    List<Account> accounts = new ArrayList<>(scope.accounts());
    for (Printing printing : printings) {
      accounts.add(account(printing, value, counted, latestOfEach));
    }
    List<String> origins =
        counted.stream().map(p -> p.lineage().origin()).distinct().sorted().toList();
    boolean observed = counted.stream().anyMatch(p -> p.figure().status() == Status.OBSERVED);
    Reconciled result =
        new Reconciled(
            estimate(value, counted),
            observed ? Status.OBSERVED : Status.PROVISIONAL,
            origins,
            name);
    return new CellOutcome(cell, scope.unit(), result, LineageRule.inOrder(accounts), List.of());
  }

  private CellOutcome unreconciled(Cell cell, Scope scope, List<Printing> printings) {
    List<Account> accounts = new ArrayList<>(scope.accounts());
    printings.forEach(p -> accounts.add(RoundedStanding.boundAlone(p)));
    String why =
        printings.isEmpty() ? "no figure states the level" : "only bounds and ranges are stated";
    return new CellOutcome(
        cell, scope.unit(), new Unreconciled(why), LineageRule.inOrder(accounts), List.of());
  }

  /** The number with the range of what counts and the rounding of each part. */
  private static Estimate estimate(double value, List<Printing> counted) {
    double low = value;
    double high = value;
    Set<Component> covers = new java.util.TreeSet<>();
    for (Printing printing : counted) {
      Amount amount = printing.figure().amount();
      if (point(printing) != value) {
        covers.add(Component.ORIGINS);
      }
      Interval interval = amount.interval();
      if (interval.width() > 0) {
        covers.add(amount instanceof Amount.Measured ? Component.STATED : Component.ROUNDING);
      }
      low = Math.min(low, interval.low());
      high = Math.max(high, interval.high());
    }
    return new Estimate(value, low, high, covers);
  }

  private static Account account(
      Printing printing, double value, List<Printing> counted, Map<String, Printing> latestOfEach) {
    Figure figure = printing.figure();
    List<Figure> evidence = List.of(counted.get(0).figure());
    Amount amount = figure.amount();
    boolean same = amount.point().isPresent() && amount.point().getAsDouble() == value;
    boolean rounding = isRounding(amount, value);
    if (counted.contains(printing)) {
      return counted(figure, same, rounding);
    }
    if (same) {
      return Account.agreeing(figure, Role.SUPPORTING, "the same number", evidence);
    }
    if (rounding || amount.interval().contains(value)) {
      String reason = "a form of the same number";
      return amount.point().isPresent() && rounding
          ? Account.of(
              figure,
              Role.SUPPORTING,
              Candidate.of(Cause.ROUNDING, Transformation.ROUNDED, reason, evidence))
          : Account.agreeing(figure, Role.SUPPORTING, reason, evidence);
    }
    Printing latest = latestOfEach.get(figure.source());
    if (latest != null && latest.isAfter(printing)) {
      return Account.of(
          figure,
          Role.SUPERSEDED,
          Candidate.of(
              Cause.REVISION,
              Transformation.EARLIER_VINTAGE,
              "the same source states another number later",
              List.of(latest.figure())));
    }
    return Account.of(
        figure,
        Role.SET_ASIDE,
        Candidate.of(
            Cause.UNEXPLAINED,
            Transformation.DEVIATION,
            "another number, and the rule does not look for causes",
            evidence));
  }

  private static Account counted(Figure figure, boolean same, boolean rounding) {
    String reason = "chosen by the rule";
    if (same) {
      return Account.agreeing(figure, Role.COUNTED, reason, List.of());
    }
    return Account.of(
        figure,
        Role.COUNTED,
        rounding
            ? Candidate.of(Cause.ROUNDING, Transformation.ROUNDED, reason, List.of())
            : Candidate.of(Cause.UNEXPLAINED, Transformation.DEVIATION, reason, List.of()));
  }

  private static boolean isRounding(Amount amount, double value) {
    Amount possible = amount instanceof Amount.Exact exact ? exact.asRounded() : amount;
    return possible.interval().contains(value);
  }

  private static double point(Printing printing) {
    return printing.figure().amount().point().orElseThrow();
  }
}
