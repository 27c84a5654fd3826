package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crosstally.agreement.VintageTable.Line;
import org.crosstally.agreement.VintageTable.Release;
import org.crosstally.figure.Period;

/**
 * How far the number of each period had been revised by the end of each year of publication.
 *
 * <p>The cells are painted as ink and not by XChart: its heat map has no blank cells among others,
 * no palette with a fixed centre, one colour for all numbers in the cells, and axes that cannot be
 * laid out from the widths of their labels. What is handed over as an XChart is the course of each
 * revised number over the years of publication.
 */
record RevisionHeatMap(RevisionTriangle triangle) implements Drawing {
  private static final String EMPTY = "No number with a date of publication.";
  private static final String ROWS = "Reference period";
  private static final double GAP = 0.5;
  private static final double MOST_HEIGHT = 13;
  private static final double LEAST_WIDTH = 4;

  /** What is shown on a page: the rows, the columns, and how the numbers are written. */
  private record Choice(List<Line> rows, List<Period> columns, int hiddenColumns) {}

  @Override
  public Scene lay(Page page, String title) {
    String axis = "Revision since the first release (" + triangle.unit() + ")";
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? triangle.subject() + ": revisions" : title, "Published", axis);
    if (triangle.lines().isEmpty()) {
      return Drawing.empty(page, title, EMPTY, titles);
    }
    Sketch sketch = new Sketch(page);
    double top = sketch.title(title) + Sketch.line(sketch.small) + 1;
    double bottom = page.heightPt() - below(sketch) - Diverging.height(sketch) - Sketch.MARGIN;
    double height = Math.max(20, bottom - top);
    Choice choice = choose(sketch, height);
    Ticks rows = rows(sketch, choice.rows(), height);
    double left = Axes.left(sketch, rows, ROWS);
    double room = page.widthPt() - Sketch.MARGIN - left;
    Ends ends = Ends.of(sketch, choice.rows());
    if (!hasNumbers(sketch, choice, room - ends.width(), height)
        && hasNumbers(sketch, choice, room - Ends.NONE.width(), height)) {
      ends = Ends.NONE;
    }
    double width = Math.max(20, room - ends.width());
    int most = (int) Math.max(1, Math.floor(width / LEAST_WIDTH));
    Choice shown = latest(choice, most);
    double cell = cell(sketch, height, shown.rows().size());
    Plane plane =
        new Plane(
            left,
            top,
            width,
            cell * shown.rows().size(),
            new Range(0, shown.columns().size()),
            new Range(-shown.rows().size(), 0));
    Diverging colors = colors();
    cells(sketch, plane, shown, colors);
    ends.paint(sketch, plane, shown.rows());
    Axes.side(sketch, plane, rows, ROWS);
    Axes.bottom(
        sketch, plane, GridAxis.across(sketch, shown.columns(), plane.width()), "Published");
    String end = Numbers.estimate(colors.limit()) + (triangle.isRelative() ? " %" : "");
    colors.paint(sketch, plane.left(), "Revision since the first release", end);
    return new Scene(
        page, plane, List.of(), sketch.ink(), sketch.labels(), titles, description(shown));
  }

  private static double below(Sketch sketch) {
    return Axes.below(sketch, "Published");
  }

  /** Rows fill the page, but a few do not fall asunder. */
  private static double cell(Sketch sketch, double height, int rows) {
    return Math.min(Math.max(MOST_HEIGHT, 1.5 * pitch(sketch)), height / rows);
  }

  private static double pitch(Sketch sketch) {
    return Sketch.line(sketch.small) + 2 * GAP;
  }

  @Override
  public Page fit(Page page) {
    Sketch sketch = new Sketch(page);
    double frame =
        Sketch.MARGIN
            + Sketch.line(page.fontPt())
            + 3
            + Sketch.line(sketch.small)
            + 1
            + below(sketch)
            + Diverging.height(sketch)
            + Sketch.MARGIN;
    double height = frame + pitch(sketch) * Math.max(1, triangle.lines().size()) + 1;
    return page.withHeight(Math.max(30, Math.min(2000, Math.ceil(Page.mm(height)))));
  }

  /** All periods; without room those that were revised, and of these the last ones. */
  private Choice choose(Sketch sketch, double height) {
    int room = (int) Math.max(1, Math.floor(height / pitch(sketch)));
    List<Line> rows = triangle.lines();
    if (rows.size() > room) {
      List<Line> revised = rows.stream().filter(RevisionTriangle::isRevised).toList();
      rows = revised.isEmpty() ? rows : revised;
    }
    rows = rows.subList(Math.max(0, rows.size() - room), rows.size());
    return new Choice(rows, triangle.columns(rows), 0);
  }

  private static Choice latest(Choice choice, int most) {
    int hidden = Math.max(0, choice.columns().size() - most);
    List<Period> kept = choice.columns().subList(hidden, choice.columns().size());
    return new Choice(choice.rows(), kept, hidden);
  }

  private static Ticks rows(Sketch sketch, List<Line> rows, double height) {
    double cell = cell(sketch, height, rows.size());
    int step = (int) Math.max(1, Math.ceil((Sketch.line(sketch.small) - 1e-6) / cell));
    List<Double> at = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    double room = 0.25 * sketch.page.widthPt();
    for (int i = 0; i < rows.size(); i += step) {
      at.add(-(i + 0.5));
      String period = Statement.period(rows.get(i).cell().period());
      labels.add(Type.fitted(period, sketch.small, room));
    }
    return new Ticks(at, labels);
  }

  /** The largest revision has the full colour, unless it is out of all proportion. */
  private Diverging colors() {
    List<Double> sizes =
        triangle.lines().stream()
            .flatMap(line -> line.releases().stream().map(r -> triangle.revision(line, r.value())))
            .map(Math::abs)
            .filter(size -> size > 0)
            .sorted()
            .toList();
    if (sizes.isEmpty()) {
      return new Diverging(1);
    }
    double usual = sizes.get((int) (0.75 * (sizes.size() - 1)));
    double most = sizes.stream().filter(s -> s <= 6 * usual).reduce((a, b) -> b).orElse(usual);
    return new Diverging(roundedUp(most));
  }

  /** One digit that counts, not below the value. */
  private static double roundedUp(double value) {
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    double up = Math.ceil(value / power - 1e-9);
    return new java.math.BigDecimal(up * power).round(new java.math.MathContext(6)).doubleValue();
  }

  private void cells(Sketch sketch, Plane plane, Choice shown, Diverging colors) {
    double width = plane.width() / shown.columns().size();
    double height = plane.height() / shown.rows().size();
    int decimals = decimals(sketch, shown, width - 2 * GAP - 1, height);
    for (int r = 0; r < shown.rows().size(); r++) {
      Line line = shown.rows().get(r);
      for (int c = 0; c < shown.columns().size(); c++) {
        Optional<Release> known = RevisionTriangle.standing(line, shown.columns().get(c));
        if (known.isEmpty()) {
          continue;
        }
        double x = plane.x(c);
        double y = plane.y(-r);
        double revision = triangle.revision(line, known.get().value());
        Color color = colors.of(revision);
        sketch.add(Ink.box(x + GAP / 2, y + GAP / 2, width - GAP, height - GAP, color));
        if (decimals >= 0 && isNumbered(line, known.get(), shown.columns(), c)) {
          double baseline = Sketch.centred(y + height / 2, sketch.small);
          Label label =
              Sketch.label(
                  Numbers.signed(revision, decimals),
                  sketch.small,
                  x + width / 2,
                  baseline,
                  Sketch.Align.CENTRE);
          sketch.labels().add(label.in(Diverging.over(color)));
        }
      }
    }
  }

  private boolean hasNumbers(Sketch sketch, Choice choice, double width, double height) {
    double cell = width / choice.columns().size();
    return decimals(sketch, choice, cell - 2 * GAP - 1, height / choice.rows().size()) >= 0;
  }

  /** A number stands where a later release was new; it holds until the next one in its row. */
  private static boolean isNumbered(Line line, Release known, List<Period> columns, int c) {
    boolean isFirst = known.value() == RevisionTriangle.first(line) && known.number() == 1;
    boolean isShownFirst =
        c == 0
            || RevisionTriangle.standing(line, columns.get(c - 1))
                .filter(before -> before.number() == known.number())
                .isEmpty();
    return !isFirst && isShownFirst;
  }

  /** As many decimals as tell small revisions apart and have room; −1 for no numbers at all. */
  private int decimals(Sketch sketch, Choice shown, double width, double height) {
    if (height < Sketch.line(sketch.small)) {
      return -1;
    }
    List<Double> revisions = new ArrayList<>();
    for (Line line : shown.rows()) {
      line.releases().forEach(r -> revisions.add(triangle.revision(line, r.value())));
    }
    double least =
        revisions.stream()
            .map(Math::abs)
            .filter(s -> s > 0)
            .min(Comparator.naturalOrder())
            .orElse(1.0);
    int wanted = (int) Math.max(0, Math.min(2, -Math.floor(Math.log10(least))));
    for (int decimals = wanted; decimals >= Math.min(1, wanted); decimals--) {
      int d = decimals;
      double widest =
          revisions.stream()
              .mapToDouble(r -> Type.width(Numbers.signed(r, d), sketch.small))
              .max()
              .orElse(0);
      if (widest <= width) {
        return decimals;
      }
    }
    return -1;
  }

  /** The first and the latest value of each row, to the right of the cells. */
  private record Ends(double first, double latest) {
    static final double SPACE = 6;
    static final Ends NONE = new Ends(0, 0);

    static Ends of(Sketch sketch, List<Line> rows) {
      double first = Type.width("First", sketch.small);
      double latest = Type.width("Latest", sketch.small);
      for (Line line : rows) {
        first = Math.max(first, Type.width(words(RevisionTriangle.first(line)), sketch.small));
        latest = Math.max(latest, Type.width(words(line.latest().value()), sketch.small));
      }
      boolean fits = first + latest + 2 * SPACE <= 0.18 * sketch.page.widthPt();
      return fits ? new Ends(first, latest) : NONE;
    }

    private static String words(double value) {
      return Numbers.estimate(value);
    }

    double width() {
      return first == 0 ? 2 : first + latest + 2 * SPACE;
    }

    void paint(Sketch sketch, Plane plane, List<Line> rows) {
      double height = plane.height() / rows.size();
      if (first == 0 || height < Sketch.line(sketch.small) - 1e-6) {
        return;
      }
      double size = sketch.small;
      double one = plane.right() + SPACE + first;
      double two = one + SPACE + latest;
      double head = plane.top() - 1 - Type.descent(size);
      sketch.text("First", size, one, head, Sketch.Align.RIGHT);
      sketch.text("Latest", size, two, head, Sketch.Align.RIGHT);
      for (int r = 0; r < rows.size(); r++) {
        double baseline = Sketch.centred(plane.y(-(r + 0.5)), size);
        Line line = rows.get(r);
        sketch.text(words(RevisionTriangle.first(line)), size, one, baseline, Sketch.Align.RIGHT);
        sketch.text(words(line.latest().value()), size, two, baseline, Sketch.Align.RIGHT);
      }
    }
  }

  private String description(Choice shown) {
    int hidden = triangle.lines().size() - shown.rows().size();
    return RevisionWords.sentences(triangle, shown.rows().size())
        .add(
            "Colours and numbers are the revision since the first release, in "
                + (triangle.isRelative() ? "per cent" : "units")
                + ", as of the end of each column; blank cells were not yet published.")
        .add("Columns are the times of publication at which something was new.")
        .add("A number stands where a revised value was new, and holds until the next in its row.")
        .add(hidden, "period is", "periods are", " left out for want of room.")
        .add(
            shown.hiddenColumns(),
            "earlier column is",
            "earlier columns are",
            " left out for want of room.")
        .toString();
  }

  @Override
  public Scene asXChart(Page page, String title) {
    return triangle.lines().isEmpty()
        ? lay(page, title)
        : RevisionWords.paths(triangle, page, lay(page, title).titles());
  }

  @Override
  public Beside beside() {
    Choice all = new Choice(triangle.lines(), triangle.columns(triangle.lines()), 0);
    String caption = triangle.lines().isEmpty() ? EMPTY : description(all);
    return RevisionWords.beside("Heat map: ", caption, triangle);
  }
}
