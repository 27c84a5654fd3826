package org.crosstally.report;

import java.util.List;
import java.util.stream.Collectors;
import org.crosstally.report.Grid.Entry;

/** A table as Markdown. */
final class MarkdownTable {
  private final ReportTable table;
  private final Grid grid;

  MarkdownTable(ReportTable table, Grid grid) {
    this.table = table;
    this.grid = grid;
  }

  String render() {
    StringBuilder out = new StringBuilder();
    out.append("Table: ").append(MarkdownEscape.text(table.caption())).append("\n\n");
    line(out, grid.columns().stream().map(h -> MarkdownEscape.text(h.heading())).toList());
    line(out, grid.columns().stream().map(h -> h.isNumeric() ? "---:" : ":---").toList());
    for (List<Entry> row : grid.rows()) {
      line(out, row.stream().map(MarkdownTable::cell).toList());
    }
    grid.notes()
        .forEach(
            (mark, note) ->
                out.append("\n(")
                    .append(mark)
                    .append(") ")
                    .append(MarkdownEscape.text(note))
                    .append('\n'));
    table.remarks().forEach(r -> out.append('\n').append(MarkdownEscape.text(r)).append('\n'));
    return out.toString();
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
  }

  private static String cell(Entry entry) {
    String marks = entry.marks().isEmpty() ? "" : " (" + String.join(", ", entry.marks()) + ")";
    return (text(entry.printed()) + marks).strip();
  }

  private static String text(Grid.Printed printed) {
    return printed instanceof Grid.Text words
        ? MarkdownEscape.text(words.text())
        // A sign of comparison is the only mark in what numbers look like to a reader.
        : ReadableText.text(printed).replace("<", "&lt;");
  }
}
