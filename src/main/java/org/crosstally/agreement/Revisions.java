package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciliation;
import tech.tablesaw.api.Table;

/**
 * How each origin revised its figures: for each of its series, preliminary figures against later
 * ones, by the number of the release and by age.
 *
 * <p>A series is one measure, dimensions and basis, for periods of one length. Only dated figures
 * enter, and of each period only if a revision could have been seen: the origin's figures for it
 * were printed again, later for certain, than the preliminary one. An unchanged figure then is a
 * revision of zero. That nobody printed a first figure when it was new makes it no later release:
 * read the median age beside the number of the release.
 *
 * <p>Immutable.
 *
 * @param series the series, by measure, dimensions, basis, length of the periods and origin
 */
public record Revisions(List<RevisedSeries> series) {

  /** Which figure of each period is compared. */
  public sealed interface Maturity {
    /**
     * The words to print.
     *
     * @return such as {@code release 1}, {@code 365 days} or {@code latest}
     */
    String label();
  }

  /**
   * The release with a number; the latest one where a period has fewer, for it was not revised
   * again.
   *
   * @param number 1 for the first
   */
  public record ByNumber(int number) implements Maturity {
    @Override
    public String label() {
      return "release " + number;
    }
  }

  /**
   * What was out for certain so many days after the end of the period; of periods for which nothing
   * was, there is no pair.
   *
   * @param days the age
   */
  public record ByAge(int days) implements Maturity {
    @Override
    public String label() {
      return days + " days";
    }
  }

  /** The latest release of each period. */
  public record Latest() implements Maturity {
    @Override
    public String label() {
      return "latest";
    }
  }

  /**
   * Preliminary figures of one maturity against later ones.
   *
   * @param preliminary which figures are the preliminary ones
   * @param later which are the later ones
   * @param medianAge the median number of days from the end of the period until the preliminary
   *     figure was out for certain; there is a pair at least
   * @param statistics the statistics
   */
  public record Comparison(
      Maturity preliminary, Maturity later, double medianAge, RevisionStatistics statistics) {}

  /**
   * The revisions of one series of one origin.
   *
   * @param cell a cell of the series, for the last of its periods
   * @param length the length of the periods
   * @param origin the id of the origin
   * @param byNumber the first, the second, … release against the latest, as far as some period has
   *     a later one; the first is always there
   * @param steps each release against the next: of the periods that have the release, those whose
   *     figures were printed again later for certain
   * @param byAge what was out 31, 92, 183, 365, 730 and 1,826 days after the end of the period,
   *     against the latest, as far as there are pairs
   * @param firstEfficientRelease the number of the first release that predicts the latest without
   *     bias: the joint test of {@code L = a + b P} for {@code a = 0, b = 1} does not reject at 5 %
   *     (Mincer and Zarnowitz 1969; Garratt and Vahey, UK real-time macro data characteristics,
   *     Economic Journal 116, 2006), or the release was never revised. It is {@link
   *     RevisionReason#NONE_EFFICIENT} where every release is rejected
   */
  public record RevisedSeries(
      Cell cell,
      Period.Length length,
      String origin,
      List<Comparison> byNumber,
      List<Comparison> steps,
      List<Comparison> byAge,
      Statistic firstEfficientRelease) {
    /**
     * Copies the lists.
     *
     * @param cell a cell of the series, for the last of its periods
     * @param length the length of the periods
     * @param origin the id of the origin
     * @param byNumber the first, the second, … release against the latest
     * @param steps each release against the next
     * @param byAge what was out at an age against the latest
     * @param firstEfficientRelease the number of the first release that predicts the latest without
     *     bias
     * @throws IllegalArgumentException if there is no comparison by number
     */
    public RevisedSeries {
      byNumber = List.copyOf(byNumber);
      steps = List.copyOf(steps);
      byAge = List.copyOf(byAge);
      if (byNumber.isEmpty()) {
        throw new IllegalArgumentException("a first release is compared with the latest: " + cell);
      }
    }

    /**
     * The first against the latest figure of each period.
     *
     * @return the statistics of the first release
     */
    public RevisionStatistics firstToLatest() {
      return byNumber.get(0).statistics();
    }
  }

  /**
   * Copies the list.
   *
   * @param series the series
   */
  public Revisions {
    series = List.copyOf(series);
  }

  private record Key(Cell cell, Period.Length length, String origin) implements Comparable<Key> {
    static Key of(Line line) {
      Cell cell = line.cell();
      return new Key(cell.at(Period.ofYear(1)), cell.period().length(), line.origin());
    }

    @Override
    public int compareTo(Key other) {
      int order = cell.compareTo(other.cell);
      order = order == 0 ? length.compareTo(other.length) : order;
      return order == 0 ? origin.compareTo(other.origin) : order;
    }
  }

  /**
   * The revisions that a reconciliation shows.
   *
   * @param reconciliation a reconciliation by lineage
   * @return one entry for each series in which a revision could have been seen
   */
  public static Revisions of(Reconciliation reconciliation) {
    return of(VintageTable.of(reconciliation));
  }

  /**
   * The revisions that vintages show.
   *
   * @param vintages the vintages
   * @return one entry for each series in which a revision could have been seen
   */
  public static Revisions of(VintageTable vintages) {
    SortedMap<Key, List<Line>> bySeries = new TreeMap<>();
    for (Line line : vintages.lines()) {
      line.keeping(figure -> figure.published().isPresent())
          .ifPresent(
              dated -> bySeries.computeIfAbsent(Key.of(line), key -> new ArrayList<>()).add(dated));
    }
    List<RevisedSeries> series = new ArrayList<>();
    bySeries.values().forEach(lines -> new DatedLines(lines).revised().ifPresent(series::add));
    return new Revisions(series);
  }

  /**
   * One row for each series and comparison: the releases against the latest, each release against
   * the next, the ages against the latest.
   *
   * @return a table with the columns measure, dimensions, basis, length, origin, preliminary (such
   *     as release 1, or 365 days), later (such as latest), age_days (the median), pairs, and the
   *     statistics, and remarks: why statistics are blank, such as too few pairs. The first row of
   *     a series is that of its first release against the latest, and there stands the first
   *     efficient release
   */
  public Table toTable() {
    return RevisionTables.revisions(this);
  }
}
