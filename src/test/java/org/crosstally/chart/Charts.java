package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Reconciliations;
import org.crosstally.reconcile.Role;
import org.crosstally.series.YearOverYear;

/** Charts of all kinds of data, usual and not, on pages of several sizes. */
final class Charts {
  static final List<Page> PAGES =
      List.of(
          Page.NATURE_SINGLE,
          Page.NATURE_DOUBLE,
          Page.SPRINGER_SINGLE.withDpi(150),
          Page.of(40, 40),
          Page.of(300, 200).withFont(16));

  /** A chart with its name. */
  record Case(String name, ComparisonChart chart) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Charts() {}

  static Stream<Case> all() {
    List<Case> cases = new ArrayList<>();
    add(cases, "usual", Made.usual());
    add(cases, "empty", Reconciliations.of(List.of(), Catalogue.empty()));
    add(cases, "one point", onePoint());
    add(cases, "no number stands", unreconciled());
    add(cases, "negative", scaled(-1, "-1250", "-900", "-13", "40"));
    add(cases, "zero", scaled(1, "0", "0", "0", "0"));
    add(cases, "billions", scaled(1, "1250000000", "7900000000", "8100000000", "6000000000"));
    add(cases, "millionths", scaled(1, "0.00000125", "0.0000019", "0.0000013", "0.000002"));
    add(cases, "nearly equal", scaled(1, "1000000001", "1000000002", "1000000001", "1000000003"));
    add(cases, "many sources", manySources());
    add(cases, "hostile", hostile());
    IntStream.range(0, 12).forEach(seed -> add(cases, "random " + seed, random(seed)));
    add(cases, "usual", Made.changes(2001, 1142, 1281, 1383, 1894, 1383, 2026, 2553, 1502, 1275));
    add(cases, "wide", Made.changesWithin(0.3, 2001, 1142, 1281, 1383, 1894, 1383, 2026));
    add(cases, "vast", Made.changesWithin(0.9, 2001, 1, 1e6, 2, 3e9, 4, 1e-3));
    add(cases, "gap", Made.changes(2001, 1142, 1281, Double.NaN, 1894, 1383));
    add(cases, "none", Made.changes(2001, 1142));
    add(cases, "small", Made.changes(2001, 100000, 100001, 100000, 100003));
    add(cases, "still", Made.changes(2001, 5, 5, 5));
    add(cases, "long", Made.changes(1950, new Random(7).doubles(75, 50, 150).toArray()));
    FurtherCharts.all().forEach(cases::add);
    return cases.stream();
  }

  private static void add(List<Case> cases, String name, Reconciliation reconciliation) {
    cases.add(new Case("lines, " + name, ComparisonChart.linesBySource(reconciliation)));
    cases.add(new Case("rows, " + name, ComparisonChart.sourceBySource(reconciliation)));
    cases.add(
        new Case(
            "lines with a title, " + name,
            ComparisonChart.linesBySource(reconciliation).titled("What the sources say")));
    FurtherCharts.of(name, reconciliation).forEach(cases::add);
  }

  private static void add(List<Case> cases, String name, YearOverYear changes) {
    cases.add(new Case("bars, " + name, ComparisonChart.yearOverYear(changes)));
  }

  static Reconciliation onePoint() {
    return new Made()
        .reconciled("2009", 2914, 2900, 2930, "ministry")
        .says("ministry", "2009", "2914", Role.COUNTED)
        .reconciliation();
  }

  private static Reconciliation unreconciled() {
    return new Made()
        .says("a", "2009", "2914", Role.SET_ASIDE, Cause.UNEXPLAINED)
        .says("b", "2009", "1914", Role.SET_ASIDE, Cause.UNEXPLAINED)
        .says("b", "2010", "n/a", Role.OUT_OF_SCOPE)
        .reconciliation();
  }

  private static Reconciliation scaled(int sign, String... values) {
    Made made = new Made().unit("units");
    for (int i = 0; i < values.length; i++) {
      double v = Double.parseDouble(values[i]);
      double doubt = 0.1 * Math.abs(v) * sign * sign;
      String year = Integer.toString(2001 + i);
      made.reconciled(year, v, v - doubt, v + doubt, "a").says("a", year, values[i], Role.COUNTED);
      made.says("b", year, values[(i + 1) % values.length], Role.SET_ASIDE, Cause.UNEXPLAINED);
    }
    return made.reconciliation();
  }

  static Reconciliation manySources() {
    Made made = new Made().label("A quantity with a long name that is longer than most axes are");
    made.reconciled("2009", 2914, 2900, 2930, "s00").reconciled("2010", 2402, 2402, 2402, "s00");
    for (int i = 0; i < 60; i++) {
      String id = String.format(Locale.ROOT, "s%02d", i);
      made.source(id, "Source " + id + " " + "with a very long name ".repeat(4).substring(0, 70));
      String value = Integer.toString(2914 + (i % 7 == 0 ? 0 : i));
      made.says(id, "2009", value, i == 0 ? Role.COUNTED : Role.SUPPORTING);
      made.says(id, "2010", i % 2 == 0 ? "2402" : "~2400", Role.SET_ASIDE, Cause.STALE);
    }
    return made.reconciliation();
  }

  static final String HOSTILE = "<b>\"A\" & 'B'</b> ]]>\u0000\u0007\uFFFE\uD800\u202E\n\t<script>";

  static Reconciliation hostile() {
    return new Made()
        .label("Count <&> \"all\" \u0001")
        .unit("<persons>")
        .source("x", HOSTILE)
        .source("k", "통일부")
        .source("blank", " \u0000 ")
        .reconciled("2009", 2914, 2900, 2930, "x")
        .says("x", "2009", "2914", Role.COUNTED)
        .says("k", "2009", "2915", Role.SUPPORTING)
        .says("blank", "2009", "2916", Role.SUPPORTING)
        .says("$\\frac{1}{2}$", "2009", "2917", Role.SUPPORTING)
        .reconciliation();
  }

  static Reconciliation random(int seed) {
    Random random = new Random(seed);
    Made made = new Made();
    int sources = 1 + random.nextInt(20);
    double level = Math.pow(10, random.nextInt(7));
    for (int year = 2000; year < 2000 + 1 + random.nextInt(40); year++) {
      double value = Math.rint(level * (1 + random.nextDouble()));
      String period = Integer.toString(year);
      if (random.nextInt(6) > 0) {
        double half = random.nextInt(3) * 0.02 * value;
        made.reconciled(period, value, value - half, value + half, "s0");
      }
      for (int i = random.nextInt(12); i > 0; i--) {
        made.says(
            "s" + random.nextInt(sources),
            period,
            amount(random, value),
            any(random, Status.values()),
            any(random, Role.values()),
            random.nextBoolean() ? Optional.of(any(random, Cause.values())) : Optional.empty());
      }
    }
    return made.reconciliation();
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static String amount(Random random, double value) {
    double spread = random.nextInt(10) == 0 ? 10 : 0.02;
    long said = Math.round(value * (1 + spread * random.nextGaussian()));
    long positive = Math.max(1, Math.abs(said));
    return switch (random.nextInt(8)) {
      case 0 -> "~" + positive;
      case 1 -> "<" + said;
      case 2 -> ">=" + said;
      case 3 -> said + ".." + (said + positive);
      case 4 -> said + "±" + positive / 10;
      case 5 -> "nearly " + positive;
      default -> Long.toString(said);
    };
  }
}
