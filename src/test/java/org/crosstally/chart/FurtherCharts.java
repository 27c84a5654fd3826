package org.crosstally.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.crosstally.balance.AccountingRules;
import org.crosstally.balance.Balance;
import org.crosstally.balance.Balancer;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.figure.Unit;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.TimeSeries;

/** Maps, slopes, balanced parts and panels of all kinds of data. */
final class FurtherCharts {
  static final String LONG =
      "한국 & a source whose name has eighty characters, which is more than"
          .concat(" any page has room for");

  private FurtherCharts() {}

  /** The charts that need nothing but a reconciliation. */
  static Stream<Charts.Case> of(String name, Reconciliation reconciliation) {
    List<Period> periods =
        reconciliation.outcomes().stream().map(CellOutcome::cell).map(c -> c.period()).toList();
    Period first = periods.isEmpty() ? Period.ofYear(2009) : periods.get(0);
    Period last = periods.isEmpty() ? Period.ofYear(2010) : periods.get(periods.size() - 1);
    List<String> sources =
        reconciliation.outcomes().stream()
            .flatMap(o -> o.accounts().stream())
            .map(a -> a.figure().source())
            .distinct()
            .sorted()
            .toList();
    String one = sources.isEmpty() ? "a" : sources.get(0);
    String other = sources.isEmpty() ? "b" : sources.get(sources.size() - 1);
    ComparisonChart lines = ComparisonChart.linesBySource(reconciliation);
    ComparisonChart coverage = ComparisonChart.coverage(reconciliation);
    ComparisonChart slope = ComparisonChart.slope(reconciliation, first, last);
    ComparisonChart changes =
        ComparisonChart.yearOverYear(Made.changes(2001, 1142, 1281, 1383, 1894));
    return Stream.of(
        new Charts.Case("coverage, " + name, coverage),
        new Charts.Case("slope of periods, " + name, slope),
        new Charts.Case(
            "slope of sources, " + name, ComparisonChart.slope(reconciliation, one, other)),
        new Charts.Case("slope with a title, " + name, slope.titled("What the sources say")),
        new Charts.Case("fresh values, " + name, ComparisonChart.freshValues(reconciliation)),
        new Charts.Case(
            "panels, " + name,
            ComparisonChart.panels(
                    lines, ComparisonChart.sourceBySource(reconciliation), coverage.titled(LONG))
                .titled("Three panels")),
        new Charts.Case(
            "panels beside, " + name,
            ComparisonChart.panels(Arrangement.BESIDE, lines, changes, slope)),
        new Charts.Case(
            "panels stacked, " + name,
            ComparisonChart.panels(Arrangement.STACKED, lines, changes)));
  }

  static Stream<Charts.Case> all() {
    List<Charts.Case> cases = new ArrayList<>();
    revised(cases, "usual", usualVintages());
    revised(cases, "none", Reconciler.byLineage().reconcile(FigureTable.of(List.of())));
    revised(cases, "one release", vintages("office", 2, "2009:2914"));
    revised(cases, "one revision", vintages("office", 2, "2009:2952 2914"));
    revised(cases, "undated", undated());
    revised(cases, "from zero", vintages("office", 2, "2009:0 3", "2010:5 6"));
    revised(cases, "to zero", vintages("office", 2, "2009:3 0", "2010:5 6"));
    revised(cases, "negative", vintages(LONG, 2, "2009:-2952 -2914", "2010:-12 13"));
    revised(cases, "billions", vintages(LONG, 5, "2009:8000000000 7900000000 8100000000"));
    revised(cases, "millionths", vintages("x", 3, "2009:0.000002 0.0000019", "2010:0.000001"));
    revised(cases, "far", vintages("x", 2, "2009:1 1000000 2", "2010:5 6"));
    revised(cases, "many", manyVintages());
    parts(cases, "usual", parts("", 6, "2001:100,70,30", "2002:120,80,40", "2003:125,90,36"));
    parts(cases, "one point", parts("", 1, "2001:100,70,30"));
    parts(cases, "gap", parts("", 1, "2001:100,70,30", "2004:90,60,30", "2005:90,62,28"));
    parts(cases, "negative", parts("", 1, "2001:-100,-70,-30", "2002:-120,50,-170"));
    parts(cases, "billions", parts("", 1, "2001:9000000000,7000000000,2000000000"));
    parts(cases, "millionths", parts("", 1, "2001:0.000009,0.000007,0.000002"));
    parts(cases, "many", manyParts());
    Balance other = parts("", 1, "2001:100,70,30");
    cases.add(
        new Charts.Case(
            "parts, none",
            ComparisonChart.balancedParts(other, "residents", Dimensions.none(), "part")));
    cases.add(new Charts.Case("no panels", ComparisonChart.panels()));
    ComparisonChart[] many = new ComparisonChart[30];
    Arrays.fill(many, ComparisonChart.linesBySource(Made.usual()));
    cases.add(new Charts.Case("many panels", ComparisonChart.panels(many)));
    return cases.stream();
  }

  private static void revised(List<Charts.Case> cases, String name, Reconciliation it) {
    ComparisonChart map = ComparisonChart.revisionHeatMap(it);
    ComparisonChart fan = ComparisonChart.vintages(it);
    cases.add(new Charts.Case("heat map, " + name, map));
    cases.add(new Charts.Case("heat map with a title, " + name, map.titled("Revisions")));
    cases.add(new Charts.Case("vintages, " + name, fan));
    cases.add(new Charts.Case("bands, " + name, ComparisonChart.freshValues(it)));
    cases.add(
        new Charts.Case("panels of vintages, " + name, ComparisonChart.panels(map, fan, fan)));
  }

  private static void parts(List<Charts.Case> cases, String name, Balance balance) {
    ComparisonChart chart =
        ComparisonChart.balancedParts(balance, "visitors", Dimensions.none(), "part");
    cases.add(new Charts.Case("parts, " + name, chart));
    cases.add(new Charts.Case("parts in panels, " + name, ComparisonChart.panels(chart, chart)));
  }

  /** Own figures of an office, {@code year:first second …}, each a year after the one before. */
  static Reconciliation vintages(String name, int every, String... lines) {
    List<Figure> figures = new ArrayList<>();
    for (String line : lines) {
      int year = Integer.parseInt(line.substring(0, line.indexOf(':')));
      String[] values = line.substring(line.indexOf(':') + 1).split(" ", -1);
      for (int i = 0; i < values.length; i++) {
        String published = year + 1 + i * every + "-03-0" + (1 + i % 9);
        figures.add(own(figures.size(), "office", published, year, values[i]));
      }
    }
    return reconciled(name, figures);
  }

  static Reconciliation usualVintages() {
    return vintages(
        "Office of Statistics",
        1,
        "2004:1890 1894 1898",
        "2005:1383 1382 1384",
        "2006:2018 2028 2028",
        "2007:2544 2554 2554",
        "2008:2809 2805 2803",
        "2009:2952 2927 2914",
        "2010:2423 2379 2402",
        "2011:2737 2706 2706",
        "2012:1508 1502",
        "2013:1516 1514",
        "2014:1396");
  }

  private static Reconciliation manyVintages() {
    Random random = new Random(11);
    List<Figure> figures = new ArrayList<>();
    for (int year = 1940; year < 2020; year++) {
      long value = 1000L + random.nextInt(1000);
      for (int i = 0; i < 5; i++) {
        String published = String.format(Locale.ROOT, "%d-%02d", year + 1 + i, 1 + i);
        figures.add(own(figures.size(), "office", published, year, Long.toString(value)));
        value += random.nextInt(5) == 0 ? 0 : random.nextInt(40) - 20;
      }
    }
    return reconciled(LONG, figures);
  }

  private static Reconciliation undated() {
    return reconciled("office", List.of(own(0, "office", "", 2009, "2914")));
  }

  private static Reconciliation reconciled(String name, List<Figure> figures) {
    Catalogue catalogue =
        Catalogue.of(
            List.of(new Source("office", name, Source.Kind.OFFICIAL)), List.of(), List.of());
    return Reconciler.byLineage().reconcile(FigureTable.of(figures, catalogue));
  }

  private static Figure own(int id, String source, String published, int year, String value) {
    Figure.Builder builder =
        Figure.builder("f" + id, source)
            .measure("visitors")
            .period(Period.ofYear(year))
            .amount(Amount.parse(value))
            .unit(Unit.parse("persons"));
    return published.isEmpty()
        ? builder.build()
        : builder.published(Period.parse(published)).build();
  }

  /** Figures of a total and its parts, {@code year:total,first,second …}. */
  static Balance parts(String prefix, double doubt, String... years) {
    List<Figure> figures = new ArrayList<>();
    int count = 2;
    for (String line : years) {
      String[] values = line.substring(line.indexOf(':') + 1).split(",", -1);
      count = values.length - 1;
      for (int i = 0; i < values.length; i++) {
        BigDecimal uncertain =
            new BigDecimal(values[i]).abs().multiply(BigDecimal.valueOf(doubt / 100));
        String part = i == 0 ? "" : part(prefix, i);
        figures.add(
            Figure.builder("f" + figures.size(), "source " + i)
                .measure("visitors")
                .dimensions(Dimensions.none().with("part", part))
                .period(Period.parse(line.substring(0, line.indexOf(':'))))
                .amount(
                    Amount.parse(
                        values[i]
                            + "±"
                            + (uncertain.signum() == 0 ? "1" : uncertain.toPlainString())))
                .unit(Unit.parse("persons"))
                .build());
      }
    }
    String[] names = new String[count];
    Arrays.setAll(names, i -> part(prefix, i + 1));
    Catalogue catalogue =
        Catalogue.of(
            List.of(),
            List.of(),
            List.of(new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons"))));
    return Balancer.under(AccountingRules.none().parts("part", names))
        .balance(FigureTable.of(figures, catalogue))
        .orElseThrow();
  }

  private static String part(String prefix, int number) {
    return prefix + String.format(Locale.ROOT, "part %02d", number);
  }

  private static Balance manyParts() {
    StringBuilder values = new StringBuilder("2001:600");
    values.append(",20".repeat(30));
    return parts(LONG, 1, values.toString(), values.toString().replace("2001", "2002"));
  }

  static TimeSeries series(String label, double... values) {
    List<org.crosstally.series.Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      observations.add(
          new org.crosstally.series.Observation.Present(
              Period.ofYear(2001 + i),
              org.crosstally.series.Estimate.exact(values[i]),
              org.crosstally.figure.Status.OBSERVED));
    }
    return new TimeSeries(label, Measure.Kind.FLOW, Made.PERSONS, observations);
  }
}
