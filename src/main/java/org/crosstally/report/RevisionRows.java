package org.crosstally.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.crosstally.agreement.RevisionStatistics;
import org.crosstally.agreement.Revisions;
import org.crosstally.agreement.Revisions.Comparison;
import org.crosstally.agreement.Revisions.RevisedSeries;
import org.crosstally.agreement.Statistic;
import org.crosstally.figure.Catalogue;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;

/** Revisions as a table. */
final class RevisionRows {
  private RevisionRows() {}

  static ReportTable table(Revisions revisions, Catalogue catalogue) {
    List<Column> columns =
        List.of(
            new Column("Series", Kind.TEXT),
            new Column("Origin", Kind.TEXT),
            new Column("Preliminary", Kind.TEXT),
            new Column("Later", Kind.TEXT),
            new Column("Pairs", Kind.QUANTITY),
            new Column("Mean", Kind.STATISTIC),
            new Column("Mean absolute", Kind.STATISTIC),
            new Column("Relative", Kind.STATISTIC),
            new Column("Smallest", Kind.STATISTIC),
            new Column("Largest", Kind.STATISTIC),
            new Column("p of no bias", Kind.PROBABILITY),
            new Column("Reading", Kind.TEXT));
    List<List<Cell>> rows = new ArrayList<>();
    for (RevisedSeries series : revisions.series()) {
      Stream.of(series.byNumber(), series.steps(), series.byAge())
          .flatMap(List::stream)
          .forEach(comparison -> rows.add(row(series, comparison, catalogue)));
    }
    return new ReportTable(
        "revisions",
        "How the origins revised their figures: preliminary figures against later ones.",
        columns,
        rows,
        List.of(
            "Revisions are the later less the preliminary figure; relative is the sum of their sizes"
                + " over that of the later figures."));
  }

  private static List<Cell> row(RevisedSeries series, Comparison comparison, Catalogue catalogue) {
    RevisionStatistics statistics = comparison.statistics();
    RevisionStatistics.Size size = statistics.size();
    String length = series.length().name().toLowerCase(Locale.ROOT);
    return List.of(
        Cell.of(Rows.series(series.cell(), catalogue) + ", by " + length),
        Cell.of(catalogue.source(series.origin()).name()),
        Cell.of(comparison.preliminary().label()),
        Cell.of(comparison.later().label()),
        Cell.of(statistics.pairs()),
        number(size.mean()),
        number(size.meanAbsolute()),
        number(size.relativeMeanAbsolute()),
        number(size.smallest()),
        number(size.largest()),
        number(statistics.bias().p()),
        Cell.of(statistics.reading().label()));
  }

  private static Cell number(Statistic statistic) {
    return statistic.asOptional().isPresent()
        ? Cell.of(statistic.asOptional().getAsDouble())
        : Cell.none(Rows.why(statistic.whyNot()));
  }
}
