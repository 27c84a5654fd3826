package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosstally.Figures;
import org.crosstally.agreement.Revisions;
import org.crosstally.figure.FigureTable;
import org.crosstally.reconcile.Reconciler;
import org.crosstally.reconcile.Reconciliation;
import org.crosstally.trend.TrendReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A whole comparison as one page. */
class ComparisonReportTest {
  private static final Reconciliation YEARLY = Comparisons.reconciled();
  private static final ComparisonReport REPORT =
      ComparisonReport.of(YEARLY)
          .titled("Visitors <b>&\u202E")
          .introducedBy("Counted & <i>compared</i>.")
          .with(YEARLY.series().yearOverYear())
          .with(TrendReport.of(YEARLY.series()))
          .with(Revisions.of(YEARLY));
  private static final String HTML = REPORT.toHtml();
  private static final Document PAGE = Xml.parse(HTML);

  private static List<String> texts(String tag) {
    return Xml.all(PAGE, tag).stream().map(Element::getTextContent).toList();
  }

  @Test
  void it_reads_from_what_stands_to_the_documents() {
    assertThat(texts("h1")).containsExactly("Visitors <b>&[U+202E]");
    assertThat(texts("h2"))
        .containsExactly(
            "1. What stands",
            "2. Where the figures differ",
            "3. Why, cell by cell",
            "4. From year to year",
            "5. Trend",
            "6. How the origins revised their figures",
            "7. How it was done",
            "8. Documents");
    assertThat(HTML).contains("latest attested: its own document", "(Kendall 1975; Mann 1945)");
  }

  @Test
  void every_cell_with_a_conflict_is_explained() {
    Set<String> expected =
        YEARLY.conflicts().list().stream()
            .map(c -> PlainText.line(YEARLY.explain(c.figure().cell()).headline()))
            .collect(Collectors.toSet());

    assertThat(expected).isNotEmpty();
    assertThat(texts("h3")).containsAll(expected);
  }

  @Test
  void nothing_is_fetched_and_nothing_runs() {
    assertThat(Xml.all(PAGE, "script")).isEmpty();
    assertThat(Xml.all(PAGE, "link")).isEmpty();
    assertThat(Xml.all(PAGE, "img")).isEmpty();
    assertThat(Xml.all(PAGE, "iframe")).isEmpty();
    assertThat(HTML).doesNotContain("@import").doesNotContain("src=\"").doesNotContain("xlink");
    assertThat(HTML).containsOnlyOnce("Content-Security-Policy");
    for (Element element : Xml.all(PAGE, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
      }
    }
  }

  @Test
  void links_lead_into_the_page_or_to_the_web() {
    Set<String> ids =
        Xml.all(PAGE, "*").stream()
            .map(e -> e.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    List<String> links = Xml.all(PAGE, "a").stream().map(a -> a.getAttribute("href")).toList();

    assertThat(links)
        .isNotEmpty()
        .allMatch(link -> link.startsWith("https://") || ids.contains(link.substring(1)))
        .contains("https://office.example/r?y=2002&z=%20%7B%7D");
  }

  @Test
  void a_reader_who_hears_it_gets_headings_captions_scopes_and_descriptions() {
    assertThat(Xml.all(PAGE, "html").get(0).getAttribute("lang")).isEqualTo("en");
    assertThat(Xml.all(PAGE, "table"))
        .isNotEmpty()
        .allMatch(t -> t.getElementsByTagName("caption").getLength() == 1);
    assertThat(Xml.all(PAGE, "th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
    assertThat(Xml.all(PAGE, "svg"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(svg -> !svg.getAttribute("aria-label").isBlank())
        .allMatch(svg -> svg.getAttribute("role").equals("img"))
        .allMatch(svg -> svg.getElementsByTagName("desc").getLength() == 1);
    assertThat(Xml.all(PAGE, "main")).hasSize(1);
  }

  @Test
  void ids_occur_once_but_for_clips_of_equal_shape() {
    Set<String> seen = new HashSet<>();
    for (Element element : Xml.all(PAGE, "*")) {
      String id = element.getAttribute("id");
      if (!id.isEmpty() && !element.getTagName().equals("clipPath")) {
        assertThat(seen.add(id)).as(id).isTrue();
      }
    }
  }

  @Test
  void figures_without_years_conflicts_or_documents_make_a_page_too() {
    Reconciliation month =
        Reconciler.byLineage()
            .reconcile(
                FigureTable.of(
                    List.of(Figures.own("a", "one", "", "2009-05", "7")), Comparisons.catalogue()));

    Document page = Xml.parse(ComparisonReport.of(month).toHtml());

    assertThat(Xml.all(page, "svg")).isEmpty();
    assertThat(page.getDocumentElement().getTextContent())
        .contains(
            "No figure differs from the number that stands.", "The figures name no document.");
  }

  @Test
  void all_files_are_written_and_the_same_each_time(@TempDir Path folder) throws Exception {
    REPORT.saveAll(folder.resolve("a"));
    REPORT.saveAll(folder.resolve("b"));

    List<Path> files;
    try (var paths = Files.list(folder.resolve("a"))) {
      files = paths.sorted().toList();
    }
    assertThat(files).hasSize(1 + 5 * 3 + 6);
    for (Path file : files) {
      assertThat(file)
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName()));
    }
  }
}
