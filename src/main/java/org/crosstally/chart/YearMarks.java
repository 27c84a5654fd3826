package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crosstally.reconcile.CellOutcome;

/** The marks of the figures over a time axis, side by side where they would hide one another. */
final class YearMarks {
  private static final double ARROW = 8;

  private final Plane plane;
  private final Sources sources;
  private final int named;
  private final double size;
  private final Map<Integer, Kind> kinds = new TreeMap<>();
  private final Map<Pen, List<At>> whiskers = new LinkedHashMap<>();
  private final List<Ink> ink = new ArrayList<>();
  private int placed;
  private int beyond;

  YearMarks(Plane plane, Sources sources, int named, double size) {
    this.plane = plane;
    this.sources = sources;
    this.named = named;
    this.size = size;
  }

  /** One mark: several figures that would look the same share it. */
  private record Spot(
      int group, double value, double low, double high, Said.Side bound, Mark.Fill fill) {}

  /** What whiskers and stems are drawn with. */
  private record Pen(Color color, Dash dash) {}

  /** Marks that look the same. */
  private record Kind(String name, Mark mark, List<At> at) {}

  void add(CellOutcome outcome) {
    Set<Spot> spots = new LinkedHashSet<>();
    for (Said said : LinesBySource.said(outcome)) {
      placed++;
      if (plane.y().holds(said.value())) {
        spots.add(spot(said));
      } else {
        beyond++;
        outside(OneSeries.year(outcome), said.value());
      }
    }
    List<Spot> sorted = new ArrayList<>(spots);
    sorted.sort(
        Comparator.comparingDouble(Spot::value)
            .thenComparing(Spot::group)
            .thenComparing(Spot::fill)
            .thenComparing(Spot::bound)
            .thenComparing(Spot::low)
            .thenComparing(Spot::high));
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || apart(sorted.get(i - 1), sorted.get(i))) {
        dodge(OneSeries.year(outcome), sorted.subList(from, i));
        from = i;
      }
    }
  }

  /** What was set aside is a cross, whatever it says of its own doubt. */
  private Spot spot(Said said) {
    double v = said.value();
    return said.isAside()
        ? new Spot(Sources.MOST + 1, v, v, v, Said.Side.NEITHER, Mark.Fill.OPEN)
        : new Spot(group(said), v, said.low(), said.high(), said.bound(), said.fill());
  }

  private boolean apart(Spot below, Spot above) {
    return plane.y(below.value()) - plane.y(above.value()) >= size;
  }

  /** The named sources by rank, then the others. */
  private int group(Said said) {
    int rank = sources.ranked().indexOf(said.source());
    return rank < named ? rank : Sources.MOST;
  }

  /** Marks that look the same stand in one column; the first source stands on its year. */
  private void dodge(int year, List<Spot> together) {
    double perPoint = plane.x().span() / plane.width();
    SortedMap<Integer, List<Spot>> columns = new TreeMap<>();
    for (Spot spot : together) {
      int column = column(spot);
      columns.computeIfAbsent(column, k -> new ArrayList<>()).add(spot);
    }
    int aside = columns.size() / 2;
    double room = (0.42 / perPoint - size / 2) / Math.max(1, aside);
    double step = Math.max(0, Math.min(0.95 * size, room));
    int i = 0;
    for (List<Spot> column : columns.values()) {
      // 0, then 1 to the right, 1 to the left, 2 to the right, and so on.
      int steps = i % 2 == 1 ? (i + 1) / 2 : -i / 2;
      i++;
      column.forEach(spot -> place(spot, year + steps * step * perPoint));
    }
  }

  private static int column(Spot spot) {
    int form =
        switch (spot.fill()) {
          case FILLED -> 0;
          case OPEN -> 1;
          case DASHED -> 2;
        };
    return 3 * spot.group() + form;
  }

  private void place(Spot spot, double x) {
    Mark mark = mark(spot);
    // The later layer lies on top: the first source, then the next.
    kinds
        .computeIfAbsent(-column(spot), k -> new Kind(name(spot), mark, new ArrayList<>()))
        .at()
        .add(new At(x, spot.value()));
    if (spot.low() < spot.high()) {
      whiskers
          .computeIfAbsent(pen(mark), c -> new ArrayList<>())
          .addAll(whisker(x, plane.y().clamp(spot.low()), plane.y().clamp(spot.high())));
    }
    if (spot.bound() != Said.Side.NEITHER) {
      arrow(spot, x, mark.color());
    }
  }

  private static Pen pen(Mark mark) {
    return new Pen(mark.color(), mark.fill() == Mark.Fill.DASHED ? Dash.SHORT : Dash.SOLID);
  }

  /** An arrow that stays within the plot, where it is not too short to be seen. */
  private void arrow(Spot spot, double x, Color color) {
    double sign = spot.bound() == Said.Side.BELOW ? 1 : -1;
    double start = plane.y(spot.value()) + sign * size / 2;
    double room = sign > 0 ? plane.bottom() - 1 - start : start - plane.top();
    double length = Math.max(2.5, Math.min(ARROW, room));
    ink.add(Ink.arrow(plane.x(x), start, plane.x(x), start + sign * length, color));
  }

  private List<At> whisker(double x, double low, double high) {
    double cap = 0.35 * size * plane.x().span() / plane.width();
    return List.of(
        new At(x - cap, low),
        new At(x + cap, low),
        At.gap(x),
        new At(x, low),
        new At(x, high),
        At.gap(x),
        new At(x - cap, high),
        new At(x + cap, high),
        At.gap(x));
  }

  private void outside(int year, double value) {
    double x = plane.x(year);
    double edge = value > plane.y().high() ? plane.top() : plane.bottom();
    double inwards = value > plane.y().high() ? 1 : -1;
    ink.add(Ink.arrow(x, edge + inwards * (ARROW + 1), x, edge + inwards, Look.ASIDE));
  }

  private Mark mark(Spot spot) {
    if (spot.group() > Sources.MOST) {
      return Sources.aside(0.8 * size);
    }
    Mark mark =
        spot.group() == Sources.MOST
            ? Sources.others(0.65 * size)
            : sources.mark(sources.ranked().get(spot.group()), size);
    return mark.filled(spot.fill());
  }

  private String name(Spot spot) {
    if (spot.group() > Sources.MOST) {
      return "Set aside";
    }
    String name =
        spot.group() == Sources.MOST
            ? "Other sources"
            : sources.name(sources.ranked().get(spot.group()));
    return switch (spot.fill()) {
      case FILLED -> name;
      case OPEN -> name + " (open)";
      case DASHED -> name + " (forecast)";
    };
  }

  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    whiskers.forEach(
        (pen, at) ->
            layers.add(new Layer.Whiskers("Intervals", pen.color(), Look.THIN, pen.dash(), at)));
    kinds.values().forEach(k -> layers.add(new Layer.Marks(k.name(), k.mark(), k.at())));
    return layers;
  }

  /** Arrows of bounds and of what lies outside. */
  List<Ink> ink() {
    return ink;
  }

  int placed() {
    return placed;
  }

  int beyond() {
    return beyond;
  }
}
