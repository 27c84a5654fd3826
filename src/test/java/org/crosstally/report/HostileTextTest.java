package org.crosstally.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crosstally.report.ReportTable.Cell;
import org.crosstally.report.ReportTable.Column;
import org.crosstally.report.ReportTable.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file says, it stays text. */
class HostileTextTest {
  private static final Pattern COMMANDS =
      Pattern.compile(
          "\\\\(text[a-z]+|symbol|ldots|num|[$&%#_]|['`^~=.\"uvHrcd](?=\\{)|\\\\|,|-"
              + "|(l|o|ss|ae|oe|pm|times|mu|alpha|leq|S|P)\\b)");

  static Stream<String> texts() {
    return Stream.of(
        "<script>alert(1)</script>",
        "\\input{/etc/passwd}",
        "\\write18{rm}",
        "=HYPERLINK(\"http://x\",\"y\")",
        "+cmd|' /C calc'!A0",
        "a | b || c \\| d \\\\| e",
        "100 % & more_of #1 ~ ^ {} $x$",
        "통일부 탈북민",
        "\"quoted\" 'single' `back`",
        "two\nlines\r\nand\ta tab",
        "left \u202E thgir",
        "]] --> ]]> <!-- &amp;",
        "[link](javascript:alert(1)) ![x](y) <http://z>",
        "# heading",
        "1. item",
        "- item",
        "@citation",
        "null\u0000byte",
        "[*] option",
        "www.example.com http://example.com",
        "caf\u00E9 na\u00EFve \u03B1 \u2264 5 \u2013 \u201Cq\u201D",
        "emoji \uD83D\uDE00, alone \uD83D");
  }

  private static ReportTable table(String text) {
    return new ReportTable(
        "t",
        text,
        List.of(new Column(text, Kind.TEXT), new Column("x", Kind.QUANTITY)),
        List.of(List.of(Cell.of(text), Cell.of(-3).noted(text))),
        List.of(text));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void html_shows_the_text_and_has_no_other_tags(String text) {
    var document = Xml.parse(TableRenderer.html().render(table(text)));

    assertThat(Xml.all(document, "script")).isEmpty();
    assertThat(Xml.all(document, "caption").get(0).getTextContent())
        .isEqualTo(PlainText.line(text));
    assertThat(Xml.all(document, "a"))
        .allMatch(a -> a.getAttribute("href").startsWith("#table-t-note-"));
    assertThat(document.getDocumentElement().getTextContent()).doesNotContain("\u202E");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void latex_has_no_command_of_the_text(String text) {
    String latex = LatexEscape.text(text, LatexText.ASCII);

    assertThat(latex).matches("\\p{ASCII}*").doesNotContain("\n");
    String rest = COMMANDS.matcher(latex).replaceAll("");
    assertThat(rest).doesNotContain("\\").doesNotContain("%").doesNotContain("#");
    assertThat(depths(latex)).allMatch(depth -> depth >= 0).last().isEqualTo(0);
  }

  /** How many braces are open behind each character, as BibTeX counts them. */
  private static List<Integer> depths(String latex) {
    int[] depth = {0};
    return latex.chars().mapToObj(c -> depth[0] += c == '{' ? 1 : c == '}' ? -1 : 0).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "\\input{x}¦\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}",
        "50 % & $5_a^b~c#d¦50 \\% \\& \\$5\\_a\\textasciicircum{}b\\textasciitilde{}c\\#d",
        "[a]*¦{[}a{]}{*}",
        "a--b¦a-{}-b",
        "a–b¦a--b",
        "é¦{\\'{e}}",
        "ệ¦{\\^{\\d{e}}}",
        "α≤β¦$\\alpha$$\\leq$$\\beta$",
        "통일¦{[}U+D1B5{]}{[}U+C77C{]}",
      })
  void latex_for_any_engine_is_ascii(String text, String expected) {
    assertThat(LatexEscape.text(text, LatexText.ASCII)).isEqualTo(expected);
  }

  @Test
  void latex_for_engines_of_unicode_keeps_letters() {
    assertThat(LatexEscape.text("통일 é – 5 %", LatexText.UNICODE)).isEqualTo("통일 é – 5 \\%");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void markdown_keeps_its_cells_and_has_no_html(String text) {
    String markdown = TableRenderer.markdown().render(table(text));
    List<String> rows = markdown.lines().filter(line -> line.startsWith("| ")).toList();

    assertThat(rows).hasSize(3).allMatch(row -> row.chars().filter(c -> c == '|').count() == 3);
    assertThat(markdown).doesNotContain("<").doesNotContain("http://");
    assertThat(markdown).doesNotContainPattern("(?<!\\\\)\\]\\(");
  }

  @ParameterizedTest
  @CsvSource({
    "# x,\\# x",
    "1. x,1\\. x",
    "- x,\\- x",
    "a - b,a - b",
    "@key,\\@key",
    "*b*,\\*b\\*",
    "3.5,3.5"
  })
  void markdown_marks_are_text(String text, String expected) {
    assertThat(MarkdownEscape.text(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void csv_has_no_formula_and_reads_back(String text) {
    String csv = TableRenderer.csv().render(table(text));

    List<List<String>> rows =
        CsvReader.builder().ofCsvRecord(csv).stream().map(r -> r.getFields()).toList();
    assertThat(rows).hasSize(2).allMatch(row -> row.size() == 3);
    String cell = rows.get(1).get(0);
    assertThat(cell).doesNotMatch("(?s)[=+@\\t\\r\\n-].*");
    assertThat(cell.replaceFirst("^'(?=[=+@-])", "")).isEqualTo(PlainText.lines(text));
    assertThat(rows.get(1).get(1)).isEqualTo("-3");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1),''",
    "data:text/html;x,''",
    "file:///etc/passwd,''",
    "HTTPS://a.org/x,HTTPS://a.org/x",
    "'https://a.org/a b\"<c>{d}\\e',https://a.org/a%20b%22%3Cc%3E%7Bd%7D%5Ce",
    "https://a.org/통,https://a.org/%ED%86%B5",
  })
  void only_addresses_of_the_web_become_links(String url, String expected) {
    assertThat(Address.link(url).orElse("")).isEqualTo(expected);
  }
}
