package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Reconciliations;
import org.crosstally.reconcile.Role;
import org.crosstally.reconcile.Transformation;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;

/** Reconciliations and changes made up for tests. */
final class Made {
  static final Unit PERSONS = new Unit.Base("persons");

  private final Map<Period, List<Account>> accounts = new TreeMap<>();
  private final Map<Period, CellOutcome.Result> results = new TreeMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private String label = "Arrivals";
  private Unit unit = PERSONS;
  private int ids;

  Made source(String id, String name) {
    sources.put(id, new Source(id, name, Source.Kind.UNSTATED));
    return this;
  }

  Made label(String words) {
    label = words;
    return this;
  }

  Made unit(String text) {
    unit = new Unit.Base(text);
    return this;
  }

  Made reconciled(String period, double value, double low, double high, String... origins) {
    Period when = Period.parse(period);
    accounts.computeIfAbsent(when, p -> new ArrayList<>());
    Estimate estimate = new Estimate(value, low, high, Set.of(Estimate.Component.ROUNDING));
    results.put(
        when,
        new CellOutcome.Reconciled(estimate, Status.OBSERVED, Arrays.asList(origins), "made up"));
    return this;
  }

  Made says(String source, String period, String amount, Role role) {
    return says(source, period, amount, Status.OBSERVED, role, Optional.empty());
  }

  Made says(String source, String period, String amount, Role role, Cause cause) {
    return says(source, period, amount, Status.OBSERVED, role, Optional.of(cause));
  }

  Made says(
      String source,
      String period,
      String amount,
      Status status,
      Role role,
      Optional<Cause> cause) {
    Period when = Period.parse(period);
    Figure figure =
        Figure.builder("f" + ids++, source)
            .measure("arrivals")
            .period(when)
            .amount(Amount.parse(amount))
            .unit(unit)
            .status(status)
            .build();
    accounts
        .computeIfAbsent(when, p -> new ArrayList<>())
        .add(
            new Account(
                figure,
                role,
                cause,
                Transformation.NONE,
                "made up",
                List.of(),
                OptionalDouble.empty(),
                List.of(),
                OptionalDouble.empty()));
    return this;
  }

  Reconciliation reconciliation() {
    List<CellOutcome> outcomes = new ArrayList<>();
    accounts.forEach(
        (period, list) ->
            outcomes.add(
                new CellOutcome(
                    new Cell("arrivals", Dimensions.none(), period, ""),
                    unit,
                    results.getOrDefault(period, new CellOutcome.Unreconciled("made up")),
                    list,
                    List.of())));
    Measure measure = new Measure("arrivals", label, Measure.Kind.FLOW, List.of());
    return Reconciliations.of(
        outcomes, Catalogue.of(sources.values(), List.of(), List.of(measure)));
  }

  /** Three sources with every kind of figure, as in a usual comparison. */
  static Reconciliation usual() {
    Made made =
        new Made()
            .source("ministry", "Ministry A")
            .source("news", "News B")
            .source("analyst", "Analyst C");
    int[] counts = {
      1142, 1281, 1383, 1894, 1383, 2026, 2553, 2803, 2914, 2402, 2706, 1502, 1514, 1397, 1275
    };
    for (int i = 0; i < counts.length; i++) {
      String year = Integer.toString(2001 + i);
      made.reconciled(year, counts[i], 0.97 * counts[i], 1.03 * counts[i], "ministry");
      made.says("ministry", year, Integer.toString(counts[i]), Role.COUNTED);
    }
    return made.says("news", "2006", "~2000", Role.SUPPORTING, Cause.ROUNDING)
        .says("news", "2009", "2914", Role.SUPPORTING)
        .says("analyst", "2009", "2927", Role.SET_ASIDE, Cause.REVISION)
        .says("analyst", "2013", "~1500", Role.SUPPORTING, Cause.ROUNDING)
        .says("news", "2014", "~1400", Role.SUPPORTING, Cause.ROUNDING)
        .says(
            "analyst",
            "2015",
            "1277",
            Status.PROVISIONAL,
            Role.SUPERSEDED,
            Optional.of(Cause.REVISION))
        .says(
            "news", "2015", "<1200", Status.FORECAST, Role.SUPPORTING, Optional.of(Cause.FORECAST))
        .reconciliation();
  }

  /** The change on the year before of values in consecutive years; a NaN is a year without one. */
  static YearOverYear changes(int first, double... values) {
    return changesWithin(0, first, values);
  }

  static YearOverYear changesWithin(double halfWidth, int first, double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Period year = Period.ofYear(first + i);
      Status status = i == values.length - 1 ? Status.PROVISIONAL : Status.OBSERVED;
      double v = values[i];
      double half = halfWidth * Math.abs(v);
      observations.add(
          Double.isNaN(v)
              ? new Observation.Absent(year, "nobody counted")
              : new Observation.Present(
                  year, new Estimate(v, v - half, v + half, Set.of()), status));
    }
    return new TimeSeries("Arrivals", Measure.Kind.FLOW, PERSONS, observations).yearOverYear();
  }
}
