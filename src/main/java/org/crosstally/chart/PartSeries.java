package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosstally.balance.Adjustment;
import org.crosstally.balance.Balance;
import org.crosstally.balance.Use;
import org.crosstally.figure.Amount;
import org.crosstally.figure.Dimensions;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.series.Estimate;

/**
 * What the figures and the balance say of a total and its parts.
 *
 * @param silent how many figures of the total and its parts are in another unit
 */
record PartSeries(
    String label, String unit, String of, List<Period> periods, List<Part> parts, int silent) {

  PartSeries {
    periods = List.copyOf(periods);
    parts = List.copyOf(parts);
  }

  /** The total or a part. */
  record Part(
      String name,
      boolean areYears,
      List<Period> periods,
      List<Balanced> balanced,
      List<Stated> reported) {
    Part {
      periods = List.copyOf(periods);
      balanced = List.copyOf(balanced);
      reported = List.copyOf(reported);
    }

    private double x(Period period) {
      return areYears ? period.end().getYear() : periods.indexOf(period) + 0.5;
    }

    /** The band, the line and the marks. */
    List<Layer> layers() {
      List<Layer> layers = new ArrayList<>();
      List<At> line = new ArrayList<>();
      List<At> alone = new ArrayList<>();
      for (List<Balanced> run : runs()) {
        if (run.size() > 1 && run.stream().anyMatch(b -> b.estimate().hasWidth())) {
          List<At> around = new ArrayList<>();
          run.forEach(b -> around.add(new At(x(b.period()), b.estimate().high())));
          List<Balanced> back = new ArrayList<>(run);
          Collections.reverse(back);
          back.forEach(b -> around.add(new At(x(b.period()), b.estimate().low())));
          layers.add(new Layer.Area("Interval", Look.BAND, around));
        }
        if (run.size() == 1) {
          Balanced one = run.get(0);
          alone.add(new At(x(one.period()), one.estimate().value()));
        }
        run.forEach(b -> line.add(new At(x(b.period()), b.estimate().value())));
        line.add(At.gap(line.get(line.size() - 1).x()));
      }
      layers.add(new Layer.Line("Balanced", Look.INK, Look.MAIN, line));
      Mark dot = new Mark(Mark.Form.CIRCLE, Look.INK, Mark.Fill.FILLED, Look.SMALL_MARK);
      layers.add(new Layer.Marks("Balanced, between gaps", dot, alone));
      for (Kind kind : Kind.values()) {
        List<At> at = new ArrayList<>();
        for (Stated stated : reported) {
          if (stated.kind() == kind) {
            at.add(new At(x(stated.period()), stated.value()));
          }
        }
        layers.add(new Layer.Marks(kind.entry(), kind.mark(), at));
      }
      return layers.stream().filter(layer -> !layer.at().isEmpty()).toList();
    }

    /** Balanced values of periods that follow one another. */
    private List<List<Balanced>> runs() {
      List<List<Balanced>> runs = new ArrayList<>();
      int before = -2;
      for (Balanced value : balanced) {
        int at = periods.indexOf(value.period());
        if (runs.isEmpty() || at != before + 1) {
          runs.add(new ArrayList<>());
        }
        runs.get(runs.size() - 1).add(value);
        before = at;
      }
      return runs;
    }
  }

  record Balanced(Period period, Estimate estimate) {}

  /** What a figure states. */
  record Stated(String id, String source, Period period, double value, Kind kind) {}

  /** What became of a figure in the balance; the order in which the marks are painted. */
  enum Kind {
    REVISED("Reported, earlier vintage", Mark.Form.CIRCLE, Mark.Fill.OPEN),
    FORECAST("Forecast", Mark.Form.CIRCLE, Mark.Fill.DASHED),
    OPEN("Reported, rounded or provisional", Mark.Form.CIRCLE, Mark.Fill.OPEN),
    USED("Reported", Mark.Form.CIRCLE, Mark.Fill.FILLED),
    ASIDE("Set aside", Mark.Form.CROSS, Mark.Fill.OPEN);

    private final String entry;
    private final Mark.Form form;
    private final Mark.Fill fill;

    Kind(String entry, Mark.Form form, Mark.Fill fill) {
      this.entry = entry;
      this.form = form;
      this.fill = fill;
    }

    String entry() {
      return entry;
    }

    Mark mark() {
      boolean isGrey = this == REVISED || this == ASIDE;
      return new Mark(
          form,
          isGrey ? Look.ASIDE : Look.SOURCES.get(0),
          fill,
          isGrey ? Look.SMALL_MARK : 0.85 * Look.MARK);
    }

    static Optional<Kind> of(Adjustment adjustment) {
      Figure figure = adjustment.figure();
      boolean exact =
          figure.amount() instanceof Amount.Exact || figure.amount() instanceof Amount.Measured;
      return switch (adjustment.use()) {
        case USED, UNSETTLED ->
            Optional.of(exact && figure.status() == Status.OBSERVED ? USED : OPEN);
        case FORECAST -> Optional.of(FORECAST);
        case REVISED -> Optional.of(REVISED);
        case SET_ASIDE -> Optional.of(ASIDE);
        case WITHOUT_MEANING -> Optional.empty();
      };
    }
  }

  static PartSeries of(
      Balance balance, String measure, Dimensions total, String dimension, List<Period> wanted) {
    List<Adjustment> own = new ArrayList<>();
    TreeSet<String> values = new TreeSet<>();
    Map<String, Integer> units = new TreeMap<>();
    for (Adjustment adjustment : balance.adjustments()) {
      Figure figure = adjustment.figure();
      boolean isMeant =
          figure.measure().equals(measure)
              && figure.dimensions().with(dimension, "").equals(total.with(dimension, ""))
              && (figure.basis().isEmpty() || adjustment.use() == Use.USED);
      if (isMeant) {
        own.add(adjustment);
        figure.dimensions().get(dimension).ifPresent(values::add);
        units.merge(figure.unit().format(), 1, Integer::sum);
      }
    }
    String unit =
        units.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    List<Adjustment> shown =
        own.stream().filter(a -> a.figure().unit().format().equals(unit)).toList();
    List<Period> periods = wanted.isEmpty() ? periods(shown) : sorted(wanted);
    boolean areYears = periods.stream().allMatch(p -> p.length() == Period.Length.YEAR);
    List<Part> parts = new ArrayList<>();
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(values);
    for (String value : all) {
      Dimensions of = total.with(dimension, value);
      Part part =
          new Part(
              value.isEmpty() ? "Total" : Words.displayable(value),
              areYears,
              periods,
              balanced(balance, measure, of, periods),
              stated(balance, shown, of, periods));
      if (!part.balanced().isEmpty() || !part.reported().isEmpty()) {
        parts.add(part);
      }
    }
    Measure kind = balance.catalogue().measure(measure);
    String label = Words.displayable(kind.label());
    return new PartSeries(
        label.isEmpty() ? "Value" : label,
        Words.displayable(unit),
        Words.displayable(dimension),
        periods,
        parts,
        own.size() - shown.size());
  }

  private static List<Period> sorted(List<Period> wanted) {
    return List.copyOf(new TreeSet<>(wanted));
  }

  /** The single years that are reported, and those between them. */
  private static List<Period> periods(List<Adjustment> shown) {
    TreeSet<Period> years = new TreeSet<>();
    shown.stream()
        .map(a -> a.figure().period())
        .filter(p -> p.length() == Period.Length.YEAR)
        .forEach(years::add);
    return GridAxis.filled(years);
  }

  private static List<Balanced> balanced(
      Balance balance, String measure, Dimensions of, List<Period> periods) {
    List<Balanced> values = new ArrayList<>();
    for (Period period : periods) {
      balance
          .value(measure, of, period)
          .estimate()
          .asOptional()
          .ifPresent(estimate -> values.add(new Balanced(period, estimate)));
    }
    return values;
  }

  private static List<Stated> stated(
      Balance balance, List<Adjustment> shown, Dimensions of, List<Period> periods) {
    List<Stated> stated = new ArrayList<>();
    for (Adjustment adjustment : shown) {
      Figure figure = adjustment.figure();
      Optional<Kind> kind = Kind.of(adjustment);
      if (figure.dimensions().equals(of)
          && periods.contains(figure.period())
          && adjustment.stated().isPresent()
          && kind.isPresent()) {
        stated.add(
            new Stated(
                figure.id(),
                Words.name(balance.catalogue().source(figure.source())),
                figure.period(),
                adjustment.stated().getAsDouble(),
                kind.get()));
      }
    }
    stated.sort(Comparator.comparing(Stated::period).thenComparing(Stated::id));
    return stated;
  }

  boolean areYears() {
    return periods.stream().allMatch(p -> p.length() == Period.Length.YEAR);
  }

  Range across() {
    if (areYears()) {
      return new Range(
          periods.get(0).end().getYear() - 0.6,
          periods.get(periods.size() - 1).end().getYear() + 0.6);
    }
    return new Range(0, periods.size());
  }

  Ticks ticks(Sketch sketch, double width) {
    if (areYears()) {
      int first = periods.get(0).end().getYear();
      int last = periods.get(periods.size() - 1).end().getYear();
      return Ticks.years(
          first, last, width / across().span(), text -> Type.width(text, sketch.small));
    }
    return GridAxis.across(sketch, periods, width);
  }

  String subject() {
    return label + " by " + of;
  }

  String axisTitle(Ticks.Scale scale) {
    String words = (scale.word + unit).strip();
    return words.isEmpty() ? label : label + " (" + words + ")";
  }
}
