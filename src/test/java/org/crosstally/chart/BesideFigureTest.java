package org.crosstally.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.crosstally.reconcile.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Caption, alternative text and data are made from what the figure shows. */
class BesideFigureTest {
  private final ComparisonChart lines = ComparisonChart.linesBySource(Made.usual());

  static Stream<Charts.Case> charts() {
    return Stream.concat(Kinds.all(), Charts.all());
  }

  @Test
  void theCaptionNamesBandMarksAndSourcesWithTheirKeys() {
    assertThat(lines.caption())
        .isEqualTo(
            "Arrivals (persons), 2001–2015, by source. The black line is the reconciled series."
                + " The grey band is its interval, which covers rounding. Filled marks are exact"
                + " and final figures; open marks are provisional, rounded figures; whiskers are"
                + " the intervals that the sources' own words leave open; arrows are bounds. Grey"
                + " crosses are figures that were set aside. Sources: Ministry A [ministry], News"
                + " B [news], Analyst C [analyst].");
  }

  @Test
  void theAlternativeTextTellsShapeExtremesAndDisagreements() {
    assertThat(lines.alternativeText())
        .startsWith("Line chart with marks: Arrivals (persons), 2001–2015.")
        .contains("from 1,142 in 2001 to 1,275 in 2015 (+11.6 %)")
        .contains("highest with 2,914 in 2009 and lowest with 1,142 in 2001")
        // 9 rises and 5 falls among 14 steps of the counts.
        .contains("rises in 9 and falls in 5 of 14 steps")
        .contains("5 figures differ from the reconciled value, most of all: News B says ≈ 2,000")
        .contains("Analyst C says 2,927 for 2009, +0.4 % (set aside, an earlier vintage)");
  }

  @Test
  void theAlternativeTextOfBarsTellsTheLargestChanges() {
    ComparisonChart bars = ComparisonChart.yearOverYear(Made.changes(2001, 100, 150, 120, 132));
    assertThat(bars.alternativeText())
        .isEqualTo(
            "Bar chart: Arrivals: change on the previous year in per cent, 2002–2004."
                + " 2 of 3 bars rise, 1 falls."
                + " The highest is +50.0 in 2002, the lowest −20.0 in 2003; the last is +10.0 in"
                + " 2004.");
  }

  @Test
  void theDataAreTheMarks() {
    Table data = lines.toTable();
    assertThat(data.columnNames())
        .containsExactly("panel", "series", "at", "value", "low", "high", "status", "note");
    // 15 reconciled years and 22 figures.
    assertThat(data.rowCount()).isEqualTo(37);
    Table bound =
        data.where(data.stringColumn("at").isEqualTo("2015"))
            .where(t -> t.stringColumn("status").isEqualTo("bound"));
    assertThat(bound.rowCount()).isEqualTo(1);
    assertThat(bound.doubleColumn("value").isMissing(0)).as("a bound is no value").isTrue();
    assertThat(bound.doubleColumn("high").get(0)).isEqualTo(1200);
    assertThat(bound.stringColumn("series").get(0)).isEqualTo("News B");
  }

  @Test
  void aDifferenceStandsWhereItsMarkStands() {
    Table data = ComparisonChart.sourceBySource(Made.usual()).toTable();
    Table rounded = data.where(data.stringColumn("status").isEqualTo("rounded"));
    // 100 (2000 - 2026) / 2026
    assertThat(Double.parseDouble(rounded.stringColumn("at").get(0)))
        .isEqualTo(100 * (2000 - 2026) / 2026.0);
    assertThat(rounded.stringColumn("panel").get(0)).isEqualTo("2006");
  }

  @ParameterizedTest
  @MethodSource("charts")
  void everyKindHasACaptionAWordForItAndANumberForEveryMark(Charts.Case chart) {
    assertThat(chart.chart().caption()).endsWith(".").doesNotContain("NaN").doesNotContain("  ");
    assertThat(chart.chart().alternativeText()).endsWith(".").doesNotContain("NaN");
    Table data = chart.chart().toTable();
    for (int i = 0; i < data.rowCount(); i++) {
      assertThat(data.stringColumn("series").get(i)).as("series of %s", chart.name()).isNotBlank();
      assertThat(data.stringColumn("status").get(i)).as("status of %s", chart.name()).isNotBlank();
    }
  }

  @Test
  void companionsStandNextToTheFigureAndAreNamedLikeIt(@TempDir Path folder) throws IOException {
    ComparisonChart chart =
        ComparisonChart.linesBySource(
            new Made()
                .source("x", "=HYPERLINK(\"a\",\"b\")")
                .reconciled("2009", 2914, 2914, 2914, "x")
                .says("x", "2009", "2914", Role.COUNTED)
                .reconciliation());
    chart.save(folder.resolve("fig.1.PNG"), Page.NATURE_SINGLE.withDpi(72), Companion.values());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "fig.1.PNG", "fig.1.caption.txt", "fig.1.alt.txt", "fig.1.csv");
    }
    assertThat(Files.readString(folder.resolve("fig.1.caption.txt")))
        .isEqualTo(chart.caption() + "\n\n" + chart.description(Page.NATURE_SINGLE) + "\n");
    assertThat(Files.readString(folder.resolve("fig.1.alt.txt")))
        .isEqualTo(chart.alternativeText() + "\n");
    assertThat(Files.readAllLines(folder.resolve("fig.1.csv")))
        .containsExactly(
            "panel,series,at,value,low,high,status,note",
            ",Reconciled,2009,2914,,,observed,made up",
            ",\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\",2009,2914,,,exact,");
  }

  @Test
  void withoutADisplayThereIsAReasonInsteadOfAWindow() {
    // The build runs without a display.
    assertThat(lines.show(Page.NATURE_SINGLE).whyNot()).contains(NoWindow.HEADLESS);
  }

  @Test
  void aFontIsNamedOrItIsSaidWhyThereIsNone() {
    assertThat(ComparisonChart.fontFor("Ministère").orElseThrow()).isEqualTo("Liberation Sans");
    Outcome<String> korean = ComparisonChart.fontFor("A 통일부");
    if (korean.asOptional().isPresent()) {
      assertThat(korean.orElseThrow()).startsWith("Liberation Sans, ");
    } else {
      assertThat(korean.whyNot().orElseThrow()).isInstanceOf(NoFont.class);
    }
    // Not a character.
    assertThat(ComparisonChart.fontFor("\uFFFE").whyNot()).contains(NoFont.NOT_FOUND);
  }

  @Test
  void aPageOutsideThePublishersRulesIsRefused() {
    assertThatThrownBy(() -> Page.NATURE_SINGLE.withHeight(171))
        .hasMessageContaining("a page for Nature is 171.0, not between 30.0 and 170.0");
    assertThatThrownBy(() -> Page.NATURE_SINGLE.withFont(8)).hasMessageContaining("5.0 and 7.0");
    assertThatThrownBy(() -> Page.plos(60, 60)).hasMessageContaining("66.8 and 190.5");
  }

  @Test
  void aChartOfRowsIsAsHighAsThePublisherAllowsAndSaysWhatIsLeftOut() {
    ComparisonChart rows = ComparisonChart.sourceBySource(Charts.manySources());
    assertThat(rows.fit(Page.NATURE_SINGLE).heightMm()).isEqualTo(170);
    assertThat(rows.fit(Page.of(89, 65)).heightMm()).isGreaterThan(170);
    ComparisonChart few = ComparisonChart.sourceBySource(Charts.onePoint());
    assertThat(few.fit(Page.SLIDE).heightMm()).isLessThan(Page.SLIDE.heightMm());
  }

  @Test
  void linesAreDrawnWithTheNearestWeightThatIsAllowed() throws IOException {
    String ieee = svg(Page.IEEE_SINGLE);
    assertThat(ieee).contains("stroke-width=\"1.4\"").contains("stroke-width=\"0.6\"");
    assertThat(svg(Page.NATURE_SINGLE)).contains("stroke-width=\"1\"").doesNotContain("\"1.4\"");
    String rows =
        new String(
            ComparisonChart.sourceBySource(Made.usual())
                .encode(ImageFormat.SVG, Page.IEEE_DOUBLE.withHeight(200)),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(rows).contains("stroke-width=\"0.5\"").doesNotContain("stroke-width=\"0.3\"");
  }

  private String svg(Page page) throws IOException {
    return new String(lines.encode(ImageFormat.SVG, page), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void dataOfSeveralKindsHaveTheSameColumns() {
    for (ComparisonChart chart : List.of(lines, ComparisonChart.sourceBySource(Made.usual()))) {
      assertThat(chart.toTable().columnCount()).isEqualTo(8);
    }
  }
}
