package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crosstally.agreement.BlandAltman;
import org.crosstally.agreement.LimitsOfAgreement;
import org.crosstally.agreement.PairedDifferences;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;

/** The differences between two sources over their mean, with the limits of agreement. */
record AgreementPoints(
    String one, String other, String unit, List<Pair> pairs, Outcome<PairedDifferences> found)
    implements Drawing {
  private static final int NAMED = 3;
  private static final Color TINT = new Color(0xE3E3E3);

  AgreementPoints {
    pairs = List.copyOf(pairs);
  }

  /** Two numbers for one period. */
  record Pair(String at, double first, double second) {
    double mean() {
      return first + (second - first) / 2;
    }

    double difference() {
      return first - second;
    }
  }

  static AgreementPoints of(Reconciliation reconciliation, String source, Optional<String> other) {
    OneSeries series = OneSeries.of(reconciliation);
    List<Pair> pairs = new ArrayList<>();
    for (CellOutcome outcome : series.outcomes()) {
      OptionalDouble first = latest(outcome, source);
      OptionalDouble second =
          other
              .map(id -> latest(outcome, id))
              .orElseGet(
                  () -> outcome.estimate().stream().mapToDouble(Estimate::value).findFirst());
      if (first.isPresent() && second.isPresent()) {
        String at = outcome.cell().period().format();
        pairs.add(new Pair(at, first.getAsDouble(), second.getAsDouble()));
      }
    }
    Outcome<PairedDifferences> found =
        BlandAltman.withDefaults()
            .compare(
                pairs.stream().mapToDouble(Pair::first).toArray(),
                pairs.stream().mapToDouble(Pair::second).toArray());
    return new AgreementPoints(
        Words.name(series.catalogue().source(source)),
        other.map(id -> Words.name(series.catalogue().source(id))).orElse("reconciled value"),
        series.unit(),
        pairs,
        found);
  }

  /** The number of the figure of a source that was published last. */
  private static OptionalDouble latest(CellOutcome outcome, String source) {
    Period never = Period.ofYear(9999);
    return LinesBySource.said(outcome).stream()
        .map(said -> said.account().figure())
        .filter(figure -> figure.source().equals(source) && figure.amount().point().isPresent())
        .max(
            Comparator.comparing((Figure f) -> f.published().orElse(never).end())
                .thenComparing(Figure::id))
        .map(figure -> figure.amount().point())
        .orElse(OptionalDouble.empty());
  }

  private String axis(String words, Ticks.Scale scale) {
    String of = (scale.word + unit).strip();
    return of.isEmpty() ? words : words + " (" + of + ")";
  }

  private String yTitle(Ticks.Scale scale) {
    return axis("Difference", scale);
  }

  private String subject() {
    return one + " less " + other;
  }

  private Optional<LimitsOfAgreement> limits() {
    return found.asOptional().flatMap(f -> f.limits().asOptional());
  }

  @Override
  public Scene lay(Page page, String title) {
    Range means = Range.axis(pairs.stream().map(Pair::mean).toList());
    Range values = values();
    Ticks.Scale xScale = Ticks.Scale.of(means);
    Ticks.Scale yScale = Ticks.Scale.of(values);
    String xTitle = axis("Mean of both", xScale);
    Scene.Titles titles =
        new Scene.Titles(title.isBlank() ? subject() : title, xTitle, yTitle(yScale));
    if (pairs.isEmpty()) {
      return Drawing.empty(page, title, "No period of which both name a number.", titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + sketch.small / 2;
    Frame.Vertical y = new Frame.Vertical(values, Ticks.Style.SIGNED, yScale, yTitle(yScale));
    Frame frame = Frame.of(sketch, top, Frame.bottom(sketch, legend, xTitle), means, y);
    Plane plane = frame.plane();
    List<Layer> layers = new ArrayList<>();
    limits().ifPresent(l -> layers.addAll(lines(l, plane)));
    layers.add(level("Zero", 0, plane, Look.INK, Look.AXIS, Dash.SOLID));
    Mark mark = new Mark(Mark.Form.CIRCLE, Look.UP, Mark.Fill.FILLED, Look.MARK);
    List<At> at = pairs.stream().map(p -> new At(p.mean(), p.difference())).toList();
    layers.add(new Layer.Marks(subject(), mark, at));
    frame.axes(ticks(sketch, plane, xScale), xTitle);
    labels(sketch, plane);
    legend.paint(sketch, plane.left());
    return new Scene(
        page, plane, layers, sketch.ink(), sketch.labels(), titles, beside().caption());
  }

  private static Ticks ticks(Sketch sketch, Plane plane, Ticks.Scale scale) {
    int most = 8;
    Ticks ticks = Ticks.of(plane.x(), most, Ticks.Style.PLAIN, scale);
    while (most > 2 && !ticks.hasRoom(plane, sketch.small)) {
      most--;
      ticks = Ticks.of(plane.x(), most, Ticks.Style.PLAIN, scale);
    }
    return ticks;
  }

  private Range values() {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    pairs.forEach(pair -> ends.add(pair.difference()));
    limits()
        .ifPresent(
            l -> {
              ends.add(l.lower().value());
              ends.add(l.upper().value());
            });
    Range near = Range.of(ends).padded(0.35);
    limits()
        .ifPresent(
            l -> {
              ends.add(near.clamp(l.lower().interval().low()));
              ends.add(near.clamp(l.upper().interval().high()));
            });
    return Range.of(ends).padded(0.06);
  }

  private List<Layer> lines(LimitsOfAgreement limits, Plane plane) {
    double bias = found.orElseThrow().bias();
    List<Layer> layers = new ArrayList<>();
    layers.add(
        band("Limit", limits.upper().interval().low(), limits.upper().interval().high(), plane));
    layers.add(
        band("Limit", limits.lower().interval().low(), limits.lower().interval().high(), plane));
    layers.add(band("Mean difference", limits.bias().low(), limits.bias().high(), plane));
    layers.add(level("Mean difference", bias, plane, Look.UP, 1, Dash.SOLID));
    layers.add(level("Limit", limits.upper().value(), plane, Look.UP, 1, Dash.DASHED));
    layers.add(level("Limit", limits.lower().value(), plane, Look.UP, 1, Dash.DASHED));
    return layers;
  }

  private static Layer band(String name, double low, double high, Plane plane) {
    double from = plane.y().clamp(low);
    double to = plane.y().clamp(high);
    double west = plane.x().low();
    double east = plane.x().high();
    return new Layer.Area(
        name,
        TINT,
        List.of(new At(west, from), new At(west, to), new At(east, to), new At(east, from)));
  }

  private static Layer level(
      String name, double value, Plane plane, Color color, double width, Dash dash) {
    List<At> line = List.of(new At(plane.x().low(), value), new At(plane.x().high(), value));
    return new Layer.Whiskers(name, color, width, dash, line);
  }

  /** The periods that differ most, beside their marks. */
  private void labels(Sketch sketch, Plane plane) {
    Places places = new Places(sketch, plane.box());
    pairs.forEach(p -> places.take(plane.x(p.mean()), plane.y(p.difference()), 2.5));
    double bias = found.asOptional().map(PairedDifferences::bias).orElse(0.0);
    pairs.stream()
        .sorted(Comparator.comparingDouble(p -> -Math.abs(p.difference() - bias)))
        .limit(NAMED)
        .filter(p -> p.difference() != bias)
        .forEach(
            p -> {
              double x = plane.x(p.mean());
              double y = Sketch.centred(plane.y(p.difference()), sketch.small);
              places.set(
                  List.of(
                      Sketch.label(p.at(), sketch.small, x + 4, y, Sketch.Align.LEFT),
                      Sketch.label(p.at(), sketch.small, x - 4, y, Sketch.Align.RIGHT)));
            });
  }

  private Legend legend() {
    if (limits().isEmpty()) {
      return new Legend(List.of());
    }
    return new Legend(
        List.of(
            new Legend.Entry(new Legend.Swatch.Line(Look.UP, 1, Dash.SOLID), "Mean difference"),
            new Legend.Entry(
                new Legend.Swatch.Line(Look.UP, 1, Dash.DASHED), "Limits of agreement (95 %)"),
            new Legend.Entry(new Legend.Swatch.Tint(TINT), "Their 95 % intervals")));
  }

  @Override
  public Beside beside() {
    String caption =
        new Remarks(
                subject()
                    + ": differences over the mean of both, for "
                    + Words.counted(pairs.size(), "period", "periods")
                    + (unit.isEmpty() ? "." : ", in " + unit + "."))
            .add(agreement())
            .toString();
    String alternative =
        new Remarks("Scatter chart after Bland and Altman: " + subject() + ".")
            .add(agreement())
            .add(furthest())
            .toString();
    List<Datum> data =
        pairs.stream()
            .map(
                p ->
                    Data.of(
                        subject(),
                        p.at(),
                        p.difference(),
                        "exact",
                        "mean " + Datum.number(p.mean())))
            .toList();
    return new Beside(caption, alternative, data);
  }

  private String agreement() {
    if (found.whyNot().isPresent()) {
      return "There are no limits of agreement: "
          + found.whyNot().map(Reason::sentence).get()
          + ".";
    }
    PairedDifferences differences = found.orElseThrow();
    String mean = "The mean difference is " + Numbers.estimate(differences.bias());
    return differences
        .limits()
        .asOptional()
        .map(
            l ->
                mean
                    + " (95 % interval "
                    + Numbers.estimate(l.bias().low())
                    + " to "
                    + Numbers.estimate(l.bias().high())
                    + "), the limits of agreement are "
                    + Numbers.estimate(l.lower().value())
                    + " and "
                    + Numbers.estimate(l.upper().value())
                    + "; the bands are their 95 % intervals.")
        .orElse(mean + ", and all differences are the same.");
  }

  private String furthest() {
    return pairs.stream()
        .max(Comparator.comparingDouble(p -> Math.abs(p.difference())))
        .map(
            p ->
                "The largest difference is "
                    + Numbers.estimate(p.difference())
                    + " in "
                    + p.at()
                    + ".")
        .orElse("");
  }
}
