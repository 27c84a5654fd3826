package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines from the numbers of one period or source to those of another, each with its label. Where
 * numbers lie near one another, their labels are moved apart, and a thin line leads to each.
 *
 * @param slopes the lines, those that matter most first
 */
record SlopeChart(Subject subject, List<Slope> slopes) implements Drawing {
  private static final double LEADER = 9;
  private static final double GAP = 2.5;

  /** How many times as wide as high the plot is at most. */
  private static final double STEEP = 1.2;

  private static final String EMPTY = "Nothing has a number on both sides.";

  SlopeChart {
    slopes = List.copyOf(slopes);
  }

  /**
   * What the lines are about.
   *
   * @param label what is shown, without its unit
   * @param unit the unit in parentheses with its scale; blank where there is none
   * @param left what stands on the left
   * @param right what stands on the right
   * @param each what one line is: a source, a period
   * @param remarks what is left out, and why
   * @param citations whose numbers they are
   */
  record Subject(
      String label,
      String unit,
      String left,
      String right,
      String each,
      String remarks,
      String citations) {

    String axis() {
      return unit.isBlank() ? label : label + " " + unit;
    }

    String sentence() {
      return label + ": " + left + " against " + right;
    }
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles =
        new Scene.Titles(title.isBlank() ? subject.sentence() : title, "", subject.axis());
    if (slopes.isEmpty()) {
      return Drawing.empty(page, title, EMPTY, titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + Sketch.line(sketch.small) + 3;
    double bottom =
        page.heightPt()
            - legend.height(sketch)
            - Sketch.MARGIN
            - Sketch.line(page.fontPt())
            - Sketch.line(sketch.small) / 2
            - GAP;
    double pitch = Sketch.line(sketch.small);
    int most =
        Math.max(1, Stack.room(pitch, top + pitch / 2, Math.max(20 + top, bottom) - pitch / 2));
    List<Slope> named = slopes.subList(0, Math.min(most, slopes.size()));
    Plane plane = plane(sketch, named, top, Math.max(20, bottom - top));
    List<Layer> layers = layers(named.size(), plane.y());
    frame(sketch, plane);
    labels(sketch, plane, named, Side.LEFT);
    labels(sketch, plane, named, Side.RIGHT);
    legend.paint(sketch, plane.left());
    return new Scene(
        page, plane, layers, sketch.ink(), sketch.labels(), titles, description(named.size()));
  }

  private enum Side {
    LEFT,
    RIGHT;

    Slope.End of(Slope slope) {
      return this == LEFT ? slope.from() : slope.to();
    }
  }

  /** The plot between the labels; without room for both, the names stand on the right only. */
  private Plane plane(Sketch sketch, List<Slope> named, double top, double height) {
    double page = sketch.page.widthPt();
    double left = numbers(sketch, named, Side.LEFT);
    double right = numbers(sketch, named, Side.RIGHT);
    double name = names(sketch, named);
    double taken = left + right + 2 * (LEADER + GAP + Sketch.MARGIN);
    double both = page - taken - 0.3 * page;
    if (2 * (name + GAP) <= both) {
      left += name + GAP;
      right += name + GAP;
    } else {
      right += Math.max(0, Math.min(name + GAP, both));
    }
    double from = Sketch.MARGIN + left + GAP + LEADER;
    double to = Math.max(from + 15, page - Sketch.MARGIN - right - GAP - LEADER);
    // Lines that run far are too flat to be told apart.
    double spare = Math.max(0, to - from - STEEP * height);
    from += spare / 2;
    to -= spare / 2;
    // The marks at both ends lie within the plot.
    double pad = Look.MARK / Math.max(10, to - from);
    List<Double> ends = new ArrayList<>();
    slopes.forEach(slope -> ends.addAll(List.of(slope.from().value(), slope.to().value())));
    Range values = Range.of(ends);
    double share = Math.min(0.2, Look.MARK / height);
    return new Plane(from, top, to - from, height, new Range(-pad, 1 + pad), values.padded(share));
  }

  private static double numbers(Sketch sketch, List<Slope> named, Side side) {
    return widest(named, slope -> Type.width(side.of(slope).words(), sketch.small));
  }

  private static double names(Sketch sketch, List<Slope> named) {
    return widest(named, slope -> Type.width(slope.who(), sketch.small));
  }

  private static double widest(List<Slope> named, ToDoubleFunction<Slope> width) {
    return named.stream().mapToDouble(width).max().orElse(0);
  }

  private List<Layer> layers(int named, Range values) {
    List<Layer> lines = new ArrayList<>(List.of(rail(values, 0), rail(values, 1)));
    List<Layer> marks = new ArrayList<>();
    // The later layer lies on top.
    for (int i = slopes.size() - 1; i >= 0; i--) {
      Slope slope = slopes.get(i);
      Color color = i < named ? slope.from().mark().color() : Look.RULE;
      boolean isMain = color.equals(Look.INK);
      List<At> ends = List.of(new At(0, slope.from().value()), new At(1, slope.to().value()));
      lines.add(new Layer.Line(slope.who(), color, isMain ? Look.MAIN : Look.THIN, ends));
      marks.add(new Layer.Marks(slope.who() + ", left", slope.from().mark(), ends.subList(0, 1)));
      marks.add(new Layer.Marks(slope.who() + ", right", slope.to().mark(), ends.subList(1, 2)));
    }
    lines.addAll(marks);
    return lines;
  }

  private static Layer rail(Range values, double x) {
    List<At> ends = List.of(new At(x, values.low()), new At(x, values.high()));
    return new Layer.Whiskers("Sides", Look.RULE, Look.AXIS, ends);
  }

  private void frame(Sketch sketch, Plane plane) {
    double size = sketch.small;
    double page = sketch.page.widthPt();
    double middle = plane.x(0.5);
    for (Side side : Side.values()) {
      double x = plane.x(side == Side.LEFT ? 0 : 1);
      String head = side == Side.LEFT ? subject.left() : subject.right();
      double edge = side == Side.LEFT ? x - Sketch.MARGIN : page - Sketch.MARGIN - x;
      double room = 2 * Math.min(edge, Math.abs(middle - x) - GAP);
      String words = Type.fitted(head, size, room);
      double baseline = plane.top() - 3 - Type.descent(size);
      sketch.text(words, size, x, baseline, Sketch.Align.CENTRE);
    }
    double title = sketch.page.fontPt();
    String words = Axes.fitted(subject.axis(), title, page - 2 * Sketch.MARGIN);
    double half = Type.width(words, title) / 2;
    double centre = Math.max(Sketch.MARGIN + half, Math.min(middle, page - Sketch.MARGIN - half));
    double below = plane.bottom() + sketch.small / 2 + GAP + Type.ascent(title);
    sketch.text(words, title, centre, below, Sketch.Align.CENTRE);
  }

  private static void labels(Sketch sketch, Plane plane, List<Slope> named, Side side) {
    List<Slope> downwards = new ArrayList<>(named);
    downwards.sort(Comparator.comparingDouble(slope -> -side.of(slope).value()));
    double pitch = Sketch.line(sketch.small);
    List<Double> wanted = downwards.stream().map(s -> plane.y(side.of(s).value())).toList();
    List<Double> places =
        Stack.spread(wanted, pitch, plane.top() + pitch / 2, plane.bottom() - pitch / 2);
    double sign = side == Side.LEFT ? -1 : 1;
    double x = plane.x(side == Side.LEFT ? 0 : 1);
    double end = x + sign * LEADER;
    for (int i = 0; i < downwards.size(); i++) {
      Slope slope = downwards.get(i);
      double y = places.get(i);
      double start = x + sign * (side.of(slope).mark().size() / 2 + 0.5);
      sketch.add(Ink.line(start, wanted.get(i), end - sign, y, leader(side.of(slope)), Look.HAIR));
      text(sketch, slope, side, end + sign * GAP / 2, y);
    }
  }

  private static Color leader(Slope.End end) {
    return end.mark().color();
  }

  private static void text(Sketch sketch, Slope slope, Side side, double x, double y) {
    double size = sketch.small;
    double edge = side == Side.LEFT ? x - Sketch.MARGIN : sketch.page.widthPt() - Sketch.MARGIN - x;
    String number = Type.fitted(side.of(slope).words(), size, edge);
    double rest = edge - Type.width(number, size) - GAP;
    String name = rest < 2 * size ? "" : slope.who(size, rest);
    String words =
        name.isBlank() ? number : side == Side.LEFT ? name + " " + number : number + " " + name;
    Sketch.Align align = side == Side.LEFT ? Sketch.Align.RIGHT : Sketch.Align.LEFT;
    sketch.text(Type.fitted(words, size, edge), size, x, Sketch.centred(y, size), align);
  }

  private Legend legend() {
    List<Mark> marks =
        slopes.stream().flatMap(s -> Stream.of(s.from().mark(), s.to().mark())).toList();
    return new Legend(MarkKey.forms(marks));
  }

  private String description(int named) {
    return new Remarks(
            subject.sentence()
                + ", "
                + Words.counted(slopes.size(), "line", "lines")
                + ", one for each "
                + subject.each()
                + ".")
        .add(
            slopes.size() - named,
            "line has no label for want of room.",
            "lines have no labels for want of room.",
            "")
        .add(subject.remarks())
        .toString();
  }

  @Override
  public Beside beside() {
    if (slopes.isEmpty()) {
      String none = subject.sentence() + ". " + EMPTY;
      return new Beside(none, none, List.of());
    }
    String caption =
        new Remarks(description(slopes.size()))
            .add("Each line runs from its number on the left to that on the right.")
            .add("Labels that would overlap are moved apart; thin lines lead to them.")
            .add(subject.citations())
            .toString();
    long up = slopes.stream().filter(s -> s.to().value() > s.from().value()).count();
    long down = slopes.stream().filter(s -> s.to().value() < s.from().value()).count();
    String said =
        slopes.stream()
            .limit(4)
            .map(s -> s.who() + " from " + s.from().words() + " to " + s.to().words())
            .collect(Collectors.joining("; "));
    String alternative =
        new Remarks("Slope chart: " + subject.sentence() + ".")
            .add(up + " of " + slopes.size() + " lines rise and " + down + " fall.")
            .add("First of all: " + said + ".")
            .toString();
    List<Datum> data = new ArrayList<>();
    for (Slope slope : slopes) {
      data.add(datum(slope, subject.left(), slope.from()));
      data.add(datum(slope, subject.right(), slope.to()));
    }
    return new Beside(caption, alternative, data);
  }

  private static Datum datum(Slope slope, String at, Slope.End end) {
    String note = slope.more() == 0 ? "" : "and " + slope.more() + " more";
    return new Datum("", slope.name(), at, Datum.number(end.value()), "", "", end.status(), note);
  }
}
