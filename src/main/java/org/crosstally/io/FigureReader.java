package org.crosstally.io;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;

/**
 * Reads figures from a folder or from one flat file, and refuses both if anything is wrong with
 * them. A folder holds {@code figures.csv} and, where they are known, {@code sources.csv} ({@code
 * id, name, kind}), {@code documents.csv} ({@code id, title, url, file}) and {@code measures.csv}
 * ({@code id, label, kind, units}); ids of figures must then be in them. A flat file has the
 * columns of {@code figures.csv}; {@code source}, {@code period} and {@code value} are enough.
 *
 * <pre>{@code
 * FigureTable figures = FigureReader.strict().read(Path.of("data/mine"));
 * FigureTable flat = FigureReader.strict()
 *     .rename("Year", "period").rename("Mean", "value").rename("Source", "source")
 *     .read(Path.of("annual.csv"));
 * }</pre>
 *
 * <p>Every cell is read as text: {@code 007} keeps its zeros, and a row that begins with {@code #}
 * is a row. Blank lines are no rows. Files are in UTF-8, with or without a byte order mark, unless
 * the reader is told another charset; bytes that are no text are never replaced. A cell has at most
 * 100,000 characters and no NUL.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class FigureReader {
  private static final FigureReader STRICT = new FigureReader(ReaderOptions.DEFAULTS);

  private final ReaderOptions options;

  private FigureReader(ReaderOptions options) {
    this.options = options;
  }

  /**
   * A reader that refuses a file with a problem, and names all of its problems.
   *
   * @return the reader
   */
  public static FigureReader strict() {
    return STRICT;
  }

  /**
   * A reader that keeps the sound rows and reports the others.
   *
   * @return the reader
   */
  public static LenientFigureReader lenient() {
    return LenientFigureReader.DEFAULTS;
  }

  /**
   * Tells the decimal mark of the values; without it, it is the point.
   *
   * @param decimalMark the decimal mark
   * @return a reader that knows it
   */
  public FigureReader with(DecimalMark decimalMark) {
    return new FigureReader(options.with(decimalMark));
  }

  /**
   * Tells how characters are encoded; without it, in UTF-8.
   *
   * @param charset the charset of the files
   * @return a reader that knows it
   */
  public FigureReader with(Charset charset) {
    return new FigureReader(options.with(charset));
  }

  /**
   * Tells the character between cells; without it, it is the comma.
   *
   * @param separator the separator
   * @return a reader that knows it
   */
  public FigureReader with(FieldSeparator separator) {
    return new FigureReader(options.with(separator));
  }

  /**
   * Tells that a column has another name in the file.
   *
   * @param inFile the name in the file, with its capitals
   * @param column the name that it shall have, such as {@code value}
   * @return a reader that knows it; it refuses a file without such a column
   * @throws IllegalArgumentException if the column of the file was renamed before
   */
  public FigureReader rename(String inFile, String column) {
    return new FigureReader(options.rename(inFile, column));
  }

  /**
   * Adds a column that the file does not have, with the same text in every row.
   *
   * @param column the name of the column, such as {@code measure}
   * @param text the text of its cells
   * @return a reader that knows it; it refuses a file that has the column
   * @throws IllegalArgumentException if the column was added before
   */
  public FigureReader constant(String column, String text) {
    return new FigureReader(options.constant(column, text));
  }

  /**
   * Reads a folder or a flat file.
   *
   * @param path the folder or the file
   * @return the figures, in the order of their rows
   * @throws FigureFormatException if there is a problem; its message names file, line, column, the
   *     offending text and what is accepted, for up to a hundred problems
   * @throws java.io.UncheckedIOException if a file is missing or cannot be read
   */
  public FigureTable read(Path path) {
    return new FigureLoader(options, new RowFaults.Strict()).load(path);
  }
}
