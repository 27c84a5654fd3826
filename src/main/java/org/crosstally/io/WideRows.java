package org.crosstally.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.FigureParser;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Problem;

/** Makes a row of a figure table of each cell of a wide one. */
final class WideRows implements CsvInput.Rows {
  /** The columns that a wide table itself says. */
  static final List<String> OWN = List.of("id", "source", "period", "value");

  private final String location;
  private final WideReader.Layout layout;
  private final String keyColumn;
  private final Set<String> ignored;
  private final RowFaults faults;
  private final FigureParser parser;
  private final List<String> constants;
  private List<String> header = List.of();
  private int key;

  WideRows(
      String location,
      ReaderOptions options,
      WideReader.Layout layout,
      String keyColumn,
      Set<String> ignored,
      RowFaults faults) {
    this.location = location;
    this.layout = layout;
    this.keyColumn = keyColumn;
    this.ignored = ignored;
    this.faults = faults;
    List<String> names = new ArrayList<>(OWN);
    names.addAll(options.constants().keySet());
    this.constants = List.copyOf(options.constants().values());
    this.parser = FigureParser.of(location, Catalogue.empty(), options.decimalMark(), 1, names);
  }

  @Override
  public Optional<Problem> header(int line, List<String> cells) {
    header = cells.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    String accepted = "a name for each column, each only once";
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty() || !seen.add(name)) {
        String reason = name.isEmpty() ? "a column without a name" : "the column occurs twice";
        return Optional.of(new Problem(location, line, i + 1, name, name, reason, accepted));
      }
    }
    Set<String> needed = new HashSet<>(ignored);
    needed.add(keyColumn);
    for (String name : needed) {
      if (!seen.contains(name)) {
        return Optional.of(
            Problem.ofRow(
                location,
                line,
                String.join(",", header),
                "the column '" + name + "' is missing",
                "a header with the columns that the reader was told"));
      }
    }
    key = header.indexOf(keyColumn);
    return Optional.empty();
  }

  @Override
  public void row(int line, List<String> cells) {
    if (cells.size() != header.size()) {
      reject(
          line,
          cells,
          Problem.ofRow(
              location,
              line,
              String.join(",", cells),
              "the row has " + cells.size() + " cells, the header " + header.size(),
              "a cell for each column"));
      return;
    }
    // A period that is wrong is wrong for every cell of its row, and named once.
    Set<Problem> problems = new LinkedHashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i != key && !ignored.contains(header.get(i)) && !cells.get(i).isBlank()) {
        for (Problem problem : parser.add(line, figure(line, cells, i))) {
          problems.add(inTable(problem, i));
        }
      }
    }
    problems.forEach(problem -> reject(line, cells, problem));
  }

  private List<String> figure(int line, List<String> cells, int column) {
    String name = header.get(column);
    boolean perSource = layout == WideReader.Layout.COLUMN_PER_SOURCE;
    List<String> figure = new ArrayList<>();
    figure.add("line-" + line + "-" + name);
    figure.add(perSource ? name : cells.get(key));
    figure.add(perSource ? cells.get(key) : name);
    figure.add(cells.get(column));
    figure.addAll(constants);
    return figure;
  }

  /** The problem where the wide table has it. */
  private Problem inTable(Problem problem, int column) {
    String ofKey = layout == WideReader.Layout.COLUMN_PER_SOURCE ? "period" : "source";
    int index = problem.column().equals(ofKey) ? key : column;
    return new Problem(
        location,
        problem.line(),
        index + 1,
        header.get(index),
        problem.text(),
        problem.reason(),
        problem.accepted());
  }

  private void reject(int line, List<String> cells, Problem problem) {
    faults.reject(location, line, cells, List.of(problem));
  }

  FigureTable table() {
    return parser.table();
  }
}
