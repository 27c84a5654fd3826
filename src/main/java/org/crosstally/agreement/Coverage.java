package org.crosstally.agreement;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import tech.tablesaw.api.Table;

/**
 * Which source is about which period, and how often. Choose one series, such as the yearly figures
 * of a measure, before: every length of a period is a column of its own.
 *
 * <p>Every figure of the table counts that states something, forecasts and derived units included;
 * those with a missing number do not. Sources and periods without such a figure do not appear.
 *
 * <p>Immutable.
 *
 * @param counting what is counted
 * @param counts the counts above 0, by source and period
 */
public record Coverage(Counting counting, SortedMap<String, SortedMap<Period, Integer>> counts) {

  /** What is counted. */
  public enum Counting {
    /** The figures. */
    FIGURES("figures"),
    /** The cells that the figures are about, each once for a source. */
    CELLS("cells");

    private final String label;

    Counting(String label) {
      this.label = label;
    }

    /**
     * The word to print.
     *
     * @return the label
     */
    public String label() {
      return label;
    }
  }

  /**
   * Copies the counts.
   *
   * @param counting what is counted
   * @param counts the counts above 0, by source and period
   * @throws IllegalArgumentException if a count is not above 0
   */
  public Coverage {
    SortedMap<String, SortedMap<Period, Integer>> copy = new TreeMap<>();
    counts.forEach(
        (source, periods) -> {
          if (periods.values().stream().anyMatch(count -> count <= 0)) {
            throw new IllegalArgumentException("the counts of '" + source + "' are above 0");
          }
          copy.put(source, Collections.unmodifiableSortedMap(new TreeMap<>(periods)));
        });
    counts = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Counts the figures of a table.
   *
   * @param figures the figures
   * @return how many figures each source states about each period
   */
  public static Coverage of(FigureTable figures) {
    return of(figures, Counting.FIGURES);
  }

  /**
   * Counts the figures of a table, or the cells that they are about.
   *
   * @param figures the figures
   * @param counting what is counted
   * @return the counts by source and period
   */
  public static Coverage of(FigureTable figures, Counting counting) {
    SortedMap<String, SortedMap<Period, Integer>> counts = new TreeMap<>();
    Set<SourceCell> seen = new HashSet<>();
    for (Figure figure : figures.figures()) {
      boolean states = !(figure.amount() instanceof Amount.Missing);
      if (states && isNew(figure, counting, seen)) {
        counts
            .computeIfAbsent(figure.source(), source -> new TreeMap<>())
            .merge(figure.period(), 1, Integer::sum);
      }
    }
    return new Coverage(counting, counts);
  }

  private record SourceCell(String source, Cell cell) {}

  private static boolean isNew(Figure figure, Counting counting, Set<SourceCell> seen) {
    return switch (counting) {
      case FIGURES -> true;
      case CELLS -> seen.add(new SourceCell(figure.source(), figure.cell()));
    };
  }

  /**
   * The sources.
   *
   * @return their ids in order
   */
  public SortedSet<String> sources() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(counts.keySet()));
  }

  /**
   * The periods.
   *
   * @return the periods that some source is about, in order
   */
  public SortedSet<Period> periods() {
    SortedSet<Period> periods = new TreeSet<>();
    counts.values().forEach(ofSource -> periods.addAll(ofSource.keySet()));
    return Collections.unmodifiableSortedSet(periods);
  }

  /**
   * The count of one source for one period.
   *
   * @param source the id of a source
   * @param period a period
   * @return the count; 0 where the source says nothing about the period
   */
  public int count(String source, Period period) {
    return periodsOf(source).getOrDefault(period, 0);
  }

  private Map<Period, Integer> periodsOf(String source) {
    return counts.getOrDefault(source, Collections.emptySortedMap());
  }

  /**
   * The total of one source.
   *
   * @param source the id of a source
   * @return the sum over the periods
   */
  public int total(String source) {
    return periodsOf(source).values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The total of one period.
   *
   * @param period a period
   * @return the sum over the sources; a cell counts for each of them
   */
  public int total(Period period) {
    return counts.keySet().stream().mapToInt(source -> count(source, period)).sum();
  }

  /**
   * The total.
   *
   * @return the sum over sources and periods
   */
  public int total() {
    return counts.keySet().stream().mapToInt(this::total).sum();
  }

  /**
   * The coverage as a table.
   *
   * @return a table with the columns source, one for each period, and total; one row for each
   *     source by its id, and a last row with the totals
   */
  public Table toTable() {
    return CoverageTables.of(this);
  }
}
