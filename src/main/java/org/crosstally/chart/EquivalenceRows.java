package org.crosstally.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crosstally.agreement.Comparison;
import org.crosstally.agreement.DegreeOfEquivalence;
import org.crosstally.agreement.Equivalence;
import org.crosstally.agreement.SourceAgreement;
import org.crosstally.outcome.Reason;
import org.crosstally.reconcile.Reconciliation;

/**
 * The degree of equivalence of each source with the reconciled values, row by row.
 *
 * @param without how many sources have no degree of equivalence, by the reason
 */
record EquivalenceRows(List<Degree> degrees, Map<String, Integer> without) implements Drawing {
  private static final Columns.Heads HEADS =
      new Columns.Heads("", "Source", "D (%)", "Interval", "Cells", "Finding");
  private static final String SUBJECT = "Degrees of equivalence with the reconciled values";
  private static final String AXIS = "Degree of equivalence (%)";

  EquivalenceRows {
    degrees = List.copyOf(degrees);
  }

  /** One source. */
  record Degree(String name, Mark mark, DegreeOfEquivalence degree, Equivalence cells) {
    double low() {
      return degree.difference() - degree.expandedUncertainty();
    }

    double high() {
      return degree.difference() + degree.expandedUncertainty();
    }

    boolean isOutside() {
      return degree.verdict() == DegreeOfEquivalence.Verdict.OUTSIDE;
    }

    Statement row() {
      double value = degree.difference();
      int decimals = Numbers.decimals(value, low(), high());
      Statement.Texts texts =
          new Statement.Texts(
              Numbers.signed(value, decimals),
              Numbers.pair(Numbers.signed(low(), decimals), Numbers.signed(high(), decimals)),
              Numbers.plain(cells.averaged(), 0),
              degree.verdict().label());
      return new Statement(
          Statement.Kind.STATED,
          name,
          List.of(""),
          mark,
          OptionalDouble.of(value),
          low(),
          high(),
          Said.Side.NEITHER,
          texts,
          cells.averaged());
    }
  }

  static EquivalenceRows of(Reconciliation reconciliation) {
    Sources sources = Sources.of(OneSeries.of(reconciliation));
    List<Degree> degrees = new ArrayList<>();
    Map<String, Integer> without = new LinkedHashMap<>();
    for (Comparison comparison : SourceAgreement.of(reconciliation).againstReconciled().list()) {
      Equivalence cells = comparison.equivalence();
      String source = comparison.source();
      cells
          .averagePercent()
          .asOptional()
          .map(d -> new Degree(sources.name(source), sources.rowMark(source), d, cells))
          .ifPresent(degrees::add);
      cells
          .averagePercent()
          .whyNot()
          .map(Reason::sentence)
          .ifPresent(why -> without.merge(why, 1, Integer::sum));
    }
    degrees.sort(Comparator.comparing(d -> -d.cells().averaged()));
    return new EquivalenceRows(degrees, without);
  }

  private RowForm form() {
    List<Statement> rows = degrees.stream().map(Degree::row).toList();
    Statement.Group all = new Statement.Group("", rows, true, rows.size());
    return new RowForm(
        List.of(all), RowAxis.DIFFERENCE, HEADS, RowRange::aroundZero, scale -> AXIS);
  }

  @Override
  public Page fit(Page page) {
    return form().fit(page);
  }

  @Override
  public Scene lay(Page page, String title) {
    Scene.Titles titles = new Scene.Titles(title.isBlank() ? SUBJECT : title, AXIS, "");
    if (degrees.isEmpty()) {
      Scene empty = Drawing.empty(page, title, "No source has a degree of equivalence.", titles);
      return new Scene(
          page, empty.plots(), empty.ink(), empty.labels(), titles, remarks().toString());
    }
    Sketch sketch = new Sketch(page);
    RowForm.Laid laid = form().lay(sketch, sketch.title(title));
    int shown = laid.choice().groups().stream().mapToInt(g -> g.rows().size()).sum();
    String description =
        remarks()
            .add(
                laid.beyond(),
                "mark lies",
                "marks lie",
                " beyond the axis, where an arrow stands at its end.")
            .add(
                degrees.size() - shown,
                "source is",
                "sources are",
                " left out for want of room, those with the fewest cells.")
            .toString();
    return new Scene(
        page, laid.plane(), laid.layers(), sketch.ink(), sketch.labels(), titles, description);
  }

  private Remarks remarks() {
    String of = Words.counted(degrees.size(), "source", "sources");
    Remarks remarks =
        new Remarks(SUBJECT + " for " + of + ", as the mean difference in per cent over cells.");
    without.forEach(
        (why, count) ->
            remarks.add(
                count, "source has", "sources have", " no degree of equivalence: " + why + "."));
    return remarks;
  }

  private String outside() {
    List<String> names = degrees.stream().filter(Degree::isOutside).map(Degree::name).toList();
    if (names.isEmpty()) {
      return degrees.isEmpty() ? "" : "No degree of equivalence is beyond its uncertainty.";
    }
    return Words.counted(names.size(), "degree is", "degrees are")
        + " beyond the expanded uncertainty: "
        + String.join(", ", names)
        + ".";
  }

  @Override
  public Beside beside() {
    String caption =
        remarks()
            .add(
                degrees.isEmpty()
                    ? ""
                    : "The degree of equivalence D is the mean of the differences from the reconciled"
                        + " values, in per cent of them, over the cells that have an uncertainty;"
                        + " lines reach from D − U to D + U, with the expanded uncertainty U for a"
                        + " coverage factor of 2. The upright line is at zero.")
            .add(outside())
            .toString();
    Remarks alternative = new Remarks("Chart of rows: " + SUBJECT + ".").add(outside());
    degrees.forEach(
        d ->
            alternative.add(
                d.name()
                    + ": "
                    + d.row().texts().value()
                    + " %, "
                    + d.row().texts().cause()
                    + "."));
    List<Datum> data =
        degrees.stream()
            .map(
                d ->
                    Data.of(
                        d.name(),
                        "",
                        d.degree().difference(),
                        d.low(),
                        d.high(),
                        "computed",
                        Words.counted(d.cells().averaged(), "cell", "cells")
                            + ", "
                            + d.degree().verdict().label()))
            .toList();
    return new Beside(caption, alternative.toString(), data);
  }
}
