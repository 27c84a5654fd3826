package org.crosstally.chart;

import java.util.List;
import java.util.function.Function;

/**
 * Rows with text columns on both sides of a plot, their heads above and an axis below.
 *
 * @param range the stretch of the axis that shows these rows
 * @param title the title of the axis, by what its numbers are divided by
 */
record RowForm(
    List<Statement.Group> groups,
    RowAxis axis,
    Columns.Heads heads,
    Function<List<Statement.Group>, Range> range,
    Function<Ticks.Scale, String> title) {
  RowForm {
    groups = List.copyOf(groups);
  }

  /**
   * The rows in their places.
   *
   * @param beyond how many marks lie beyond the axis
   */
  record Laid(Plane plane, List<Layer> layers, RowChoice choice, int beyond) {
    Laid {
      layers = List.copyOf(layers);
    }
  }

  /** A page as high as all rows need. */
  Page fit(Page page) {
    Sketch sketch = new Sketch(page);
    double top = Sketch.MARGIN + Sketch.line(page.fontPt()) + 3;
    double height = top + frame(sketch) + Spacing.tight(sketch).height(groups) + 1;
    return page.withHeight(Math.max(30, Math.min(2000, Math.ceil(Page.mm(height)))));
  }

  /** The height of everything but the rows, without a title. */
  private static double frame(Sketch sketch) {
    return head(sketch) + Axes.below(sketch, "x") + Sketch.MARGIN;
  }

  private static double head(Sketch sketch) {
    return Sketch.line(sketch.small) + 3;
  }

  /** Sets as many rows as have room below a height; there is at least one. */
  Laid lay(Sketch sketch, double top) {
    double room = sketch.page.heightPt() - top - frame(sketch);
    Spacing tight = Spacing.tight(sketch);
    RowChoice choice = RowChoice.of(groups, room, tight::height);
    Spacing spacing = tight.within(room, choice.groups());
    Columns columns = Columns.of(choice.groups(), heads, sketch);
    double height = spacing.height(choice.groups());
    // One unit of the vertical axis is one point, downwards.
    Plane plane =
        new Plane(
            columns.plotLeft(),
            top + head(sketch),
            columns.plotWidth(),
            height,
            range.apply(choice.groups()),
            new Range(-height, 0));
    heads(sketch, columns, top);
    Rows rows = new Rows(sketch, plane, columns, axis);
    double y = 0;
    for (Statement.Group group : choice.groups()) {
      y = rows.add(group, y, spacing);
    }
    Axes.bottom(sketch, plane, ticks(sketch, plane), title.apply(axis.scale(plane.x())));
    return new Laid(plane, rows.layers(), choice, rows.beyond());
  }

  /** As many ticks as have room for their labels. */
  private Ticks ticks(Sketch sketch, Plane plane) {
    int most = (int) Math.max(4, plane.width() / (3.2 * Type.width("+10", sketch.small)));
    Ticks ticks = axis.ticks(plane.x(), most);
    while (most > 2 && !ticks.hasRoom(plane, sketch.small)) {
      most--;
      ticks = axis.ticks(plane.x(), most);
    }
    return ticks;
  }

  private void heads(Sketch sketch, Columns columns, double top) {
    double size = sketch.small;
    double y = top + Type.ascent(size);
    String period = Type.fitted(heads.period(), size, columns.period());
    sketch.text(period, size, Sketch.MARGIN, y, Sketch.Align.LEFT);
    String source = Type.fitted(heads.source(), size, columns.source());
    sketch.text(source, size, columns.plotLeft() - Columns.GAP, y, Sketch.Align.RIGHT);
    if (columns.value() > 0) {
      sketch.text(heads.value(), size, columns.valueEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.interval() > 0) {
      sketch.text(heads.interval(), size, columns.intervalEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.difference() > 0) {
      String difference = Type.fitted(heads.difference(), size, columns.difference());
      sketch.text(difference, size, columns.differenceEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.cause() > 0) {
      sketch.text(heads.cause(), size, columns.causeStart(), y, Sketch.Align.LEFT);
    }
    double rule = top + head(sketch) - 1;
    double end = sketch.page.widthPt() - Sketch.MARGIN;
    sketch.add(Ink.line(Sketch.MARGIN, rule, end, rule, Look.INK, Look.AXIS));
  }
}
