package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;

/** Several series on the scale of one base period. */
record IndexLines(Period base, List<Line> lines, List<String> without) implements Drawing {
  private static final double LEVEL = 100;
  private static final double LEAST_MARK = 2.2;

  IndexLines {
    lines = List.copyOf(lines);
    without = List.copyOf(without);
  }

  /** One series as an index. */
  record Line(String name, TimeSeries index, Style style) {
    /** The points of the periods that are as long as the base. */
    List<Observation.Present> points(Period base) {
      return index.present().stream().filter(o -> isLike(o.period(), base)).toList();
    }

    int otherLengths(Period base) {
      return (int) index.present().stream().filter(o -> !isLike(o.period(), base)).count();
    }

    private static boolean isLike(Period period, Period base) {
      return period.length() == base.length();
    }
  }

  static IndexLines of(Map<String, TimeSeries> series, Period base) {
    List<Line> lines = new ArrayList<>();
    List<String> without = new ArrayList<>();
    series.forEach(
        (name, own) -> {
          String words = Words.displayable(name);
          Outcome<TimeSeries> index = own.index(base);
          index
              .asOptional()
              .ifPresent(found -> lines.add(new Line(words, found, Style.of(lines.size()))));
          index.whyNot().map(Reason::sentence).ifPresent(why -> without.add(words + ": " + why));
        });
    return new IndexLines(base, lines, without);
  }

  private String axis() {
    return "Index (" + Words.printable(base.format()) + " = 100)";
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles = new Scene.Titles(title.isBlank() ? axis() : title, "Year", axis());
    if (lines.isEmpty()) {
      return Drawing.empty(page, title, "No series has a value for the base period.", titles);
    }
    double most = 0.4 * page.heightPt();
    for (int named = lines.size(); ; named--) {
      Sketch sketch = new Sketch(page);
      Legend legend = legend(named);
      if (named <= 1 || legend.height(sketch) <= most) {
        return scene(sketch, title, titles, legend);
      }
    }
  }

  private Scene scene(Sketch sketch, String title, Scene.Titles titles, Legend legend) {
    double top = sketch.title(title) + sketch.small / 2;
    List<Double> places = new ArrayList<>();
    lines.forEach(line -> line.points(base).forEach(o -> places.add(Times.middle(o.period()))));
    Range x = Times.range(places);
    Range values = values();
    Frame.Vertical y = new Frame.Vertical(values, Ticks.Style.PLAIN, Ticks.Scale.ONES, axis());
    double bottom = Frame.bottom(sketch, legend, "Year");
    Frame frame = Frame.of(sketch, top, bottom, x, y);
    Plane plane = frame.plane();
    List<Layer> layers = new ArrayList<>();
    if (values.holds(LEVEL)) {
      List<At> level = List.of(new At(x.low(), LEVEL), new At(x.high(), LEVEL));
      layers.add(new Layer.Whiskers("100", Look.RULE, Look.AXIS, level));
    }
    double pitch = plane.width() * lines.size() / Math.max(1, places.size());
    // The first series lies on top.
    for (int i = lines.size() - 1; i >= 0; i--) {
      layers.addAll(layers(lines.get(i), plane, 0.55 * pitch));
    }
    frame.axes(Times.ticks(x, plane.width(), sketch.small), "Year");
    legend.paint(sketch, plane.left());
    return new Scene(
        sketch.page, plane, layers, sketch.ink(), sketch.labels(), titles, description(values));
  }

  /** Room for the values, and for intervals that are not much longer. */
  private Range values() {
    List<Double> ends = new ArrayList<>(List.of(LEVEL));
    List<Estimate> estimates = new ArrayList<>();
    for (Line line : lines) {
      line.points(base).forEach(o -> estimates.add(o.estimate()));
    }
    estimates.forEach(e -> ends.add(e.value()));
    Range near = Range.of(ends).padded(0.3);
    for (Estimate e : estimates) {
      ends.add(near.clamp(e.low()));
      ends.add(near.clamp(e.high()));
    }
    return Range.axis(ends);
  }

  private List<Layer> layers(Line line, Plane plane, double markSize) {
    List<At> at = new ArrayList<>();
    List<At> whiskers = new ArrayList<>();
    List<At> filled = new ArrayList<>();
    List<At> open = new ArrayList<>();
    List<Observation.Present> points = line.points(base);
    for (int i = 0; i < points.size(); i++) {
      Observation.Present point = points.get(i);
      double x = Times.middle(point.period());
      if (i > 0 && isGap(line, points.get(i - 1).period(), point.period())) {
        at.add(At.gap(x));
      }
      Estimate e = point.estimate();
      At here = new At(x, e.value());
      at.add(here);
      (point.status() == Status.PROVISIONAL ? open : filled).add(here);
      if (e.hasWidth()) {
        whiskers.add(new At(x, plane.y().clamp(e.low())));
        whiskers.add(new At(x, plane.y().clamp(e.high())));
        whiskers.add(At.gap(x));
      }
    }
    Style style = line.style();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Whiskers(line.name() + ", intervals", style.color(), Look.THIN, whiskers));
    layers.add(new Layer.Line(line.name(), style.color(), 1, style.dash(), at));
    double size = Math.min(Look.MARK, markSize);
    if (size >= LEAST_MARK || at.size() == 1) {
      size = Math.max(size, LEAST_MARK);
      layers.add(marks(line, style.mark(Mark.Fill.FILLED, size), filled));
    }
    // A provisional point is told from the others even where there is no room for marks.
    layers.add(marks(line, style.mark(Mark.Fill.OPEN, Math.max(size, LEAST_MARK)), open));
    return layers;
  }

  private static Layer marks(Line line, Mark mark, List<At> at) {
    String open = mark.fill() == Mark.Fill.OPEN ? " (provisional)" : "";
    return new Layer.Marks(line.name() + ", values" + open, mark, at);
  }

  /** Stocks are as of single days, between which nothing is missing unless the series says so. */
  private static boolean isGap(Line line, Period before, Period period) {
    boolean apart = period.length() != Period.Length.DAY && !before.adjoins(period);
    return apart
        || line.index().observations().stream()
            .filter(Observation.Absent.class::isInstance)
            .map(Observation::period)
            .anyMatch(p -> p.isAfter(before) && period.isAfter(p));
  }

  private Legend legend(int named) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (Line line : lines.subList(0, named)) {
      Style style = line.style();
      Mark mark = style.mark(Mark.Fill.FILLED, Look.MARK);
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Line(style.color(), 1, style.dash(), Optional.of(mark)),
              line.name()));
    }
    if (named < lines.size()) {
      String rest = Words.counted(lines.size() - named, "further series", "further series");
      entries.add(
          new Legend.Entry(new Legend.Swatch.Line(Look.OTHERS, 1, Dash.SOLID), "and " + rest));
    }
    List<Observation.Present> all =
        lines.stream().flatMap(line -> line.points(base).stream()).toList();
    if (all.stream().anyMatch(o -> o.status() == Status.PROVISIONAL)) {
      Mark open = Sources.others(Look.MARK).filled(Mark.Fill.OPEN);
      entries.add(new Legend.Entry(new Legend.Swatch.Point(open), "Open: provisional"));
    }
    if (all.stream().anyMatch(o -> o.estimate().hasWidth())) {
      entries.add(new Legend.Entry(new Legend.Swatch.Whisker(Look.OTHERS), "Interval"));
    }
    return new Legend(entries);
  }

  private String names() {
    return lines.stream().map(Line::name).collect(Collectors.joining(", "));
  }

  private String description(Range values) {
    return new Remarks(names() + ": index with " + base.format() + " = 100.")
        .add(values.low() > 0 ? "The vertical axis does not start at zero." : "")
        .add(withoutIndex())
        .add(
            lines.stream().mapToInt(line -> line.otherLengths(base)).sum(),
            "value of a period of another length is",
            "values of periods of another length are",
            " not shown.")
        .toString();
  }

  private String withoutIndex() {
    return without.isEmpty() ? "" : "Without an index are " + String.join("; ", without) + ".";
  }

  @Override
  public Beside beside() {
    if (lines.isEmpty()) {
      String none = axis() + ": no series has a value for the base period. " + withoutIndex();
      return new Beside(none.strip(), none.strip(), List.of());
    }
    List<Observation.Present> all =
        lines.stream().flatMap(line -> line.points(base).stream()).toList();
    List<Estimate> wide =
        all.stream().map(Observation.Present::estimate).filter(Estimate::hasWidth).toList();
    boolean provisional = all.stream().anyMatch(o -> o.status() == Status.PROVISIONAL);
    String caption =
        new Remarks(names() + ": index with " + base.format() + " = 100.")
            .add(
                wide.isEmpty()
                    ? ""
                    : "Whiskers are the intervals, which hold what the intervals of value and base"
                        + " allow"
                        + LinesBySource.covering(Figures.covers(wide)))
            .add(provisional ? "Open marks are provisional values." : "")
            .add(withoutIndex())
            .toString();
    Remarks alternative = new Remarks("Line chart of index numbers, " + base.format() + " = 100.");
    lines.forEach(line -> alternative.add(line.name() + ": " + course(line)));
    return new Beside(caption, alternative.toString(), data());
  }

  private String course(Line line) {
    return new Course(
            line.points(base).stream()
                .map(o -> new Course.Point(o.period().format(), o.estimate().value()))
                .toList())
        .words();
  }

  private List<Datum> data() {
    List<Datum> data = new ArrayList<>();
    for (Line line : lines) {
      for (Observation.Present point : line.points(base)) {
        data.add(
            Data.of(
                "",
                line.name(),
                point.period().format(),
                point.estimate(),
                point.status().code(),
                ""));
      }
    }
    return data;
  }
}
