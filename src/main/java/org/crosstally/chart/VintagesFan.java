package org.crosstally.chart;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;

/**
 * How the number of each period moved with its vintages: its difference from the latest one, by
 * age, over bands that hold a share of all numbers of that age.
 */
record VintagesFan(RevisionTriangle triangle) implements Drawing {
  private static final String EMPTY = "No number was revised.";
  private static final double YEAR = 365.25;

  /** The course of the number of one period. */
  private record Moved(Line line, List<At> at, double size) {}

  private static double age(Line line, Release release) {
    long days =
        ChronoUnit.DAYS.between(
            line.cell().period().end(), release.published().orElseThrow().end());
    return Math.max(0, days) / YEAR;
  }

  /** The revised periods, those furthest from their latest number first. */
  private List<Moved> courses() {
    List<Moved> courses = new ArrayList<>();
    for (Line line : triangle.lines()) {
      double latest = line.latest().value();
      if (!RevisionTriangle.isRevised(line) || latest == 0) {
        continue;
      }
      List<At> at = new ArrayList<>();
      double most = 0;
      for (Release release : line.releases()) {
        if (release.published().isPresent()) {
          double distance = new PastRevisions.Pair(release.value(), latest).distance();
          at.add(new At(age(line, release), distance));
          most = Math.max(most, Math.abs(distance));
        }
      }
      if (at.size() > 1) {
        courses.add(new Moved(line, at, most));
      }
    }
    courses.sort(
        Comparator.comparingDouble((Moved c) -> -c.size()).thenComparing(c -> c.line().cell()));
    return courses;
  }

  private static String yTitle() {
    return "Difference from the latest (%)";
  }

  private static final String X_TITLE = "Age of the number (years)";

  @Override
  public Scene lay(Page page, String title) {
    return lay(page, title, Axis.SQUARE_ROOT);
  }

  /** XChart has no such axis. */
  @Override
  public Scene asXChart(Page page, String title) {
    return lay(page, title, Axis.LINEAR);
  }

  /** Most happens to numbers that are young: the square root gives the first year more room. */
  private enum Axis {
    LINEAR,
    SQUARE_ROOT;

    double at(double age) {
      return this == LINEAR ? age : Math.sqrt(age);
    }

    Layer of(Layer.Area area) {
      return new Layer.Area(area.name(), area.color(), of(area.at()));
    }

    List<At> of(List<At> points) {
      return points.stream().map(p -> new At(at(p.x()), p.y())).toList();
    }

    Ticks ticks(Range x, int most) {
      if (this == LINEAR) {
        return Ticks.of(x, most, Ticks.Style.PLAIN, Ticks.Scale.ONES);
      }
      List<Double> ages = List.of(0.0, 0.25, 1.0, 2.0, 4.0, 7.0, 11.0, 16.0, 25.0, 50.0, 100.0);
      List<Double> shown = ages.stream().filter(age -> at(age) <= x.high()).toList();
      return new Ticks(
          shown.stream().map(this::at).toList(), shown.stream().map(Numbers::estimate).toList());
    }
  }

  private Scene lay(Page page, String title, Axis axis) {
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? triangle.subject() + ": vintages" : title, X_TITLE, yTitle());
    List<Moved> courses = courses();
    if (courses.isEmpty()) {
      return Drawing.empty(page, title, EMPTY, titles);
    }
    Sketch sketch = new Sketch(page);
    List<Moved> named = courses.subList(0, Math.min(Style.DISTINCT, courses.size()));
    Map<PastRevisions.Band, List<Layer.Area>> bands = bands(courses);
    Legend legend = legend(named, courses.size(), bands);
    double top = sketch.title(title) + sketch.small / 2;
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, X_TITLE) - Sketch.MARGIN;
    double height = Math.max(20, bottom - top);
    Range y = values(courses, bands);
    int most = (int) Math.max(2, height / (2.6 * Sketch.line(sketch.small)));
    Ticks yTicks = Ticks.of(y, most, Ticks.Style.SIGNED, Ticks.Scale.ONES);
    double left = Axes.left(sketch, yTicks, yTitle());
    double oldest =
        courses.stream().flatMap(c -> c.at().stream()).mapToDouble(At::x).max().orElse(1);
    double end = axis.at(Math.max(0.1, oldest));
    Range x = new Range(-0.02 * end, 1.03 * end);
    double width = Math.max(20, page.widthPt() - Sketch.MARGIN - 2 - left);
    Plane plane = new Plane(left, top, width, height, x, y);
    List<Layer> layers = new ArrayList<>();
    bands.values().forEach(all -> all.forEach(area -> layers.add(axis.of(area))));
    layers.add(
        new Layer.Whiskers(
            "Latest", Look.INK, Look.HAIR, List.of(new At(x.low(), 0), new At(x.high(), 0))));
    layers.addAll(lines(courses, named.size(), axis));
    Axes.side(sketch, plane, yTicks, yTitle());
    int across = (int) Math.max(2, plane.width() / (4 * Type.width("00", sketch.small)));
    Axes.bottom(sketch, plane, axis.ticks(x, Math.min(across, 12)), X_TITLE);
    legend.paint(sketch, plane.left());
    return new Scene(
        page, plane, layers, sketch.ink(), sketch.labels(), titles, description(bands.keySet()));
  }

  private static Range values(
      List<Moved> courses, Map<PastRevisions.Band, List<Layer.Area>> bands) {
    List<Double> ends = new ArrayList<>(List.of(0.0));
    courses.forEach(course -> course.at().forEach(at -> ends.add(at.y())));
    bands.values().forEach(all -> all.forEach(l -> l.at().forEach(at -> ends.add(at.y()))));
    return Range.of(ends).padded(0.06);
  }

  /** The bands between the ages at which anything was released, the widest first. */
  private Map<PastRevisions.Band, List<Layer.Area>> bands(List<Moved> courses) {
    PastRevisions past = new PastRevisions(triangle.lines());
    List<Double> ages =
        courses.stream().flatMap(c -> c.at().stream().map(At::x)).distinct().sorted().toList();
    Map<PastRevisions.Band, List<Layer.Area>> bands = new EnumMap<>(PastRevisions.Band.class);
    for (PastRevisions.Band band : PastRevisions.Band.values()) {
      List<Layer.Area> layers = new ArrayList<>();
      List<At> upper = new ArrayList<>();
      List<At> lower = new ArrayList<>();
      for (int i = 0; i + 1 < ages.size(); i++) {
        double from = ages.get(i);
        double to = ages.get(i + 1);
        Optional<Range> range = range(past, from, band);
        if (range.isPresent()) {
          // The state holds from one age to the next.
          double high = range.get().high();
          double low = range.get().low();
          upper.addAll(List.of(new At(from, high), new At(to, high)));
          lower.addAll(0, List.of(new At(to, low), new At(from, low)));
        } else {
          close(layers, band, upper, lower);
        }
      }
      close(layers, band, upper, lower);
      if (!layers.isEmpty()) {
        bands.put(band, layers);
      }
    }
    return bands;
  }

  private static Optional<Range> range(PastRevisions past, double age, PastRevisions.Band band) {
    List<Double> distances =
        past.pairs(Math.round(age * YEAR)).stream().map(PastRevisions.Pair::distance).toList();
    return PastRevisions.band(distances, band);
  }

  private static void close(
      List<Layer.Area> layers, PastRevisions.Band band, List<At> upper, List<At> lower) {
    if (!upper.isEmpty()) {
      List<At> around = new ArrayList<>(upper);
      around.addAll(lower);
      layers.add(new Layer.Area(band.label() + " of the numbers", band.color, around));
      upper.clear();
      lower.clear();
    }
  }

  private static Mark mark(int rank, int named) {
    return rank < named
        ? Style.of(rank).mark(Mark.Fill.FILLED, 0.8 * Look.MARK)
        : Sources.others(0.7 * Look.SMALL_MARK);
  }

  private static List<Layer> lines(List<Moved> courses, int named, Axis axis) {
    List<Layer> layers = new ArrayList<>();
    for (int i = courses.size() - 1; i >= 0; i--) {
      Moved course = courses.get(i);
      List<At> steps = new ArrayList<>();
      for (At at : course.at()) {
        if (!steps.isEmpty()) {
          steps.add(new At(at.x(), steps.get(steps.size() - 1).y()));
        }
        steps.add(at);
      }
      String name = Statement.period(course.line().cell().period());
      Mark mark = mark(i, named);
      layers.add(new Layer.Line(name, mark.color(), i < named ? 1 : Look.THIN, axis.of(steps)));
      layers.add(new Layer.Marks(name + ", releases", mark, axis.of(course.at())));
    }
    return layers;
  }

  private static Legend legend(
      List<Moved> named, int all, Map<PastRevisions.Band, List<Layer.Area>> bands) {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Mark mark = mark(i, named.size());
      entries.add(entry(mark, Statement.period(named.get(i).line().cell().period())));
    }
    if (all > named.size()) {
      String rest = "Other periods (" + (all - named.size()) + ")";
      entries.add(entry(mark(all, named.size()), rest));
    }
    bands.keySet().forEach(band -> entries.add(FreshBands.entry(band)));
    return new Legend(entries);
  }

  /** A stretch of line with the mark on it. */
  private static Legend.Entry entry(Mark mark, String text) {
    List<Ink> ink = new ArrayList<>(List.of(Ink.line(-7, 0, 7, 0, mark.color(), 1)));
    ink.addAll(mark.ink());
    return new Legend.Entry(new Legend.Swatch.Sign(mark, ink), text);
  }

  private String description(Iterable<PastRevisions.Band> bands) {
    List<String> shares = new ArrayList<>();
    bands.forEach(band -> shares.add(0, band.label()));
    return RevisionWords.sentences(triangle, courses().size())
        .add(
            "Each line is the difference of the number of one period from its latest release, in"
                + " per cent of it, by the time since the period ended; marks are releases.")
        .add(
            shares.isEmpty()
                ? ""
                : "The bands hold "
                    + String.join(" and ", shares)
                    + " of the numbers that stood at that age and were printed again later,"
                    + " the darkest the middle.")
        .toString();
  }

  @Override
  public Beside beside() {
    List<Moved> courses = courses();
    String caption =
        courses.isEmpty()
            ? triangle.subject() + ": " + EMPTY
            : description(bands(courses).keySet());
    return RevisionWords.beside("Lines by age: ", caption, triangle);
  }
}
