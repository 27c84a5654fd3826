package org.crosstally.io;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.FigureParser;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Problem;
import org.jspecify.annotations.Nullable;

/** Loads a folder or a file, and gives rows with problems to whom it was told. */
final class FigureLoader {
  static final String FIGURES = "figures.csv";

  private final ReaderOptions options;
  private final RowFaults faults;

  FigureLoader(ReaderOptions options, RowFaults faults) {
    this.options = options;
    this.faults = faults;
  }

  FigureTable load(Path path) {
    if (!Files.exists(path)) {
      NoSuchFileException cause = new NoSuchFileException(path.toString());
      throw new UncheckedIOException("there is no file or folder " + path, cause);
    }
    if (!Files.isDirectory(path)) {
      return figures(path, Catalogue.empty());
    }
    Path file = path.resolve(FIGURES);
    if (!Files.exists(file)) {
      throw faults.fatal(
          Problem.ofWhole(
              path.toString(),
              "the folder has no " + FIGURES,
              "a folder with " + FIGURES + ", or the path of a file"));
    }
    Catalogue catalogue =
        Catalogue.of(
            items(path, Codelist.SOURCES),
            items(path, Codelist.DOCUMENTS),
            items(path, Codelist.MEASURES));
    // With a list of ids that is not sound, every figure would be refused for its ids as well.
    raise();
    return figures(file, catalogue);
  }

  private void raise() {
    if (faults instanceof RowFaults.Strict strict) {
      strict.raise();
    }
  }

  private <T> List<T> items(Path folder, Codelist<T> list) {
    Path file = folder.resolve(list.fileName());
    if (!Files.exists(file)) {
      return List.of();
    }
    Codelist.Parser<T> parser = list.parser(file.toString());
    read(
        file,
        options.withoutMapping(),
        new CsvInput.Rows() {
          @Override
          public Optional<Problem> header(int line, List<String> cells) {
            return parser.header(line, cells).stream().findFirst();
          }

          @Override
          public void row(int line, List<String> cells) {
            reject(file, line, cells, parser.row(line, cells));
          }
        });
    return parser.items();
  }

  private FigureTable figures(Path file, Catalogue catalogue) {
    FigureRows rows = new FigureRows(file, catalogue);
    read(file, options, rows);
    raise();
    return rows.table();
  }

  private void read(Path file, ReaderOptions told, CsvInput.Rows rows) {
    Optional<Problem> fault = new CsvInput(file, told).read(rows);
    if (fault.isPresent()) {
      throw faults.fatal(fault.get());
    }
  }

  private void reject(Path file, int line, List<String> cells, List<Problem> problems) {
    if (!problems.isEmpty()) {
      faults.reject(file.toString(), line, cells, problems);
    }
  }

  /** The rows of a file of figures, with columns renamed and added as told. */
  private final class FigureRows implements CsvInput.Rows {
    private final Path file;
    private final Catalogue catalogue;
    private final List<String> constants = List.copyOf(options.constants().values());
    private int width;
    private @Nullable FigureParser parser;

    FigureRows(Path file, Catalogue catalogue) {
      this.file = file;
      this.catalogue = catalogue;
    }

    @Override
    public Optional<Problem> header(int line, List<String> cells) {
      List<String> names = new ArrayList<>();
      cells.forEach(cell -> names.add(cell.strip()));
      for (Map.Entry<String, String> rename : options.names().entrySet()) {
        int index = names.indexOf(rename.getKey());
        if (index < 0) {
          return Optional.of(
              Problem.ofRow(
                  file.toString(),
                  line,
                  String.join(",", names),
                  "there is no column '" + rename.getKey() + "' to rename",
                  "the name of a column of the file"));
        }
        names.set(index, rename.getValue());
      }
      width = names.size();
      names.addAll(options.constants().keySet());
      parser = FigureParser.of(file.toString(), catalogue, options.decimalMark(), line, names);
      return Optional.empty();
    }

    @Override
    public void row(int line, List<String> cells) {
      reject(file, line, cells, parser().add(line, completed(cells)));
    }

    private List<String> completed(List<String> cells) {
      if (constants.isEmpty() || cells.size() != width) {
        return cells;
      }
      List<String> all = new ArrayList<>(cells);
      all.addAll(constants);
      return all;
    }

    FigureTable table() {
      return parser().table();
    }

    private FigureParser parser() {
      if (parser == null) {
        throw new IllegalStateException("the header comes first");
      }
      return parser;
    }
  }
}
