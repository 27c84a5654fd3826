package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The marks of forecasts and outcomes: the forecasts of a period side by side in the order of their
 * publication, then the outcome, with a line at its height before it.
 */
final class ForecastSlots {
  private static final double ARROW = 10;

  /** How much of the distance to the next period the marks of a period take. */
  private static final double SHARE = 0.8;

  private static final double LEAST_MARK = 3;

  private final Plane plane;
  private final double pitch;
  private final double size;
  private final List<At> levels = new ArrayList<>();
  private final List<At> outcomes = new ArrayList<>();
  private final List<At> provisional = new ArrayList<>();
  private final Map<Integer, Kind> kinds = new TreeMap<>();
  private final List<Ink> ink = new ArrayList<>();

  /** The marks of one source. */
  private record Kind(String name, Mark mark, List<At> at, List<At> whiskers) {}

  ForecastSlots(Plane plane, List<ForecastMarks.Target> targets) {
    this.plane = plane;
    double nearest = plane.x().span();
    for (int i = 1; i < targets.size(); i++) {
      nearest = Math.min(nearest, targets.get(i).place() - targets.get(i - 1).place());
    }
    this.pitch = Math.min(1, nearest);
    int most = targets.stream().mapToInt(t -> t.forecasts().size() + 1).max().orElse(1);
    double room = SHARE * pitch * plane.width() / plane.x().span();
    this.size = Math.max(LEAST_MARK, Math.min(Look.MARK, room / most));
    targets.forEach(this::add);
  }

  private void add(ForecastMarks.Target target) {
    List<ForecastMarks.Forecast> forecasts = target.forecasts();
    double perPoint = plane.x().span() / plane.width();
    int slots = forecasts.size() + (target.outcome().isPresent() ? 1 : 0);
    double step = Math.min(1.6 * size * perPoint, SHARE * pitch / Math.max(1, slots));
    double first = target.place() - step * (slots - 1) / 2;
    for (int i = 0; i < forecasts.size(); i++) {
      add(forecasts.get(i), first + i * step);
    }
    double last = first + (slots - 1) * step;
    target
        .outcome()
        .ifPresent(
            outcome -> {
              levels.add(new At(first - step / 2, outcome.value()));
              levels.add(new At(last, outcome.value()));
              levels.add(At.gap(last));
              (outcome.isProvisional() ? provisional : outcomes).add(new At(last, outcome.value()));
            });
  }

  private void add(ForecastMarks.Forecast forecast, double x) {
    Mark mark = forecast.mark(size);
    Kind kind =
        kinds.computeIfAbsent(
            -forecast.rank(),
            k -> new Kind(forecast.group(), mark, new ArrayList<>(), new ArrayList<>()));
    kind.at().add(new At(x, forecast.value()));
    if (forecast.low() < forecast.high()) {
      kind.whiskers().add(new At(x, plane.y().clamp(forecast.low())));
      kind.whiskers().add(new At(x, plane.y().clamp(forecast.high())));
      kind.whiskers().add(At.gap(x));
    }
    if (forecast.bound() != Said.Side.NEITHER) {
      double sign = forecast.bound() == Said.Side.BELOW ? 1 : -1;
      double start = plane.y(forecast.value()) + sign * size / 2;
      double room = sign > 0 ? plane.bottom() - 1 - start : start - plane.top();
      double length = Math.max(2.5, Math.min(ARROW, room));
      ink.add(Ink.arrow(plane.x(x), start, plane.x(x), start + sign * length, mark.color()));
    }
  }

  /** The line at an outcome lies under all marks, an outcome over them. */
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Whiskers("Level of the outcome", Look.INK, Look.THIN, levels));
    for (Kind kind : kinds.values()) {
      layers.add(
          new Layer.Whiskers(
              kind.name() + ", intervals",
              kind.mark().color(),
              Look.THIN,
              Dash.SHORT,
              kind.whiskers()));
    }
    kinds.values().forEach(k -> layers.add(new Layer.Marks(k.name(), k.mark(), k.at())));
    layers.add(
        new Layer.Marks("Outcome (provisional)", outcome(Mark.Fill.OPEN, size), provisional));
    layers.add(new Layer.Marks("Outcome", outcome(Mark.Fill.FILLED, size), outcomes));
    return layers;
  }

  static Mark outcome(Mark.Fill fill, double size) {
    return new Mark(Mark.Form.CIRCLE, Look.INK, fill, size);
  }

  /** The arrows of bounds. */
  List<Ink> ink() {
    return List.copyOf(ink);
  }
}
