package org.crosstally.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Reconciliation;
import tech.tablesaw.api.Table;

/**
 * How each origin revised its figures: for each of its series, the first vintage of each period
 * against the last.
 *
 * <p>A period enters if its figures were printed at two dates at least, for otherwise nobody could
 * have seen a revision; an unchanged figure is a revision of zero. Periods of different lengths are
 * series of their own.
 *
 * <p>Immutable.
 *
 * @param series the series, by measure, dimensions, basis, length of the periods and origin
 */
public record Revisions(List<RevisedSeries> series) {
  private static final double LEVEL = 0.05;

  /**
   * The revisions of one series of one origin.
   *
   * @param cell a cell of the series, for the last of its periods
   * @param length the length of the periods
   * @param origin the id of the origin
   * @param statistics the statistics of first against last
   * @param firstEfficientRelease the number of the first release that predicts the last without
   *     bias: the joint test of {@code L = a + b P} for {@code a = 0, b = 1} (Mincer and Zarnowitz
   *     1969) does not reject at 5 %
   */
  public record RevisedSeries(
      Cell cell,
      Period.Length length,
      String origin,
      RevisionStatistics statistics,
      Statistic firstEfficientRelease) {}

  /**
   * Copies the list.
   *
   * @param series the series
   */
  public Revisions {
    series = List.copyOf(series);
  }

  private record Key(Cell cell, Period.Length length, String origin) implements Comparable<Key> {
    static Key of(Release release) {
      Cell cell = release.cell();
      return new Key(cell.at(Period.ofYear(1)), cell.period().length(), release.origin());
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
    SortedMap<Key, SortedMap<Cell, List<Release>>> bySeries = new TreeMap<>();
    for (Release release : VintageTable.of(reconciliation).releases()) {
      bySeries
          .computeIfAbsent(Key.of(release), key -> new TreeMap<>())
          .computeIfAbsent(release.cell(), cell -> new ArrayList<>())
          .add(release);
    }
    List<RevisedSeries> series = new ArrayList<>();
    bySeries.forEach(
        (key, cells) -> {
          cells.values().removeIf(releases -> !wasSeenTwice(releases));
          if (!cells.isEmpty()) {
            series.add(revised(key, cells));
          }
        });
    return new Revisions(series);
  }

  private static boolean wasSeenTwice(List<Release> releases) {
    return releases.stream()
            .flatMap(r -> r.figures().stream())
            .flatMap(figure -> figure.published().stream())
            .distinct()
            .count()
        > 1;
  }

  private static RevisedSeries revised(Key key, SortedMap<Cell, List<Release>> cells) {
    double[] last = values(cells, Integer.MAX_VALUE);
    Cell latest = cells.lastKey();
    return new RevisedSeries(
        latest,
        key.length(),
        key.origin(),
        RevisionStatistics.of(values(cells, 1), last),
        firstEfficientRelease(cells, last));
  }

  /** The value of the release with this number; of the last where there are fewer. */
  private static double[] values(Map<Cell, List<Release>> cells, int number) {
    return cells.values().stream()
        .mapToDouble(releases -> releases.get(Math.min(number, releases.size()) - 1).value())
        .toArray();
  }

  private static Statistic firstEfficientRelease(
      SortedMap<Cell, List<Release>> cells, double[] last) {
    int n = last.length;
    if (n < RevisionStatistics.FEWEST_TO_REGRESS) {
      return new Statistic.TooFew(n, RevisionStatistics.FEWEST_TO_REGRESS);
    }
    int most = cells.values().stream().mapToInt(List::size).max().orElse(1);
    for (int number = 1; number <= most; number++) {
      boolean efficient =
          StraightLine.fit(values(cells, number), last, 0, 1)
              .filter(line -> line.jointP().orElse(1) >= LEVEL)
              .isPresent();
      if (efficient) {
        return new Statistic.Value(number, n);
      }
    }
    return new Statistic.Undefined(n, "no release before the last is efficient");
  }

  /**
   * One line for each series.
   *
   * @return a table with the columns measure, dimensions, basis, length, origin, pairs, and the
   *     statistics; a statistic that has too few pairs is blank
   */
  public Table toTable() {
    return AgreementTables.revisions(this);
  }
}
