package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.series.Estimate;

/** The legend of the chart of lines: only what occurs in it. */
final class LinesLegend {
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
    if (standing.stream().anyMatch(said -> said.fill() == Mark.Fill.OPEN)) {
      Mark open = Sources.others(Look.MARK).filled(Mark.Fill.OPEN);
      entries.add(point(open, "Open: approximate or not final"));
    }
    if (standing.stream().anyMatch(said -> said.bound() != Said.Side.NEITHER)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Bound(), "Bound"));
    }
    if (standing.size() < all.size()) {
      entries.add(point(Sources.aside(Look.MARK), "Set aside"));
    }
    return new Legend(entries);
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
