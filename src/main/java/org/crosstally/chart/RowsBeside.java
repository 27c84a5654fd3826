package org.crosstally.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.series.Estimate;

/** What goes with a chart of rows. */
final class RowsBeside {
  private RowsBeside() {}

  static Beside of(SourceBySource chart) {
    OneSeries series = chart.series();
    List<Statement.Group> groups = chart.groups();
    String subject = series.axisTitle(Ticks.Scale.ONES);
    if (groups.isEmpty()) {
      String none = subject + ": no figures for these periods.";
      return new Beside(none, none, List.of());
    }
    Figures figures = new Figures(chart.outcomes(), chart.sources());
    String of = series.of().isEmpty() ? "" : ", " + series.of();
    String when = Words.counted(groups.size(), "period", "periods");
    String interval =
        figures.hasIntervals()
            ? "It is as wide as its interval" + LinesBySource.covering(figures.covers())
            : "";
    String caption =
        new Remarks(subject + of + ": what each source says, for " + when + ".")
            .add("Marks lie " + chart.axis().words)
            .add("The black diamond stands at the reconciled value.")
            .add(interval)
            .add(figures.marks())
            .add(figures.citations())
            .toString();
    int rows = groups.stream().mapToInt(group -> group.rows().size()).sum();
    String last = groups.get(groups.size() - 1).period();
    String span =
        groups.size() == 1 ? "For " + last : "From " + groups.get(0).period() + " to " + last;
    String alternative =
        new Remarks("Chart of rows: " + subject + of + ", what each source says for " + when + ".")
            .add(span + ": " + Words.counted(rows, "row", "rows") + " with the numbers as text.")
            .add(figures.disagreements())
            .toString();
    return new Beside(caption, alternative, data(chart, figures));
  }

  /** Where the axis is that of the differences, a mark stands at its difference. */
  private static List<Datum> data(SourceBySource chart, Figures figures) {
    List<Datum> data = new ArrayList<>();
    for (CellOutcome outcome : chart.outcomes()) {
      String period = Statement.period(outcome.cell().period());
      OptionalDouble reference =
          outcome.estimate().stream().mapToDouble(Estimate::value).findFirst();
      String zero = reference.isEmpty() ? "" : at(chart.axis(), reference.getAsDouble(), reference);
      data.add(Figures.reconciled(outcome, period, zero));
      for (Said said : LinesBySource.said(outcome)) {
        data.add(figures.datum(said, period, at(chart.axis(), said.value(), reference)));
      }
    }
    return data;
  }

  private static String at(RowAxis axis, double value, OptionalDouble reference) {
    if (axis != RowAxis.DIFFERENCE) {
      return Datum.number(value);
    }
    OptionalDouble place = axis.place(value, reference);
    return place.isEmpty() ? "" : Datum.number(place.getAsDouble());
  }
}
