package org.crosstally.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosstally.io.SpreadsheetText;
import org.crosstally.report.Grid.Entry;
import org.crosstally.report.Grid.Head;

/** A table as CSV. */
final class CsvTable {
  private final Grid grid;

  CsvTable(Grid grid) {
    this.grid = grid;
  }

  String render() {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(header());
      for (List<Entry> row : grid.rows()) {
        List<String> cells = new ArrayList<>(row.stream().map(CsvTable::cell).toList());
        if (!grid.notes().isEmpty()) {
          cells.add(csv(notes(row)));
        }
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot be written", e);
    }
    return out.toString();
  }

  /** Equal headings are told apart by the heading before them, or by a number. */
  private List<String> header() {
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    String main = "";
    for (Head head : grid.columns()) {
      boolean isPart = List.of("low", "high", "standard error").contains(head.heading());
      main = isPart ? main : head.heading();
      String name = csv(isPart ? main + ": " + head.heading() : head.heading());
      int count = seen.merge(name, 1, Integer::sum);
      names.add(count == 1 ? name : name + " " + count);
    }
    if (!grid.notes().isEmpty()) {
      names.add("notes");
    }
    return names;
  }

  private static String cell(Entry entry) {
    Grid.Printed printed = entry.printed();
    if (printed instanceof Grid.Text text) {
      return csv(text.text());
    }
    if (printed instanceof Grid.Digits digits) {
      return digits.numeral().forPrograms();
    }
    return printed instanceof Grid.Below below ? "<" + below.limit().plain() : "";
  }

  private String notes(List<Entry> row) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String heading = grid.columns().get(i).heading();
      row.get(i).notes().forEach(note -> notes.add(heading + ": " + note));
    }
    return String.join("; ", notes);
  }

  private static String csv(String text) {
    return SpreadsheetText.of(PlainText.lines(text));
  }
}
