package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.crosstally.Figures;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.Document;
import org.crosstally.report.Bibliography.Scope;
import org.junit.jupiter.api.Test;

/** The documents that a result rests on. */
class BibliographyTest {
  private static final Bibliography RESTS_ON = Bibliography.of(Comparisons.reconciled());

  private static Bibliography of(String... documents) {
    return Bibliography.of(
        java.util.Arrays.stream(documents)
            .map(id -> Figures.start(id, "s", "2010-02-01", "2009", "1").document(id).build())
            .toList(),
        Catalogue.empty());
  }

  @Test
  void only_documents_of_figures_that_count_are_listed() {
    assertThat(RESTS_ON.references())
        .extracting(Reference::key)
        .hasSize(12)
        .allMatch(key -> key.startsWith("report-"))
        .isSorted();
    assertThat(Bibliography.of(Comparisons.reconciled(), Scope.LOOKED_AT).references()).hasSize(14);
    assertThat(RESTS_ON.reference("other")).isEmpty();
    assertThat(RESTS_ON.reference("report-2002")).map(Reference::key).hasValue("report-2002");
  }

  @Test
  void a_key_depends_on_the_id_alone() {
    String key = of("통일 & co").references().get(0).key();

    assertThat(key).matches("doc-[A-Za-z0-9-]+");
    assertThat(of("a", "통일 & co", "통일 + co").references())
        .extracting(Reference::key)
        .contains(key, "a")
        .doesNotHaveDuplicates();
  }

  @Test
  void keys_that_differ_in_capitals_are_told_apart() {
    List<Reference> references = of("d1", "D1").references();

    assertThat(references)
        .extracting(r -> r.key().toLowerCase(java.util.Locale.ROOT))
        .doesNotHaveDuplicates();
    assertThat(references).extracting(Reference::key).contains("d1");
  }

  @Test
  void bibtex_has_author_title_date_and_address() {
    assertThat(RESTS_ON.toBibTeX())
        .startsWith(
            """
            @misc{report-2002,
              author = {{Office \\textless{}script\\textgreater{}alert(1)\
            \\textless{}/script\\textgreater{} \\& \\symbol{34}S{\\"{o}}hne\\symbol{34}\
             \\textbar{} 100 \\% {[}U+202E{]}{[}U+D1B5{]}{[}U+C77C{]} B}},
              title = {{Report 2002}},
              year = {2002},
              month = {mar},
              howpublished = {\\url{https://office.example/r?y=2002&z=%20%7B%7D}}
            }
            """);
    assertThat(RESTS_ON.toBibTeX(BibliographyDialect.BIBLATEX))
        .contains(
            "@online{report-2002,", "date = {2002-03-01}", "url = {https://office.example", "통일");
  }

  @Test
  void an_address_that_is_no_link_is_text() {
    String bib = Bibliography.of(Comparisons.reconciled(), Scope.LOOKED_AT).toBibTeX();

    assertThat(bib)
        .contains("note = {javascript:alert(1)}", "note = {File other.txt}")
        .contains("\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}")
        .doesNotContain("\\input");
  }

  @Test
  void csl_json_has_what_reference_managers_read() {
    List<?> items = (List<?>) JsonReader.read(RESTS_ON.toCslJson());

    Map<?, ?> first = (Map<?, ?>) items.get(0);
    assertThat(first.get("id")).isEqualTo("report-2002");
    assertThat(first.get("type")).isEqualTo("webpage");
    assertThat(first.get("title")).isEqualTo("Report 2002");
    assertThat(String.valueOf(first.get("issued"))).isEqualTo("{date-parts=[[2002, 3, 1]]}");
    assertThat(String.valueOf(first.get("author"))).contains("literal=Office <script>");
    assertThat(((Map<?, ?>) items.get(1)).containsKey("URL")).isFalse();
  }

  @Test
  void a_document_with_several_dates_has_none() {
    Bibliography bibliography =
        Bibliography.of(
            List.of(
                Figures.start("a", "s", "2010-02-01", "2009", "1").document("d").build(),
                Figures.start("b", "s", "2010-02-03", "2009", "1").document("d").build()),
            Catalogue.of(List.of(), List.of(new Document("d", "D", "", "")), List.of()));

    assertThat(bibliography.references().get(0).published()).isEmpty();
  }
}
