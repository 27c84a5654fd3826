package org.crosstally.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** Seeded systems of reports about monthly visitors by sex, of which the truth is known. */
final class Systems {
  static final AccountingRules RULES =
      AccountingRules.none()
          .stockOf("residents", "visitors")
          .parts("sex", "female", "male")
          .nonNegative("visitors")
          .wholeNumbers("visitors");
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(),
          List.of(),
          List.of(
              new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")),
              new Measure("residents", "Residents", Measure.Kind.STOCK, List.of("persons"))));
  private static final List<String> SEXES = List.of("female", "male");

  private final Random random;

  /** By sex, the visitors of each month. */
  private final Map<String, int[]> truth = new TreeMap<>();

  private final Map<String, Integer> opening = new TreeMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private int sources;
  private int reported;

  Systems(long seed, int years) {
    this.random = new Random(seed);
    this.reported = years;
    for (String sex : SEXES) {
      int[] months = new int[12 * years];
      for (int i = 0; i < months.length; i++) {
        months[i] = random.nextInt(200);
      }
      truth.put(sex, months);
      opening.put(sex, random.nextInt(5000));
    }
  }

  Random random() {
    return random;
  }

  static Period months(int first, int count) {
    java.time.LocalDate start = java.time.LocalDate.of(2001, 1, 1).plusMonths(first);
    return new Period(start, start.plusMonths(count).minusDays(1));
  }

  static Dimensions sex(String value) {
    return value.isEmpty() ? Dimensions.none() : Dimensions.of(Map.of("sex", value));
  }

  int flow(String sex, int first, int count) {
    int sum = 0;
    for (String part : sex.isEmpty() ? SEXES : List.of(sex)) {
      for (int i = first; i < first + count; i++) {
        sum += truth.getOrDefault(part, new int[0])[i];
      }
    }
    return sum;
  }

  int stock(String sex, int months) {
    int sum = flow(sex, 0, months);
    for (String part : sex.isEmpty() ? SEXES : List.of(sex)) {
      sum += opening.getOrDefault(part, 0);
    }
    return sum;
  }

  String add(String measure, String sex, Period period, String amount, String unit) {
    String id = String.format(java.util.Locale.ROOT, "r%04d", figures.size());
    figures.add(
        Figure.builder(id, "source" + sources++)
            .measure(measure)
            .dimensions(sex(sex))
            .period(period)
            .amount(Amount.parse(amount))
            .unit(Unit.parse(unit))
            .build());
    return id;
  }

  String addFlow(String sex, int first, int count, String amount) {
    return add("visitors", sex, months(first, count), amount, "persons");
  }

  /** True reports in many words. */
  Systems withTrueReports(int number) {
    for (int i = 0; i < number; i++) {
      addTrueReport();
    }
    return this;
  }

  /** True reports about the first years only. */
  Systems withTrueReportsOfFirstYears(int number, int first) {
    reported = first;
    return withTrueReports(number);
  }

  private void addTrueReport() {
    String sex = List.of("", "", "female", "male").get(random.nextInt(4));
    int count = List.of(1, 1, 3, 6, 12, 10, 7).get(random.nextInt(7));
    int first =
        count == 12 ? 12 * random.nextInt(reported) : random.nextInt(12 * reported - count + 1);
    int value = flow(sex, first, count);
    Period period = months(first, count);
    switch (random.nextInt(9)) {
      case 0 -> addFlow(sex, first, count, "<" + (value + 1 + random.nextInt(50)));
      case 1 -> addFlow(sex, first, count, ">=" + Math.max(0, value - random.nextInt(50)));
      case 2 -> addFlow(sex, first, count, (value - 10) + ".." + (value + random.nextInt(20)));
      case 3 -> addFlow(sex, first, count, value < 100 ? "<100" : "~" + 100 * ((value + 50) / 100));
      case 4 -> {
        int end = first + count;
        add(
            "residents",
            sex,
            Period.ofDay(months(0, end).end()),
            String.valueOf(stock(sex, end)),
            "persons");
      }
      case 5 ->
          add(
              "visitors",
              sex,
              period,
              new BigDecimal(value)
                  .divide(new BigDecimal(count), 1, java.math.RoundingMode.HALF_EVEN)
                  .toPlainString(),
              "persons/month");
      case 6 -> addShare(sex, first, count, period);
      case 7 -> addChange(sex, first, count, period);
      default -> addFlow(sex, first, count, String.valueOf(value));
    }
  }

  private void addShare(String sex, int first, int count, Period period) {
    int total = flow("", first, count);
    if (sex.isEmpty() || total == 0) {
      addFlow(sex, first, count, String.valueOf(flow(sex, first, count)));
      return;
    }
    add("visitors", sex, period, percent(flow(sex, first, count), total), "% of total");
  }

  private void addChange(String sex, int first, int count, Period period) {
    int before = first >= 12 ? flow(sex, first - 12, count) : 0;
    if (before == 0) {
      addFlow(sex, first, count, String.valueOf(flow(sex, first, count)));
      return;
    }
    add("visitors", sex, period, percent(flow(sex, first, count) - before, before), "% yoy");
  }

  private static String percent(int part, int whole) {
    return new BigDecimal(100L * part)
        .divide(new BigDecimal(whole), 1, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  FigureTable table() {
    List<Figure> shuffled = new ArrayList<>(figures);
    Collections.shuffle(shuffled, random);
    return FigureTable.of(shuffled, CATALOGUE);
  }
}
