package org.crosstally.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;

/**
 * A table as a large study would have it: five figures a cell, of an office that revises its first
 * count and of papers that relay it, some of them with rounded numbers, stale ones, or slips. The
 * same size always gives the same table.
 */
public final class ManyReports {
  private static final int FIGURES_PER_CELL = 5;
  private static final int YEARS = 40;
  private static final int FIRST_YEAR = 1980;
  private static final int PAPERS = 60;

  private final SplittableRandom random = new SplittableRandom(20);
  private final List<Figure> figures = new ArrayList<>();

  private ManyReports() {}

  /**
   * Makes a table.
   *
   * @param size the number of figures, a multiple of 200 for series of full length
   */
  public static FigureTable of(int size) {
    ManyReports reports = new ManyReports();
    for (int place = 0; reports.figures.size() < size; place++) {
      reports.addSeries("P" + place, size);
    }
    return FigureTable.of(reports.figures, catalogue());
  }

  private static Catalogue catalogue() {
    List<Source> sources = new ArrayList<>();
    sources.add(new Source("office", "Office", Source.Kind.OFFICIAL));
    for (int i = 0; i < PAPERS; i++) {
      sources.add(new Source("paper-" + i, "Paper " + i, Source.Kind.PRESS));
    }
    return Catalogue.of(
        sources,
        List.of(),
        List.of(new Measure("visitors", "Visitors", Measure.Kind.FLOW, List.of("persons"))));
  }

  private void addSeries(String place, int size) {
    int[] counts = new int[YEARS];
    int count = 500 + random.nextInt(5000);
    for (int i = 0; i < YEARS; i++) {
      count = Math.max(50, (int) (count * (0.85 + 0.32 * random.nextDouble())));
      counts[i] = count;
    }
    for (int i = 0; i < YEARS && figures.size() + FIGURES_PER_CELL <= size; i++) {
      addCell(place, i, counts);
    }
  }

  private void addCell(String place, int index, int[] counts) {
    int year = FIRST_YEAR + index;
    int first = counts[index] + random.nextInt(9) - 4;
    add("office", "", place, year, (year + 1) + "-02", "" + first);
    add("office", "", place, year, (year + 2) + "-02", "" + counts[index]);
    for (int i = 2; i < FIGURES_PER_CELL; i++) {
      String published = (year + 1 + random.nextInt(5)) + "-0" + (3 + random.nextInt(7));
      String paper = "paper-" + random.nextInt(PAPERS);
      add(paper, "office", place, year, published, relayed(index, first, counts));
    }
  }

  private String relayed(int index, int first, int[] counts) {
    int count = counts[index];
    return switch (random.nextInt(50)) {
      case 0 -> "" + counts[Math.max(0, index - 1)];
      case 1 -> "" + (count / 10 * 10 + 10 + count % 10 * 100);
      case 2, 3, 4 -> "~" + (count + 50) / 100 * 100;
      case 5, 6, 7, 8 -> "" + first;
      default -> "" + count;
    };
  }

  private void add(
      String source, String origin, String place, int year, String published, String value) {
    figures.add(
        Figure.builder("f" + figures.size(), source)
            .origin(origin)
            .measure("visitors")
            .dimensions(Dimensions.of(Map.of("place", place)))
            .period(Period.ofYear(year))
            .published(Period.parse(published))
            .amount(Amount.parse(value))
            .printed(value)
            .unit(org.crosstally.figure.Unit.parse("persons"))
            .build());
  }
}
