package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;

/** The reconciled series with its interval and the figures of the sources around it. */
record LinesBySource(OneSeries series, Sources sources) implements Drawing {

  static LinesBySource of(Reconciliation reconciliation) {
    OneSeries series = OneSeries.of(reconciliation);
    return new LinesBySource(series, Sources.of(series));
  }

  @Override
  public Scene lay(Page page, String title) {
    if (series.years().isEmpty()) {
      Scene.Titles titles = new Scene.Titles(title.isBlank() ? series.subject() : title, "", "");
      return Drawing.empty(page, title, "No figures for single calendar years.", titles);
    }
    double most = 0.4 * page.heightPt();
    for (int named = Math.min(Sources.MOST, sources.ranked().size()); ; named--) {
      Sketch sketch = new Sketch(page);
      Legend legend = LinesLegend.of(series, sources, named);
      if (named <= 1 || legend.height(sketch) <= most) {
        return scene(sketch, title, named, legend);
      }
    }
  }

  @Override
  public Beside beside() {
    List<CellOutcome> years = series.years();
    String subject = series.axisTitle(Ticks.Scale.ONES);
    if (years.isEmpty()) {
      String none = subject + ": no figures for single calendar years.";
      return new Beside(none, none, List.of());
    }
    Figures figures = new Figures(years, sources);
    String of = series.of().isEmpty() ? "" : ", " + series.of();
    String when =
        Words.span(OneSeries.year(years.get(0)), OneSeries.year(years.get(years.size() - 1)));
    String covers = figures.covers();
    String caption =
        new Remarks(subject + of + ", " + when + ", by source.")
            .add("The black line is the reconciled series.")
            .add(figures.hasIntervals() ? "The grey band is its interval" + covering(covers) : "")
            .add(figures.marks())
            .add(figures.hasAside() ? "Grey crosses are figures that were set aside." : "")
            .add(figures.citations())
            .toString();
    String alternative =
        new Remarks("Line chart with marks: " + subject + of + ", " + when + ".")
            .add("The reconciled series as a black line: " + course(years).words())
            .add(figures.disagreements())
            .toString();
    return new Beside(caption, alternative, data(years, figures));
  }

  static String covering(String covers) {
    return covers.isEmpty() ? "." : ", which covers " + covers + ".";
  }

  private static Course course(List<CellOutcome> years) {
    List<Course.Point> points = new ArrayList<>();
    for (CellOutcome outcome : years) {
      String year = Integer.toString(OneSeries.year(outcome));
      outcome.estimate().ifPresent(e -> points.add(new Course.Point(year, e.value())));
    }
    return new Course(points);
  }

  private static List<Datum> data(List<CellOutcome> years, Figures figures) {
    List<Datum> data = new ArrayList<>();
    for (CellOutcome outcome : years) {
      String year = Integer.toString(OneSeries.year(outcome));
      data.add(Figures.reconciled(outcome, "", year));
      said(outcome).forEach(said -> data.add(figures.datum(said, "", year)));
    }
    return data;
  }

  private Scene scene(Sketch sketch, String title, int named, Legend legend) {
    Page page = sketch.page;
    Range values = valueRange();
    Ticks.Scale scale = Ticks.Scale.of(values);
    String yTitle = series.axisTitle(scale);
    double top = sketch.title(title) + sketch.small / 2;
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, "Year") - Sketch.MARGIN;
    int most = (int) Math.max(2, (bottom - top) / (2.6 * Sketch.line(sketch.small)));
    Ticks y = Ticks.of(values, most, Ticks.Style.PLAIN, scale);
    double left = Axes.left(sketch, y, yTitle);
    List<CellOutcome> years = series.years();
    int first = OneSeries.year(years.get(0));
    int last = OneSeries.year(years.get(years.size() - 1));
    Range x = new Range(first - 0.6, last + 0.6);
    double right = page.widthPt() - Sketch.MARGIN - 2;
    Plane plane = new Plane(left, top, right - left, Math.max(20, bottom - top), x, values);
    double pitch = plane.width() / x.span();
    YearMarks marks = new YearMarks(plane, sources, named, markSize(pitch));
    years.forEach(outcome -> marks.add(outcome));
    List<Layer> layers = new ArrayList<>(reconciled(years, plane));
    layers.addAll(marks.layers());
    sketch.add(marks.ink());
    Axes.side(sketch, plane, y, yTitle);
    Ticks x0 = Ticks.years(first, last, pitch, text -> Type.width(text, sketch.small));
    Axes.bottom(sketch, plane, x0, "Year");
    legend.paint(sketch, plane.left());
    Scene.Titles titles =
        new Scene.Titles(title.isBlank() ? series.subject() : title, "Year", yTitle);
    return new Scene(
        page, plane, layers, sketch.ink(), sketch.labels(), titles, description(values, marks));
  }

  private static double markSize(double pitch) {
    return Math.max(2.4, Math.min(Look.MARK, 0.45 * pitch));
  }

  private List<Layer> reconciled(List<CellOutcome> years, Plane plane) {
    List<Layer> layers = new ArrayList<>();
    List<At> line = new ArrayList<>();
    List<At> alone = new ArrayList<>();
    for (List<CellOutcome> run : runs(years)) {
      layers.addAll(band(run, plane));
      for (CellOutcome outcome : run) {
        line.add(new At(OneSeries.year(outcome), outcome.estimate().orElseThrow().value()));
      }
      if (run.size() == 1) {
        alone.add(line.get(line.size() - 1));
      }
      line.add(At.gap(line.get(line.size() - 1).x()));
    }
    if (!line.isEmpty()) {
      layers.add(new Layer.Line("Reconciled", Look.INK, Look.MAIN, line));
    }
    if (!alone.isEmpty()) {
      // A line needs two points; a year between gaps would not be seen.
      Mark dot = new Mark(Mark.Form.CIRCLE, Look.INK, Mark.Fill.FILLED, Look.SMALL_MARK);
      layers.add(new Layer.Marks("Reconciled, between gaps", dot, alone));
    }
    return layers;
  }

  /** Years that follow one another and have a number each. */
  private static List<List<CellOutcome>> runs(List<CellOutcome> years) {
    List<List<CellOutcome>> runs = new ArrayList<>();
    int before = Integer.MIN_VALUE;
    for (CellOutcome outcome : years) {
      if (outcome.estimate().isPresent()) {
        int year = OneSeries.year(outcome);
        if (runs.isEmpty() || year != before + 1) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(outcome);
        before = year;
      }
    }
    return runs;
  }

  private static List<Layer> band(List<CellOutcome> run, Plane plane) {
    List<At> upper = new ArrayList<>();
    List<At> lower = new ArrayList<>();
    boolean wide = false;
    for (CellOutcome outcome : run) {
      Estimate estimate = outcome.estimate().orElseThrow();
      wide |= estimate.hasWidth();
      double year = OneSeries.year(outcome);
      upper.add(new At(year, plane.y().clamp(estimate.high())));
      lower.add(0, new At(year, plane.y().clamp(estimate.low())));
    }
    if (!wide) {
      return List.of();
    }
    List<At> around = new ArrayList<>();
    if (run.size() == 1) {
      double half = 3 * plane.x().span() / plane.width();
      for (At at : List.of(upper.get(0), lower.get(0))) {
        double side = around.isEmpty() ? -half : half;
        around.add(new At(at.x() + side, at.y()));
        around.add(new At(at.x() - side, at.y()));
      }
    } else {
      around.addAll(upper);
      around.addAll(lower);
    }
    return List.of(new Layer.Area("Interval", Look.BAND, around));
  }

  /**
   * Room for the reconciled numbers and for what is said near them; from zero where that is near.
   */
  private Range valueRange() {
    List<Double> ends = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    for (CellOutcome outcome : series.years()) {
      outcome.estimate().ifPresent(e -> ends.addAll(List.of(e.value(), e.low(), e.high())));
      said.addAll(said(outcome));
    }
    if (ends.isEmpty()) {
      said.forEach(item -> ends.add(item.value()));
    }
    // A slip may lie far away; what stands is given more room.
    Range numbers = Range.of(ends);
    for (Said item : said) {
      if (numbers.padded(item.isAside() ? 0.5 : 1.5).holds(item.value())) {
        ends.add(item.value());
      }
    }
    return Range.axis(ends);
  }

  static List<Said> said(CellOutcome outcome) {
    return outcome.accounts().stream()
        .flatMap(account -> Said.of(account, outcome).stream())
        .toList();
  }

  private String description(Range values, YearMarks marks) {
    List<CellOutcome> years = series.years();
    int figures = years.stream().mapToInt(o -> o.accounts().size()).sum();
    String covers = Figures.covers(years.stream().flatMap(o -> o.estimate().stream()).toList());
    return new Remarks(
            series.subject()
                + " by year: the reconciled series as a black line, and "
                + Words.counted(figures, "figure", "figures")
                + " of "
                + Words.counted(sources.ranked().size(), "source", "sources")
                + " as marks.")
        .add(covers.isEmpty() ? "" : "The grey band covers " + covers + ".")
        .add(values.low() > 0 ? "The vertical axis does not start at zero." : "")
        .add(
            series.outcomes().size() - years.size(),
            "cell of another period is",
            "cells of other periods are",
            " not shown: only single calendar years have a place on the axis.")
        .add(
            figures - marks.placed(),
            "figure that states no level in this unit is",
            "figures that state no level in this unit are",
            " not shown.")
        .add(
            marks.beyond(),
            "figure lies",
            "figures lie",
            " outside the plot; an arrow at the edge points to each place.")
        .add(series.leftOut())
        .toString();
  }
}
