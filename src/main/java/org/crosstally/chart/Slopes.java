package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;

/** Makes slope charts of what sources say, and of series. */
final class Slopes {
  private static final Mark MAIN =
      new Mark(Mark.Form.CIRCLE, Look.INK, Mark.Fill.FILLED, Look.MARK);

  private Slopes() {}

  /** One line for each source, from what it says for one period to what it says for another. */
  static SlopeChart ofPeriods(Reconciliation reconciliation, Period left, Period right) {
    OneSeries series = OneSeries.of(reconciliation);
    Sources sources = Sources.of(series);
    List<CellOutcome> cells = new ArrayList<>(cells(series, left));
    cells.addAll(cells(series, right));
    Ticks.Scale scale = scale(cells);
    Map<String, Said> from = bySource(cells(series, left));
    Map<String, Said> to = bySource(cells(series, right));
    List<Slope> slopes = new ArrayList<>();
    reconciled(cells(series, left), cells(series, right), scale).ifPresent(slopes::add);
    List<Slope> ofSources = new ArrayList<>();
    int oneSided = 0;
    for (String id : sources.ranked()) {
      if (from.containsKey(id) && to.containsKey(id)) {
        Slope.End start = end(from.get(id), sources.mark(id, Look.MARK), scale);
        Slope.End end = end(to.get(id), sources.mark(id, Look.MARK), scale);
        ofSources.add(new Slope(sources.name(id), 0, start, end));
      } else if (from.containsKey(id) || to.containsKey(id)) {
        oneSided++;
      }
    }
    slopes.addAll(alike(ofSources));
    String remarks =
        new Remarks("")
            .add(oneSided, "source says", "sources say", " something for one of the two only.")
            .add("Of several figures of a source, the one printed last stands for it.")
            .toString();
    return new SlopeChart(
        subject(
            series,
            scale,
            Statement.period(left),
            Statement.period(right),
            "source",
            remarks,
            new Figures(cells, sources).citations()),
        slopes);
  }

  /** One line for each period, from what one source says to what another says. */
  static SlopeChart ofSources(Reconciliation reconciliation, String left, String right) {
    OneSeries series = OneSeries.of(reconciliation);
    Sources sources = Sources.of(series);
    Ticks.Scale scale = scale(series.outcomes());
    List<Slope> slopes = new ArrayList<>();
    for (CellOutcome outcome : series.outcomes()) {
      Map<String, Said> said = bySource(List.of(outcome));
      if (said.containsKey(left) && said.containsKey(right)) {
        Said from = said.get(left);
        Said to = said.get(right);
        Color color = direction(from.value(), to.value());
        Mark mark = new Mark(Mark.Form.CIRCLE, color, Mark.Fill.FILLED, Look.MARK);
        String name = Statement.period(outcome.cell().period());
        slopes.add(new Slope(name, 0, end(from, mark, scale), end(to, mark, scale)));
      }
    }
    slopes.sort(Comparator.comparingDouble(s -> -Math.abs(s.to().value() - s.from().value())));
    String remarks = "Blue lines rise, vermillion lines fall, grey lines are level.";
    List<CellOutcome> both =
        series.outcomes().stream()
            .filter(o -> bySource(List.of(o)).keySet().containsAll(List.of(left, right)))
            .toList();
    return new SlopeChart(
        subject(
            series,
            scale,
            sources.name(left),
            sources.name(right),
            "period",
            remarks,
            new Figures(both, sources).citations()),
        slopes);
  }

  /** One line for each series, such as the parts of a total. */
  static SlopeChart ofSeries(Period left, Period right, List<TimeSeries> all) {
    List<Double> values = new ArrayList<>();
    for (TimeSeries series : all) {
      present(series, left).ifPresent(p -> values.add(p.estimate().value()));
      present(series, right).ifPresent(p -> values.add(p.estimate().value()));
    }
    Ticks.Scale scale = Ticks.Scale.of(Range.of(values));
    List<Slope> slopes = new ArrayList<>();
    for (TimeSeries series : all) {
      Optional<Observation.Present> from = present(series, left);
      Optional<Observation.Present> to = present(series, right);
      if (from.isPresent() && to.isPresent()) {
        int rank = slopes.size();
        Color color = rank < Look.SOURCES.size() ? Look.SOURCES.get(rank) : Look.OTHERS;
        Mark mark = new Mark(Mark.Form.CIRCLE, color, Mark.Fill.FILLED, Look.MARK);
        String name = Words.displayable(series.label());
        slopes.add(
            new Slope(
                name.isEmpty() ? "Series" : name,
                0,
                end(from.get(), mark, scale),
                end(to.get(), mark, scale)));
      }
    }
    String unit =
        all.stream()
            .map(s -> Words.displayable(s.unit().format()))
            .distinct()
            .reduce((a, b) -> "")
            .orElse("");
    String words = (scale.word + unit).strip();
    String remarks =
        new Remarks("")
            .add(
                all.size() - slopes.size(),
                "series has",
                "series have",
                " no number on one of the two sides.")
            .toString();
    SlopeChart.Subject subject =
        new SlopeChart.Subject(
            "Value",
            words.isEmpty() ? "" : "(" + words + ")",
            Statement.period(left),
            Statement.period(right),
            "series",
            remarks,
            "");
    return new SlopeChart(subject, slopes);
  }

  private static SlopeChart.Subject subject(
      OneSeries series,
      Ticks.Scale scale,
      String left,
      String right,
      String each,
      String remarks,
      String citations) {
    String words = (scale.word + series.unit()).strip();
    return new SlopeChart.Subject(
        series.label(),
        words.isEmpty() ? "" : "(" + words + ")",
        left,
        right,
        each,
        remarks,
        citations);
  }

  private static List<CellOutcome> cells(OneSeries series, Period period) {
    return series.outcomes().stream().filter(o -> o.cell().period().equals(period)).toList();
  }

  private static Ticks.Scale scale(List<CellOutcome> cells) {
    List<Double> values = new ArrayList<>();
    for (CellOutcome cell : cells) {
      cell.estimate().ifPresent(e -> values.add(e.value()));
      LinesBySource.said(cell).forEach(said -> values.add(said.value()));
    }
    return Ticks.Scale.of(Range.of(values));
  }

  private static Optional<Slope> reconciled(
      List<CellOutcome> left, List<CellOutcome> right, Ticks.Scale scale) {
    Optional<Estimate> from = left.stream().flatMap(o -> o.estimate().stream()).findFirst();
    Optional<Estimate> to = right.stream().flatMap(o -> o.estimate().stream()).findFirst();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Slope("Reconciled", 0, end(from.get(), MAIN, scale), end(to.get(), MAIN, scale)));
  }

  /** What stands for each source: a figure that stands before one set aside, the last printed. */
  private static Map<String, Said> bySource(List<CellOutcome> cells) {
    Map<String, Said> chosen = new TreeMap<>();
    Comparator<Said> better =
        Comparator.<Said, Boolean>comparing(s -> !s.isAside())
            .thenComparing(s -> s.account().figure().published().orElse(Period.ofYear(1)))
            .thenComparing(s -> s.account().figure().id());
    for (CellOutcome cell : cells) {
      for (Said said : LinesBySource.said(cell)) {
        if (said.bound() == Said.Side.NEITHER) {
          chosen.merge(said.source(), said, (a, b) -> better.compare(a, b) >= 0 ? a : b);
        }
      }
    }
    return chosen;
  }

  private record Twin(double from, double to, Mark.Fill left, Mark.Fill right, boolean aside) {}

  /** Sources with the same two numbers share a line, which has the mark of the first. */
  private static List<Slope> alike(List<Slope> slopes) {
    Map<Twin, Slope> alike = new LinkedHashMap<>();
    for (Slope slope : slopes) {
      Twin look =
          new Twin(
              slope.from().value(),
              slope.to().value(),
              slope.from().mark().fill(),
              slope.to().mark().fill(),
              slope.from().mark().form() == Mark.Form.CROSS
                  || slope.to().mark().form() == Mark.Form.CROSS);
      alike.merge(look, slope, (first, other) -> first.with(first.more() + 1));
    }
    return List.copyOf(alike.values());
  }

  private static Slope.End end(Said said, Mark mark, Ticks.Scale scale) {
    Mark shown = said.isAside() ? Sources.aside(Look.MARK) : mark.filled(said.fill());
    String words =
        scale == Ticks.Scale.ONES
            ? Numbers.amount(said.account().figure().amount())
            : (said.fill() == Mark.Fill.FILLED ? "" : "≈ ")
                + Numbers.estimate(said.value() / scale.factor);
    String status = said.isAside() ? "set aside" : said.status();
    return new Slope.End(said.value(), shown, words, status);
  }

  private static Slope.End end(Estimate estimate, Mark mark, Ticks.Scale scale) {
    String words = Numbers.estimate(estimate.value() / scale.factor);
    return new Slope.End(estimate.value(), mark, words, "reconciled");
  }

  private static Slope.End end(Observation.Present present, Mark mark, Ticks.Scale scale) {
    boolean isFinal = present.status() == Status.OBSERVED;
    Mark shown = isFinal ? mark : mark.filled(Mark.Fill.OPEN);
    String words = Numbers.estimate(present.estimate().value() / scale.factor);
    return new Slope.End(present.estimate().value(), shown, words, present.status().code());
  }

  private static Optional<Observation.Present> present(TimeSeries series, Period period) {
    return series.present().stream().filter(p -> p.period().equals(period)).findFirst();
  }

  private static Color direction(double from, double to) {
    return to > from ? Look.UP : to < from ? Look.DOWN : Look.OTHERS;
  }
}
