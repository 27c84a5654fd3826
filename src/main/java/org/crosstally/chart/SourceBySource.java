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
    OneSeries series = OneSeries.of(reconciliation);
    return of(series, RowAxis.ofValues(series.of(wanted)), wanted);
  }

  private static SourceBySource of(OneSeries series, RowAxis axis, List<Period> wanted) {
    Sources sources = Sources.of(series);
    List<CellOutcome> outcomes = series.of(wanted);
    List<Statement.Group> groups =
        outcomes.stream()
            .map(o -> Statement.group(o, sources, axis))
            .filter(g -> !g.rows().isEmpty())
            .toList();
    return new SourceBySource(series, sources, axis, outcomes, groups);
  }

  private RowForm form() {
    boolean differences = axis == RowAxis.DIFFERENCE;
    Columns.Heads heads =
        new Columns.Heads(
            "Period", "Source", "Value", "Interval", differences ? "Diff. %" : "", "Finding");
    return new RowForm(groups, axis, heads, shown -> RowRange.of(shown, axis), this::title);
  }

  @Override
  public Page fit(Page page) {
    return form().fit(page);
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
    RowForm.Laid laid = form().lay(sketch, sketch.title(title));
    String description = description(laid.choice(), laid.beyond());
    return new Scene(
        page, laid.plane(), laid.layers(), sketch.ink(), sketch.labels(), titles, description);
  }

  @Override
  public Beside beside() {
    return RowsBeside.of(this);
  }

  private String title(Ticks.Scale scale) {
    return axis == RowAxis.DIFFERENCE
        ? "Difference from the reconciled value (%)"
        : series.axisTitle(scale);
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
