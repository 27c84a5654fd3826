package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosstally.agreement.Revisions;
import org.crosstally.balance.AccountingRules;
import org.crosstally.balance.Balancer;
import org.crosstally.consensus.ConsensusPanel;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Detail;
import org.crosstally.trend.TrendReport;
import org.junit.jupiter.api.Test;

/** What the tables of a paper hold. */
class PaperTablesTest {
  private static final Reconciliation YEARLY = Comparisons.reconciled();

  private static List<String> csv(ReportTable table) {
    return TableRenderer.csv().render(table).lines().toList();
  }

  private static List<String> notes(ReportTable table) {
    return table.rows().stream()
        .flatMap(List::stream)
        .map(Cell::notes)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Test
  void reconciled_values_have_their_rule_and_a_note_where_they_are_provisional() {
    ReportTable table = ReportTable.reconciled(YEARLY);

    assertThat(table.caption()).isEqualTo("Visitors </title>: reconciled values.");
    assertThat(table.rows()).hasSize(13);
    assertThat(csv(table).get(0)).startsWith("Period,Reconciled (persons)");
    assertThat(csv(table))
        .anyMatch(row -> row.matches("2001,1102,.*latest attested: its own document.*"))
        .anyMatch(row -> row.matches("2012,1533,.*Reconciled \\(persons\\): provisional"))
        .anyMatch(row -> row.matches("2013,,.*no number stands"));
    assertThat(notes(table)).containsExactly("provisional", "no number stands");
  }

  @Test
  void conflicts_have_the_cause_and_on_request_the_finding() {
    ReportTable numbers = ReportTable.conflicts(YEARLY.conflicts(), Detail.NUMBERS);
    ReportTable findings = ReportTable.conflicts(YEARLY.conflicts(), Detail.FINDINGS);

    assertThat(numbers.rows()).hasSize(YEARLY.conflicts().list().size());
    assertThat(csv(numbers))
        .anyMatch(
            row ->
                row.startsWith(
                    "w,'=cmd|' /C calc'!A0,2005-04-02,2003,2877 persons,1385,1492,107.7,"));
    assertThat(notes(numbers)).contains("a forecast");
    assertThat(findings.columns()).hasSize(numbers.columns().size() + 1);
  }

  @Test
  void changes_have_an_interval_and_say_why_there_is_none() {
    ReportTable table = ReportTable.yearOverYear(YEARLY.series().yearOverYear());

    assertThat(csv(table))
        .anyMatch(row -> row.matches("2001,1102,.*no value a year before"))
        .anyMatch(row -> row.matches("2002,1240,1102,138,12\\.5.*"))
        .anyMatch(
            row -> row.matches("2012,1533,1744,-211,-12\\.1.*Value \\(persons\\): provisional"));
  }

  @Test
  void a_panel_has_each_method_rounded_to_its_error() {
    ReportTable table =
        ReportTable.panel(
            ConsensusPanel.of(
                new double[] {34.30, 32.90, 34.53, 32.42, 31.90, 35.80},
                new double[] {1.0609, 0.4761, 0.6889, 0.0841, 0.16, 0.1444}));

    // NIST Consensus Builder manual: DerSimonian-Laird 33.6, standard error 0.745.
    assertThat(csv(table))
        .anyMatch(
            row -> row.matches("DerSimonian-Laird,33\\.60,0\\.7[45],32\\.1[0-9],35\\.0[0-9],?.*"));
    assertThat(notes(table)).contains("recommended");
    assertThat(table.remarks()).singleElement().asString().startsWith("Recommended: ");
  }

  @Test
  void a_trend_has_its_evidence_and_its_verdict() {
    TrendReport report = TrendReport.of(YEARLY.series());

    ReportTable table = ReportTable.trend(report);

    assertThat(table.rows()).hasSize(report.evidence().size());
    assertThat(table.remarks()).isEqualTo(report.verdict());
  }

  @Test
  void revisions_have_a_row_for_each_comparison_and_notes_for_what_is_not_told() {
    Reconciliation revised =
        org.crosstally.reconcile.Reconciler.byLineage()
            .reconcile(
                FigureTable.of(
                    List.of(
                        org.crosstally.Figures.own("a", "office", "2010-02-01", "2009", "1000"),
                        org.crosstally.Figures.own("b", "office", "2011-02-01", "2009", "1040"),
                        org.crosstally.Figures.own("c", "office", "2011-02-01", "2010", "1100"),
                        org.crosstally.Figures.own("d", "office", "2012-02-01", "2010", "1120")),
                    Comparisons.catalogue()));

    ReportTable table = ReportTable.revisions(Revisions.of(revised), revised.catalogue());

    assertThat(csv(table))
        .anyMatch(row -> row.contains(",release 1,latest,2,30,30,0.02778,20,40,"));
    assertThat(notes(table)).anyMatch(note -> note.startsWith("too few"));
  }

  @Test
  void adjustments_have_what_the_others_predict() {
    FigureTable figures =
        FigureTable.of(
            List.of(
                org.crosstally.Figures.own("a", "paper", "2010-02-01", "2009-H1", "400"),
                org.crosstally.Figures.own("b", "paper", "2010-02-01", "2009-H2", "600"),
                org.crosstally.Figures.own("c", "paper", "2010-02-01", "2009", "~1000")),
            Comparisons.catalogue());

    ReportTable table =
        ReportTable.adjustments(
            Balancer.under(AccountingRules.none()).balance(figures).orElseThrow());

    assertThat(csv(table)).containsSequence("c,The Paper,~1000 persons,1000,1000,0,1000,,");
    assertThat(table.remarks()).singleElement().asString().contains("degrees of freedom");
  }
}
