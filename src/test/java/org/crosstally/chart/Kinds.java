package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;

/** Every kind of chart, each of usual, hostile, single and missing data. */
final class Kinds {

  /** What charts are made of. */
  record World(String name, Reconciliation reconciliation, YearOverYear changes) {}

  private record Kind(String name, Function<World, ComparisonChart> of) {}

  /** A further kind is a further line. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("lines", w -> ComparisonChart.linesBySource(w.reconciliation())),
          new Kind("rows", w -> ComparisonChart.sourceBySource(w.reconciliation())),
          new Kind("bars", w -> ComparisonChart.yearOverYear(w.changes())),
          new Kind("forest", w -> ComparisonChart.forest(w.reconciliation())),
          new Kind("index", Kinds::index),
          new Kind("trend", w -> ComparisonChart.trend(TrendReport.of(w.changes().series()))),
          new Kind("differences", w -> ComparisonChart.differences(w.reconciliation(), "b")),
          new Kind("equivalence", w -> ComparisonChart.equivalence(w.reconciliation())),
          new Kind("forecasts", w -> ComparisonChart.forecasts(w.reconciliation())),
          new Kind("heat map", w -> ComparisonChart.revisionHeatMap(w.reconciliation())),
          new Kind("vintages", w -> ComparisonChart.vintages(w.reconciliation())),
          new Kind("fresh values", w -> ComparisonChart.freshValues(w.reconciliation())),
          new Kind("coverage", w -> ComparisonChart.coverage(w.reconciliation())),
          new Kind("slope", Kinds::slope),
          new Kind("panels", Kinds::panels));

  static final List<Page> PRESETS =
      List.of(
          Page.NATURE_SINGLE,
          Page.NATURE_DOUBLE,
          Page.PLOS_TEXT,
          Page.PLOS_FULL,
          Page.plos(66.8, 60),
          Page.ELSEVIER_SINGLE,
          Page.ELSEVIER_ONE_AND_A_HALF,
          Page.ELSEVIER_DOUBLE,
          Page.SPRINGER_SINGLE,
          Page.SPRINGER_DOUBLE,
          Page.IEEE_SINGLE,
          Page.IEEE_DOUBLE,
          Page.THESIS,
          Page.SLIDE,
          Page.of(120, 77.7));

  private static final List<World> WORLDS =
      List.of(
          new World(
              "usual", Made.usual(), Made.changesWithin(0.03, 2001, 1142, 1281, 1383, 1894, 1383)),
          new World(
              "hostile", hostile(), Made.changesWithin(0.4, 2001, 1e9, 1e-6, -5, 0, 3, 1e9, 7)),
          new World("one point", Charts.onePoint(), Made.changes(2001, 5, 6)),
          new World("no point", new Made().reconciliation(), Made.changes(2001, 5)));

  private Kinds() {}

  private static ComparisonChart index(World world) {
    TimeSeries series = world.changes().series();
    return ComparisonChart.index(Map.of("통일부 <&>", series), Period.ofYear(2001));
  }

  private static ComparisonChart slope(World world) {
    return ComparisonChart.slope(world.reconciliation(), Period.ofYear(2001), Period.ofYear(2004));
  }

  private static ComparisonChart panels(World world) {
    return ComparisonChart.panels(
        ComparisonChart.linesBySource(world.reconciliation()),
        ComparisonChart.yearOverYear(world.changes()));
  }

  static Stream<Charts.Case> all() {
    List<Charts.Case> cases = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (World world : WORLDS) {
        cases.add(new Charts.Case(kind.name() + ", " + world.name(), kind.of().apply(world)));
      }
    }
    return cases.stream();
  }

  /** Sixty sources with names of eighty characters, and numbers of every size and sign. */
  private static Reconciliation hostile() {
    Made made = new Made().label("Zahl der 사람 (<&>), \"roh\"").unit("Personen/Jahr & mehr");
    String[] values = {"1000000000", "0.000001", "-250", "~3000", "<1200", "7..9", "12±3", "n/a"};
    made.reconciled("2001", 1e9, 0.9e9, 1.1e9, "s00");
    made.reconciled("2002", 1e-6, 1e-7, 2e-6, "s01");
    made.reconciled("2004", -250, -300, -200, "s00");
    for (int i = 0; i < 60; i++) {
      String id = String.format(Locale.ROOT, "s%02d", i);
      String name = (i % 3 == 0 ? "통일부 " : "=SUM(A1) ") + "Institut für Zählung ".repeat(5);
      made.source(id, name.substring(0, 80));
      String value = values[i % values.length];
      Role role = i % 4 == 0 ? Role.SET_ASIDE : i == 1 ? Role.COUNTED : Role.SUPPORTING;
      String year = Integer.toString(2001 + i % 5);
      Status status = List.of(Status.values()).get(i % Status.values().length);
      made.says(id, year, value, status, role, java.util.Optional.of(Cause.UNEXPLAINED));
    }
    return made.reconciliation();
  }
}
