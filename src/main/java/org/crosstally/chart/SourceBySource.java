package org.crosstally.chart;

import java.util.List;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;

/** The statements of the sources row by row, grouped by period, around the reconciled number. */
record SourceBySource(
    OneSeries series,
    Sources sources,
    RowAxis axis,
    List<CellOutcome> outcomes,
    List<Statement.Group> groups)
    implements Drawing {
  SourceBySource {
    outcomes = List.copyOf(outcomes);
    groups = List.copyOf(groups);
  }

  /** The statements as differences from the reconciled numbers. */
  static SourceBySource differences(Reconciliation reconciliation, List<Period> wanted) {
    return of(OneSeries.of(reconciliation), RowAxis.DIFFERENCE, wanted);
  }

  /** The numbers themselves, on a scale of factors where they are far apart. */
  static SourceBySource values(Reconciliation reconciliation, List<Period> wanted) {
    OneSeries series = OneSeries.of(reconciliation, wanted);
    return of(series, RowAxis.ofValues(series), wanted);
  }

  private static SourceBySource of(OneSeries series, RowAxis axis, List<Period> wanted) {
    Sources sources = Sources.of(series);
    List<CellOutcome> outcomes =
        series.outcomes().stream()
            .filter(o -> wanted.isEmpty() || wanted.contains(o.cell().period()))
            .toList();
    List<Statement.Group> groups =
        outcomes.stream()
            .map(o -> Statement.group(o, sources, axis))
            .filter(g -> !g.rows().isEmpty())
            .toList();
    return new SourceBySource(series, sources, axis, outcomes, groups);
  }

  /** The height of everything but the rows, without a title. */
  private static double frame(Sketch sketch) {
    return head(sketch) + Axes.below(sketch, "x") + Sketch.MARGIN;
  }

  private static double head(Sketch sketch) {
    return Sketch.line(sketch.small) + 3;
  }

  @Override
  public Page fit(Page page) {
    Sketch sketch = new Sketch(page);
    double title = Sketch.MARGIN + Sketch.line(page.fontPt()) + 3;
    double height = title + frame(sketch) + Spacing.tight(sketch).height(groups) + 1;
    return page.withHeight(Math.max(30, Math.min(2000, Math.ceil(Page.mm(height)))));
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles =
        new Scene.Titles(
            title.isBlank() ? series.subject() + ": what each source says" : title,
            title(Ticks.Scale.ONES),
            "");
    if (groups.isEmpty()) {
      return Drawing.empty(page, title, "No figures for these periods.", titles);
    }
    Sketch sketch = new Sketch(page);
    double top = sketch.title(title);
    double room = page.heightPt() - top - frame(sketch);
    Spacing tight = Spacing.tight(sketch);
    RowChoice choice = RowChoice.of(groups, room, tight::height);
    Spacing spacing = tight.within(room, choice.groups());
    Columns columns = Columns.of(choice.groups(), axis, sketch);
    double height = spacing.height(choice.groups());
    // One unit of the vertical axis is one point, downwards.
    Plane plane =
        new Plane(
            columns.plotLeft(),
            top + head(sketch),
            columns.plotWidth(),
            height,
            RowRange.of(choice.groups(), axis),
            new Range(-height, 0));
    heads(sketch, columns, top);
    Rows rows = new Rows(sketch, plane, columns, axis);
    double y = 0;
    for (Statement.Group group : choice.groups()) {
      y = rows.add(group, y, spacing);
    }
    Ticks ticks = ticks(sketch, plane);
    Axes.bottom(sketch, plane, ticks, title(axis.scale(plane.x())));
    String description = description(choice, rows.beyond());
    return new Scene(
        page, plane, rows.layers(), sketch.ink(), sketch.labels(), titles, description);
  }

  @Override
  public Beside beside() {
    return RowsBeside.of(this);
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

  private String title(Ticks.Scale scale) {
    return axis == RowAxis.DIFFERENCE
        ? "Difference from the reconciled value (%)"
        : series.axisTitle(scale);
  }

  private static void heads(Sketch sketch, Columns columns, double top) {
    double size = sketch.small;
    double y = top + Type.ascent(size);
    String[] heads = Columns.HEADS;
    String period = Type.fitted(heads[0], size, columns.period());
    sketch.text(period, size, Sketch.MARGIN, y, Sketch.Align.LEFT);
    String source = Type.fitted(heads[1], size, columns.source());
    sketch.text(source, size, columns.plotLeft() - Columns.GAP, y, Sketch.Align.RIGHT);
    if (columns.value() > 0) {
      sketch.text(heads[2], size, columns.valueEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.interval() > 0) {
      sketch.text(heads[3], size, columns.intervalEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.difference() > 0) {
      String difference = Type.fitted(heads[4], size, columns.difference());
      sketch.text(difference, size, columns.differenceEnd(), y, Sketch.Align.RIGHT);
    }
    if (columns.cause() > 0) {
      sketch.text(heads[5], size, columns.causeStart(), y, Sketch.Align.LEFT);
    }
    double rule = top + head(sketch) - 1;
    double end = sketch.page.widthPt() - Sketch.MARGIN;
    sketch.add(Ink.line(Sketch.MARGIN, rule, end, rule, Look.INK, Look.AXIS));
  }

  private String description(RowChoice choice, int beyond) {
    int figures = choice.groups().stream().mapToInt(Statement.Group::figures).sum();
    return new Remarks(
            series.subject()
                + ": what the sources say for "
                + Words.counted(choice.groups().size(), "period", "periods")
                + " ("
                + Words.counted(figures, "figure", "figures")
                + "), "
                + axis.words)
        .add(
            "Sources that state the same number in the same form share a row, named by the origin"
                + " where it is among them, else by the first to publish it.")
        .add(
            beyond, "mark lies", "marks lie", " beyond the axis, where an arrow stands at its end.")
        .add(choice.leftOut())
        .add(series.leftOut())
        .toString();
  }
}
