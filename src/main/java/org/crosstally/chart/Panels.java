package org.crosstally.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Several figures on one page, with letters. Plots that stand in a row or a column are aligned; an
 * axis that neighbours have in common has its labels once; the legends are collected into one.
 */
record Panels(List<Part> parts, Arrangement arrangement) implements Drawing {
  private static final String EMPTY = "No panels.";
  private static final double GAP = 8;

  /** The least side of a page in millimetres. */
  private static final double LEAST = 30;

  private static final double LINES = 10.5;

  /** A collected legend that takes more of the page goes back to its panels. */
  private static final double LARGEST_LEGEND = 0.5;

  Panels {
    parts = List.copyOf(parts);
  }

  /** A figure and its title, which stands beside its letter. */
  record Part(Drawing drawing, String title) {}

  /** Where the panels stand. */
  record Grid(int columns, int rows) {
    int column(int place) {
      return place % columns;
    }

    int row(int place) {
      return place / columns;
    }
  }

  static String letter(int place) {
    int first = place / 26;
    String last = String.valueOf((char) ('a' + place % 26));
    return first == 0 ? last : (char) ('a' + first - 1) + last;
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles = new Scene.Titles(title.isBlank() ? "Panels" : title, "", "");
    if (parts.isEmpty()) {
      return Drawing.empty(page, title, EMPTY, titles);
    }
    Sketch sketch = new Sketch(page);
    double top = sketch.title(title);
    if (page.heightPt() - top < least(sketch)) {
      return Drawing.empty(page, title, "No room for panels.", titles);
    }
    Placed placed = placed(sketch, top);
    List<Panel> panels =
        PanelAxes.aligned(PanelAxes.shared(placed.panels(), placed.grid()), placed.grid());
    return scene(sketch, panels, placed.legend(), titles);
  }

  private record Placed(List<Panel> panels, Legend legend, Grid grid) {}

  /** With one legend where it has room; else each panel keeps its own. */
  private Placed placed(Sketch sketch, double top) {
    Page page = sketch.page;
    List<Panel> own = place(sketch, top, 0, new Panel.Cut(false, false, false));
    double height = PanelLegend.of(own).height(sketch);
    // Higher panels may have longer legends.
    for (int i = 0; i < 4; i++) {
      boolean hasRoom =
          height <= LARGEST_LEGEND * page.heightPt()
              && page.heightPt() - top - height >= least(sketch);
      if (height == 0 || !hasRoom) {
        break;
      }
      List<Panel> panels =
          place(sketch, top, height, new Panel.Cut(true, false, false)).stream()
              .map(Panels::withoutLegend)
              .toList();
      Legend legend = PanelLegend.of(panels);
      double needed = legend.height(sketch);
      if (panels.size() == own.size() && needed <= height + 1e-6) {
        return new Placed(panels, legend, grid(page, top, height));
      }
      height = Math.max(height, needed);
    }
    return new Placed(own, new Legend(List.of()), grid(page, top, 0));
  }

  private Scene scene(Sketch sketch, List<Panel> panels, Legend legend, Scene.Titles titles) {
    List<Plot> plots = new ArrayList<>();
    Remarks words = new Remarks("");
    for (int i = 0; i < panels.size(); i++) {
      Scene scene = panels.get(i).scene();
      plots.addAll(scene.plots());
      sketch.add(scene.ink());
      sketch.labels().addAll(scene.labels());
      letter(sketch, panels.get(i), i);
      words.add("(" + letter(i) + ") " + scene.description());
    }
    words.add(
        parts.size() - panels.size(), "panel is", "panels are", " left out for want of room.");
    legend.paint(sketch, plots.get(0).plane().left());
    return new Scene(
        sketch.page, plots, sketch.ink(), sketch.labels(), titles, words.toString().strip());
  }

  private void letter(Sketch sketch, Panel panel, int place) {
    double size = sketch.page.fontPt();
    String title = parts.get(place).title();
    String words = "(" + letter(place) + ")" + (title.isBlank() ? "" : " " + title);
    Rectangle2D area = panel.area();
    double x = Math.max(Sketch.MARGIN, area.getX());
    String fitted = Type.fitted(words, size, area.getMaxX() - x - Sketch.MARGIN);
    double baseline = area.getY() - strip(sketch) + Type.ascent(size);
    sketch.text(fitted, size, x, baseline, Sketch.Align.LEFT);
  }

  /** The height of the line above each panel for its letter. */
  private static double strip(Sketch sketch) {
    return Sketch.line(sketch.page.fontPt());
  }

  /** The panels in equal columns, in rows by the height that they need. */
  private List<Panel> place(Sketch sketch, double top, double legend, Panel.Cut cut) {
    Page page = sketch.page;
    Grid grid = grid(page, top, legend);
    double strip = strip(sketch);
    double width = (page.widthPt() + GAP) / grid.columns() - GAP;
    List<Double> heights = heights(sketch, grid, width, page.heightPt() - top - legend);
    List<Panel> panels = new ArrayList<>();
    double y = top;
    for (int row = 0; row < heights.size(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        int place = row * grid.columns() + column;
        if (place < parts.size()) {
          Rectangle2D area =
              new Rectangle2D.Double(
                  column * (width + GAP), y + strip, width, heights.get(row) - strip);
          panels.add(new Panel(parts.get(place).drawing(), page, area, Panel.Sides.NONE, cut));
        }
      }
      y += heights.get(row);
    }
    return panels;
  }

  /**
   * The heights of the rows that have room. Panels that say how high they need to be get that
   * height, and the others share the rest; without room for that, what is above the least height is
   * shared out by need.
   */
  private List<Double> heights(Sketch sketch, Grid grid, double width, double room) {
    double least = least(sketch);
    int rows = (int) Math.max(1, Math.min(grid.rows(), Math.floor(room / least)));
    double even = Math.max(least, room / rows);
    List<Double> needs = new ArrayList<>();
    double fixed = 0;
    int flexible = 0;
    for (int row = 0; row < rows; row++) {
      double need = need(sketch, grid, row, width, even).orElse(0);
      needs.add(need == 0 ? 0 : Math.max(least, need));
      fixed += needs.get(row);
      flexible += need == 0 ? 1 : 0;
    }
    double rest = room - fixed;
    List<Double> heights = new ArrayList<>();
    for (double need : needs) {
      if (flexible > 0 && rest >= flexible * least) {
        heights.add(need == 0 ? rest / flexible : need);
      } else {
        double share = fixed == 0 ? 1.0 / rows : need / fixed;
        heights.add(least + Math.max(0, room - rows * least) * share);
      }
    }
    return heights;
  }

  /** The height that a row needs with the line for its letters; empty where it takes any. */
  private OptionalDouble need(Sketch sketch, Grid grid, int row, double width, double height) {
    Page own = Panel.page(sketch.page, width, height - strip(sketch));
    return IntStream.range(row * grid.columns(), (row + 1) * grid.columns())
        .filter(place -> place < parts.size())
        .mapToObj(place -> parts.get(place).drawing().fit(own))
        .filter(fitted -> fitted.heightMm() != own.heightMm())
        .mapToDouble(fitted -> fitted.heightPt() + strip(sketch))
        .max();
  }

  /** The least height of a row. */
  private static double least(Sketch sketch) {
    return side(sketch.page) + strip(sketch) + 0.1;
  }

  /** The least side of a panel: that of a page, and room for some lines of its type. */
  static double side(Page page) {
    return Math.max(points(LEAST), LINES * Sketch.line(page.fontPt()));
  }

  private static double points(double mm) {
    return mm * 72 / 25.4;
  }

  private Grid grid(Page page, double top, double legend) {
    int n = parts.size();
    int most = (int) Math.max(1, (page.widthPt() + GAP) / (side(page) + GAP + 0.01));
    return switch (arrangement) {
      case STACKED -> new Grid(1, n);
      case BESIDE -> new Grid(Math.min(n, most), (n + Math.min(n, most) - 1) / Math.min(n, most));
      case GRID -> largest(n, most, page.widthPt(), page.heightPt() - top - legend);
    };
  }

  private static Grid largest(int n, int most, double width, double height) {
    Grid best = new Grid(1, n);
    double score = 0;
    for (int columns = 1; columns <= Math.min(n, most); columns++) {
      int rows = (n + columns - 1) / columns;
      double size = Math.min(width / columns / 1.6, height / rows) * n / (columns * rows);
      if (size > score + 1e-9) {
        best = new Grid(columns, rows);
        score = size;
      }
    }
    return best;
  }

  /** The panel so much higher that its own legend lies below its part. */
  private static Panel withoutLegend(Panel panel) {
    Panel higher = panel;
    for (int i = 0; i < 4; i++) {
      Optional<Ink.Key> key = Panel.key(higher.whole());
      double below = key.map(k -> k.box().getHeight() + 4).orElse(0.0);
      if (Math.abs(below - higher.beyond().bottom()) < 1e-6) {
        break;
      }
      higher = higher.with(new Panel.Sides(0, 0, 0, below));
    }
    return higher;
  }

  @Override
  public Page fit(Page page) {
    Page fitted = page;
    // On a higher page the panels may stand in fewer columns, and need another height again.
    for (int i = 0; i < 4 && !parts.isEmpty(); i++) {
      Sketch sketch = new Sketch(fitted);
      Grid grid = grid(fitted, 0, 0);
      double width = (page.widthPt() + GAP) / grid.columns() - GAP;
      double even = Math.max(least(sketch), page.heightPt() / grid.rows());
      boolean changes = even * grid.rows() > page.heightPt() + 1e-6;
      double total = 0;
      for (int row = 0; row < grid.rows(); row++) {
        OptionalDouble need = need(sketch, grid, row, width, even);
        changes |= need.isPresent();
        total += need.orElse(even);
      }
      if (!changes) {
        return fitted;
      }
      double title = Sketch.MARGIN + Sketch.line(page.fontPt()) + 3;
      Legend legend = PanelLegend.of(place(sketch, 0, 0, new Panel.Cut(false, false, false)));
      double height = Math.ceil(Page.mm(total + title + legend.height(sketch)));
      Page next = page.withHeight(Math.max(LEAST, Math.min(2000, height)));
      if (next.heightMm() <= fitted.heightMm()) {
        return fitted;
      }
      fitted = next;
    }
    return fitted;
  }

  @Override
  public Scene asXChart(Page page, String title) {
    return parts.isEmpty()
        ? lay(page, title)
        : parts.get(0).drawing().asXChart(page, parts.get(0).title());
  }

  @Override
  public Beside beside() {
    if (parts.isEmpty()) {
      return new Beside("No charts.", "No charts.", List.of());
    }
    Remarks caption = new Remarks("");
    Remarks alternative = new Remarks("");
    List<Datum> data = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Beside own = parts.get(i).drawing().beside();
      String letter = letter(i);
      caption.add("(" + letter + ") " + own.caption());
      alternative.add("(" + letter + ") " + own.alternative());
      own.data().forEach(datum -> data.add(in(letter, datum)));
    }
    return new Beside(caption.toString().strip(), alternative.toString().strip(), data);
  }

  private static Datum in(String letter, Datum datum) {
    String panel = datum.panel().isBlank() ? letter : letter + ": " + datum.panel();
    return new Datum(
        panel,
        datum.series(),
        datum.at(),
        datum.value(),
        datum.low(),
        datum.high(),
        datum.status(),
        datum.note());
  }
}
