package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosstally.agreement.ForecastScores;
import org.crosstally.agreement.ForecastScores.Holding;
import org.crosstally.agreement.ForecastScores.Score;
import org.crosstally.agreement.ForecastScores.Verification;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Interval;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.Reconciliation;

/**
 * The forecasts of one quantity for the periods that they are about, with the outcomes. What a
 * source expects twice in the same words is one forecast.
 *
 * @param left how many forecasts are of something else
 * @param numberless how many name no number
 */
record ForecastMarks(
    String label, String unit, String of, List<Target> targets, int left, int numberless)
    implements Drawing {
  private static final String YEAR = "Year";

  ForecastMarks {
    targets = List.copyOf(targets);
  }

  /** A period with what was expected of it, the first to be published first. */
  record Target(Period period, List<Forecast> forecasts, Optional<Result> outcome) {
    Target {
      forecasts = List.copyOf(forecasts);
    }

    double place() {
      return Times.middle(period);
    }
  }

  /** What came of it. */
  record Result(double value, boolean isProvisional) {}

  /**
   * A forecast with a place.
   *
   * @param group the name of its source, or of all that have no colour of their own
   * @param rank the place of the source among all
   * @param note what came of it, in words
   */
  record Forecast(
      String name,
      String group,
      int rank,
      Mark sourceMark,
      double value,
      double low,
      double high,
      Said.Side bound,
      boolean isJudged,
      String note) {
    Mark mark(double size) {
      return new Mark(sourceMark.form(), sourceMark.color(), Mark.Fill.DASHED, size);
    }
  }

  /** What can stand on one axis. */
  private record Quantity(
      String measure, Dimensions dimensions, String basis, Unit unit, Period.Length length) {
    static Quantity of(Figure figure) {
      return new Quantity(
          figure.measure(),
          figure.dimensions(),
          figure.basis().orElse(""),
          figure.unit(),
          figure.period().length());
    }
  }

  static ForecastMarks of(Reconciliation reconciliation) {
    List<Score> all = ForecastScores.of(reconciliation).scores();
    List<Score> placed =
        all.stream().filter(s -> !(s.forecast().amount() instanceof Amount.Missing)).toList();
    Map<Quantity, List<Score>> quantities = new LinkedHashMap<>();
    for (Score score : placed) {
      quantities.computeIfAbsent(Quantity.of(score.forecast()), k -> new ArrayList<>()).add(score);
    }
    // Of equals, the first in the order of the cells.
    List<Score> own =
        quantities.values().stream()
            .reduce((a, b) -> b.size() > a.size() ? b : a)
            .orElse(List.of());
    if (own.isEmpty()) {
      return new ForecastMarks("Forecasts", "", "", List.of(), 0, all.size());
    }
    Quantity quantity = Quantity.of(own.get(0).forecast());
    Sources sources = Sources.of(OneSeries.of(reconciliation));
    Map<Period, List<Score>> periods = new TreeMap<>();
    own.forEach(s -> periods.computeIfAbsent(s.forecast().period(), p -> new ArrayList<>()).add(s));
    List<Target> targets = new ArrayList<>();
    periods.forEach((period, scores) -> targets.add(target(period, scores, sources)));
    String label =
        Words.displayable(reconciliation.catalogue().measure(quantity.measure()).label());
    String basis = quantity.basis().isBlank() ? "" : "[" + quantity.basis() + "]";
    return new ForecastMarks(
        label.isEmpty() ? "Value" : label,
        Words.displayable(quantity.unit().format()),
        Words.printable((quantity.dimensions() + " " + basis).strip()),
        targets.stream().sorted(Comparator.comparing(Target::place)).toList(),
        placed.size() - own.size(),
        all.size() - placed.size());
  }

  private static Target target(Period period, List<Score> scores, Sources sources) {
    Comparator<Score> byDay =
        Comparator.comparing(s -> s.forecast().published().orElse(Period.ofYear(9999)).end());
    List<Forecast> forecasts =
        scores.stream()
            .sorted(byDay.thenComparing(s -> s.forecast().id()))
            .map(s -> forecast(s, sources))
            .distinct()
            .toList();
    Optional<Result> outcome =
        scores.stream()
            .flatMap(s -> s.verification().asOptional().stream())
            .map(v -> new Result(v.outcome(), v.status() != Status.OBSERVED))
            .findFirst();
    return new Target(period, forecasts, outcome);
  }

  private static Forecast forecast(Score score, Sources sources) {
    Figure figure = score.forecast();
    Amount amount = figure.amount();
    Interval interval = amount.interval();
    boolean isBound = amount instanceof Amount.Bound;
    double limit = Double.isInfinite(interval.low()) ? interval.high() : interval.low();
    double value = isBound ? limit : amount.point().orElse((interval.low() + interval.high()) / 2);
    Said.Side side =
        !isBound
            ? Said.Side.NEITHER
            : Double.isInfinite(interval.low()) ? Said.Side.BELOW : Said.Side.ABOVE;
    int rank = sources.ranked().indexOf(figure.source());
    boolean isNamed = rank >= 0 && rank < Sources.MOST;
    return new Forecast(
        sources.name(figure.source()),
        isNamed ? sources.name(figure.source()) : "other sources",
        isNamed ? rank : Sources.MOST,
        sources.rowMark(figure.source()),
        value,
        isBound ? value : interval.low(),
        isBound ? value : interval.high(),
        side,
        score.verification().asOptional().isPresent(),
        note(score));
  }

  private static String note(Score score) {
    return score
        .verification()
        .asOptional()
        .map(v -> Numbers.amount(score.forecast().amount()) + ", " + came(v))
        .orElseGet(() -> score.verification().whyNot().map(Reason::sentence).orElse(""));
  }

  private static String came(Verification verification) {
    if (verification.holding() == Holding.HELD) {
      return "holds";
    }
    String error =
        verification.relativeError().stream()
            .mapToObj(r -> Numbers.difference(100 * r) + " %")
            .findFirst()
            .orElseGet(() -> signed(verification.error()));
    return verification.holding() == Holding.FAILED ? "fails by " + error : "error " + error;
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + Numbers.estimate(value);
  }

  private String axis(Ticks.Scale scale) {
    String words = (scale.word + unit).strip();
    return words.isEmpty() ? label : label + " (" + words + ")";
  }

  private String subject() {
    return of.isEmpty() ? label : label + " (" + of + ")";
  }

  private List<Forecast> forecasts() {
    return targets.stream().flatMap(t -> t.forecasts().stream()).toList();
  }

  @Override
  public Scene lay(Page page, String title) {
    Range values = values();
    Ticks.Scale scale = Ticks.Scale.of(values);
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? subject() + ": forecasts and outcomes" : title, YEAR, axis(scale));
    if (targets.isEmpty()) {
      return Drawing.empty(page, title, "No forecast.", titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + sketch.small / 2;
    Range x = Times.range(targets.stream().map(Target::place).toList());
    Frame.Vertical y = new Frame.Vertical(values, Ticks.Style.PLAIN, scale, axis(scale));
    Frame frame = Frame.of(sketch, top, Frame.bottom(sketch, legend, YEAR), x, y);
    Plane plane = frame.plane();
    ForecastSlots slots = new ForecastSlots(plane, targets);
    sketch.add(slots.ink());
    frame.axes(Times.ticks(x, plane.width(), sketch.small), YEAR);
    legend.paint(sketch, plane.left());
    return new Scene(
        page,
        plane,
        slots.layers(),
        sketch.ink(),
        sketch.labels(),
        titles,
        description(values).toString());
  }

  /** Room for the numbers, and for intervals that are not much longer. */
  private Range values() {
    List<Double> ends = new ArrayList<>();
    targets.forEach(t -> t.outcome().ifPresent(o -> ends.add(o.value())));
    forecasts().forEach(f -> ends.add(f.value()));
    Range near = Range.of(ends).padded(0.3);
    for (Forecast forecast : forecasts()) {
      ends.add(near.clamp(forecast.low()));
      ends.add(near.clamp(forecast.high()));
    }
    return Range.axis(ends);
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    List<Result> outcomes = targets.stream().flatMap(t -> t.outcome().stream()).toList();
    if (outcomes.stream().anyMatch(o -> !o.isProvisional())) {
      Mark mark = ForecastSlots.outcome(Mark.Fill.FILLED, Look.MARK);
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Line(Look.INK, Look.THIN, Dash.SOLID, Optional.of(mark)),
              "Outcome"));
    }
    if (outcomes.stream().anyMatch(Result::isProvisional)) {
      Mark mark = ForecastSlots.outcome(Mark.Fill.OPEN, Look.MARK);
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Line(Look.INK, Look.THIN, Dash.SOLID, Optional.of(mark)),
              "Provisional outcome"));
    }
    Map<Integer, Forecast> sources = new TreeMap<>();
    forecasts().forEach(f -> sources.putIfAbsent(f.rank(), f));
    sources.forEach(
        (rank, f) ->
            entries.add(
                new Legend.Entry(
                    new Legend.Swatch.Point(f.mark(Look.MARK)), "Forecast: " + f.group())));
    if (forecasts().stream().anyMatch(f -> f.low() < f.high())) {
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Line(Look.OTHERS, Look.THIN, Dash.SHORT), "What the words allow"));
    }
    if (forecasts().stream().anyMatch(f -> f.bound() != Said.Side.NEITHER)) {
      entries.add(new Legend.Entry(new Legend.Swatch.Bound(), "Bound"));
    }
    return new Legend(entries);
  }

  private Remarks description(Range values) {
    return counted()
        .add(values.low() > 0 ? "The vertical axis does not start at zero." : "")
        .add(
            left,
            "forecast of another quantity, unit or length of period is",
            "forecasts of another quantity, unit or length of period are",
            " not shown.")
        .add(numberless, "forecast names", "forecasts name", " no number.");
  }

  private Remarks counted() {
    List<Forecast> all = forecasts();
    int open = (int) all.stream().filter(f -> !f.isJudged()).count();
    return new Remarks(
            subject()
                + ": "
                + Words.counted(all.size(), "forecast", "forecasts")
                + " for "
                + Words.counted(targets.size(), "period", "periods")
                + " and what came of them.")
        .add(open, "forecast has", "forecasts have", " no outcome yet.");
  }

  @Override
  public Beside beside() {
    if (targets.isEmpty()) {
      String none = "There is no forecast with a number.";
      return new Beside(none, none, List.of());
    }
    String names =
        forecasts().stream()
            .map(Forecast::name)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
    String caption =
        counted()
            .add(
                "Black marks are outcomes, the reconciled values as they stand now, with a line at"
                    + " their height; dashed open marks before them are forecasts in the order of"
                    + " their publication. Dashed lines are what the words of a forecast allow, and"
                    + " an arrow shows to which side a bound leaves the number open.")
            .add("Forecasts of " + names + ".")
            .toString();
    Remarks alternative = new Remarks("Forecasts beside outcomes over time.");
    alternative.add(counted().toString());
    for (Target target : targets) {
      String outcome =
          target.outcome().map(o -> ", outcome " + Numbers.estimate(o.value())).orElse("");
      alternative.add(
          Statement.period(target.period())
              + outcome
              + ": "
              + target.forecasts().stream()
                  .map(f -> f.name() + " " + Numbers.estimate(f.value()) + " (" + f.note() + ")")
                  .collect(Collectors.joining("; "))
              + ".");
    }
    return new Beside(caption, alternative.toString(), data());
  }

  private List<Datum> data() {
    List<Datum> data = new ArrayList<>();
    for (Target target : targets) {
      String at = Statement.period(target.period());
      for (Forecast f : target.forecasts()) {
        String status = f.bound() == Said.Side.NEITHER ? "forecast" : "bound";
        data.add(
            f.low() < f.high()
                ? Data.of(f.name(), at, f.value(), f.low(), f.high(), status, f.note())
                : Data.of(f.name(), at, f.value(), status, f.note()));
      }
      target
          .outcome()
          .ifPresent(
              o ->
                  data.add(
                      Data.of(
                          "Outcome",
                          at,
                          o.value(),
                          o.isProvisional() ? "provisional" : "exact",
                          "")));
    }
    return data;
  }
}
