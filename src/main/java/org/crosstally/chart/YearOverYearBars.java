package org.crosstally.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.series.Estimate;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearOverYear;

/** The change from year to year as bars above and below zero. */
record YearOverYearBars(String label, List<Bar> bars, boolean isInPoints, int years, int left)
    implements Drawing {
  private static final double HALF = 0.35;
  private static final double ARROW = 4;

  YearOverYearBars {
    bars = List.copyOf(bars);
  }

  /** The change of one year. */
  record Bar(int year, Estimate change, Mark.Fill fill) {
    Color color() {
      return change.value() < 0 ? Look.DOWN : Look.UP;
    }
  }

  static YearOverYearBars of(YearOverYear changes) {
    List<Bar> bars = new ArrayList<>();
    boolean points = false;
    int years = 0;
    for (YearOverYear.Change change : changes.changes()) {
      if (change.period().length() != Period.Length.YEAR) {
        continue;
      }
      years++;
      if (change.outcome() instanceof YearOverYear.Computed computed) {
        points |= computed.points();
        Optional<Estimate> shown =
            computed.points() ? Optional.of(computed.difference()) : computed.percent();
        Mark.Fill fill = fill(changes.series(), change.period(), computed.base());
        shown.ifPresent(e -> bars.add(new Bar(change.period().end().getYear(), e, fill)));
      }
    }
    String label = Words.displayable(changes.series().label());
    return new YearOverYearBars(label, bars, points, years, changes.changes().size() - years);
  }

  private static Mark.Fill fill(TimeSeries series, Period now, Period then) {
    boolean provisional = isProvisional(series, now) || isProvisional(series, then);
    return provisional ? Mark.Fill.OPEN : Mark.Fill.FILLED;
  }

  private static boolean isProvisional(TimeSeries series, Period period) {
    return series.at(period).stream()
        .anyMatch(o -> o instanceof Observation.Present p && p.status() == Status.PROVISIONAL);
  }

  private String yTitle() {
    return "Change on previous year (" + (isInPoints ? "percentage points" : "%") + ")";
  }

  @Override
  public Scene lay(Page page, String title) {
    String subject = label.isEmpty() ? "Change" : label + ": change";
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? subject + " on the previous year" : title, "Year", yTitle());
    if (bars.isEmpty()) {
      return Drawing.empty(page, title, "No change from one year to the next.", titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + sketch.small / 2;
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, "Year") - Sketch.MARGIN;
    double labelShare = (Sketch.line(sketch.small) + 3) / Math.max(20, bottom - top);
    Range data = data();
    Range y = data.padded(Math.min(0.5, labelShare / Math.max(0.3, 1 - 2 * labelShare)));
    int most = (int) Math.max(2, (bottom - top) / (2.6 * Sketch.line(sketch.small)));
    Ticks ticks = Ticks.of(y, most, Ticks.Style.SIGNED, Ticks.Scale.ONES);
    double left = Axes.left(sketch, ticks, yTitle());
    int first = bars.get(0).year();
    int last = bars.get(bars.size() - 1).year();
    double width = page.widthPt() - Sketch.MARGIN - 2 - left;
    // The labels of the outer bars need room as well as the bars.
    double label = widest(sketch, decimals()) / 2 + 2;
    double margin = Math.max(0.7, label * (last - first + 2) / width);
    Range x = new Range(first - margin, last + margin);
    Plane plane = new Plane(left, top, width, Math.max(20, bottom - top), x, y);
    List<Layer> layers = layers(sketch, plane, data);
    double zero = plane.y(0);
    sketch.add(Ink.line(plane.left(), zero, plane.right(), zero, Look.INK, Look.AXIS));
    Axes.side(sketch, plane, ticks, yTitle());
    Ticks years =
        Ticks.years(first, last, plane.width() / x.span(), s -> Type.width(s, sketch.small));
    Axes.bottom(sketch, plane, years, "Year");
    labels(sketch, plane, data);
    legend.paint(sketch, plane.left());
    return new Scene(
        page, plane, layers, sketch.ink(), sketch.labels(), titles, description(subject));
  }

  @Override
  public Beside beside() {
    String subject = label.isEmpty() ? "Change" : label + ": change";
    if (bars.isEmpty()) {
      String none = subject + " on the previous year: no change from one year to the next.";
      return new Beside(none, none, List.of());
    }
    String in = isInPoints ? "percentage points" : "per cent";
    String when = Words.span(bars.get(0).year(), bars.get(bars.size() - 1).year());
    List<Estimate> wide = bars.stream().map(Bar::change).filter(Estimate::hasWidth).toList();
    boolean hollow = bars.stream().anyMatch(bar -> bar.fill() == Mark.Fill.OPEN);
    String caption =
        new Remarks(subject + " on the previous year in " + in + ", " + when + ".")
            .add("Bars above zero (blue) are rises, bars below (vermillion) falls.")
            .add(hollow ? "Hollow bars rest on a provisional value." : "")
            .add(
                wide.isEmpty()
                    ? ""
                    : "Whiskers are the intervals of the changes"
                        + LinesBySource.covering(Figures.covers(wide)))
            .toString();
    String alternative =
        new Remarks("Bar chart: " + subject + " on the previous year in " + in + ", " + when + ".")
            .add(extremes())
            .toString();
    return new Beside(caption, alternative, rows());
  }

  private String extremes() {
    Comparator<Bar> order = Comparator.comparingDouble(bar -> bar.change().value());
    Bar most = bars.stream().max(order).orElseThrow();
    Bar least = bars.stream().min(order).orElseThrow();
    long rises = bars.stream().filter(bar -> bar.change().value() > 0).count();
    long falls = bars.stream().filter(bar -> bar.change().value() < 0).count();
    String shape = rises + " of " + Words.counted(bars.size(), "bar rises, ", "bars rise, ");
    return shape
        + falls
        + (falls == 1 ? " falls" : " fall")
        + ". The highest is "
        + said(most)
        + ", the lowest "
        + said(least)
        + "; the last is "
        + said(bars.get(bars.size() - 1))
        + ".";
  }

  private static String said(Bar bar) {
    return Numbers.difference(bar.change().value()) + " in " + bar.year();
  }

  private List<Datum> rows() {
    List<Datum> data = new ArrayList<>();
    for (Bar bar : bars) {
      Estimate change = bar.change();
      data.add(
          new Datum(
              "",
              label,
              Integer.toString(bar.year()),
              Datum.number(change.value()),
              change.hasWidth() ? Datum.number(change.low()) : "",
              change.hasWidth() ? Datum.number(change.high()) : "",
              bar.fill() == Mark.Fill.OPEN ? "provisional" : "exact",
              isInPoints ? "percentage points" : "per cent"));
    }
    return data;
  }

  /** Room for the bars, and for intervals that are not much longer. */
  private Range data() {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    bars.forEach(bar -> ends.add(bar.change().value()));
    Range near = Range.of(ends).padded(0.4);
    for (Bar bar : bars) {
      if (bar.change().hasWidth()) {
        ends.add(near.clamp(bar.change().low()));
        ends.add(near.clamp(bar.change().high()));
      }
    }
    return Range.of(ends);
  }

  private List<Layer> layers(Sketch sketch, Plane plane, Range data) {
    List<Layer> layers = new ArrayList<>();
    for (Bar bar : bars) {
      double v = bar.change().value();
      double west = bar.year() - HALF;
      double east = bar.year() + HALF;
      List<At> corners =
          List.of(new At(west, 0), new At(west, v), new At(east, v), new At(east, 0));
      String name = label + " " + bar.year();
      if (bar.fill() == Mark.Fill.FILLED) {
        layers.add(new Layer.Area(name, bar.color(), corners));
      } else {
        layers.add(new Layer.Area(name, Look.PAPER, corners));
        layers.add(new Layer.Whiskers(name, bar.color(), Look.THIN, corners));
      }
      if (bar.change().hasWidth()) {
        layers.add(whisker(bar, plane, data));
        cutOff(sketch, bar, plane, data);
      }
    }
    return layers;
  }

  private static Layer whisker(Bar bar, Plane plane, Range data) {
    double low = data.clamp(bar.change().low());
    double high = data.clamp(bar.change().high());
    double cap = Math.min(0.15, 2 * plane.x().span() / plane.width());
    List<At> line = new ArrayList<>(List.of(new At(bar.year(), low), new At(bar.year(), high)));
    for (double end : new double[] {bar.change().low(), bar.change().high()}) {
      if (data.holds(end)) {
        line.add(At.gap(bar.year()));
        line.add(new At(bar.year() - cap, end));
        line.add(new At(bar.year() + cap, end));
      }
    }
    return new Layer.Whiskers("Intervals", Look.INK, Look.THIN, line);
  }

  /** An interval that reaches beyond the plot ends in an arrow. */
  private static void cutOff(Sketch sketch, Bar bar, Plane plane, Range data) {
    double x = plane.x(bar.year());
    if (bar.change().high() > data.high()) {
      double y = plane.y(data.high());
      sketch.add(Ink.arrow(x, y + ARROW, x, y, Look.INK));
    }
    if (bar.change().low() < data.low()) {
      double y = plane.y(data.low());
      sketch.add(Ink.arrow(x, y - ARROW, x, y, Look.INK));
    }
  }

  /** Numbers at the ends of the bars; where they have no room, the smaller changes go without. */
  private void labels(Sketch sketch, Plane plane, Range data) {
    double pitch = plane.width() / plane.x().span();
    int decimals = decimals();
    if (widest(sketch, decimals) > 1.1 * pitch) {
      decimals = 0;
    }
    Places places = new Places(sketch, Places.grown(plane.box(), -1));
    List<Bar> largestFirst = new ArrayList<>(bars);
    largestFirst.sort(
        Comparator.comparingDouble((Bar b) -> -Math.abs(b.change().value()))
            .thenComparing(Bar::year));
    for (Bar bar : largestFirst) {
      Label label = label(sketch, plane, data, bar, decimals);
      Rectangle2D box = Places.grown(label.bounds(), 0.7);
      if (bars.stream().noneMatch(b -> !b.equals(bar) && covers(b, plane, data, box))) {
        places.set(List.of(label));
      }
    }
  }

  private int decimals() {
    double most = bars.stream().mapToDouble(b -> Math.abs(b.change().value())).max().orElse(0);
    return most == 0 ? 0 : (int) Math.max(0, Math.min(9, 1 - Math.floor(Math.log10(most))));
  }

  private double widest(Sketch sketch, int decimals) {
    return bars.stream()
        .mapToDouble(b -> Type.width(Numbers.signed(b.change().value(), decimals), sketch.small))
        .max()
        .orElse(0);
  }

  private static Label label(Sketch sketch, Plane plane, Range data, Bar bar, int decimals) {
    String words = Numbers.signed(bar.change().value(), decimals);
    double size = sketch.small;
    boolean isDown = bar.change().value() < 0;
    double end = isDown ? data.clamp(bar.change().low()) : data.clamp(bar.change().high());
    double baseline =
        isDown ? plane.y(end) + 0.5 + Type.ascent(size) : plane.y(end) - 0.5 - Type.descent(size);
    return Sketch.label(words, size, plane.x(bar.year()), baseline, Sketch.Align.CENTRE);
  }

  /** Whether a bar or its whisker covers a part of a box. */
  private static boolean covers(Bar bar, Plane plane, Range data, Rectangle2D box) {
    double low = Math.min(0, bar.change().hasWidth() ? bar.change().low() : bar.change().value());
    double high = Math.max(0, bar.change().hasWidth() ? bar.change().high() : bar.change().value());
    double top = plane.y(data.clamp(high));
    double west = plane.x(bar.year() - HALF);
    double east = plane.x(bar.year() + HALF);
    return box.intersects(west, top, east - west, plane.y(data.clamp(low)) - top + 0.1);
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    if (bars.stream().anyMatch(b -> b.fill() == Mark.Fill.OPEN)) {
      Mark hollow = new Mark(Mark.Form.SQUARE, Look.OTHERS, Mark.Fill.OPEN, 6);
      entries.add(
          new Legend.Entry(
              new Legend.Swatch.Point(hollow), "Hollow: rests on a provisional value"));
    }
    if (bars.stream().anyMatch(b -> b.change().hasWidth())) {
      entries.add(new Legend.Entry(new Legend.Swatch.Stroke(Look.THIN), "Interval of the change"));
    }
    return new Legend(entries);
  }

  private String description(String subject) {
    return new Remarks(
            subject
                + " on the previous year for "
                + Words.counted(bars.size(), "year", "years")
                + (isInPoints ? ", in percentage points." : ", in per cent."))
        .add(years - bars.size(), "year has", "years have", " no such change and no bar.")
        .add(
            left,
            "period that is no single year is",
            "periods that are no single year are",
            " not shown.")
        .toString();
  }
}
