package org.crosstally.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Problems;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Reads small tables that stand beside the figures, such as rules, with every cell as text. */
public final class TextTables {
  private TextTables() {}

  /**
   * Reads a CSV file in UTF-8 with commas and a header. No cell is taken for anything but text;
   * blanks around a text are not part of it, and blank lines are no rows.
   *
   * @param file the file
   * @return a table of text columns whose name is the file
   * @throws org.crosstally.figure.FigureFormatException if a row has another number of cells than
   *     the header, if a name of a column is blank or occurs twice, or if the file is no such text;
   *     it names file and line
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static Table read(Path file) {
    Rows rows = new Rows(file.toString());
    Optional<Problem> fault = new CsvInput(file, ReaderOptions.DEFAULTS).read(rows);
    fault.ifPresent(rows.problems::add);
    rows.problems.raise();
    Table table = Table.create(file.toString());
    rows.columns.forEach(table::addColumns);
    return table;
  }

  /** Takes the rows of one file. */
  private static final class Rows implements CsvInput.Rows {
    private final String location;
    private final List<StringColumn> columns = new ArrayList<>();
    private final Problems problems = new Problems();

    Rows(String location) {
      this.location = location;
    }

    @Override
    public Optional<Problem> header(int line, List<String> cells) {
      List<String> names = cells.stream().map(String::strip).toList();
      long distinct =
          names.stream().map(n -> n.toLowerCase(java.util.Locale.ROOT)).distinct().count();
      if (names.contains("") || distinct < names.size()) {
        return Optional.of(
            Problem.ofRow(
                location,
                line,
                String.join(",", names),
                "a column has no name, or the name of another",
                "names that differ in more than capitals"));
      }
      names.forEach(name -> columns.add(StringColumn.create(name)));
      return Optional.empty();
    }

    @Override
    public void row(int line, List<String> cells) {
      if (cells.size() != columns.size()) {
        problems.add(
            Problem.ofRow(
                location,
                line,
                String.join(",", cells),
                "the row has " + cells.size() + " cells, the header " + columns.size(),
                "a cell for each column"));
        return;
      }
      for (int i = 0; i < cells.size(); i++) {
        columns.get(i).append(cells.get(i).strip());
      }
    }
  }
}
