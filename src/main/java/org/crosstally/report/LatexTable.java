package org.crosstally.report;

import java.util.List;
import java.util.Locale;
import org.crosstally.report.Grid.Entry;

/** A table as LaTeX with booktabs and siunitx. */
final class LatexTable {
  /** A column of longer words is broken into lines. */
  private static final int LONG = 18;

  /** About as many characters of footnote size go into a line of a usual page. */
  private static final double LINE = 84;

  private final ReportTable table;
  private final Grid grid;
  private final LatexPlacement placement;
  private final LatexText mode;

  LatexTable(ReportTable table, Grid grid, LatexPlacement placement, LatexText mode) {
    this.table = table;
    this.grid = grid;
    this.placement = placement;
    this.mode = mode;
  }

  String render() {
    return switch (placement) {
      case FLOAT ->
          "\\begin{table}\n\\centering\n" + caption("") + body() + notes() + "\\end{table}\n";
      case LONG -> longTable();
      case BARE -> body() + notes();
    };
  }

  private String caption(String end) {
    return "\\caption{"
        + escape(table.caption())
        + "}\n\\label{tab:"
        + table.name()
        + "}"
        + end
        + "\n";
  }

  private static String small(String what) {
    return "{\\footnotesize\\setlength{\\tabcolsep}{4pt}%\n" + what + "}\n";
  }

  private String body() {
    return small(
        "\\begin{tabular}{"
            + format()
            + "}\n\\toprule\n"
            + headings()
            + "\\midrule\n"
            + rows()
            + "\\bottomrule\n\\end{tabular}\\par");
  }

  private String longTable() {
    String head = "\\toprule\n" + headings() + "\\midrule\n";
    return small(
            "\\begin{longtable}{"
                + format()
                + "}\n"
                + caption("\\\\")
                + head
                + "\\endfirsthead\n"
                + head
                + "\\endhead\n\\bottomrule\n\\endlastfoot\n"
                + rows()
                + "\\end{longtable}")
        + notes();
  }

  private String headings() {
    return line(
        grid.columns().stream()
            .map(h -> h.isNumeric() ? "{" + escape(h.heading()) + "}" : escape(h.heading()))
            .toList());
  }

  private String rows() {
    StringBuilder out = new StringBuilder();
    for (List<Entry> row : grid.rows()) {
      out.append(line(indexed(row)));
    }
    return out.toString();
  }

  private List<String> indexed(List<Entry> row) {
    return java.util.stream.IntStream.range(0, row.size())
        .mapToObj(i -> cell(i, row.get(i)))
        .toList();
  }

  private static String line(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  private String notes() {
    StringBuilder out = new StringBuilder();
    grid.notes()
        .forEach(
            (mark, note) ->
                out.append("\\textsuperscript{")
                    .append(mark)
                    .append("}~")
                    .append(escape(note))
                    .append(". "));
    table.remarks().forEach(remark -> out.append(escape(remark)).append(' '));
    return out.isEmpty()
        ? ""
        : "{\\footnotesize\\raggedright " + out.toString().strip() + "\\par}\n";
  }

  private String cell(int column, Entry entry) {
    String marks =
        entry.marks().isEmpty()
            ? ""
            : "{\\textsuperscript{" + String.join(",", entry.marks()) + "}}";
    Grid.Printed printed = entry.printed();
    if (printed instanceof Grid.Text text) {
      return escape(text.text()) + marks;
    }
    boolean isAligned = isAligned(column);
    if (printed instanceof Grid.Digits digits && !digits.numeral().isTiny()) {
      String plain = digits.numeral().plain();
      return isAligned ? plain + marks : num(digits.numeral()) + marks;
    }
    String shown = spread(printed) + marks;
    return isAligned ? "{" + shown + "}" : shown;
  }

  private static String spread(Grid.Printed printed) {
    if (printed instanceof Grid.Digits digits) {
      return num(digits.numeral());
    }
    if (printed instanceof Grid.PlusMinus spread) {
      return "$" + num(spread.numeral()) + " \\pm " + num(spread.distance()) + "$";
    }
    if (printed instanceof Grid.Asymmetric spread) {
      return "$"
          + num(spread.numeral())
          + "^{+"
          + num(spread.above())
          + "}_{-"
          + num(spread.below())
          + "}$";
    }
    return printed instanceof Grid.Below below ? "$<$" + num(below.limit()) : "--";
  }

  private static String num(Numeral numeral) {
    return "\\num{" + numeral.forPrograms() + "}";
  }

  /** Numbers with an uncertainty beside them are no numbers to a column of siunitx. */
  private boolean isAligned(int column) {
    return grid.columns().get(column).isNumeric()
        && grid.rows().stream()
            .map(row -> row.get(column).printed())
            .noneMatch(p -> p instanceof Grid.PlusMinus || p instanceof Grid.Asymmetric);
  }

  private String format() {
    StringBuilder out = new StringBuilder("@{}");
    for (int i = 0; i < grid.columns().size(); i++) {
      out.append(grid.columns().get(i).isNumeric() ? (isAligned(i) ? number(i) : "r") : words(i));
    }
    return out.append("@{}").toString();
  }

  private String number(int column) {
    List<Numeral> numbers =
        grid.rows().stream()
            .map(row -> row.get(column).printed())
            .filter(p -> p instanceof Grid.Digits d && !d.numeral().isTiny())
            .map(p -> ((Grid.Digits) p).numeral())
            .toList();
    int whole = numbers.stream().mapToInt(Numeral::wholeDigits).max().orElse(1);
    int decimals = numbers.stream().mapToInt(Numeral::decimals).max().orElse(0);
    boolean isNegative = numbers.stream().anyMatch(Numeral::isNegative);
    String longest =
        grid.rows().stream()
            .map(row -> String.join(",", row.get(column).marks()))
            .max(java.util.Comparator.comparingInt(String::length))
            .orElse("");
    String space =
        longest.isEmpty() ? "" : ",table-space-text-post={\\textsuperscript{" + longest + "}}";
    return "S[table-format=" + (isNegative ? "-" : "") + whole + "." + decimals + space + "]";
  }

  private String words(int column) {
    if (!isLong(column)) {
      return "l";
    }
    double taken = 0;
    double asked = 0;
    for (int i = 0; i < grid.columns().size(); i++) {
      taken += (isLong(i) ? 0 : longest(i)) + 2;
      asked += isLong(i) ? Math.min(longest(i), 3 * LONG) : 0;
    }
    double free = Math.max(0.3, 1 - taken / LINE);
    double share = Math.max(0.1, free * Math.min(longest(column), 3 * LONG) / asked);
    return String.format(Locale.ROOT, ">{\\raggedright\\arraybackslash}p{%.2f\\linewidth}", share);
  }

  private boolean isLong(int column) {
    return !grid.columns().get(column).isNumeric() && longest(column) > LONG;
  }

  private int longest(int column) {
    int heading = grid.columns().get(column).heading().length();
    return Math.max(
        heading,
        grid.rows().stream()
            .mapToInt(row -> ReadableText.text(row.get(column).printed()).length())
            .max()
            .orElse(0));
  }

  private String escape(String text) {
    return LatexEscape.text(text, mode);
  }
}
