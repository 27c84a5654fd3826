package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One table in four targets. */
class TableRendererTest {
  private static final ReportTable TABLE =
      new ReportTable(
          "visitors",
          "Visitors by year.",
          List.of(
              new Column("Period", Kind.TEXT),
              new Column("Visitors", Kind.QUANTITY),
              new Column("Change (%)", Kind.PERCENT)),
          List.of(
              List.of(Cell.of("2009"), Cell.of(2914, 2900, 2930), Cell.none("no year before")),
              List.of(Cell.of("2010"), Cell.of(1402).noted("provisional"), Cell.of(-51.8874))),
          List.of("Counted at the gate."));

  @Test
  void latex_has_rules_of_booktabs_and_columns_of_siunitx() {
    assertThat(TableRenderer.latex().render(TABLE))
        .isEqualTo(
            """
            \\begin{table}
            \\centering
            \\caption{Visitors by year.}
            \\label{tab:visitors}
            {\\footnotesize\\setlength{\\tabcolsep}{4pt}%
            \\begin{tabular}{@{}lS[table-format=4.0,table-space-text-post={\\textsuperscript{b}}]\
            S[table-format=4.0]S[table-format=4.0]\
            S[table-format=-2.1,table-space-text-post={\\textsuperscript{a}}]@{}}
            \\toprule
            Period & {Visitors} & {low} & {high} & {Change (\\%)} \\\\
            \\midrule
            2009 & 2914 & 2900 & 2930 & {--{\\textsuperscript{a}}} \\\\
            2010 & 1402{\\textsuperscript{b}} &  &  & -51.9 \\\\
            \\bottomrule
            \\end{tabular}\\par}
            {\\footnotesize\\raggedright \\textsuperscript{a}~no year before.\
             \\textsuperscript{b}~provisional. Counted at the gate.\\par}
            \\end{table}
            """);
  }

  @Test
  void latex_breaks_over_pages_or_stands_alone_on_request() {
    assertThat(TableRenderer.latex().with(LatexPlacement.LONG).render(TABLE))
        .contains("\\begin{longtable}", "\\endfirsthead", "\\endlastfoot")
        .doesNotContain("\\begin{table}");
    assertThat(TableRenderer.latex().with(LatexPlacement.BARE).render(TABLE))
        .contains("\\begin{tabular}")
        .doesNotContain("\\caption");
  }

  @Test
  void latex_puts_an_uncertainty_beside_its_number_on_request() {
    assertThat(TableRenderer.latex().with(IntervalLayout.INLINE).render(TABLE))
        .contains("{@{}lrS[", "2009 & $\\num{2914}^{+\\num{16}}_{-\\num{14}}$ & ");
  }

  @Test
  void markdown_is_a_pipe_table() {
    assertThat(TableRenderer.markdown().render(TABLE))
        .isEqualTo(
            """
            Table: Visitors by year.

            | Period | Visitors | low | high | Change (%) |
            | :--- | ---: | ---: | ---: | ---: |
            | 2009 | 2,914 | 2,900 | 2,930 | – (a) |
            | 2010 | 1,402 (b) |  |  | −51.9 |

            (a) no year before

            (b) provisional

            Counted at the gate.
            """);
  }

  @Test
  void html_has_a_caption_and_heads_with_their_scope() {
    String html = TableRenderer.html().render(TABLE);

    var document = Xml.parse(html);
    assertThat(Xml.all(document, "caption"))
        .extracting(e -> e.getTextContent())
        .containsExactly("Visitors by year.");
    assertThat(Xml.all(document, "th")).allMatch(e -> e.getAttribute("scope").matches("col|row"));
    assertThat(Xml.all(document, "tr")).hasSize(1 + 1 + 2);
    // A mark leads to its note.
    assertThat(Xml.all(document, "a"))
        .allMatch(a -> html.contains("id=\"" + a.getAttribute("href").substring(1) + "\""))
        .hasSize(2);
  }

  @Test
  void csv_has_numbers_as_programs_read_them_and_notes_in_a_column() {
    assertThat(TableRenderer.csv().with(IntervalLayout.INLINE).render(TABLE))
        .isEqualTo(
            """
            Period,Visitors,Visitors: low,Visitors: high,Change (%),notes
            2009,2914,2900,2930,,Change (%): no year before
            2010,1402,,,-51.9,Visitors: provisional
            """);
  }

  @Test
  void a_file_is_written_as_its_ending_says(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new/visitors.MD");

    TABLE.save(file);

    assertThat(Files.readString(file)).isEqualTo(TableRenderer.markdown().render(TABLE));
    assertThat(folder.resolve("new")).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.resolve("new").toFile().list()).hasSize(1);
    assertThatThrownBy(() -> TABLE.save(folder.resolve("visitors.xlsx")))
        .hasMessageContaining("accepted are .tex, .md, .html, .csv");
  }

  @Test
  void a_table_is_checked_when_it_is_made() {
    Column column = new Column("x", Kind.TEXT);
    assertThatThrownBy(() -> new ReportTable("A b", "", List.of(column), List.of(), List.of()))
        .hasMessageContaining("lower-case letters");
    assertThatThrownBy(
            () ->
                new ReportTable(
                    "t",
                    "",
                    List.of(column),
                    List.of(List.of(Cell.of("a"), Cell.of("b"))),
                    List.of()))
        .hasMessageContaining("2 cells under 1 columns");
  }

  @Test
  void marks_go_on_after_z() {
    List<List<Cell>> rows =
        java.util.stream.IntStream.range(0, 28)
            .mapToObj(i -> List.of(Cell.of("r").noted("note " + i)))
            .toList();
    ReportTable table =
        new ReportTable("t", "T.", List.of(new Column("x", Kind.TEXT)), rows, List.of());

    assertThat(TableRenderer.markdown().render(table)).contains("r (z)", "r (aa)", "(ab) note 27");
  }
}
