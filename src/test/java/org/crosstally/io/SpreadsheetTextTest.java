package org.crosstally.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SpreadsheetTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "-3¦-3",
        "+15.6¦+15.6",
        "-1.5e-3¦-1.5e-3",
        "-¦-",
        "-3+cmd¦'-3+cmd",
        "-cmd¦'-cmd",
        "=1+1¦'=1+1",
        "@SUM(A1)¦'@SUM(A1)",
        "＝1¦'＝1",
        "a=1¦a=1",
        "~1400¦~1400",
      })
  void a_formula_gets_an_apostrophe_and_a_signed_number_does_not(String text, String expected) {
    assertThat(SpreadsheetText.of(text)).isEqualTo(expected);
  }

  @Test
  void a_formula_behind_a_tab_a_blank_or_a_line_end_is_text() {
    assertThat(SpreadsheetText.of("\t=1+1")).startsWith("'");
    assertThat(SpreadsheetText.of("\n=1+1")).startsWith("'");
    assertThat(SpreadsheetText.of(" =1+1")).startsWith("'");
  }

  @Test
  void a_table_of_results_has_no_formula(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("results.csv");

    ResultTables.write(
        Table.create(
            "results",
            StringColumn.create("source", "=HYPERLINK(\"http://x\")"),
            DoubleColumn.create("difference", -3.5)),
        file);

    assertThat(file).hasContent("source,difference\n\"'=HYPERLINK(\"\"http://x\"\")\",-3.5\n");
  }
}
