package org.crosstally.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.series.Estimate;

/**
 * The reconciled series with nested bands around the values that may still be revised, the darkest
 * in the middle, in the way of the fan charts of the Bank of England (Britton, Fisher and Whitley,
 * The Inflation Report projections: understanding the fan chart, Bank of England Quarterly Bulletin
 * 38, 1998).
 */
record FreshBands(OneSeries series, List<Value> values) implements Drawing {
  private static final String EMPTY = "No reconciled number for a single calendar year.";
  private static final String SHARES = "Revision (%)";
  private static final double HALF = 0.4;

  FreshBands {
    values = List.copyOf(values);
  }

  /**
   * A reconciled value.
   *
   * @param bands the ends of each band that the past allows
   */
  record Value(int year, Estimate estimate, Map<PastRevisions.Band, Range> bands, int past) {
    Value {
      bands = Map.copyOf(bands);
    }

    boolean isFresh() {
      return !bands.isEmpty();
    }

    /** The difference of a number from the value, in per cent of it. */
    double share(double other) {
      double v = estimate.value();
      return 100 * (other - v) / Math.abs(v);
    }
  }

  static FreshBands of(org.crosstally.reconcile.Reconciliation reconciliation) {
    OneSeries series = OneSeries.of(reconciliation);
    RevisionTriangle triangle = RevisionTriangle.of(reconciliation);
    PastRevisions past = new PastRevisions(triangle.lines());
    Map<org.crosstally.figure.Cell, Line> lines = new HashMap<>();
    triangle.lines().forEach(line -> lines.put(line.cell(), line));
    List<Value> values = new ArrayList<>();
    for (CellOutcome outcome : series.years()) {
      if (outcome.estimate().isPresent()) {
        Estimate estimate = outcome.estimate().get();
        boolean isFresh = estimate.covers().contains(Estimate.Component.REVISION);
        Optional<LocalDate> printed =
            Optional.ofNullable(lines.get(outcome.cell()))
                .flatMap(line -> line.latest().lastPublished())
                .map(p -> p.end());
        values.add(
            isFresh && printed.isPresent()
                ? fresh(outcome, estimate, printed.get(), past)
                : new Value(OneSeries.year(outcome), estimate, Map.of(), 0));
      }
    }
    return new FreshBands(series, values);
  }

  private static Value fresh(
      CellOutcome outcome, Estimate estimate, LocalDate printed, PastRevisions past) {
    long age = Math.max(0, ChronoUnit.DAYS.between(outcome.cell().period().end(), printed));
    List<Double> revisions = past.pairs(age).stream().map(PastRevisions.Pair::revision).toList();
    double v = estimate.value();
    if (v == 0) {
      return new Value(OneSeries.year(outcome), estimate, Map.of(), revisions.size());
    }
    Map<PastRevisions.Band, Range> bands = new HashMap<>();
    for (PastRevisions.Band band : PastRevisions.Band.values()) {
      PastRevisions.band(revisions, band)
          .map(r -> around(v, r))
          .ifPresent(range -> bands.put(band, range));
    }
    return new Value(OneSeries.year(outcome), estimate, bands, revisions.size());
  }

  /** The value with its relative revisions; a negative value turns them round. */
  private static Range around(double v, Range relative) {
    double one = v * (1 + relative.low());
    double other = v * (1 + relative.high());
    return one == other
        ? new Range(one - Math.ulp(one), one + Math.ulp(one))
        : new Range(Math.min(one, other), Math.max(one, other));
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles none = new Scene.Titles(title.isBlank() ? series.subject() : title, "Year", "");
    if (values.isEmpty()) {
      return Drawing.empty(page, title, EMPTY, none);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    Range y = range();
    Ticks.Scale scale = Ticks.Scale.of(y);
    String yTitle = series.axisTitle(scale);
    double top = sketch.title(title) + sketch.small / 2;
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, "Year") - Sketch.MARGIN;
    double height = Math.max(40, bottom - top);
    boolean hasBands = values.stream().anyMatch(Value::isFresh);
    double between = Axes.TICK + 1.6 * Sketch.line(sketch.small);
    double upper = hasBands ? 0.6 * (height - between) : height;
    Ticks levels = Ticks.of(y, most(sketch, upper), Ticks.Style.PLAIN, scale);
    Range shares = shares();
    double lower = height - between - upper;
    Ticks percent = Ticks.of(shares, most(sketch, lower), Ticks.Style.SIGNED, Ticks.Scale.ONES);
    double left = Axes.left(sketch, levels, yTitle);
    if (hasBands) {
      left = Math.max(left, Axes.left(sketch, percent, SHARES));
    }
    int first = values.get(0).year();
    int last = values.get(values.size() - 1).year();
    double width = Math.max(20, page.widthPt() - Sketch.MARGIN - 2 - left);
    Range x = new Range(first - 0.6, last + 0.6);
    Plane plane = new Plane(left, top, width, upper, x, y);
    Ticks years = Ticks.years(first, last, width / x.span(), s -> Type.width(s, sketch.small));
    List<Plot> plots = new ArrayList<>(List.of(new Plot(plane, layers())));
    Axes.side(sketch, plane, levels, yTitle);
    if (hasBands) {
      Plane below = new Plane(left, top + upper + between, width, lower, x, shares);
      plots.add(new Plot(below, shareLayers(shares)));
      Axes.bare(sketch, plane, years);
      Axes.side(sketch, below, percent, SHARES);
      Axes.bottom(sketch, below, years, "Year");
    } else {
      Axes.bottom(sketch, plane, years, "Year");
    }
    legend.paint(sketch, plane.left());
    Scene.Titles titles = new Scene.Titles(none.figure(), "Year", yTitle);
    return new Scene(page, plots, sketch.ink(), sketch.labels(), titles, description());
  }

  private static int most(Sketch sketch, double height) {
    return (int) Math.max(3, height / (2.6 * Sketch.line(sketch.small)));
  }

  /** Room for the bands, and for intervals that are not much longer. */
  private Range shares() {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    for (Value value : values) {
      value
          .bands()
          .values()
          .forEach(r -> ends.addAll(List.of(value.share(r.low()), value.share(r.high()))));
    }
    Range near = Range.of(ends).padded(1);
    for (Value value : values) {
      if (value.isFresh()) {
        ends.add(near.clamp(value.share(value.estimate().low())));
        ends.add(near.clamp(value.share(value.estimate().high())));
      }
    }
    return Range.of(ends).padded(0.05);
  }

  private List<Layer> shareLayers(Range y) {
    List<Layer> layers = new ArrayList<>();
    for (PastRevisions.Band band : PastRevisions.Band.values()) {
      for (Value value : values) {
        Optional.ofNullable(value.bands().get(band))
            .map(r -> new Range(value.share(r.low()), value.share(r.high())))
            .ifPresent(r -> layers.add(box(band.label(), band.color, value.year(), r)));
      }
    }
    double first = values.get(0).year() - 0.6;
    double last = values.get(values.size() - 1).year() + 0.6;
    layers.add(
        new Layer.Whiskers(
            "No revision", Look.INK, Look.HAIR, List.of(new At(first, 0), new At(last, 0))));
    List<At> whiskers = new ArrayList<>();
    for (Value value : values) {
      if (value.isFresh()) {
        double low = y.clamp(value.share(value.estimate().low()));
        double high = y.clamp(value.share(value.estimate().high()));
        whiskers.addAll(
            List.of(new At(value.year(), low), new At(value.year(), high), At.gap(value.year())));
      }
    }
    layers.add(new Layer.Whiskers("Intervals", Look.INK, Look.THIN, whiskers));
    return layers;
  }

  private Range range() {
    List<Double> ends = new ArrayList<>();
    for (Value value : values) {
      ends.addAll(
          List.of(value.estimate().value(), value.estimate().low(), value.estimate().high()));
      value.bands().values().forEach(range -> ends.addAll(List.of(range.low(), range.high())));
    }
    Range data = Range.of(ends);
    double pad = 0.05 * data.span();
    boolean fromZero = ends.stream().allMatch(v -> v >= 0) && data.low() <= 0.6 * data.high();
    return new Range(fromZero ? 0 : data.low() - pad, data.high() + pad);
  }

  private List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    for (PastRevisions.Band band : PastRevisions.Band.values()) {
      for (Value value : values) {
        Optional.ofNullable(value.bands().get(band))
            .ifPresent(range -> layers.add(box(band.label(), band.color, value.year(), range)));
      }
    }
    List<At> line = new ArrayList<>();
    List<At> dots = new ArrayList<>();
    int before = Integer.MIN_VALUE;
    for (Value value : values) {
      if (value.year() != before + 1 && !line.isEmpty()) {
        line.add(At.gap(before));
      }
      At at = new At(value.year(), value.estimate().value());
      line.add(at);
      dots.add(at);
      before = value.year();
    }
    List<At> whiskers = new ArrayList<>();
    for (Value value : values) {
      if (value.estimate().hasWidth()) {
        At low = new At(value.year(), value.estimate().low());
        At high = new At(value.year(), value.estimate().high());
        whiskers.addAll(List.of(low, high, At.gap(value.year())));
      }
    }
    layers.add(new Layer.Whiskers("Intervals", Look.INK, Look.THIN, whiskers));
    layers.add(new Layer.Line("Reconciled", Look.INK, Look.MAIN, line));
    Mark dot = new Mark(Mark.Form.CIRCLE, Look.INK, Mark.Fill.FILLED, Look.SMALL_MARK);
    layers.add(new Layer.Marks("Reconciled, by year", dot, dots));
    return layers;
  }

  private static Layer box(String name, java.awt.Color color, int year, Range range) {
    double west = year - HALF;
    double east = year + HALF;
    return new Layer.Area(
        name + " " + year,
        color,
        List.of(
            new At(west, range.low()),
            new At(west, range.high()),
            new At(east, range.high()),
            new At(east, range.low())));
  }

  static Legend.Entry entry(PastRevisions.Band band) {
    List<Ink> box = List.of(Ink.box(-7, -2.5, 14, 5, band.color));
    return new Legend.Entry(new Legend.Swatch.Sign(band, box), band.label() + " band");
  }

  private Set<PastRevisions.Band> shown() {
    Set<PastRevisions.Band> bands = EnumSet.noneOf(PastRevisions.Band.class);
    values.forEach(value -> bands.addAll(value.bands().keySet()));
    return bands;
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry(new Legend.Swatch.Stroke(Look.MAIN), "Reconciled"));
    if (values.stream().anyMatch(value -> value.estimate().hasWidth())) {
      List<Ink> bar = List.of(Ink.line(0, -3.2, 0, 3.2, Look.INK, Look.THIN));
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Sign("whisker", bar), "Interval of the reconciled value"));
    }
    shown().forEach(band -> entries.add(entry(band)));
    return new Legend(entries);
  }

  private String description() {
    long fresh = values.stream().filter(value -> !value.bands().isEmpty()).count();
    String shares =
        shown().stream()
            .map(PastRevisions.Band::label)
            .sorted()
            .collect(Collectors.joining(" and "));
    int least =
        values.stream().filter(v -> !v.bands().isEmpty()).mapToInt(Value::past).min().orElse(0);
    String covers = Figures.covers(values.stream().map(Value::estimate).toList());
    return new Remarks(
            series.subject()
                + " by year: the reconciled series, with bands around "
                + Words.counted((int) fresh, "value", "values")
                + " that may still be revised.")
        .add(
            shares.isEmpty()
                ? "The past has too few revised numbers for bands."
                : "The bands, the darkest in the middle, hold "
                    + shares
                    + " of the revisions that past numbers of the same age went through, of "
                    + least
                    + " or more past numbers each; below, in per cent of the value.")
        .add(
            covers.isEmpty()
                ? ""
                : "Whiskers are the interval of the reconciled value, which covers " + covers + ".")
        .add(series.leftOut())
        .toString();
  }

  @Override
  public Beside beside() {
    if (values.isEmpty()) {
      String none = series.subject() + ". " + EMPTY;
      return new Beside(none, none, List.of());
    }
    List<Course.Point> points = new ArrayList<>();
    List<Datum> data = new ArrayList<>();
    for (Value value : values) {
      String at = Integer.toString(value.year());
      double v = value.estimate().value();
      points.add(new Course.Point(at, v));
      data.add(
          datum(
              "Reconciled", at, v, new Interval(value.estimate().low(), value.estimate().high())));
      for (PastRevisions.Band band : PastRevisions.Band.values()) {
        Optional.ofNullable(value.bands().get(band))
            .ifPresent(r -> data.add(datum(band.label(), at, v, new Interval(r.low(), r.high()))));
      }
    }
    String alternative =
        new Remarks("Line with bands: " + series.subject() + ".")
            .add(new Course(points).words())
            .toString();
    return new Beside(description(), alternative, data);
  }

  private record Interval(double low, double high) {}

  private static Datum datum(String name, String at, double value, Interval interval) {
    return new Datum(
        "",
        name,
        at,
        Datum.number(value),
        Datum.number(interval.low()),
        Datum.number(interval.high()),
        "reconciled",
        "");
  }
}
