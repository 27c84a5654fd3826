package org.crosstally.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Unit;

/** Seeded reports about one flow that is cut into many atoms, for the benchmarks. */
public final class ManyAccounts {
  private ManyAccounts() {}

  /**
   * Reports about spans of days, exact, rounded, measured and bounded ones by turns, of which some
   * contradict the others.
   *
   * @param reports how many
   * @param atoms how many days are told apart
   * @param wrong how many of the reports are off
   */
  public static FigureTable of(int reports, int atoms, int wrong) {
    Random random = new Random(11);
    int[] days = random.ints(atoms, 0, 1000).toArray();
    java.time.LocalDate start = java.time.LocalDate.of(2001, 1, 1);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < reports; i++) {
      int first = i < atoms ? i : random.nextInt(atoms);
      int last = i < atoms ? i : Math.min(atoms - 1, first + random.nextInt(30));
      int sum = 0;
      for (int day = first; day <= last; day++) {
        sum += days[day];
      }
      int stated = sum + (i >= reports - wrong ? 1 + random.nextInt(200) : 0);
      figures.add(
          Figure.builder("r" + (100_000 + i), "source" + i)
              .measure("visitors")
              .period(new Period(start.plusDays(first), start.plusDays(last)))
              .amount(Amount.parse(words(i, stated)))
              .unit(Unit.parse("persons"))
              .build());
    }
    return FigureTable.of(
        figures,
        Catalogue.of(
            List.of(),
            List.of(),
            List.of(new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons")))));
  }

  private static String words(int index, int value) {
    return switch (index % 5) {
      case 0 -> String.valueOf(value);
      case 1 -> (value - 7) + ".." + (value + 9);
      case 2 -> value + "±12";
      case 3 -> "<" + (value + 40);
      default -> (value - 50) + ".." + (value + 50);
    };
  }
}
