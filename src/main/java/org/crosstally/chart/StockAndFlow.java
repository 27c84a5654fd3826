package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.balance.StockFlowChecks;
import org.crosstally.balance.StockFlowChecks.Check;
import org.crosstally.outcome.Reason;
import org.crosstally.series.Estimate;

/**
 * Stated stocks over time, the first of them with what flowed since, and the gap of each stretch.
 *
 * @param label what is in stock
 * @param earlier how many stocks were stated before the first whose flow is known
 */
record StockAndFlow(String label, String unit, List<Stretch> stretches, int earlier)
    implements Drawing {
  private static final String YEAR = "Year";
  private static final String CUMULATED = "Opening stock and cumulated flow";

  /** Of the height of both plots. */
  private static final double UPPER = 0.64;

  /** What a plot needs so that its axis can be read, in lines of small text. */
  private static final double LEAST_LINES = 3;

  StockAndFlow {
    stretches = List.copyOf(stretches);
  }

  /**
   * The time between two stated stocks.
   *
   * @param from what was there at its start: the stated stock where a count begins, else the
   *     cumulated flow
   * @param to what is there at its end after the flow; empty where the flow is not known
   */
  record Stretch(Check check, Estimate from, Optional<Estimate> to) {
    double start() {
      return Times.begin(check.period().start());
    }

    double end() {
      return Times.end(check.period());
    }

    /** The change of the stated stock less the flow. */
    OptionalDouble gap() {
      return check.flow().asOptional().stream()
          .mapToDouble(f -> check.change() - f.value())
          .findFirst();
    }

    Estimate gapWithin() {
      Estimate flow = check.flow().orElseThrow();
      double change = check.change();
      return new Estimate(
          change - flow.value(), change - flow.high(), change - flow.low(), flow.covers());
    }

    String at() {
      return Statement.period(check.period());
    }
  }

  static StockAndFlow of(StockFlowChecks checks, String label, String unit) {
    List<Check> list = checks.list();
    int first = 0;
    while (first < list.size() && list.get(first).flow().asOptional().isEmpty()) {
      first++;
    }
    // Without any flow, the stocks are all there is.
    int earlier = first == list.size() ? 0 : first;
    List<Stretch> stretches = new ArrayList<>();
    Optional<Estimate> before = Optional.empty();
    for (Check check : list.subList(earlier, list.size())) {
      Estimate from = before.orElseGet(() -> Estimate.exact(check.opening()));
      before = check.flow().asOptional().map(flow -> plus(from, flow));
      stretches.add(new Stretch(check, from, before));
    }
    String words = Words.displayable(label);
    return new StockAndFlow(
        words.isEmpty() ? "Stock" : words, Words.displayable(unit), stretches, earlier);
  }

  /** The ends are added: whatever the errors have in common, the interval is long enough. */
  private static Estimate plus(Estimate stock, Estimate flow) {
    double value = stock.value() + flow.value();
    return new Estimate(
        value,
        Math.min(value, stock.low() + flow.low()),
        Math.max(value, stock.high() + flow.high()),
        flow.covers());
  }

  private String axis(String words, Ticks.Scale scale) {
    String of = (scale.word + unit).strip();
    return of.isEmpty() ? words : words + " (" + of + ")";
  }

  @Override
  public Scene lay(Page page, String title) {
    Range values = stocks();
    Ticks.Scale scale = Ticks.Scale.of(values);
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? label + ": stocks and flows" : title, YEAR, axis(label, scale));
    if (stretches.isEmpty()) {
      return Drawing.empty(page, title, "Fewer than two stocks are stated.", titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + sketch.small / 2;
    double bottom = Frame.bottom(sketch, legend, YEAR);
    // Both axis titles may reach a little into the room between the plots.
    double between = Axes.TICK + 1.6 * Sketch.line(sketch.small) + 1;
    double room = bottom - top - between;
    boolean hasGaps = stretches.stream().anyMatch(s -> s.gap().isPresent());
    boolean isBoth = hasGaps && (1 - UPPER) * room >= LEAST_LINES * Sketch.line(sketch.small);
    double split = isBoth ? top + UPPER * room : bottom;
    Range x = times();
    Frame.Vertical y = new Frame.Vertical(values, Ticks.Style.PLAIN, scale, axis(label, scale));
    Range gaps = gaps();
    Ticks.Scale gapScale = Ticks.Scale.of(gaps);
    Frame.Vertical gapY =
        new Frame.Vertical(gaps, Ticks.Style.SIGNED, gapScale, axis("Gap", gapScale));
    double left = Frame.left(sketch, top, split, y);
    if (isBoth) {
      left = Math.max(left, Frame.left(sketch, split + between, bottom, gapY));
    }
    List<Plot> plots = new ArrayList<>();
    Frame upper = Frame.of(sketch, top, split, x, y, left, Frame.END);
    plots.add(new Plot(upper.plane(), stockLayers(upper.plane())));
    Ticks years = Times.ticks(x, upper.plane().width(), sketch.small);
    if (isBoth) {
      Axes.side(sketch, upper.plane(), upper.ticks(), upper.title());
      baseline(sketch, upper.plane(), years);
      Frame lower = Frame.of(sketch, split + between, bottom, x, gapY, left, Frame.END);
      plots.add(new Plot(lower.plane(), gapLayers(lower.plane())));
      lower.axes(years, YEAR);
    } else {
      upper.axes(years, YEAR);
    }
    legend.paint(sketch, upper.plane().left());
    String description =
        remarks()
            .add(values.low() > 0 ? "The vertical axis does not start at zero." : "")
            .add(hasGaps && !isBoth ? "For want of room, the gaps are not drawn." : "")
            .toString();
    return new Scene(page, plots, sketch.ink(), sketch.labels(), titles, description);
  }

  /** The lower plot has the labels of the years. */
  private static void baseline(Sketch sketch, Plane plane, Ticks years) {
    double y = plane.bottom();
    sketch.add(Ink.line(plane.left() - Look.AXIS / 2, y, plane.right(), y, Look.INK, Look.AXIS));
    for (double year : years.at()) {
      double x = plane.x(year);
      sketch.add(Ink.line(x, y, x, y + Axes.TICK, Look.INK, Look.AXIS));
    }
  }

  private Range times() {
    List<Double> places = new ArrayList<>();
    for (Stretch stretch : stretches) {
      places.add(stretch.start());
      places.add(stretch.end());
    }
    return Times.range(places);
  }

  /** Room for the numbers, and for intervals that are not much longer. */
  private Range stocks() {
    List<Double> ends = new ArrayList<>();
    for (Stretch stretch : stretches) {
      ends.add(stretch.check().opening());
      ends.add(stretch.check().closing());
      stretch.to().ifPresent(to -> ends.add(to.value()));
    }
    Range near = Range.of(ends).padded(0.3);
    for (Stretch stretch : stretches) {
      stretch.to().ifPresent(to -> ends.add(near.clamp(to.low())));
      stretch.to().ifPresent(to -> ends.add(near.clamp(to.high())));
    }
    return Range.axis(ends);
  }

  private Range gaps() {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    stretches.forEach(s -> s.gap().ifPresent(ends::add));
    Range near = Range.of(ends).padded(1.5);
    stretches.stream()
        .filter(s -> s.gap().isPresent())
        .map(Stretch::gapWithin)
        .forEach(
            gap -> {
              ends.add(near.clamp(gap.low()));
              ends.add(near.clamp(gap.high()));
            });
    return Range.of(ends).padded(0.08);
  }

  private List<Layer> stockLayers(Plane plane) {
    List<Layer> layers = new ArrayList<>();
    List<At> line = new ArrayList<>();
    List<At> stated = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      boolean isApart = i == 0 || stretches.get(i - 1).end() != stretch.start();
      if (isApart) {
        stated.add(new At(stretch.start(), stretch.check().opening()));
      }
      stated.add(new At(stretch.end(), stretch.check().closing()));
      if (stretch.to().isPresent()) {
        Estimate to = stretch.to().get();
        line.add(new At(stretch.start(), stretch.from().value()));
        line.add(new At(stretch.end(), to.value()));
        if (to.hasWidth()) {
          layers.add(new Layer.Area("Interval", Look.BAND, band(stretch, to, plane.y())));
        }
      } else {
        line.add(At.gap(stretch.end()));
      }
    }
    layers.add(new Layer.Line(CUMULATED, Look.UP, Look.MAIN, line));
    layers.add(new Layer.Marks("Stated stock", stock(size(plane)), stated));
    return layers;
  }

  private double size(Plane plane) {
    return Math.max(2.2, Math.min(Look.MARK, 0.4 * plane.width() / stretches.size()));
  }

  private static List<At> band(Stretch stretch, Estimate to, Range y) {
    Estimate from = stretch.from();
    return List.of(
        new At(stretch.start(), y.clamp(from.low())),
        new At(stretch.start(), y.clamp(from.high())),
        new At(stretch.end(), y.clamp(to.high())),
        new At(stretch.end(), y.clamp(to.low())));
  }

  private static Mark stock(double size) {
    return new Mark(Mark.Form.CIRCLE, Look.INK, Mark.Fill.FILLED, size);
  }

  /** A bar for each stretch, as wide as the time that it takes, but for a hair on both sides. */
  private List<Layer> gapLayers(Plane plane) {
    double hair = 0.4 * plane.x().span() / plane.width();
    List<Layer> layers = new ArrayList<>();
    List<At> whiskers = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.gap().isEmpty()) {
        continue;
      }
      double gap = stretch.gap().getAsDouble();
      double middle = (stretch.start() + stretch.end()) / 2;
      double half = Math.max(hair / 2, (stretch.end() - stretch.start()) / 2 - hair);
      layers.add(
          new Layer.Area(
              gap < 0 ? "Less than flowed" : "More than flowed",
              gap < 0 ? Look.DOWN : Look.UP,
              List.of(
                  new At(middle - half, 0),
                  new At(middle - half, gap),
                  new At(middle + half, gap),
                  new At(middle + half, 0))));
      Estimate within = stretch.gapWithin();
      if (within.hasWidth()) {
        whiskers.add(new At(middle, plane.y().clamp(within.low())));
        whiskers.add(new At(middle, plane.y().clamp(within.high())));
        whiskers.add(At.gap(middle));
      }
    }
    layers.add(new Layer.Whiskers("Intervals of the gaps", Look.INK, Look.THIN, whiskers));
    List<At> zero = List.of(new At(plane.x().low(), 0), new At(plane.x().high(), 0));
    layers.add(new Layer.Whiskers("Zero", Look.INK, Look.AXIS, zero));
    return layers;
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(new Legend.Entry(new Legend.Swatch.Point(stock(Look.MARK)), "Stated stock"));
    if (stretches.stream().anyMatch(s -> s.to().isPresent())) {
      Legend.Swatch line = new Legend.Swatch.Line(Look.UP, Look.MAIN, Dash.SOLID);
      entries.add(new Legend.Entry(line, CUMULATED));
    }
    if (stretches.stream().flatMap(s -> s.to().stream()).anyMatch(Estimate::hasWidth)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Box(), "Its interval"));
    }
    if (gapOf(1)) {
      entries.add(
          new Legend.Entry(new Legend.Swatch.Tint(Look.UP), "Stock grew by more than flowed"));
    }
    if (gapOf(-1)) {
      entries.add(
          new Legend.Entry(new Legend.Swatch.Tint(Look.DOWN), "Stock grew by less than flowed"));
    }
    return new Legend(entries);
  }

  private boolean gapOf(int sign) {
    return stretches.stream()
        .flatMapToDouble(s -> s.gap().stream())
        .anyMatch(gap -> Math.signum(gap) == sign);
  }

  private Remarks remarks() {
    List<Stretch> open = stretches.stream().filter(s -> s.to().isEmpty()).toList();
    String why =
        open.stream()
            .flatMap(s -> s.check().flow().whyNot().stream())
            .map(Reason::sentence)
            .distinct()
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    return new Remarks(
            label
                + ": stated stocks and what flowed between them, over "
                + Words.counted(stretches.size(), "stretch", "stretches")
                + " of time.")
        .add(
            open.size(),
            "stretch has",
            "stretches have",
            " no flow (" + why + "); the line begins anew at the stated stock.")
        .add(
            earlier,
            "stock from before the first known flow is",
            "stocks from before the first known flow are",
            " not shown.");
  }

  private String largest() {
    return stretches.stream()
        .filter(s -> s.gap().isPresent())
        .max(Comparator.comparingDouble(s -> Math.abs(s.gap().getAsDouble())))
        .map(
            s ->
                s.gap().getAsDouble() == 0
                    ? "Stocks and flows agree."
                    : "The largest gap is " + signed(s.gap().getAsDouble()) + " in " + s.at() + ".")
        .orElse("");
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Numbers.estimate(value);
  }

  @Override
  public Beside beside() {
    if (stretches.isEmpty()) {
      String none = label + ": fewer than two stocks are stated.";
      return new Beside(none, none, List.of());
    }
    boolean isWide = stretches.stream().flatMap(s -> s.to().stream()).anyMatch(Estimate::hasWidth);
    String caption =
        remarks()
            .add(
                "Points are stated stocks; the line is the first of them and what the flows alone"
                    + " add to it. Bars are the change of the stated stock less the flow of the same"
                    + " time.")
            .add(
                isWide
                    ? "The band adds up the ends of the 95 % intervals of the flows; whiskers are"
                        + " those of single stretches."
                    : "")
            .add(largest())
            .toString();
    List<Course.Point> points = new ArrayList<>();
    Check first = stretches.get(0).check();
    points.add(new Course.Point(first.period().start().minusDays(1).toString(), first.opening()));
    stretches.forEach(
        s ->
            points.add(new Course.Point(s.check().period().end().toString(), s.check().closing())));
    String alternative =
        new Remarks(
                "Stocks over time with the cumulated flow: " + axis(label, Ticks.Scale.ONES) + ".")
            .add(new Course(points).words())
            .add(largest())
            .toString();
    return new Beside(caption, alternative, data());
  }

  private List<Datum> data() {
    List<Datum> data = new ArrayList<>();
    Check first = stretches.get(0).check();
    String opening = first.period().start().minusDays(1).toString();
    data.add(Data.of("Stated stock", opening, first.opening(), "exact", ""));
    for (Stretch stretch : stretches) {
      String end = stretch.check().period().end().toString();
      data.add(Data.of("Stated stock", end, stretch.check().closing(), "exact", ""));
      stretch.to().ifPresent(to -> data.add(Data.of("", CUMULATED, end, to, "computed", "")));
      data.add(gap(stretch));
    }
    return data;
  }

  private static Datum gap(Stretch stretch) {
    if (stretch.gap().isPresent()) {
      return Data.of("Gap", "Gap", stretch.at(), stretch.gapWithin(), "computed", "");
    }
    String why = stretch.check().flow().whyNot().map(Reason::sentence).orElse("");
    return new Datum("Gap", "Gap", stretch.at(), "", "", "", "not known", why);
  }
}
