package org.crosstally.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.crosstally.figure.Period;

/**
 * Which source reports which period, and in what form.
 *
 * <p>The cells are painted as ink and not by XChart: the signs are as large as their cells, which
 * XChart's markers cannot be, and its axes drop all labels of rows where two of them are alike.
 * What is handed over as an XChart has a mark for each cell, with rows by number.
 */
record CoverageMap(CoverageRows data) implements Drawing {
  private static final String EMPTY = "No figures.";
  private static final double GAP = 5;
  private static final double MOST_HEIGHT = 11;
  private static final double LEAST_WIDTH = 2.5;

  /** What is shown on a page. */
  private record Choice(List<CoverageRows.Row> rows, List<Period> columns) {}

  private String axis() {
    boolean areYears = data.columns().stream().allMatch(p -> p.length() == Period.Length.YEAR);
    return areYears ? "Year" : "Period";
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? data.series().subject() + ": who reports what" : title,
            axis(),
            "Source");
    if (data.rows().isEmpty()) {
      return Drawing.empty(page, title, EMPTY, titles);
    }
    Sketch sketch = new Sketch(page);
    Legend legend = legend();
    double top = sketch.title(title) + strip(sketch) + 2;
    double bottom =
        page.heightPt() - legend.height(sketch) - Axes.below(sketch, axis()) - Sketch.MARGIN;
    double height = Math.max(20, bottom - top);
    double pitch = pitch(sketch);
    List<CoverageRows.Row> rows = data.weightiest((int) Math.max(1, Math.floor(height / pitch)));
    Names names = Names.of(sketch, rows);
    double left = names.width();
    double width = Math.max(20, page.widthPt() - Sketch.MARGIN - 3 - left);
    int most = (int) Math.max(1, Math.floor(width / LEAST_WIDTH));
    List<Period> all = data.columns();
    Choice shown = new Choice(rows, all.subList(Math.max(0, all.size() - most), all.size()));
    double cell = Math.max(pitch, Math.min(MOST_HEIGHT, height / rows.size()));
    Plane plane =
        new Plane(
            left,
            top,
            width,
            cell * rows.size(),
            new Range(0, shown.columns().size()),
            new Range(-rows.size(), 0));
    names.paint(sketch, plane, rows);
    cells(sketch, plane, shown);
    strip(sketch, plane, shown.columns());
    Ticks ticks = GridAxis.across(sketch, shown.columns(), plane.width());
    Axes.bottom(sketch, plane, ticks, axis());
    legend.paint(sketch, plane.left());
    return new Scene(
        page, plane, List.of(), sketch.ink(), sketch.labels(), titles, description(shown));
  }

  /** The height of the bars above the cells, with a line for their numbers. */
  private static double strip(Sketch sketch) {
    return 2 * Sketch.line(sketch.small) + 6;
  }

  private static double pitch(Sketch sketch) {
    return Sketch.line(sketch.small) + 0.3;
  }

  @Override
  public Page fit(Page page) {
    Sketch sketch = new Sketch(page);
    double frame =
        Sketch.MARGIN
            + Sketch.line(page.fontPt())
            + 3
            + strip(sketch)
            + 2
            + legend().height(sketch)
            + Axes.below(sketch, axis())
            + Sketch.MARGIN;
    double height = frame + pitch(sketch) * Math.max(1, data.rows().size()) + 1;
    return page.withHeight(Math.max(30, Math.min(2000, Math.ceil(Page.mm(height)))));
  }

  /** The columns of texts to the left: the kind of source, and its name. */
  private record Names(double kind, double name) {
    static Names of(Sketch sketch, List<CoverageRows.Row> rows) {
      double page = sketch.page.widthPt();
      double kind = Type.width("Sources", sketch.small);
      double name = 0;
      for (CoverageRows.Row row : rows) {
        kind = Math.max(kind, Type.width(row.group(), sketch.small));
        name = Math.max(name, Type.width(row.name(), sketch.small));
      }
      return new Names(Math.min(kind, 0.15 * page), Math.min(name, 0.28 * page));
    }

    double width() {
      return Sketch.MARGIN + kind + GAP + name + GAP;
    }

    void paint(Sketch sketch, Plane plane, List<CoverageRows.Row> rows) {
      double size = sketch.small;
      double right = plane.left() - GAP;
      String before = "";
      for (int r = 0; r < rows.size(); r++) {
        CoverageRows.Row row = rows.get(r);
        double baseline = Sketch.centred(plane.y(-(r + 0.5)), size);
        if (!row.group().equals(before)) {
          double y = plane.y(-r);
          sketch.add(Ink.line(Sketch.MARGIN, y, plane.right(), y, Look.RULE, Look.HAIR));
          String group = Type.fitted(row.group(), size, kind);
          sketch.text(group, size, Sketch.MARGIN, baseline, Sketch.Align.LEFT);
          before = row.group();
        }
        String fitted = Type.fitted(row.name(), size, name);
        sketch.text(fitted, size, right, baseline, Sketch.Align.RIGHT);
      }
    }
  }

  private static void cells(Sketch sketch, Plane plane, Choice shown) {
    double width = plane.width() / shown.columns().size();
    double height = plane.height() / shown.rows().size();
    // Neighbours stay apart, and a wide cell has a sign no wider than twice its height.
    double w = Math.min(width - Math.min(1, 0.2 * width), 2 * height);
    double h = Math.min(height - 1.4, 0.9 * MOST_HEIGHT);
    for (int r = 0; r < shown.rows().size(); r++) {
      for (int c = 0; c < shown.columns().size(); c++) {
        Reported said = shown.rows().get(r).said().get(shown.columns().get(c));
        if (said != null) {
          double x = plane.x(c + 0.5);
          double y = plane.y(-(r + 0.5));
          sketch.add(said.ink(new Rectangle2D.Double(x - w / 2, y - h / 2, w, h)));
        }
      }
    }
  }

  /** How many of all sources report each period, as bars above the cells. */
  private void strip(Sketch sketch, Plane plane, List<Period> columns) {
    double size = sketch.small;
    double base = plane.top() - 2;
    double tallest = strip(sketch) - Sketch.line(size) - 1;
    int most = columns.stream().mapToInt(data::count).max().orElse(1);
    double width = plane.width() / columns.size();
    boolean all = Type.width(Integer.toString(most), size) + 1.5 <= width;
    boolean isMarked = false;
    for (int c = 0; c < columns.size(); c++) {
      int count = data.count(columns.get(c));
      double bar = tallest * count / Math.max(1, most);
      double w = width - Math.min(1, 0.2 * width);
      double x = plane.x(c + 0.5);
      sketch.add(Ink.box(x - w / 2, base - bar, w, bar, Look.BAND));
      if (count > 0 && (all || (count == most && !isMarked))) {
        isMarked = true;
        double baseline = base - bar - Type.descent(size);
        sketch.text(Integer.toString(count), size, x, baseline, Sketch.Align.CENTRE);
      }
    }
    String words = Type.fitted("Sources", size, plane.left() - GAP - Sketch.MARGIN);
    sketch.text(words, size, plane.left() - GAP, base - 1, Sketch.Align.RIGHT);
  }

  private Map<Reported, Integer> counts() {
    Map<Reported, Integer> counts = new EnumMap<>(Reported.class);
    data.rows().forEach(r -> r.said().values().forEach(s -> counts.merge(s, 1, Integer::sum)));
    return counts;
  }

  private Legend legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    Rectangle2D box = new Rectangle2D.Double(-3.5, -3, 7, 6);
    for (Reported said : counts().keySet()) {
      entries.add(new Legend.Entry(new Legend.Swatch.Sign(said, said.ink(box)), said.entry()));
    }
    return new Legend(entries);
  }

  private String description(Choice shown) {
    int hiddenRows = data.rows().size() - shown.rows().size();
    int hiddenColumns = data.columns().size() - shown.columns().size();
    return new Remarks(
            data.series().subject()
                + ": which of "
                + Words.counted(data.rows().size(), "source reports", "sources report")
                + " which of "
                + Words.counted(data.columns().size(), "period", "periods")
                + ". Of several figures for one period the most definite is shown.")
        .add("The bars on top count all sources.")
        .add(
            hiddenRows,
            "source that reports fewer periods is",
            "sources that report fewer periods are",
            " left out for want of room.")
        .add(
            hiddenColumns,
            "earlier period is",
            "earlier periods are",
            " left out for want of room.")
        .add(
            data.left(),
            "cell of a period of another length is",
            "cells of periods of other lengths are",
            " not shown.")
        .add(
            data.silent(),
            "figure that states no level in this unit is",
            "figures that state no level in this unit are",
            " not shown.")
        .add(data.series().leftOut())
        .toString();
  }

  /** A mark for each cell; single years stand on their year, other periods on their number. */
  @Override
  public Scene asXChart(Page page, String title) {
    Scene laid = lay(page, title);
    if (data.rows().isEmpty()) {
      return laid;
    }
    List<Layer> layers = new ArrayList<>();
    List<Double> x = new ArrayList<>();
    for (Reported form : Reported.values()) {
      List<At> at = new ArrayList<>();
      for (int r = 0; r < data.rows().size(); r++) {
        int row = r;
        data.rows()
            .get(r)
            .said()
            .forEach(
                (period, said) -> {
                  if (said == form) {
                    at.add(new At(place(period), -(row + 1)));
                  }
                });
      }
      at.forEach(point -> x.add(point.x()));
      layers.add(new Layer.Marks(form.entry(), form.mark(), at));
    }
    Plane plane =
        new Plane(
            0,
            0,
            page.widthPt(),
            page.heightPt(),
            Range.of(x).padded(0.03),
            new Range(-data.rows().size() - 1, 0));
    return new Scene(page, plane, layers, List.of(), List.of(), laid.titles(), laid.description());
  }

  private double place(Period period) {
    return period.length() == Period.Length.YEAR
        ? period.end().getYear()
        : data.columns().indexOf(period) + 1;
  }

  @Override
  public Beside beside() {
    if (data.rows().isEmpty()) {
      String none = data.series().subject() + ". " + EMPTY;
      return new Beside(none, none, List.of());
    }
    String said = description(new Choice(data.rows(), data.columns()));
    List<CoverageRows.Row> byCount =
        data.rows().stream()
            .sorted(Comparator.comparing(row -> -row.said().size()))
            .limit(3)
            .toList();
    List<String> first =
        byCount.stream().map(row -> row.name() + " (" + row.said().size() + ")").toList();
    List<String> forms = new ArrayList<>();
    counts().forEach((form, count) -> forms.add(Numbers.plain(count, 0) + " " + form.label()));
    TreeSet<Period> none = new TreeSet<>(data.columns());
    data.rows().forEach(row -> none.removeAll(row.said().keySet()));
    String alternative =
        new Remarks("Map of sources by periods: " + said)
            .add("The most periods are reported by " + String.join(", ", first) + ".")
            .add("By their best figure, the cells are: " + String.join(", ", forms) + ".")
            .add(none.size(), "period has", "periods have", " no figure at all.")
            .toString();
    return new Beside(said, alternative, rows());
  }

  private List<Datum> rows() {
    List<Datum> rows = new ArrayList<>();
    for (CoverageRows.Row row : data.rows()) {
      row.said()
          .forEach(
              (period, said) ->
                  rows.add(
                      new Datum(
                          row.group(),
                          row.name(),
                          Statement.period(period),
                          "",
                          "",
                          "",
                          said.label(),
                          "")));
    }
    return rows;
  }
}
