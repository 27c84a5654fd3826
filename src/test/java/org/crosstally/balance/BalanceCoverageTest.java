package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;
import org.crosstally.series.Estimate;
import org.junit.jupiter.api.Test;

/** Intervals of aggregates that nobody reports hold the truth as often as they say. */
class BalanceCoverageTest {
  private static final AccountingRules RULES = AccountingRules.none().nonNegative("visitors");
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons"))));

  private static Figure report(int number, Period period, double value, double deviation) {
    String text =
        deviation == 0
            ? String.format(Locale.ROOT, "%.3f", value)
            : String.format(Locale.ROOT, "%.3f±%.3f", value, deviation);
    return Figure.builder("r" + number, "source" + number)
        .measure("visitors")
        .period(period)
        .amount(Amount.parse(text))
        .unit(Unit.parse("persons"))
        .build();
  }

  private static double sum(double[] months, int first, int count) {
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      sum += months[i];
    }
    return sum;
  }

  private static Estimate estimate(Balance balance, int first, int count) {
    return balance
        .value("visitors", Dimensions.none(), Systems.months(first, count))
        .estimate()
        .orElseThrow();
  }

  private static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  @Test
  void of_measured_reports() {
    int held = 0;
    int all = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      double[] months = random.doubles(24, 100, 1000).toArray();
      List<Figure> reports = new ArrayList<>();
      for (int month = 0; month < 24; month++) {
        add(reports, random, months, month, 1, 20);
      }
      for (int year = 0; year < 2; year++) {
        add(reports, random, months, 12 * year, 12, 15);
        add(reports, random, months, 12 * year, 6, 25);
        add(reports, random, months, 12 * year, 10, 10);
      }
      Balance balance =
          Balancer.under(RULES).balance(FigureTable.of(reports, CATALOGUE)).orElseThrow();
      for (int[] span : new int[][] {{0, 3}, {10, 2}, {6, 12}, {4, 1}, {0, 24}, {3, 9}}) {
        all++;
        held += holds(estimate(balance, span[0], span[1]), sum(months, span[0], span[1])) ? 1 : 0;
      }
    }
    assertThat(100.0 * held / all).isBetween(93.0, 98.0);
  }

  private static void add(
      List<Figure> reports, Random random, double[] months, int first, int count, double u) {
    double value = sum(months, first, count) + u * random.nextGaussian();
    reports.add(report(reports.size(), Systems.months(first, count), value, u));
  }

  @Test
  void of_what_smoothness_fills() {
    int held = 0;
    int all = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(5000 + seed);
      double[] months = new double[60];
      double rate = 30;
      for (int month = 0; month < months.length; month++) {
        for (int day = 0; day < 30; day++) {
          rate += 0.15 * random.nextGaussian();
        }
        months[month] = rate * Systems.months(month, 1).days().orElseThrow();
      }
      List<Figure> reports = new ArrayList<>();
      List<Period> quarters = new ArrayList<>();
      for (int quarter = 0; quarter < 20; quarter++) {
        quarters.add(Systems.months(3 * quarter, 3));
        if (quarter % 4 != 1) {
          reports.add(
              report(quarter, Systems.months(3 * quarter, 3), sum(months, 3 * quarter, 3), 0));
        }
      }
      Balance balance =
          Balancer.under(RULES)
              .resolving(quarters)
              .with(Gaps.FILL_SMOOTHLY)
              .balance(FigureTable.of(reports, CATALOGUE))
              .orElseThrow();
      for (int quarter = 1; quarter < 20; quarter += 4) {
        BalancedValue value =
            balance.value("visitors", Dimensions.none(), Systems.months(3 * quarter, 3));
        assertThat(value.identifiedBy()).isEqualTo(BalancedValue.IdentifiedBy.SMOOTHNESS);
        all++;
        held += holds(value.estimate().orElseThrow(), sum(months, 3 * quarter, 3)) ? 1 : 0;
      }
    }
    assertThat(100.0 * held / all).isBetween(93.0, 98.0);
  }
}
