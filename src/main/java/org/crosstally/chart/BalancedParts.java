package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.series.Estimate;

/** What was reported of a total and its parts, and what the balance makes of it, on one scale. */
record BalancedParts(PartSeries series) implements Drawing {
  private static final String EMPTY = "No number for a part in a single period.";
  private static final double BETWEEN = 9;
  private static final double LEAST_WIDTH = 34;
  private static final double LEAST_HEIGHT = 18;

  /** Where the plots stand: their number across and down, and the size of each. */
  private record Grid(int plots, int columns, int rows, double width, double height) {
    /** The size of a plot, less where places stay empty. */
    double score() {
      return Math.min(width / 1.6, height) * plots / places();
    }

    boolean isReadable() {
      return width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
    }

    int places() {
      return columns * rows;
    }
  }

  private String xTitle() {
    return series.areYears() ? "Year" : "Period";
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles none = new Scene.Titles(title.isBlank() ? series.subject() : title, xTitle(), "");
    if (series.parts().isEmpty()) {
      return Drawing.empty(page, title, EMPTY, none);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    Range values = range();
    Ticks.Scale scale = Ticks.Scale.of(values);
    String yTitle = series.axisTitle(scale);
    double top = sketch.title(title);
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, xTitle()) - Sketch.MARGIN;
    double height = Math.max(20, bottom - top);
    double widest = Axes.left(sketch, Ticks.of(values, 4, Ticks.Style.PLAIN, scale), yTitle);
    Grid grid = grid(sketch, page.widthPt() - Sketch.MARGIN - 2 - widest, height);
    int most = (int) Math.max(2, grid.height() / (2.2 * Sketch.line(sketch.small)));
    Ticks ticks = Ticks.of(values, most, Ticks.Style.PLAIN, scale);
    double left = Axes.left(sketch, ticks, yTitle);
    double width = (page.widthPt() - Sketch.MARGIN - 2 - left + BETWEEN) / grid.columns() - BETWEEN;
    int shown = Math.min(grid.places(), series.parts().size());
    List<Plot> plots = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      PartSeries.Part part = series.parts().get(i);
      double x = left + (i % grid.columns()) * (width + BETWEEN);
      int row = i / grid.columns();
      double y = top + row * (grid.height() + head(sketch)) + head(sketch);
      Plane plane = new Plane(x, y, Math.max(10, width), grid.height(), series.across(), values);
      plots.add(new Plot(plane, part.layers()));
      frame(sketch, plane, ticks, part, i, shown, grid);
    }
    titles(sketch, plots, yTitle);
    legend.paint(sketch, left);
    Scene.Titles titles = new Scene.Titles(none.figure(), xTitle(), yTitle);
    return new Scene(page, plots, sketch.ink(), sketch.labels(), titles, description(shown));
  }

  /** A line for the name of the part, and half of one below the plot above. */
  private static double head(Sketch sketch) {
    return 1.5 * Sketch.line(sketch.small) + Axes.TICK;
  }

  /** The arrangement with the largest plots; fewer plots where they would be too small. */
  private Grid grid(Sketch sketch, double width, double height) {
    Grid best = new Grid(1, 1, 1, width, Math.max(10, height - head(sketch)));
    boolean isFirst = true;
    for (int n = series.parts().size(); n > 1; n--) {
      for (int columns = 1; columns <= n; columns++) {
        int rows = (n + columns - 1) / columns;
        Grid grid =
            new Grid(
                n,
                columns,
                rows,
                (width + BETWEEN) / columns - BETWEEN,
                height / rows - head(sketch));
        if (grid.isReadable() && (isFirst || grid.score() > best.score() + 1e-9)) {
          best = grid;
          isFirst = false;
        }
      }
      if (!isFirst) {
        return best;
      }
    }
    return best;
  }

  private void frame(
      Sketch sketch,
      Plane plane,
      Ticks ticks,
      PartSeries.Part part,
      int place,
      int shown,
      Grid grid) {
    double size = sketch.small;
    String name = Type.fitted(part.name(), size, plane.width());
    double baseline = plane.top() - Type.descent(size) - 1;
    sketch.text(name, size, plane.left() + 2, baseline, Sketch.Align.LEFT);
    if (place % grid.columns() == 0) {
      Axes.side(sketch, plane, ticks, "");
    } else {
      double x = plane.left();
      sketch.add(Ink.line(x, plane.top(), x, plane.bottom(), Look.INK, Look.AXIS));
    }
    Ticks across = series.ticks(sketch, plane.width());
    if (place + grid.columns() < shown) {
      Axes.bare(sketch, plane, across);
    } else {
      Axes.bottom(sketch, plane, across, "");
    }
  }

  private void titles(Sketch sketch, List<Plot> plots, String yTitle) {
    double size = sketch.page.fontPt();
    Plane first = plots.get(0).plane();
    double bottom = plots.stream().mapToDouble(p -> p.plane().bottom()).max().orElse(0);
    double right = plots.stream().mapToDouble(p -> p.plane().right()).max().orElse(0);
    String upright = Axes.fitted(yTitle, size, bottom - first.top() + sketch.small);
    sketch.upright(upright, size, Sketch.MARGIN + Type.ascent(size), (first.top() + bottom) / 2);
    double baseline = bottom + Axes.below(sketch, xTitle()) - Sketch.line(size) + Type.ascent(size);
    sketch.text(xTitle(), size, (first.left() + right) / 2, baseline, Sketch.Align.CENTRE);
  }

  private Range range() {
    List<Double> ends = new ArrayList<>();
    for (PartSeries.Part part : series.parts()) {
      for (PartSeries.Balanced value : part.balanced()) {
        ends.add(value.estimate().value());
      }
    }
    Range near = Range.of(ends).padded(1);
    for (PartSeries.Part part : series.parts()) {
      for (PartSeries.Balanced value : part.balanced()) {
        ends.add(near.clamp(value.estimate().low()));
        ends.add(near.clamp(value.estimate().high()));
      }
      part.reported().stream()
          .map(PartSeries.Stated::value)
          .filter(v -> ends.isEmpty() || near.holds(v))
          .forEach(ends::add);
    }
    Range data = Range.of(ends);
    double pad = 0.06 * data.span();
    boolean fromZero = ends.stream().allMatch(v -> v >= 0) && data.low() <= 0.6 * data.high();
    return new Range(fromZero ? 0 : data.low() - pad, data.high() + pad);
  }

  private Legend legend() {
    List<PartSeries.Stated> stated =
        series.parts().stream().flatMap(part -> part.reported().stream()).toList();
    List<Estimate> estimates =
        series.parts().stream()
            .flatMap(part -> part.balanced().stream())
            .map(PartSeries.Balanced::estimate)
            .toList();
    List<Legend.Entry> entries = new ArrayList<>();
    if (!estimates.isEmpty()) {
      entries.add(new Legend.Entry(new Legend.Swatch.Stroke(Look.MAIN), "Balanced"));
    }
    if (estimates.stream().anyMatch(Estimate::hasWidth)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Box(), "95 % interval"));
    }
    for (PartSeries.Kind kind : PartSeries.Kind.values()) {
      if (stated.stream().anyMatch(s -> s.kind() == kind)) {
        entries.add(MarkKey.entry(kind.mark(), kind.entry()));
      }
    }
    return new Legend(entries);
  }

  private String description(int shown) {
    Range values = range();
    long beyond =
        series.parts().stream()
            .flatMap(part -> part.reported().stream())
            .filter(stated -> !values.holds(stated.value()))
            .count();
    return new Remarks(
            series.subject()
                + ": what was reported of the total and of "
                + Words.counted(Math.max(0, series.parts().size() - 1), "part", "parts")
                + ", and the balanced values, all on one scale.")
        .add("The grey band is the 95 per cent interval of the balanced value.")
        .add(series.parts().size() - shown, "part is", "parts are", " left out for want of room.")
        .add((int) beyond, "figure lies", "figures lie", " outside the plots.")
        .add(
            series.silent(),
            "figure in another unit is",
            "figures in other units are",
            " not shown, though the balance rests on such figures as well.")
        .toString();
  }

  @Override
  public Beside beside() {
    if (series.parts().isEmpty()) {
      String none = series.subject() + ". " + EMPTY;
      return new Beside(none, none, List.of());
    }
    String caption = description(series.parts().size());
    Remarks alternative = new Remarks("Small multiples: " + series.subject() + ".");
    List<Datum> data = new ArrayList<>();
    for (PartSeries.Part part : series.parts()) {
      List<Course.Point> points = new ArrayList<>();
      for (PartSeries.Balanced value : part.balanced()) {
        String at = Statement.period(value.period());
        points.add(new Course.Point(at, value.estimate().value()));
        data.add(datum(part, value, at));
      }
      alternative.add(part.name() + ": " + new Course(points).words());
      part.reported()
          .forEach(
              s ->
                  data.add(
                      new Datum(
                          part.name(),
                          s.source(),
                          Statement.period(s.period()),
                          Datum.number(s.value()),
                          "",
                          "",
                          s.kind().entry().toLowerCase(java.util.Locale.ROOT),
                          s.id())));
    }
    return new Beside(caption, alternative.toString(), data);
  }

  private static Datum datum(PartSeries.Part part, PartSeries.Balanced value, String at) {
    Optional<Estimate> wide = Optional.of(value.estimate()).filter(Estimate::hasWidth);
    return new Datum(
        part.name(),
        "Balanced",
        at,
        Datum.number(value.estimate().value()),
        wide.map(e -> Datum.number(e.low())).orElse(""),
        wide.map(e -> Datum.number(e.high())).orElse(""),
        "balanced",
        "");
  }
}
