package org.crosstally.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Collects the marks of the rows for XChart, and sets their texts. */
final class Rows {
  private static final double ARROW = 12;
  private static final double CUT = 4;
  private static final String RECONCILED = "Reconciled value";

  private final Sketch sketch;
  private final Plane plane;
  private final Columns columns;
  private final RowAxis axis;
  private final List<Layer> lines = new ArrayList<>();
  private final List<Layer> marks = new ArrayList<>();
  private int beyond;
  private boolean isFirst = true;

  Rows(Sketch sketch, Plane plane, Columns columns, RowAxis axis) {
    this.sketch = sketch;
    this.plane = plane;
    this.columns = columns;
    this.axis = axis;
    if (axis != RowAxis.FACTOR && plane.x().holds(0)) {
      List<At> zero = List.of(new At(0, plane.y().low()), new At(0, 0));
      String name = axis == RowAxis.DIFFERENCE ? RECONCILED : "Zero";
      lines.add(new Layer.Whiskers(name, Look.INK, Look.AXIS, zero));
    }
  }

  /** Adds the rows of a period below a height, and gives the height below them. */
  double add(Statement.Group group, double from, Spacing spacing) {
    double pitch = spacing.pitch();
    double y = from + (isFirst ? 1 : 2) * spacing.gap();
    if (!isFirst) {
      double rule = plane.y(-(from + spacing.gap()));
      double end = sketch.page.widthPt() - Sketch.MARGIN;
      sketch.add(Ink.line(Sketch.MARGIN, rule, end, rule, Look.RULE, Look.HAIR));
    }
    isFirst = false;
    double first = Sketch.centred(plane.y(-(y + pitch / 2)), sketch.small);
    String period = Type.fitted(group.period(), sketch.small, columns.period());
    sketch.text(period, sketch.small, Sketch.MARGIN, first, Sketch.Align.LEFT);
    reference(group, y, pitch);
    for (Statement row : group.rows()) {
      double middle = -(y + pitch / 2);
      texts(row, Sketch.centred(plane.y(middle), sketch.small));
      row.place().ifPresent(place -> mark(row, place, middle));
      y += pitch;
    }
    return y;
  }

  /** Where an axis shows the numbers themselves, every period has a line of its own. */
  private void reference(Statement.Group group, double from, double pitch) {
    if (axis == RowAxis.DIFFERENCE) {
      return;
    }
    double to = from + group.rows().size() * pitch;
    group.rows().stream()
        .filter(row -> row.kind() == Statement.Kind.RECONCILED)
        .flatMapToDouble(row -> row.place().stream())
        .filter(plane.x()::holds)
        .forEach(
            place ->
                lines.add(
                    new Layer.Whiskers(
                        RECONCILED,
                        Look.OTHERS,
                        Look.THIN,
                        List.of(new At(place, -from), new At(place, -to)))));
  }

  private void texts(Statement row, double baseline) {
    double size = sketch.small;
    String name = row.who(size, columns.source());
    sketch.text(name, size, columns.plotLeft() - Columns.GAP, baseline, Sketch.Align.RIGHT);
    Statement.Texts texts = row.texts();
    right(texts.value(), columns.value(), columns.valueEnd(), baseline);
    right(texts.interval(), columns.interval(), columns.intervalEnd(), baseline);
    right(texts.difference(), columns.difference(), columns.differenceEnd(), baseline);
    if (columns.cause() > 0) {
      String cause = Type.fitted(texts.cause(), size, columns.cause());
      sketch.text(cause, size, columns.causeStart(), baseline, Sketch.Align.LEFT);
    }
  }

  private void right(String words, double width, double end, double baseline) {
    if (width > 0) {
      String fitted = Type.fitted(words, sketch.small, width);
      sketch.text(fitted, sketch.small, end, baseline, Sketch.Align.RIGHT);
    }
  }

  private void mark(Statement row, double place, double y) {
    Range x = plane.x();
    double pageY = plane.y(y);
    if (!x.holds(place)) {
      beyond++;
      boolean isLeft = place < x.low();
      double edge = isLeft ? plane.left() + 1 : plane.right() - 1;
      double start = edge + (isLeft ? ARROW : -ARROW);
      sketch.add(Ink.arrow(start, pageY, edge, pageY, row.mark().color()));
      return;
    }
    if (row.kind() == Statement.Kind.RECONCILED && row.low() < row.high()) {
      summary(row, place, y);
      cut(row, pageY);
      return;
    }
    if (row.low() < row.high()) {
      List<At> line = List.of(new At(x.clamp(row.low()), y), new At(x.clamp(row.high()), y));
      lines.add(new Layer.Whiskers("Intervals", row.mark().color(), 1, line));
      cut(row, pageY);
    }
    bound(row, place, pageY);
    marks.add(new Layer.Marks(row.name(), row.mark(), List.of(new At(place, y))));
  }

  /** The reconciled number is a diamond as wide as its interval. */
  private void summary(Statement row, double place, double y) {
    double half = row.mark().size() / 2;
    At west = new At(plane.x().clamp(row.low()), y);
    At east = new At(plane.x().clamp(row.high()), y);
    List<At> corners = List.of(west, new At(place, y + half), east, new At(place, y - half));
    marks.add(new Layer.Area(row.name(), row.mark().color(), corners));
  }

  /** An interval that reaches beyond the axis ends in an arrow. */
  private void cut(Statement row, double pageY) {
    Color color = row.mark().color();
    if (row.low() < plane.x().low()) {
      sketch.add(Ink.arrow(plane.left() + CUT, pageY, plane.left(), pageY, color));
    }
    if (row.high() > plane.x().high()) {
      sketch.add(Ink.arrow(plane.right() - CUT, pageY, plane.right(), pageY, color));
    }
  }

  private void bound(Statement row, double place, double pageY) {
    if (row.bound() == Said.Side.NEITHER) {
      return;
    }
    double sign = row.bound() == Said.Side.BELOW ? -1 : 1;
    double start = plane.x(place) + sign * row.mark().size() / 2;
    double end = start + sign * ARROW;
    double edge = sign < 0 ? plane.left() - 2 : plane.right() + 2;
    // An arrow at the edge is short rather than lying over the texts.
    double clipped = sign < 0 ? Math.max(edge, end) : Math.min(edge, end);
    if (Math.abs(clipped - start) > 1) {
      sketch.add(Ink.arrow(start, pageY, clipped, pageY, row.mark().color()));
    }
  }

  List<Layer> layers() {
    List<Layer> all = new ArrayList<>(lines);
    all.addAll(marks);
    return all;
  }

  int beyond() {
    return beyond;
  }
}
