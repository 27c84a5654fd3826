package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.junit.jupiter.api.Test;

/** Contradictions that were planted are found, and nothing else is called one. */
class ImpossibleSetsTest {
  private static final int SYSTEMS = 500;

  private static Set<String> ids(ImpossibleSet set) {
    Set<String> ids = new TreeSet<>();
    set.figures().forEach(f -> ids.add(f.id()));
    return ids;
  }

  @Test
  void none_is_found_where_all_reports_are_true() {
    for (int seed = 0; seed < SYSTEMS; seed++) {
      FigureTable table = new Systems(seed, 3).withTrueReports(25).table();

      Balance balance = Balancer.under(Systems.RULES).balance(table).orElseThrow();

      assertThat(balance.impossible()).as("seed %d", seed).isEmpty();
      assertThat(balance.completeness()).isEqualTo(Balance.Completeness.ALL);
    }
  }

  /** Months, quarters, years, stocks and sexes that do not add up, planted among true reports. */
  private static Set<String> plant(Systems system, int firstYear, int years) {
    Set<String> planted = new HashSet<>();
    int year = 12 * (firstYear + system.random().nextInt(years));
    int off = 1 + system.random().nextInt(30);
    switch (system.random().nextInt(5)) {
      case 0 -> {
        for (int month = 0; month < 6; month++) {
          planted.add(system.addFlow("", year + month, 1, value(system.flow("", year + month, 1))));
        }
        planted.add(system.addFlow("", year, 6, value(system.flow("", year, 6) + off)));
      }
      case 1 -> {
        planted.add(system.addFlow("female", year, 12, value(system.flow("female", year, 12))));
        planted.add(system.addFlow("male", year, 12, value(system.flow("male", year, 12) + off)));
        planted.add(system.addFlow("", year, 12, value(system.flow("", year, 12))));
      }
      case 2 -> {
        planted.add(system.addFlow("", year, 10, ">" + (system.flow("", year, 10) - 1)));
        planted.add(system.addFlow("", year, 12, "<" + (system.flow("", year, 10) - off)));
      }
      case 3 -> {
        planted.add(stock(system, year, 0));
        planted.add(stock(system, year + 12, off));
        planted.add(system.addFlow("", year, 12, value(system.flow("", year, 12))));
      }
      default -> {
        int female = 1 + system.flow("female", year, 3);
        planted.add(system.addFlow("female", year, 3, value(female)));
        planted.add(system.addFlow("", year, 3, value(2 * female)));
        planted.add(
            system.add("visitors", "female", Systems.months(year, 3), "50.1", "% of total"));
      }
    }
    return planted;
  }

  private static String value(int number) {
    return String.valueOf(number);
  }

  private static String stock(Systems system, int months, int off) {
    return system.add(
        "residents",
        "",
        org.crosstally.figure.Period.ofDay(Systems.months(0, months).end()),
        value(system.stock("", months) + off),
        "persons");
  }

  @Test
  void planted_sets_are_found_and_each_set_is_minimal() {
    for (int seed = 0; seed < SYSTEMS; seed++) {
      // The true reports are about the first three years, the planted set about the two after.
      Systems system = new Systems(1000 + seed, 5);
      Systems early = system.withTrueReportsOfFirstYears(15, 3);
      Set<String> planted = plant(early, 3, 2);
      FigureTable table = early.table();

      Balance balance = Balancer.under(Systems.RULES).balance(table).orElseThrow();

      assertThat(balance.impossible()).as("seed %d", seed).isNotEmpty();
      assertThat(balance.impossible().stream().map(ImpossibleSetsTest::ids))
          .as("seed %d", seed)
          .contains(new TreeSet<>(planted));
      for (ImpossibleSet set : balance.impossible()) {
        requireMinimal(set, table, seed);
      }
    }
  }

  @Test
  void planted_sets_are_found_among_true_reports_about_the_same_months() {
    for (int seed = 0; seed < 200; seed++) {
      Systems system = new Systems(7000 + seed, 3).withTrueReports(15);
      Set<String> planted = plant(system, 1, 2);

      FigureTable table = system.table();

      Balance balance = Balancer.under(Systems.RULES).balance(table).orElseThrow();

      List<Figure> figures =
          table.figures().stream().filter(f -> planted.contains(f.id())).toList();
      assertThat(balance.impossible().stream().map(set -> said(set.figures())))
          .as("seed %d", seed)
          .contains(said(figures));
    }
  }

  /** Of two true reports that say the same, either may stand in a set. */
  private static Set<String> said(List<Figure> figures) {
    Set<String> said = new TreeSet<>();
    figures.forEach(f -> said.add(f.cell() + " " + f.amount().format() + " " + f.unit().format()));
    return said;
  }

  /** The figures of a set alone are impossible, and without any one of them they are not. */
  private static void requireMinimal(ImpossibleSet set, FigureTable table, int seed) {
    List<Figure> figures = set.figures();
    assertThat(sets(figures, table)).as("seed %d: %s", seed, set.sentence()).isNotEmpty();
    for (Figure left : figures) {
      List<Figure> rest = new ArrayList<>(figures);
      rest.remove(left);
      if (!rest.isEmpty()) {
        assertThat(sets(rest, table)).as("seed %d: %s", seed, set.sentence()).isEmpty();
      }
    }
  }

  private static List<ImpossibleSet> sets(List<Figure> figures, FigureTable table) {
    return Balancer.under(Systems.RULES)
        .balance(FigureTable.of(figures, table.catalogue()))
        .orElseThrow()
        .impossible();
  }
}
