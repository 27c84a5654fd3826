package org.crosstally.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureTable;
import org.crosstally.io.FigureReader;
import org.crosstally.reconcile.DocumentCheck.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents of the real figures, against the broken identities that reading them found. */
class DefectorDocumentsTest {
  private static FigureTable figures = FigureTable.of(List.of());
  private static DocumentChecks checks = DocumentChecks.of(figures);

  @BeforeAll
  static void check() {
    figures = FigureReader.strict().read(Path.of("data/defectors"));
    checks = DocumentChecks.of(figures);
  }

  private static Set<String> ids(DocumentCheck check) {
    return new HashSet<>(check.figures().stream().map(Figure::id).toList());
  }

  private static Stream<DocumentCheck> within(String document, String figureIds) {
    List<String> wanted = Arrays.asList(figureIds.split(" "));
    return checks.list().stream()
        .filter(check -> check.document().equals(document) && wanted.containsAll(ids(check)));
  }

  /**
   * Left out are rows that name several documents, those of which no number is implied, and "about
   * 10,000" beside "about 7,500": the words of the first allow the second.
   */
  @ParameterizedTest
  @CsvFileSource(resources = "labelled_broken_identities.csv", numLinesToSkip = 1)
  void what_reading_found_within_one_document_is_found_with_its_suspect(
      String document,
      String kind,
      String figureIds,
      String stated,
      String implied,
      String suspectIds,
      String reason) {
    if (document.contains(" ")
        || implied == null
        || reason.startsWith("two numbers for one year")) {
      return;
    }
    boolean isBroken = !reason.contains("not broken");

    assertThat(within(document, figureIds))
        .as("%s: %s", kind, reason)
        .isNotEmpty()
        .anyMatch(check -> check.isBroken() == isBroken)
        .filteredOn(DocumentCheck::isBroken)
        .allSatisfy(
            check ->
                assertThat(check.suspect().map(Figure::id).orElse(null)).isEqualTo(suspectIds));
  }

  @Test
  void nothing_else_is_broken() {
    assertThat(checks.broken())
        .extracting(check -> check.document() + " " + check.identity())
        .containsExactly(
            "d002 SHARE_AND_COUNTS",
            "d002 GRANULARITY",
            "d013 REPETITION",
            "d198 PARTS_AND_TOTAL",
            "d217 REPETITION",
            "d218 PART_WITHIN_WHOLE",
            "d219 PART_WITHIN_WHOLE",
            "d219 SHARE_AND_COUNTS",
            "d221 CHANGE_AND_COUNTS");
  }

  @ParameterizedTest
  @CsvSource({"d002, 33718", "d003, 34078", "d001, 23100"})
  void the_tables_of_the_ministry_add_up_to_the_stock(String document, double stock) {
    assertThat(checks.list())
        .filteredOn(check -> check.document().equals(document))
        .filteredOn(check -> check.identity() == Identity.STOCK_AND_FLOW)
        .allMatch(check -> check.verdict() == Verdict.HOLDS)
        .anyMatch(check -> check.stated().contains(stock) && check.figures().size() > 12);
  }

  @Test
  void every_count_of_the_ministrys_latest_table_of_arrivals_is_confirmed() {
    assertThat(figures.measure("arrivals").figures())
        .filteredOn(figure -> figure.document().filter("d003"::equals).isPresent())
        .filteredOn(figure -> figure.unit().format().equals("persons"))
        .allMatch(checks::isConfirmed);
  }
}
