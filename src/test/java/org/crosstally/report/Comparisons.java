package org.crosstally.report;

import static org.crosstally.Figures.start;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Document;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Source;
import org.crosstally.figure.Status;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;

/** Small comparisons for tests. */
final class Comparisons {
  static final String NAME = "Office <script>alert(1)</script> & \"Söhne\" | 100 % \u202E통일\nB";
  static final String TITLE = "\\input{/etc/passwd} =HYPERLINK(\"x\") <img src=x onerror=y>";

  private Comparisons() {}

  /**
   * Twelve years counted by an office, one of them provisional, and what two papers make of them.
   */
  static List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    int[] counts = {1102, 1240, 1385, 1610, 1798, 2050, 2214, 2409, 2231, 2012, 1744, 1533};
    for (int i = 0; i < counts.length; i++) {
      String year = String.valueOf(2001 + i);
      String later = (2002 + i) + "-03-01";
      Status status = i == counts.length - 1 ? Status.PROVISIONAL : Status.OBSERVED;
      figures.add(
          start("o" + i, "office", later, year, String.valueOf(counts[i]))
              .document("report-" + (2002 + i))
              .status(status)
              .build());
      figures.add(
          start("p" + i, "paper", (2002 + i) + "-05-01", year, "~" + counts[i] / 100 * 100)
              .origin("office")
              .document("press & co")
              .locator("page <1>")
              .build());
    }
    figures.add(start("w", "other", "2005-04-02", "2003", "2877").document("other").build());
    figures.add(
        start("f", "paper", "2012-01-01", "2013", "1400")
            .status(Status.FORECAST)
            .document("press & co")
            .build());
    return figures;
  }

  static Reconciliation reconciled() {
    return Reconciler.byLineage().reconcile(FigureTable.of(figures(), catalogue()));
  }

  static Catalogue catalogue() {
    return Catalogue.of(
        List.of(
            new Source("office", NAME, Source.Kind.OFFICIAL),
            new Source("paper", "The Paper", Source.Kind.PRESS),
            new Source("other", "=cmd|' /C calc'!A0", Source.Kind.PRESS)),
        List.of(
            new Document("press & co", TITLE, "javascript:alert(1)", ""),
            new Document(
                "report-2002", "Report 2002", "https://office.example/r?y=2002&z=%20{}", ""),
            new Document("other", "Elsewhere", "", "other.txt")),
        List.of(
            new Measure("visitors", "Visitors </title>", Measure.Kind.FLOW, List.of("persons"))));
  }
}
