package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Reason;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.trend.BreakModel;
import org.crosstally.trend.ConfidenceInterval;
import org.crosstally.trend.JoinBand;
import org.crosstally.trend.JoinModel;
import org.crosstally.trend.JoinPoints;
import org.crosstally.trend.StructuralBreaks;
import org.crosstally.trend.TrendReport;

/**
 * A series of years with the broken line through it, the band of the line, and the breaks between
 * regimes.
 */
record TrendLines(
    TimeSeries series,
    Optional<JoinModel> line,
    Optional<JoinBand> band,
    List<BreakModel.Break> breaks,
    List<String> missing)
    implements Drawing {
  private static final double LEVEL = 0.95;

  /** Of the line in logarithms, which is a curve in the plot. */
  private static final int STEPS_A_YEAR = 8;

  private static final String YEAR = "Year";

  TrendLines {
    breaks = List.copyOf(breaks);
    missing = List.copyOf(missing);
  }

  static TrendLines of(TrendReport report) {
    TimeSeries series = report.series();
    Optional<JoinModel> line = report.results().joins().asOptional().map(JoinPoints.Result::best);
    Optional<JoinBand> band =
        line.flatMap(
            l ->
                JoinBand.of(l, series.years(), JoinPoints.Inference.GIVEN_JOINS, LEVEL)
                    .asOptional());
    List<BreakModel.Break> breaks =
        report
            .results()
            .breaks()
            .asOptional()
            .map(StructuralBreaks.Result::best)
            .map(BreakModel::breaks)
            .orElse(List.of());
    List<String> missing = new ArrayList<>();
    report
        .results()
        .joins()
        .whyNot()
        .map(Reason::sentence)
        .ifPresent(why -> missing.add("There is no broken line: " + why + "."));
    return new TrendLines(series, line, band, breaks, missing);
  }

  private String label() {
    String words = Words.displayable(series.label());
    return words.isEmpty() ? "Value" : words;
  }

  private String axis(Ticks.Scale scale) {
    String unit = (scale.word + Words.displayable(series.unit().format())).strip();
    return unit.isEmpty() ? label() : label() + " (" + unit + ")";
  }

  @Override
  public Scene lay(Page page, String title) {
    List<Observation.Present> points = series.present();
    Range values = values(points);
    Ticks.Scale scale = Ticks.Scale.of(values);
    Scene.Titles titles =
        new Scene.Titles(title.isBlank() ? label() + ": trend" : title, YEAR, axis(scale));
    if (points.isEmpty()) {
      return Drawing.empty(page, title, "No year has a value.", titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend(points);
    double top = sketch.title(title) + sketch.small / 2;
    Range x = Times.range(points.stream().map(o -> Times.middle(o.period())).toList());
    Frame.Vertical y = new Frame.Vertical(values, Ticks.Style.PLAIN, scale, axis(scale));
    Frame frame = Frame.of(sketch, top, Frame.bottom(sketch, legend, YEAR), x, y);
    Plane plane = frame.plane();
    List<Layer> layers = new ArrayList<>();
    band.ifPresent(b -> layers.add(new Layer.Area("Band", Look.BAND, edge(b, plane))));
    breaks.forEach(b -> layers.addAll(regime(b, plane)));
    layers.addAll(values(points, plane));
    line.ifPresent(l -> layers.add(new Layer.Line("Trend", Look.UP, Look.MAIN, curve(l))));
    frame.axes(Times.ticks(x, plane.width(), sketch.small), YEAR);
    labels(sketch, plane, points);
    legend.paint(sketch, plane.left());
    return new Scene(page, plane, layers, sketch.ink(), sketch.labels(), titles, description());
  }

  /** Room for the values and the line, and for intervals and a band that are not much wider. */
  private Range values(List<Observation.Present> points) {
    List<Double> ends = new ArrayList<>();
    points.forEach(o -> ends.add(o.estimate().value()));
    line.ifPresent(l -> curve(l).forEach(at -> ends.add(at.y())));
    Range near = Range.of(ends).padded(0.3);
    for (Observation.Present point : points) {
      ends.add(near.clamp(point.estimate().low()));
      ends.add(near.clamp(point.estimate().high()));
    }
    band.ifPresent(b -> times().forEach(t -> ends.add(near.clamp(b.at(t).high()))));
    return Range.axis(ends);
  }

  private List<Double> times() {
    JoinModel model = line.orElseThrow();
    double from = model.segments().get(0).from();
    double to = model.segments().get(model.segments().size() - 1).to();
    int steps = (int) Math.max(1, Math.min(2000, Math.ceil(STEPS_A_YEAR * (to - from))));
    List<Double> times = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      times.add(from + (to - from) * i / steps);
    }
    model.joins().forEach(join -> times.add(join.at()));
    return times.stream().distinct().sorted().toList();
  }

  private List<At> curve(JoinModel model) {
    return times().stream().map(t -> new At(t, natural(model, t))).toList();
  }

  private static double natural(JoinModel model, double time) {
    double value = model.at(time);
    return model.scale() == JoinPoints.Scale.LOG ? Math.exp(value) : value;
  }

  private List<At> edge(JoinBand of, Plane plane) {
    List<At> lower = new ArrayList<>();
    List<At> edge = new ArrayList<>();
    for (double time : times()) {
      ConfidenceInterval interval = of.at(time);
      edge.add(new At(time, plane.y().clamp(interval.high())));
      lower.add(0, new At(time, plane.y().clamp(interval.low())));
    }
    edge.addAll(lower);
    return edge;
  }

  /** A break stands between two years, and its interval lies at the foot of the plot. */
  private List<Layer> regime(BreakModel.Break at, Plane plane) {
    double x = (at.last() + at.first()) / 2;
    double foot = plane.y().low() + 4 * plane.y().span() / plane.height();
    List<Layer> layers = new ArrayList<>();
    List<At> upright = List.of(new At(x, plane.y().low()), new At(x, plane.y().high()));
    layers.add(new Layer.Whiskers("Break", Look.OTHERS, Look.AXIS, Dash.DASHED, upright));
    at.interval()
        .asOptional()
        .ifPresent(
            i -> {
              double low = time(i.low());
              double high = time(Math.min(i.high() + 1, series.present().size()));
              layers.add(
                  new Layer.Whiskers(
                      "Interval of the break",
                      Look.OTHERS,
                      Look.MAIN,
                      List.of(new At(low, foot), new At(high, foot))));
            });
    return layers;
  }

  private double time(int position) {
    List<Observation.Present> points = series.present();
    return Times.middle(points.get(Math.max(1, position) - 1).period());
  }

  private static List<Layer> values(List<Observation.Present> points, Plane plane) {
    List<At> whiskers = new ArrayList<>();
    List<At> filled = new ArrayList<>();
    List<At> open = new ArrayList<>();
    for (Observation.Present point : points) {
      double x = Times.middle(point.period());
      Estimate e = point.estimate();
      if (e.hasWidth()) {
        whiskers.add(new At(x, plane.y().clamp(e.low())));
        whiskers.add(new At(x, plane.y().clamp(e.high())));
        whiskers.add(At.gap(x));
      }
      (point.status() == Status.OBSERVED ? filled : open).add(new At(x, e.value()));
    }
    double pitch = plane.width() / plane.x().span();
    double size = Math.max(2.2, Math.min(Look.MARK, 0.45 * pitch));
    return List.of(
        new Layer.Whiskers("Intervals", Look.INK, Look.THIN, whiskers),
        new Layer.Marks("Values", mark(Mark.Fill.FILLED, size), filled),
        new Layer.Marks("Values (provisional)", mark(Mark.Fill.OPEN, size), open));
  }

  private static Mark mark(Mark.Fill fill, double size) {
    return new Mark(Mark.Form.CIRCLE, Look.INK, fill, size);
  }

  /** The slope of each piece beside it, and the year of each join, where there is room. */
  private void labels(Sketch sketch, Plane plane, List<Observation.Present> points) {
    if (line.isEmpty()) {
      return;
    }
    JoinModel model = line.get();
    Places places = new Places(sketch, plane.box());
    points.forEach(
        o -> places.take(plane.x(Times.middle(o.period())), plane.y(o.estimate().value()), 3));
    for (BreakModel.Break at : breaks) {
      double x = plane.x((at.last() + at.first()) / 2);
      places.takeLine(x, plane.top(), x, plane.bottom());
    }
    List<At> curve = curve(model);
    for (int i = 1; i < curve.size(); i++) {
      At a = curve.get(i - 1);
      At b = curve.get(i);
      places.takeLine(plane.x(a.x()), plane.y(a.y()), plane.x(b.x()), plane.y(b.y()));
    }
    for (JoinModel.Join join : model.joins()) {
      double x = plane.x(join.at());
      double y = plane.y(natural(model, join.at()));
      sketch.add(new Mark(Mark.Form.DIAMOND, Look.UP, Mark.Fill.OPEN, 5).inkAt(x, y));
      places.set(around(sketch, Words.year(join.at()), x, y));
    }
    for (JoinModel.Segment segment : model.segments()) {
      double middle = (segment.from() + segment.to()) / 2;
      places.set(
          around(sketch, slope(model, segment), plane.x(middle), plane.y(natural(model, middle))));
    }
  }

  /** Places around a point, the nearest first. */
  private static List<Label> around(Sketch sketch, String words, double x, double y) {
    List<Label> candidates = new ArrayList<>();
    double size = sketch.small;
    for (int ring = 1; ring <= 6; ring++) {
      double step = 4.0 * ring;
      candidates.add(Sketch.label(words, size, x, y - step, Sketch.Align.CENTRE));
      candidates.add(Sketch.label(words, size, x + step, y - step / 2, Sketch.Align.LEFT));
      candidates.add(Sketch.label(words, size, x - step, y - step / 2, Sketch.Align.RIGHT));
      candidates.add(
          Sketch.label(words, size, x, y + step + Type.ascent(size), Sketch.Align.CENTRE));
      candidates.add(Sketch.label(words, size, x + step, y + step, Sketch.Align.LEFT));
      candidates.add(Sketch.label(words, size, x - step, y + step, Sketch.Align.RIGHT));
    }
    return candidates;
  }

  private String slope(JoinModel model, JoinModel.Segment segment) {
    return model.scale() == JoinPoints.Scale.LOG
        ? Numbers.signed(segment.percent(), 1) + " % a year"
        : Numbers.signed(segment.slope(), decimals(segment.slope())) + " a year";
  }

  private static int decimals(double value) {
    return value == 0
        ? 0
        : (int) Math.max(0, Math.min(9, 2 - Math.floor(Math.log10(Math.abs(value)))));
  }

  private Legend legend(List<Observation.Present> points) {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(
        new Legend.Entry(new Legend.Swatch.Point(mark(Mark.Fill.FILLED, Look.MARK)), label()));
    if (points.stream().anyMatch(o -> o.status() != Status.OBSERVED)) {
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Point(mark(Mark.Fill.OPEN, Look.MARK)), "Open: provisional"));
    }
    if (points.stream().anyMatch(o -> o.estimate().hasWidth())) {
      entries.add(new Legend.Entry(new Legend.Swatch.Whisker(Look.INK), "Interval"));
    }
    line.ifPresent(
        l ->
            entries.add(
                new Legend.Entry(
                    new Legend.Swatch.Line(Look.UP, Look.MAIN, Dash.SOLID),
                    l.joins().isEmpty() ? "Line without a join" : "Broken line, diamonds: joins")));
    if (band.isPresent()) {
      entries.add(new Legend.Entry(new Legend.Swatch.Box(), "95 % band of the line"));
    }
    if (!breaks.isEmpty()) {
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Line(Look.OTHERS, Look.AXIS, Dash.DASHED),
              "Break between regimes, bar: 95 % interval"));
    }
    return new Legend(entries);
  }

  private String found() {
    if (line.isEmpty()) {
      return String.join(" ", missing);
    }
    JoinModel model = line.get();
    String pieces =
        model.segments().stream()
            .map(
                s ->
                    slope(model, s) + " from " + Words.year(s.from()) + " to " + Words.year(s.to()))
            .collect(Collectors.joining(", then "));
    String scale = model.scale() == JoinPoints.Scale.LOG ? ", fitted in logarithms" : "";
    return "The line"
        + scale
        + " has "
        + (model.joins().isEmpty()
            ? "no join"
            : Words.counted(model.joins().size(), "join", "joins"))
        + ": "
        + pieces
        + ".";
  }

  private String regimes() {
    return breaks.isEmpty()
        ? ""
        : "Regimes with a line of their own change after "
            + breaks.stream().map(b -> Words.year(b.last())).collect(Collectors.joining(", "))
            + ".";
  }

  private String description() {
    return new Remarks(label() + ": the values of " + years() + " and their trend.")
        .add(found())
        .add(regimes())
        .toString();
  }

  private String years() {
    return Words.counted(series.present().size(), "year", "years");
  }

  @Override
  public Beside beside() {
    String bands =
        band.isPresent()
            ? "The grey band is the pointwise 95 % interval of the line, its joins taken as known."
            : "The line has no band.";
    String caption =
        new Remarks(axis(Ticks.Scale.ONES) + ": the values of " + years() + " and their trend.")
            .add(found())
            .add(line.isPresent() ? bands : "")
            .add(regimes())
            .toString();
    Course course =
        new Course(
            series.present().stream()
                .map(o -> new Course.Point(o.period().format(), o.estimate().value()))
                .toList());
    String alternative =
        new Remarks("Scatter chart over time with a broken line: " + axis(Ticks.Scale.ONES) + ".")
            .add(course.words())
            .add(found())
            .toString();
    return new Beside(caption, alternative, data());
  }

  private List<Datum> data() {
    List<Datum> data = new ArrayList<>();
    for (Observation.Present point : series.present()) {
      String at = point.period().format();
      data.add(Data.of("", label(), at, point.estimate(), point.status().code(), ""));
      double time = Times.middle(point.period());
      line.ifPresent(l -> data.add(trend(l, at, time)));
    }
    return data;
  }

  private Datum trend(JoinModel model, String at, double time) {
    double value = natural(model, time);
    return band.map(
            b -> Data.of("Trend", at, value, b.at(time).low(), b.at(time).high(), "computed", ""))
        .orElseGet(() -> Data.of("Trend", at, value, "computed", ""));
  }
}
