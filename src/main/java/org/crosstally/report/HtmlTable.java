package org.crosstally.report;

import java.util.List;
import java.util.Map;
import org.crosstally.report.Grid.Entry;

/** A table as HTML that is well-formed as XML. */
final class HtmlTable {
  private static final int SHORT = 16;

  private final ReportTable table;
  private final Grid grid;

  HtmlTable(ReportTable table, Grid grid) {
    this.table = table;
    this.grid = grid;
  }

  String render() {
    StringBuilder out = new StringBuilder();
    out.append("<table id=\"table-").append(table.name()).append("\">\n<caption>");
    out.append(HtmlEscape.text(table.caption())).append("</caption>\n<thead>\n<tr>");
    for (Grid.Head head : grid.columns()) {
      out.append("<th scope=\"col\"").append(head.isNumeric() ? " class=\"number\">" : ">");
      out.append(HtmlEscape.text(head.heading())).append("</th>");
    }
    out.append("</tr>\n</thead>\n");
    foot(out);
    out.append("<tbody>\n");
    grid.rows().forEach(row -> row(out, row));
    return out.append("</tbody>\n</table>\n").toString();
  }

  private void foot(StringBuilder out) {
    if (grid.notes().isEmpty() && table.remarks().isEmpty()) {
      return;
    }
    out.append("<tfoot>\n<tr><td colspan=\"").append(grid.columns().size()).append("\">");
    for (Map.Entry<String, String> note : grid.notes().entrySet()) {
      out.append("<p id=\"").append(anchor(note.getKey())).append("\"><sup>");
      out.append(note.getKey()).append("</sup> ");
      out.append(HtmlEscape.text(note.getValue())).append("</p>");
    }
    table.remarks().forEach(r -> out.append("<p>").append(HtmlEscape.text(r)).append("</p>"));
    out.append("</td></tr>\n</tfoot>\n");
  }

  private String anchor(String mark) {
    return "table-" + table.name() + "-note-" + mark;
  }

  private void row(StringBuilder out, List<Entry> row) {
    out.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      boolean isHead = i == 0;
      String kind = grid.columns().get(i).isNumeric() ? " class=\"number\"" : width(row.get(i));
      out.append(isHead ? "<th scope=\"row\"" : "<td").append(kind).append('>');
      out.append(cell(row.get(i))).append(isHead ? "</th>" : "</td>");
    }
    out.append("</tr>\n");
  }

  /** A date is not broken at its hyphens. */
  private static String width(Entry entry) {
    return ReadableText.text(entry.printed()).length() <= SHORT ? " class=\"short\"" : "";
  }

  /** The text of a file is apart from what stands around it, whatever its direction. */
  private String cell(Entry entry) {
    StringBuilder out = new StringBuilder();
    String text = HtmlEscape.text(ReadableText.text(entry.printed()));
    boolean isText = entry.printed() instanceof Grid.Text && !text.isEmpty();
    out.append(isText ? "<bdi>" + text + "</bdi>" : text);
    for (String mark : entry.marks()) {
      out.append("<sup><a href=\"#").append(anchor(mark)).append("\">").append(mark);
      out.append("</a></sup>");
    }
    return out.toString();
  }
}
