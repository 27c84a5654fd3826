package org.crosstally.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.crosstally.balance.BalanceReason;
import org.crosstally.balance.StockFlowChecks;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.reconcile.Role;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.TrendReport;

/** Series, stocks and forecasts made up for tests, usual and not. */
final class OtherKinds {
  private static final String LONG = "통일부 " + "a name that is as long as 80 characters ".repeat(2);
  private static final double[] USUAL = {
    1142, 1281, 1383, 1894, 1383, 2026, 2553, 2803, 2914, 2402, 2706, 1502, 1514, 1397, 1275
  };

  private OtherKinds() {}

  static void addTo(List<Charts.Case> cases) {
    add(cases, "usual", series("Arrivals", Made.PERSONS, 0.03, USUAL));
    add(cases, "hostile name", series(LONG, new Unit.Base("<명> of a unit"), 0.5, USUAL));
    add(cases, "negative", series("Balance", Made.PERSONS, 0.1, -5, -800, 40, -1250, -3, 7, 8));
    add(cases, "one point", series("Arrivals", Made.PERSONS, 0.1, 2914));
    add(cases, "no point", series("Arrivals", Made.PERSONS, 0.1));
    add(cases, "still", series("Arrivals", Made.PERSONS, 0, 5, 5, 5, 5, 5, 5, 5, 5));
    add(cases, "billions", series("Value", Made.PERSONS, 0.1, scaled(1e6)));
    add(cases, "millionths", series("Value", Made.PERSONS, 0.1, scaled(1e-9)));
    add(
        cases,
        "long",
        series("Value", Made.PERSONS, 0, new Random(7).doubles(75, 5, 15).toArray()));
    add(cases, "gap", series("Value", Made.PERSONS, 0.1, 5, 6, Double.NaN, 7, 9, 8, 7, 5, 4));
    addIndices(cases);
    addStocks(cases);
    addForecasts(cases);
    addDifferences(cases);
  }

  private static double[] scaled(double factor) {
    double[] values = USUAL.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return values;
  }

  private static void add(List<Charts.Case> cases, String name, TimeSeries series) {
    cases.add(new Charts.Case("trend, " + name, ComparisonChart.trend(TrendReport.of(series))));
    Map<String, TimeSeries> two = new LinkedHashMap<>();
    two.put(series.label(), series);
    two.put("Other", series("Other", Made.PERSONS, 0, USUAL));
    Period base = Period.ofYear(2001);
    cases.add(new Charts.Case("index, " + name, ComparisonChart.index(two, base)));
  }

  private static void addIndices(List<Charts.Case> cases) {
    Map<String, TimeSeries> many = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      double[] values = new Random(i).doubles(12, 1, 1000).toArray();
      many.put(i + " " + LONG, series("Value", Made.PERSONS, 0.1, values));
    }
    Period base = Period.ofYear(2003);
    cases.add(new Charts.Case("index, many series", ComparisonChart.index(many, base)));
    cases.add(new Charts.Case("index, no series", ComparisonChart.index(Map.of(), base)));
  }

  private static void addStocks(List<Charts.Case> cases) {
    Map<String, StockFlowChecks> kinds = new LinkedHashMap<>();
    kinds.put("usual", stocks(0.05, 1000, 1090, 1200, 1450, 1460));
    kinds.put("wide", stocks(40, 1000, 1090, 1200, 1450, 1460));
    kinds.put("negative", stocks(0.1, -1000, -20, 30, -450));
    kinds.put("one stretch", stocks(0.1, 7, 9));
    kinds.put("none", new StockFlowChecks(List.of()));
    kinds.put("billions", stocks(0.1, 1e9, 3e9, 4e9));
    kinds.put("millionths", stocks(0.1, 1e-6, 3e-6, 4e-6));
    kinds.put("still", stocks(0, 5, 5, 5));
    kinds.put("many", stocks(0.1, new Random(3).doubles(300, 0, 1000).sorted().toArray()));
    kinds.forEach(
        (name, checks) -> {
          ComparisonChart chart = ComparisonChart.stockAndFlow(checks, "Residents", "persons");
          cases.add(new Charts.Case("stocks, " + name, chart));
        });
    ComparisonChart named = ComparisonChart.stockAndFlow(kinds.get("usual"), LONG, "<명>");
    cases.add(new Charts.Case("stocks, hostile name", named.titled(LONG)));
    StockFlowChecks open =
        new StockFlowChecks(
            List.of(
                check(2001, 5, 6, Outcome.undetermined(BalanceReason.BEYOND_THE_REPORTS)),
                check(2002, 6, 8, Outcome.undetermined(BalanceReason.BEYOND_THE_REPORTS))));
    ComparisonChart chart = ComparisonChart.stockAndFlow(open, "", "");
    cases.add(new Charts.Case("stocks, no flow", chart));
  }

  private static void addForecasts(List<Charts.Case> cases) {
    for (String factor : new String[] {"", "000000", "e-9", "negative"}) {
      Made made = new Made().label(LONG);
      for (int year = 2001; year <= 2020; year += 3) {
        int value = (factor.equals("negative") ? -1 : 1) * (1000 + 37 * (year - 2001));
        String when = Integer.toString(year);
        double number = Double.parseDouble(value + factor.replace("negative", ""));
        made.reconciled(when, number, number, number, "s0");
        String text = new java.math.BigDecimal(Double.toString(number)).toPlainString();
        forecast(made, "s" + year % 7, when, text);
        forecast(made, "s" + year % 5, when, "<" + text);
        forecast(made, "s" + year % 3, when, ">" + text);
      }
      cases.add(new Charts.Case("forecasts, x " + factor, forecasts(made)));
    }
    Made many = new Made();
    for (int i = 0; i < 60; i++) {
      many.source("s" + i, i + " " + LONG);
      forecast(many, "s" + i, "2015", (i % 2 == 0 ? "~" : "<") + (1000 + 10 * i));
      forecast(many, "s" + i, "2016", "~" + (900 + 10 * i));
    }
    cases.add(new Charts.Case("forecasts, many sources", forecasts(many)));
    Made one = new Made();
    forecast(one, "a", "2015", "1200");
    cases.add(new Charts.Case("forecasts, one", forecasts(one)));
  }

  private static ComparisonChart forecasts(Made made) {
    return ComparisonChart.forecasts(made.reconciliation());
  }

  private static void forecast(Made made, String source, String period, String amount) {
    made.says(source, period, amount, Status.FORECAST, Role.SUPPORTING, Optional.empty());
  }

  private static void addDifferences(List<Charts.Case> cases) {
    Map<String, Reconciliation> kinds = new LinkedHashMap<>();
    kinds.put("usual", differing(1, "", 20, 13));
    kinds.put("negative", differing(-1, "", 20, 13));
    kinds.put("billions", differing(1, "000000", 20, 13));
    kinds.put("hostile", Charts.hostile());
    kinds.put("many sources", Charts.manySources());
    kinds.put("two", differing(1, "", 2, 13));
    kinds.put("the same difference", differing(1, "", 9, 1));
    kinds.put("one point", Charts.onePoint());
    kinds.forEach(
        (name, r) -> {
          for (String source : new String[] {"b", "x", "s00", "ministry"}) {
            cases.add(
                new Charts.Case(
                    "differences, " + name + ", " + source,
                    ComparisonChart.differences(r, source)));
          }
        });
    cases.add(
        new Charts.Case(
            "differences of two sources",
            ComparisonChart.differences(kinds.get("usual"), "b", "a")));
  }

  /** Source b is off by the number of the year modulo a number. */
  static Reconciliation differing(int sign, String zeros, int years, int modulus) {
    Made made = new Made().source("a", "Ministry A").source("b", "News B");
    for (int i = 0; i < years; i++) {
      String year = Integer.toString(2001 + i);
      long value = sign * (1000L + 50L * i);
      double number = Double.parseDouble(value + zeros);
      made.reconciled(year, number, number, number, "a");
      made.says("a", year, value + zeros, Role.COUNTED);
      made.says("b", year, value + (7L * i) % modulus - modulus / 3 + zeros, Role.SUPPORTING);
    }
    return made.reconciliation();
  }

  static TimeSeries series(String label, Unit unit, double halfWidth, double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      Period year = Period.ofYear(2001 + i);
      double v = values[i];
      double half = halfWidth * Math.abs(v);
      Status status = i == values.length - 1 ? Status.PROVISIONAL : Status.OBSERVED;
      observations.add(
          Double.isNaN(v)
              ? new Observation.Absent(year, "nobody counted")
              : new Observation.Present(
                  year, new Estimate(v, v - half, v + half, Set.of()), status));
    }
    return new TimeSeries(label, Measure.Kind.FLOW, unit, observations);
  }

  /** Stocks at the ends of years with flows that are 1.1 times their changes. */
  static StockFlowChecks stocks(double halfWidth, double... stocks) {
    List<StockFlowChecks.Check> checks = new ArrayList<>();
    for (int i = 1; i < stocks.length; i++) {
      double flow = 1.1 * (stocks[i] - stocks[i - 1]);
      double half = halfWidth * Math.abs(flow);
      Estimate estimate = new Estimate(flow, flow - half, flow + half, Set.of());
      checks.add(check(2000 + i, stocks[i - 1], stocks[i], Outcome.of(estimate)));
    }
    return new StockFlowChecks(checks);
  }

  static StockFlowChecks.Check check(
      int year, double opening, double closing, Outcome<Estimate> flow) {
    Period period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    return new StockFlowChecks.Check(period, opening, closing, flow);
  }
}
