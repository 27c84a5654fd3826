package org.crosstally.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosstally.agreement.VintageTable;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Cell;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;

/**
 * What one origin held for the periods of one series, and from when on. Of several origins, the one
 * with the most releases; of periods of several lengths, those of the commonest.
 *
 * @param lines one for each period that has a dated release, in the order of the periods
 * @param left how many lines of other origins and lengths are left out
 */
record RevisionTriangle(OneSeries series, String origin, List<Line> lines, int left) {
  /** Publications within as many years stand by month, else by year. */
  private static final int BY_MONTH = 3;

  RevisionTriangle {
    lines = List.copyOf(lines);
  }

  static RevisionTriangle of(Reconciliation reconciliation) {
    OneSeries series = OneSeries.of(reconciliation);
    Set<Cell> cells = new HashSet<>();
    series.outcomes().stream().map(CellOutcome::cell).forEach(cells::add);
    List<Line> all =
        VintageTable.of(reconciliation).lines().stream()
            .filter(line -> cells.contains(line.cell()))
            .filter(line -> line.releases().stream().anyMatch(r -> r.published().isPresent()))
            .toList();
    Optional<String> origin = commonest(all, Line::origin, line -> (long) line.releases().size());
    Optional<Period.Length> length =
        commonest(
            all.stream().filter(line -> origin.filter(line.origin()::equals).isPresent()).toList(),
            line -> line.cell().period().length(),
            line -> 1L);
    List<Line> own =
        all.stream()
            .filter(line -> origin.filter(line.origin()::equals).isPresent())
            .filter(line -> length.filter(line.cell().period().length()::equals).isPresent())
            .sorted(Comparator.comparing(Line::cell))
            .toList();
    String name = origin.map(id -> Words.name(series.catalogue().source(id))).orElse("");
    return new RevisionTriangle(series, name, own, all.size() - own.size());
  }

  private static <K extends Comparable<K>> Optional<K> commonest(
      List<Line> lines, Function<Line, K> key, Function<Line, Long> weight) {
    Map<K, Long> sums =
        lines.stream()
            .collect(
                Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(weight::apply)));
    // Of equals, the first in their order.
    return sums.entrySet().stream()
        .max(
            Map.Entry.<K, Long>comparingByValue()
                .thenComparing(Map.Entry.<K, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey);
  }

  static boolean isRevised(Line line) {
    return line.releases().size() > 1;
  }

  /** The first value of a line that is dated. */
  static double first(Line line) {
    return line.releases().stream()
        .filter(r -> r.published().isPresent())
        .findFirst()
        .orElse(line.first())
        .value();
  }

  /** Whether revisions can be given in per cent of the first value. */
  boolean isRelative() {
    return lines.stream().allMatch(line -> first(line) != 0);
  }

  /** The difference of a value from the first one of its line. */
  double revision(Line line, double value) {
    double first = first(line);
    return isRelative() ? 100 * (value - first) / Math.abs(first) : value - first;
  }

  /** The unit of the revisions. */
  String unit() {
    return isRelative() ? "%" : series.unit();
  }

  /** The stretches of time in which something of these lines was first printed, in their order. */
  List<Period> columns(List<Line> shown) {
    List<LocalDate> days =
        shown.stream()
            .flatMap(line -> line.releases().stream())
            .flatMap(release -> release.published().stream())
            .map(Period::end)
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return List.of();
    }
    int span = days.get(days.size() - 1).getYear() - days.get(0).getYear();
    TreeSet<Period> columns = new TreeSet<>();
    for (LocalDate day : days) {
      columns.add(
          span < BY_MONTH
              ? Period.ofMonth(day.getYear(), day.getMonthValue())
              : Period.ofYear(day.getYear()));
    }
    return new ArrayList<>(columns);
  }

  /** The release that stood at the end of a column. */
  static Optional<Release> standing(Line line, Period column) {
    return line.knownOn(column.end());
  }

  /** Whether a release was first printed within a column. */
  static boolean isNew(Release release, Period column) {
    return release.published().filter(p -> column.contains(Period.ofDay(p.end()))).isPresent();
  }

  String subject() {
    return series.subject() + (origin.isEmpty() ? "" : " as counted by " + origin);
  }
}
