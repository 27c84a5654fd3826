package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.series.Estimate;

/** The statements of the sources row by row, grouped by period, around the reconciled number. */
record SourceBySource(
    OneSeries series, Sources sources, List<CellOutcome> outcomes, List<Statement.Group> groups)
    implements Drawing {
  private static final String AXIS = "Difference from the reconciled value (%)";

  SourceBySource {
    outcomes = List.copyOf(outcomes);
    groups = List.copyOf(groups);
  }

  static SourceBySource of(Reconciliation reconciliation, List<Period> wanted) {
    OneSeries series = OneSeries.of(reconciliation);
    Sources sources = Sources.of(series);
    List<CellOutcome> outcomes =
        series.outcomes().stream()
            .filter(o -> wanted.isEmpty() || wanted.contains(o.cell().period()))
            .toList();
    List<Statement.Group> groups =
        outcomes.stream()
            .map(o -> Statement.group(o, sources))
            .filter(g -> !g.rows().isEmpty())
            .toList();
    return new SourceBySource(series, sources, outcomes, groups);
  }

  /** The height of everything but the rows, without a title. */
  private static double frame(Sketch sketch) {
    return head(sketch) + Axes.below(sketch, AXIS) + Sketch.MARGIN;
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
            title.isBlank() ? series.subject() + ": what each source says" : title, AXIS, "");
    if (groups.isEmpty()) {
      return Drawing.empty(page, title, "No figures for these periods.", titles);
    }
    Sketch sketch = new Sketch(page);
    double top = sketch.title(title);
    double room = page.heightPt() - top - frame(sketch);
    Spacing tight = Spacing.tight(sketch);
    RowChoice choice = RowChoice.of(groups, room, tight::height);
    Spacing spacing = tight.within(room, choice.groups());
    Columns columns = Columns.of(choice.groups(), sketch);
    double height = spacing.height(choice.groups());
    // One unit of the vertical axis is one point, downwards.
    Plane plane =
        new Plane(
            columns.plotLeft(),
            top + head(sketch),
            columns.plotWidth(),
            height,
            Differences.of(choice.groups()).range(),
            new Range(-height, 0));
    heads(sketch, columns, top);
    Rows rows = new Rows(sketch, plane, columns);
    double y = 0;
    for (Statement.Group group : choice.groups()) {
      y = rows.add(group, y, spacing);
    }
    Axes.bottom(sketch, plane, ticks(sketch, plane), AXIS);
    String description = description(choice, rows.beyond());
    return new Scene(
        page, plane, rows.layers(), sketch.ink(), sketch.labels(), titles, description);
  }

  @Override
  public Beside beside() {
    String subject = series.axisTitle(Ticks.Scale.ONES);
    if (groups.isEmpty()) {
      String none = subject + ": no figures for these periods.";
      return new Beside(none, none, List.of());
    }
    Figures figures = new Figures(outcomes, sources);
    String of = series.of().isEmpty() ? "" : ", " + series.of();
    String when = Words.counted(groups.size(), "period", "periods");
    String interval =
        figures.hasIntervals()
            ? "The line of a reconciled value is its interval"
                + LinesBySource.covering(figures.covers())
            : "";
    String caption =
        new Remarks(subject + of + ": what each source says, for " + when + ".")
            .add("Marks stand at the difference from the reconciled value in per cent.")
            .add("The black diamond is the reconciled value.")
            .add(interval)
            .add(figures.marks())
            .add(figures.citations())
            .toString();
    int rows = groups.stream().mapToInt(group -> group.rows().size()).sum();
    String alternative =
        new Remarks("Chart of rows: " + subject + of + ", what each source says for " + when + ".")
            .add(Words.counted(rows, "row", "rows") + " with the number in words and figures.")
            .add("From " + groups.get(0).period() + " to " + last().period() + ".")
            .add(figures.disagreements())
            .toString();
    return new Beside(caption, alternative, data(figures));
  }

  private Statement.Group last() {
    return groups.get(groups.size() - 1);
  }

  /** Along the axis stands the difference from the reconciled number in per cent. */
  private List<Datum> data(Figures figures) {
    List<Datum> data = new ArrayList<>();
    for (CellOutcome outcome : outcomes) {
      String period = Statement.period(outcome.cell().period());
      double reference = outcome.estimate().map(Estimate::value).orElse(0.0);
      data.add(Figures.reconciled(outcome, period, reference == 0 ? "" : "0"));
      for (Said said : LinesBySource.said(outcome)) {
        double percent = 100 * (said.value() - reference) / Math.abs(reference);
        data.add(figures.datum(said, period, reference == 0 ? "" : Datum.number(percent)));
      }
    }
    return data;
  }

  private static Ticks ticks(Sketch sketch, Plane plane) {
    int most = (int) Math.max(4, plane.width() / (3.2 * Type.width("+10", sketch.small)));
    return Ticks.of(plane.x(), most, Ticks.Style.SIGNED, Ticks.Scale.ONES);
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
                + "), as the difference from the reconciled value in per cent.")
        .add(
            "Sources that state the same number in the same form share a row, named by the origin"
                + " where it is among them, else by the first to publish it.")
        .add(
            beyond,
            "difference lies",
            "differences lie",
            " beyond the axis, where an arrow stands at its end.")
        .add(choice.leftOut())
        .add(series.leftOut())
        .toString();
  }
}
