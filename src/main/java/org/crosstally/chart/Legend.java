package org.crosstally.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A legend in columns below a plot, where it hides no data, laid out from the true widths of its
 * texts.
 */
record Legend(List<Entry> entries) {
  private static final double SWATCH = 14;
  private static final double GAP = 3;
  private static final double BETWEEN = 10;

  Legend {
    entries = List.copyOf(entries);
  }

  /** What stands for something in the plot. */
  sealed interface Swatch {
    record Stroke(double width) implements Swatch {}

    record Box() implements Swatch {}

    /** An area in another tint than that of the reconciled interval. */
    record Tint(Color color) implements Swatch {}

    /** A line, with the mark of its points where they have one. */
    record Line(Color color, double width, Dash dash, Optional<Mark> mark) implements Swatch {
      Line(Color color, double width, Dash dash) {
        this(color, width, dash, Optional.empty());
      }
    }

    /** A whisker, which stands upright beside points and lies in rows. */
    record Whisker(Color color) implements Swatch {}

    record Point(Mark mark) implements Swatch {}

    record Bound() implements Swatch {}

    /**
     * Ink around the origin.
     *
     * @param means what it stands for; two signs that mean the same are the same
     */
    record Sign(Object means, List<Ink> ink) implements Swatch {
      public Sign {
        ink = List.copyOf(ink);
      }

      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Sign sign && sign.means.equals(means);
      }

      @Override
      public int hashCode() {
        return means.hashCode();
      }
    }
  }

  record Entry(Swatch swatch, String text) {}

  double height(Sketch sketch) {
    if (entries.isEmpty()) {
      return 0;
    }
    int columns = columns(sketch);
    int rows = (entries.size() + columns - 1) / columns;
    return 4 + rows * pitch(sketch);
  }

  private static double pitch(Sketch sketch) {
    return Sketch.line(sketch.small) + 0.8;
  }

  private static double room(Sketch sketch) {
    return sketch.page.widthPt() - 2 * Sketch.MARGIN;
  }

  /** Entries side by side; none is cut unless it is wider than half the page. */
  private int columns(Sketch sketch) {
    double widest = SWATCH + GAP;
    for (Entry entry : entries) {
      widest = Math.max(widest, SWATCH + GAP + Type.width(entry.text(), sketch.small));
    }
    int least = entries.size() > 3 ? 2 : 1;
    return Math.max(least, (int) ((room(sketch) + BETWEEN) / (widest + BETWEEN)));
  }

  /** Paints the legend into the rows that end at the bottom of the page. */
  void paint(Sketch sketch, double left) {
    if (entries.isEmpty()) {
      return;
    }
    int columns = columns(sketch);
    int rows = (entries.size() + columns - 1) / columns;
    // Fewer columns may do for the same number of rows.
    columns = (entries.size() + rows - 1) / rows;
    double most = (room(sketch) + BETWEEN) / columns - BETWEEN - SWATCH - GAP;
    List<String> texts = new ArrayList<>();
    double widest = 0;
    for (Entry entry : entries) {
      String text = Type.fitted(entry.text(), sketch.small, most);
      texts.add(text);
      widest = Math.max(widest, Type.width(text, sketch.small));
    }
    double column = SWATCH + GAP + widest + BETWEEN;
    double total = columns * column - BETWEEN;
    double start = Math.max(Sketch.MARGIN, Math.min(left, Sketch.MARGIN + room(sketch) - total));
    double top = sketch.page.heightPt() - Sketch.MARGIN - rows * pitch(sketch);
    List<Ink> signs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int side = i / rows;
      double x = start + side * column;
      double y = top + (i % rows + 0.5) * pitch(sketch);
      signs.addAll(swatch(entries.get(i).swatch(), x, y));
      double baseline = Sketch.centred(y, sketch.small);
      sketch.text(texts.get(i), sketch.small, x + SWATCH + GAP, baseline, Sketch.Align.LEFT);
    }
    Rectangle2D box = new Rectangle2D.Double(start, top, total, rows * pitch(sketch));
    sketch.add(new Ink.Key(this, box, signs));
  }

  private static List<Ink> swatch(Swatch swatch, double x, double y) {
    double middle = x + SWATCH / 2;
    if (swatch instanceof Swatch.Stroke stroke) {
      return List.of(Ink.line(x, y, x + SWATCH, y, Look.INK, stroke.width()));
    } else if (swatch instanceof Swatch.Box) {
      return List.of(Ink.box(x, y - 2.5, SWATCH, 5, Look.BAND));
    } else if (swatch instanceof Swatch.Tint tint) {
      return List.of(Ink.box(x, y - 2.5, SWATCH, 5, tint.color()));
    } else if (swatch instanceof Swatch.Line line) {
      List<Ink> ink = new ArrayList<>();
      Line2D stroke = new Line2D.Double(x, y, x + SWATCH, y);
      ink.add(new Ink.Stroked(stroke, line.color(), line.width(), line.dash()));
      line.mark().ifPresent(mark -> ink.addAll(mark.inkAt(middle, y)));
      return ink;
    } else if (swatch instanceof Swatch.Whisker whisker) {
      return List.of(
          Ink.line(x + 2, y, x + SWATCH - 2, y, whisker.color(), Look.THIN),
          Ink.line(x + 2, y - 1.5, x + 2, y + 1.5, whisker.color(), Look.THIN),
          Ink.line(x + SWATCH - 2, y - 1.5, x + SWATCH - 2, y + 1.5, whisker.color(), Look.THIN));
    } else if (swatch instanceof Swatch.Point point) {
      return point.mark().inkAt(middle, y);
    } else if (swatch instanceof Swatch.Sign sign) {
      return sign.ink().stream().map(ink -> ink.moved(middle, y)).toList();
    }
    return List.of(Ink.arrow(middle, y - 3.2, middle, y + 3.2, Look.OTHERS));
  }
}
