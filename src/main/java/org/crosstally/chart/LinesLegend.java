package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crosstally.figure.Status;
import org.crosstally.series.Estimate;

/** The legend of the chart of lines: only what occurs in it. */
final class LinesLegend {
  private static final int CAUSES = 3;

  private LinesLegend() {}

  static Legend of(OneSeries series, Sources sources, int named) {
    List<Legend.Entry> entries = new ArrayList<>();
    List<Estimate> estimates =
        series.years().stream().flatMap(outcome -> outcome.estimate().stream()).toList();
    if (!estimates.isEmpty()) {
      entries.add(new Legend.Entry(new Legend.Swatch.Stroke(Look.MAIN), "Reconciled"));
    }
    if (estimates.stream().anyMatch(Estimate::hasWidth)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Box(), "Interval of the reconciled value"));
    }
    List<Said> all =
        series.years().stream().flatMap(outcome -> LinesBySource.said(outcome).stream()).toList();
    List<Said> standing = all.stream().filter(said -> !said.isAside()).toList();
    addSources(entries, standing, sources, named);
    addStatus(entries, standing);
    if (standing.stream().anyMatch(said -> said.bound() != Said.Side.NEITHER)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Bound(), "Bound"));
    }
    if (standing.size() < all.size()) {
      entries.add(point(Sources.aside(Look.MARK), aside(all)));
    }
    return new Legend(entries);
  }

  /** What the form of a mark tells, whoever's it is. */
  static void addStatus(List<Legend.Entry> entries, List<Said> standing) {
    Mark open = Sources.others(Look.MARK).filled(Mark.Fill.OPEN);
    List<Said> opened = standing.stream().filter(s -> s.fill() == Mark.Fill.OPEN).toList();
    boolean provisional =
        opened.stream().anyMatch(s -> s.account().figure().status() == Status.PROVISIONAL);
    boolean rounded =
        opened.stream().anyMatch(s -> s.account().figure().status() == Status.OBSERVED);
    if (rounded) {
      entries.add(point(open, provisional ? "Open: rounded or provisional" : "Open: rounded"));
    } else if (provisional) {
      entries.add(point(open, "Open: provisional"));
    }
    if (standing.stream().anyMatch(said -> said.fill() == Mark.Fill.DASHED)) {
      entries.add(point(open.filled(Mark.Fill.DASHED), "Open, dashed: forecast"));
    }
  }

  /** How many figures were set aside, with the most frequent causes. */
  private static String aside(List<Said> all) {
    Map<String, Integer> causes = new TreeMap<>();
    for (Said said : all) {
      if (said.isAside()) {
        String cause =
            said.account().cause().map(c -> c.name().toLowerCase(Locale.ROOT)).orElse("no cause");
        causes.merge(cause.replace('_', ' '), 1, Integer::sum);
      }
    }
    int rest = causes.values().stream().mapToInt(n -> n).sum();
    StringBuilder words = new StringBuilder();
    List<Map.Entry<String, Integer>> ordered = new ArrayList<>(causes.entrySet());
    ordered.sort(Comparator.comparingInt(e -> -e.getValue()));
    for (Map.Entry<String, Integer> cause : ordered.subList(0, Math.min(CAUSES, ordered.size()))) {
      words.append(words.isEmpty() ? "" : ", ");
      words.append(cause.getKey()).append(" (").append(cause.getValue()).append(')');
      rest -= cause.getValue();
    }
    return "Set aside: " + words + (rest > 0 ? ", other (" + rest + ")" : "");
  }

  private static void addSources(
      List<Legend.Entry> entries, List<Said> standing, Sources sources, int named) {
    int others = 0;
    for (int rank = 0; rank < sources.ranked().size(); rank++) {
      String id = sources.ranked().get(rank);
      if (standing.stream().anyMatch(said -> said.source().equals(id))) {
        if (rank < named) {
          entries.add(point(sources.mark(id, Look.MARK), sources.name(id)));
        } else {
          others++;
        }
      }
    }
    if (others > 0) {
      entries.add(point(Sources.others(Look.SMALL_MARK), "Other sources (" + others + ")"));
    }
  }

  private static Legend.Entry point(Mark mark, String text) {
    return new Legend.Entry(new Legend.Swatch.Point(mark), text);
  }
}
