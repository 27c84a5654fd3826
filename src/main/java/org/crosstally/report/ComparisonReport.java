package org.crosstally.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.crosstally.agreement.Revisions;
import org.crosstally.balance.Balance;
import org.crosstally.chart.ComparisonChart;
import org.crosstally.chart.Page;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.io.WholeFile;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.report.ReportTable.Detail;
import org.crosstally.series.YearOverYear;
import org.crosstally.trend.TrendReport;

/**
 * A whole comparison as one page to read from top to bottom, like a notebook: what stands, where
 * the figures differ and why, cell by cell, what follows, how it was done, and in which documents
 * it is printed.
 *
 * <p>The page is one HTML file with its charts inside. It asks for nothing from a network, runs no
 * script, and says so to the browser; it is well-formed as XML. Headings, captions, the scope of
 * heads, and descriptions of the charts are there for readers who hear it.
 *
 * <p>Immutable; every verb returns a new report. The same results give the same bytes.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * Reconciliation yearly = Reconciler.byLineage().reconcile(figures.yearly());
 * ComparisonReport.of(yearly).titled("Visitors").save(Path.of("report.html"));
 * }</pre>
 */
public final class ComparisonReport {

  /** What a report is made of. */
  record Parts(
      Reconciliation reconciliation,
      String title,
      String introduction,
      Optional<YearOverYear> changes,
      Optional<TrendReport> trend,
      Optional<ConsensusPanel> panel,
      Optional<Revisions> revisions,
      Optional<Balance> balance,
      List<Chart> charts) {
    Parts {
      charts = List.copyOf(charts);
    }
  }

  /** A chart as the text of an SVG document. */
  record Chart(String svg, String caption, String description) {
    static Chart of(ComparisonChart chart, Page page, String caption) {
      return new Chart(chart.svg(page), caption, chart.description(page));
    }
  }

  /** A copy of the parts in which one may be changed. */
  private static final class Draft {
    private final Reconciliation reconciliation;
    private String title;
    private String introduction;
    private Optional<YearOverYear> changes;
    private Optional<TrendReport> trend;
    private Optional<ConsensusPanel> panel;
    private Optional<Revisions> revisions;
    private Optional<Balance> balance;
    private final List<Chart> charts;

    Draft(Parts parts) {
      this.reconciliation = parts.reconciliation();
      this.title = parts.title();
      this.introduction = parts.introduction();
      this.changes = parts.changes();
      this.trend = parts.trend();
      this.panel = parts.panel();
      this.revisions = parts.revisions();
      this.balance = parts.balance();
      this.charts = new ArrayList<>(parts.charts());
    }

    Parts parts() {
      return new Parts(
          reconciliation, title, introduction, changes, trend, panel, revisions, balance, charts);
    }
  }

  private final Parts parts;

  private ComparisonReport(Parts parts) {
    this.parts = parts;
  }

  /**
   * A report on a reconciliation.
   *
   * @param reconciliation the reconciliation
   * @return the report, with the reconciled values, every conflict, the explanation of every cell
   *     that has one, the methods and the documents
   */
  public static ComparisonReport of(Reconciliation reconciliation) {
    return new ComparisonReport(
        new Parts(
            reconciliation,
            "What the sources say",
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  /**
   * Names the report.
   *
   * @param title the title
   * @return a report with that title
   */
  public ComparisonReport titled(String title) {
    return changed(draft -> draft.title = title);
  }

  /**
   * Puts a paragraph at the beginning.
   *
   * @param paragraph sentences
   * @return a report that begins with them
   */
  public ComparisonReport introducedBy(String paragraph) {
    return changed(draft -> draft.introduction = paragraph);
  }

  /**
   * Adds the changes on the year before, with their chart.
   *
   * @param changes the changes
   * @return a report with them
   */
  public ComparisonReport with(YearOverYear changes) {
    return changed(draft -> draft.changes = Optional.of(changes));
  }

  /**
   * Adds what the procedures for trends found.
   *
   * @param trend a report on a trend
   * @return a report with it
   */
  public ComparisonReport with(TrendReport trend) {
    return changed(draft -> draft.trend = Optional.of(trend));
  }

  /**
   * Adds estimators side by side.
   *
   * @param panel a panel
   * @return a report with it
   */
  public ComparisonReport with(ConsensusPanel panel) {
    return changed(draft -> draft.panel = Optional.of(panel));
  }

  /**
   * Adds how the origins revised their figures.
   *
   * @param revisions the revisions
   * @return a report with them
   */
  public ComparisonReport with(Revisions revisions) {
    return changed(draft -> draft.revisions = Optional.of(revisions));
  }

  /**
   * Adds what a balance of all reports makes of each figure.
   *
   * @param balance a balance
   * @return a report with it
   */
  public ComparisonReport with(Balance balance) {
    return changed(draft -> draft.balance = Optional.of(balance));
  }

  private ComparisonReport changed(Consumer<Draft> change) {
    Draft draft = new Draft(parts);
    change.accept(draft);
    return new ComparisonReport(draft.parts());
  }

  /**
   * Adds a further chart.
   *
   * @param chart the chart
   * @param page its size
   * @param caption what it shows
   * @return a report with it
   */
  public ComparisonReport with(ComparisonChart chart, Page page, String caption) {
    Chart more = Chart.of(chart, page, caption);
    return changed(draft -> draft.charts.add(more));
  }

  /**
   * The tables of the report.
   *
   * @return the tables in the order of the page
   */
  public List<ReportTable> tables() {
    List<ReportTable> tables = new ArrayList<>();
    Reconciliation reconciliation = parts.reconciliation();
    tables.add(ReportTable.reconciled(reconciliation));
    tables.add(ReportTable.conflicts(reconciliation.conflicts(), Detail.NUMBERS));
    parts.panel().ifPresent(panel -> tables.add(ReportTable.panel(panel)));
    parts.changes().ifPresent(changes -> tables.add(ReportTable.yearOverYear(changes)));
    parts.trend().ifPresent(trend -> tables.add(ReportTable.trend(trend)));
    parts
        .revisions()
        .ifPresent(r -> tables.add(ReportTable.revisions(r, reconciliation.catalogue())));
    parts.balance().ifPresent(balance -> tables.add(ReportTable.adjustments(balance)));
    return tables;
  }

  /**
   * How everything in the report was done.
   *
   * @return the methods
   */
  public Methods methods() {
    Methods methods = Methods.of(parts.reconciliation());
    methods = parts.changes().map(methods::and).orElse(methods);
    methods = parts.trend().map(methods::and).orElse(methods);
    methods = parts.revisions().map(methods::and).orElse(methods);
    return parts.balance().map(methods::and).orElse(methods);
  }

  /**
   * The page.
   *
   * @return the text of an HTML file
   */
  public String toHtml() {
    return new HtmlReport(parts, methods()).render();
  }

  /**
   * Writes the page into a file, in UTF-8.
   *
   * @param file the file; missing folders are made
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void save(Path file) {
    WholeFile.write(file, toHtml());
  }

  /**
   * Writes the page and all that goes into a paper with it: {@code report.html}; each table as
   * {@code .tex} (one that breaks over pages), {@code .md} and {@code .csv}; the documents that the
   * values rest on as {@code references.bib} and {@code references.json} (CSL); the paragraph on
   * the methods as {@code methods.tex} and {@code methods.md}, with its papers in {@code
   * methods.bib}; and {@code provenance.json} (PROV-JSON).
   *
   * @param folder the folder; made where it is missing
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public void saveAll(Path folder) {
    save(folder.resolve("report.html"));
    for (ReportTable table : tables()) {
      TableRenderer.latex()
          .with(LatexPlacement.LONG)
          .save(table, folder.resolve(table.name() + ".tex"));
      table.save(folder.resolve(table.name() + ".md"));
      table.save(folder.resolve(table.name() + ".csv"));
    }
    Bibliography bibliography = Bibliography.of(parts.reconciliation());
    WholeFile.write(folder.resolve("references.bib"), bibliography.toBibTeX());
    WholeFile.write(folder.resolve("references.json"), bibliography.toCslJson());
    WholeFile.write(folder.resolve("methods.tex"), methods().toLatex(LatexText.ASCII) + "\n");
    WholeFile.write(folder.resolve("methods.md"), methods().toMarkdown() + "\n");
    WholeFile.write(folder.resolve("methods.bib"), methods().toBibTeX());
    WholeFile.write(
        folder.resolve("provenance.json"), Provenance.of(parts.reconciliation()).toJson());
  }
}
