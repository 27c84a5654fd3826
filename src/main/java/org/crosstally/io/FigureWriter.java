package org.crosstally.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.crosstally.figure.Catalogue;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.Figure;
import org.crosstally.figure.FigureParser;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.FigureTexts;
import org.crosstally.figure.Problem;

/**
 * Writes figures so that {@link FigureReader} reads equal ones: before anything is written, every
 * row is read again and compared. Texts are written as they are, those that a spreadsheet would
 * take for a formula included: this is a file for data, not for a spreadsheet.
 *
 * <p>Files are in UTF-8 with line feeds, all columns in the order of {@link FigureTexts}, and the
 * ids of sources, documents and measures in their natural order. Each file is written beside its
 * place and then moved there.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class FigureWriter {
  private static final FigureWriter DEFAULTS = new FigureWriter(DecimalMark.POINT);

  private final DecimalMark decimalMark;

  private FigureWriter(DecimalMark decimalMark) {
    this.decimalMark = decimalMark;
  }

  /**
   * A writer of figures whose printed values have a decimal point.
   *
   * @return the writer
   */
  public static FigureWriter defaults() {
    return DEFAULTS;
  }

  /**
   * Tells the decimal mark in which the values were printed; they are written as printed, and need
   * the same mark to be read.
   *
   * @param value the decimal mark
   * @return a writer that knows it
   */
  public FigureWriter with(DecimalMark value) {
    return new FigureWriter(value);
  }

  /**
   * Writes {@code figures.csv}, and {@code sources.csv}, {@code documents.csv} and {@code
   * measures.csv} where the catalogue has any, into a folder, which is made if it does not exist.
   * No file is moved to its place before all are written.
   *
   * @param table the figures
   * @param folder the folder
   * @throws IllegalArgumentException if the table has no figures or something that no file can say,
   *     such as an id that its own catalogue does not have
   * @throws UncheckedIOException if a file cannot be written, or if the folder has an older file of
   *     sources, documents or measures while the catalogue has none: the figures would then be read
   *     with it
   */
  public void writeFolder(FigureTable table, Path folder) {
    List<Sheet> sheets = new ArrayList<>();
    Catalogue catalogue = table.catalogue();
    sheet(Codelist.SOURCES, catalogue.sources().values(), folder, sheets);
    sheet(Codelist.DOCUMENTS, catalogue.documents().values(), folder, sheets);
    sheet(Codelist.MEASURES, catalogue.measures().values(), folder, sheets);
    sheets.add(figures(table, catalogue, folder.resolve(FigureLoader.FIGURES)));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e, e);
    }
    write(sheets);
  }

  /**
   * Writes one flat file. The catalogue is not part of it.
   *
   * @param table the figures
   * @param file the file; its folder exists
   * @throws IllegalArgumentException if the table has no figures or something that no file can say
   * @throws UncheckedIOException if the file cannot be written
   */
  public void writeFile(FigureTable table, Path file) {
    write(List.of(figures(table, Catalogue.empty(), file)));
  }

  /** A file to be. */
  private record Sheet(Path file, List<String> header, Iterable<List<String>> rows) {}

  private Sheet figures(FigureTable table, Catalogue catalogue, Path file) {
    if (table.size() == 0) {
      throw new IllegalArgumentException("a table without figures makes no file that can be read");
    }
    FigureTexts texts = FigureTexts.of(table);
    checkReadable(table, catalogue, file, texts);
    Iterable<List<String>> rows = () -> table.figures().stream().map(texts::row).iterator();
    return new Sheet(file, texts.header(), rows);
  }

  private void checkReadable(FigureTable table, Catalogue catalogue, Path file, FigureTexts texts) {
    FigureParser parser =
        FigureParser.of(file.toString(), catalogue, decimalMark, 1, texts.header());
    int line = 1;
    for (Figure figure : table.figures()) {
      line++;
      List<String> row = texts.row(figure);
      checkCells(row);
      List<Problem> problems = parser.add(line, row);
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(
            "the figure would not be read again: " + problems.get(0).message());
      }
    }
    List<Figure> again = parser.table().figures();
    for (int i = 0; i < again.size(); i++) {
      Figure figure = table.figures().get(i);
      if (!again.get(i).equals(figure)) {
        throw new IllegalArgumentException(
            "the figure would be read as another: "
                + figure
                + " as "
                + again.get(i)
                + "; if its value was printed with a decimal comma, the writer needs"
                + " with(DecimalMark.COMMA)");
      }
    }
  }

  private static <T> void sheet(
      Codelist<T> list, Collection<T> items, Path folder, List<Sheet> sheets) {
    Path file = folder.resolve(list.fileName());
    if (items.isEmpty()) {
      if (Files.exists(file)) {
        IOException cause = new FileAlreadyExistsException(file.toString());
        throw new UncheckedIOException(
            "the folder has a file that these figures do not have: " + file, cause);
      }
      return;
    }
    Codelist.Parser<T> parser = list.parser(file.toString());
    List<List<String>> rows = new ArrayList<>();
    parser.header(1, list.columns());
    for (T item : items) {
      List<String> row = list.toRow().apply(item);
      checkCells(row);
      List<Problem> problems = parser.row(rows.size() + 2, row);
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(problems.get(0).message());
      }
      rows.add(row);
    }
    if (!parser.items().equals(List.copyOf(items))) {
      throw new IllegalArgumentException("the items of " + file + " would be read as others");
    }
    sheets.add(new Sheet(file, list.columns(), rows));
  }

  private static void checkCells(List<String> row) {
    for (String text : row) {
      if (text.length() > CellHandler.LONGEST_CELL || text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(
            "a text has a NUL or more than "
                + CellHandler.LONGEST_CELL
                + " characters, in the row of "
                + row.get(0));
      }
    }
  }

  private static void write(List<Sheet> sheets) {
    List<BesideFile> written = new ArrayList<>();
    Path current = sheets.get(0).file();
    try {
      try {
        for (Sheet sheet : sheets) {
          current = sheet.file();
          written.add(BesideFile.write(sheet.file(), sheet.header(), sheet.rows()));
        }
        for (BesideFile file : written) {
          file.move();
        }
      } finally {
        for (BesideFile file : written) {
          file.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + current + ": " + e, e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException("cannot write " + current + ": " + e.getCause(), e.getCause());
    }
  }
}
