package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosstally.figure.Period;
import org.crosstally.figure.Source;
import org.crosstally.reconcile.CellOutcome;

/**
 * What each source says for each period of one length, the commonest.
 *
 * @param rows the sources, by kind and then by how many periods they report
 * @param columns the periods
 * @param left how many cells of periods of other lengths are left out
 * @param silent how many figures state no level in the unit of the series
 */
record CoverageRows(
    OneSeries series, Sources sources, List<Row> rows, List<Period> columns, int left, int silent) {

  CoverageRows {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * A source.
   *
   * @param said the best that it says for each period
   */
  record Row(
      String id, String name, Source.Kind kind, SortedMap<Period, Reported> said, int figures) {
    Row {
      said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
    }

    /** The words for the group that the source stands in. */
    String group() {
      String code = kind.code();
      return code.isEmpty() ? "Other" : Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }
  }

  static CoverageRows of(org.crosstally.reconcile.Reconciliation reconciliation) {
    OneSeries series = OneSeries.of(reconciliation);
    Sources sources = Sources.of(series);
    Map<Period.Length, Long> lengths =
        series.outcomes().stream()
            .filter(o -> !LinesBySource.said(o).isEmpty())
            .map(o -> o.cell().period().length())
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    long most = lengths.values().stream().max(Comparator.naturalOrder()).orElse(0L);
    List<CellOutcome> shown =
        lengths.entrySet().stream()
            .filter(entry -> entry.getValue() == most)
            .findFirst()
            .map(
                entry ->
                    series.outcomes().stream()
                        .filter(o -> o.cell().period().length() == entry.getKey())
                        .toList())
            .orElse(List.of());
    Map<String, SortedMap<Period, Reported>> bySource = new TreeMap<>();
    Map<String, Integer> figures = new HashMap<>();
    Set<Period> periods = new HashSet<>();
    int silent = 0;
    for (CellOutcome outcome : shown) {
      List<Said> all = LinesBySource.said(outcome);
      silent += outcome.accounts().size() - all.size();
      for (Said said : all) {
        Period period = outcome.cell().period();
        periods.add(period);
        figures.merge(said.source(), 1, Integer::sum);
        bySource
            .computeIfAbsent(said.source(), id -> new TreeMap<>())
            .merge(period, Reported.of(said), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    List<Row> rows = new ArrayList<>();
    bySource.forEach(
        (id, said) ->
            rows.add(
                new Row(
                    id,
                    sources.name(id),
                    series.catalogue().source(id).kind(),
                    said,
                    figures.getOrDefault(id, 0))));
    rows.sort(
        Comparator.comparing(Row::kind)
            .thenComparing(row -> -row.said().size())
            .thenComparing(row -> -row.figures())
            .thenComparing(Row::id));
    List<Period> columns = GridAxis.filled(new TreeSet<>(periods));
    return new CoverageRows(
        series, sources, rows, columns, series.outcomes().size() - shown.size(), silent);
  }

  /** The sources that report the most, in their order. */
  List<Row> weightiest(int most) {
    Set<Row> kept =
        rows.stream()
            .sorted(
                Comparator.comparing((Row row) -> -row.said().size())
                    .thenComparing(row -> -row.figures())
                    .thenComparing(Row::id))
            .limit(most)
            .collect(Collectors.toSet());
    return rows.stream().filter(kept::contains).toList();
  }

  /** How many sources say something for a period. */
  int count(Period period) {
    return (int) rows.stream().filter(row -> row.said().containsKey(period)).count();
  }
}
