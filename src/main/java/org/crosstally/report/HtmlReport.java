package org.crosstally.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.figure.Figure;
import org.crosstally.figure.Period;
import org.crosstally.reconcile.Account;
import org.crosstally.reconcile.Cause;
import org.crosstally.reconcile.CellOutcome;
import org.crosstally.reconcile.Conflicts;
import org.crosstally.reconcile.Explanation;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.report.ComparisonReport.Chart;
import org.crosstally.report.ComparisonReport.Parts;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Detail;
import org.crosstally.report.ReportTable.Kind;

/** The page of a {@link ComparisonReport}. */
final class HtmlReport {
  private static final Page PAGE = Page.NATURE_DOUBLE;

  /** As many periods as a reader can look at in one chart of rows. */
  private static final int PERIODS = 5;

  private final Parts parts;
  private final Methods methods;
  private final HtmlPage page = new HtmlPage();
  private final Reconciliation reconciliation;
  private final Conflicts conflicts;

  HtmlReport(Parts parts, Methods methods) {
    this.parts = parts;
    this.methods = methods;
    this.reconciliation = parts.reconciliation();
    this.conflicts = reconciliation.conflicts();
  }

  String render() {
    introduction();
    standing();
    differences();
    explanations();
    parts.panel().ifPresent(panel -> section("One number of several", ReportTable.panel(panel)));
    changes();
    trend();
    parts
        .revisions()
        .ifPresent(
            r ->
                section(
                    "How the origins revised their figures",
                    ReportTable.revisions(r, reconciliation.catalogue())));
    parts.balance().ifPresent(b -> section("All reports together", ReportTable.adjustments(b)));
    if (!parts.charts().isEmpty()) {
      page.section("Further charts");
      parts.charts().forEach(page::chart);
    }
    page.section("How it was done");
    page.paragraph(methods.toText());
    page.list(methods.papers().stream().map(MethodPaper::inFull).toList());
    documents();
    return page.render(parts.title());
  }

  private void section(String heading, ReportTable table) {
    page.section(heading);
    page.table(table);
  }

  private void introduction() {
    if (!parts.introduction().isBlank()) {
      page.lead(parts.introduction());
    }
    List<Figure> figures = reconciliation.accounts().stream().map(Account::figure).toList();
    long sources = figures.stream().map(Figure::source).distinct().count();
    long standing =
        reconciliation.outcomes().stream().filter(o -> o.estimate().isPresent()).count();
    page.lead(
        Rows.count(figures.size(), "figure")
            + " of "
            + Rows.count((int) sources, "source")
            + " are about "
            + Rows.count(reconciliation.outcomes().size(), "cell")
            + ". A number stands in "
            + standing
            + " of them; "
            + Rows.count(conflicts.list().size(), "figure")
            + (conflicts.list().size() == 1 ? " differs from it." : " differ from it."));
  }

  private void standing() {
    page.section("What stands");
    boolean hasYears =
        reconciliation.outcomes().stream()
            .anyMatch(
                o -> o.cell().period().length() == Period.Length.YEAR && o.estimate().isPresent());
    if (hasYears) {
      page.chart(
          Chart.of(
              ComparisonChart.linesBySource(reconciliation),
              PAGE,
              "The reconciled values and what each source says."));
    }
    page.table(ReportTable.reconciled(reconciliation));
  }

  private void differences() {
    page.section("Where the figures differ");
    if (conflicts.list().isEmpty()) {
      page.paragraph("No figure differs from the number that stands.");
      return;
    }
    Map<Cause, Integer> causes = new TreeMap<>();
    conflicts.list().forEach(c -> causes.merge(c.cause(), 1, Integer::sum));
    page.table(
        new ReportTable(
            "causes",
            "Causes of the differences.",
            List.of(new Column("Cause", Kind.TEXT), new Column("Figures", Kind.QUANTITY)),
            causes.entrySet().stream()
                .map(entry -> List.of(Cell.of(entry.getKey().label()), Cell.of(entry.getValue())))
                .toList(),
            List.of()));
    List<Period> periods = disputed();
    if (!periods.isEmpty()) {
      ComparisonChart chart =
          ComparisonChart.sourceBySource(reconciliation, periods.toArray(Period[]::new));
      page.chart(
          Chart.of(
              chart,
              chart.fit(PAGE),
              "What each source says for the years with the most figures that differ by a slip or"
                  + " without a cause."));
    }
    page.table(ReportTable.conflicts(conflicts, Detail.FINDINGS));
  }

  /** The years with the most slips and unexplained conflicts, in the order of time. */
  private List<Period> disputed() {
    Map<Period, Integer> counts = new TreeMap<>();
    conflicts.list().stream()
        .filter(c -> c.cause().isSlip() || c.cause() == Cause.UNEXPLAINED)
        .map(c -> c.figure().period())
        .filter(period -> period.length() == Period.Length.YEAR)
        .forEach(period -> counts.merge(period, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<Period, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(PERIODS)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Every cell of which a figure differs. */
  private void explanations() {
    Set<org.crosstally.figure.Cell> cells =
        conflicts.list().stream().map(c -> c.figure().cell()).collect(Collectors.toSet());
    List<CellOutcome> explained =
        reconciliation.outcomes().stream().filter(o -> cells.contains(o.cell())).toList();
    if (explained.isEmpty()) {
      return;
    }
    page.section("Why, cell by cell");
    page.paragraph(
        "Each cell of which a figure differs, with what led to its number. Ids of figures are in"
            + " brackets.");
    for (CellOutcome outcome : explained) {
      Explanation explanation = reconciliation.explain(outcome.cell());
      page.subsection(explanation.headline());
      for (Explanation.Section section : explanation.sections()) {
        page.paragraph(section.title());
        page.list(section.entries().stream().map(Explanation.Entry::text).toList());
      }
    }
  }

  private void changes() {
    parts
        .changes()
        .ifPresent(
            changes -> {
              page.section("From year to year");
              boolean hasChange =
                  changes.changes().stream()
                      .anyMatch(
                          c -> c.outcome() instanceof org.crosstally.series.YearOverYear.Computed);
              if (hasChange) {
                page.chart(
                    Chart.of(
                        ComparisonChart.yearOverYear(changes), PAGE, "Change on the year before."));
              }
              page.table(ReportTable.yearOverYear(changes));
            });
  }

  private void trend() {
    parts
        .trend()
        .ifPresent(
            trend -> {
              page.section("Trend");
              page.paragraph(trend.paragraph());
              ReportTable table = ReportTable.trend(trend);
              page.table(
                  new ReportTable(
                      table.name(), table.caption(), table.columns(), table.rows(), List.of()));
            });
  }

  private void documents() {
    page.section("Documents");
    List<Reference> restsOn = Bibliography.of(reconciliation).references();
    List<Reference> all =
        Bibliography.of(reconciliation, Bibliography.Scope.LOOKED_AT).references();
    Set<String> counted = restsOn.stream().map(r -> r.document().id()).collect(Collectors.toSet());
    Map<String, List<Reference>> lists = new LinkedHashMap<>();
    lists.put("The values rest on", restsOn);
    lists.put(
        "Also looked at", all.stream().filter(r -> !counted.contains(r.document().id())).toList());
    lists.forEach(
        (heading, references) -> {
          if (!references.isEmpty()) {
            page.subsection(heading);
            page.references(
                references.stream().sorted(Comparator.comparing(Reference::key)).toList());
          }
        });
    if (all.isEmpty()) {
      page.paragraph("The figures name no document.");
    }
  }
}
