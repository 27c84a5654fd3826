package org.crosstally.io;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;

/**
 * Reads figures as a {@link FigureReader} does, but keeps the sound rows of a file with problems
 * and reports every other row. It forgives rows, not files: a header without a required column, an
 * unclosed quote or bytes that are no text end the reading all the same.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class LenientFigureReader {
  static final LenientFigureReader DEFAULTS = new LenientFigureReader(ReaderOptions.DEFAULTS);

  private final ReaderOptions options;

  private LenientFigureReader(ReaderOptions options) {
    this.options = options;
  }

  /**
   * Tells the decimal mark of the values; without it, it is the point.
   *
   * @param decimalMark the decimal mark
   * @return a reader that knows it
   */
  public LenientFigureReader with(DecimalMark decimalMark) {
    return new LenientFigureReader(options.with(decimalMark));
  }

  /**
   * Tells how characters are encoded; without it, in UTF-8.
   *
   * @param charset the charset of the files
   * @return a reader that knows it
   */
  public LenientFigureReader with(Charset charset) {
    return new LenientFigureReader(options.with(charset));
  }

  /**
   * Tells the character between cells; without it, it is the comma.
   *
   * @param separator the separator
   * @return a reader that knows it
   */
  public LenientFigureReader with(FieldSeparator separator) {
    return new LenientFigureReader(options.with(separator));
  }

  /**
   * Tells that a column has another name in the file.
   *
   * @param inFile the name in the file, with its capitals
   * @param column the name that it shall have, such as {@code value}
   * @return a reader that knows it; it refuses a file without such a column
   * @throws IllegalArgumentException if the column of the file was renamed before
   */
  public LenientFigureReader rename(String inFile, String column) {
    return new LenientFigureReader(options.rename(inFile, column));
  }

  /**
   * Adds a column that the file does not have, with the same text in every row.
   *
   * @param column the name of the column, such as {@code measure}
   * @param text the text of its cells
   * @return a reader that knows it; it refuses a file that has the column
   * @throws IllegalArgumentException if the column was added before
   */
  public LenientFigureReader constant(String column, String text) {
    return new LenientFigureReader(options.constant(column, text));
  }

  /**
   * Reads a folder or a flat file.
   *
   * @param path the folder or the file
   * @return the figures of the sound rows, and the rejected rows; a row whose id occurred before is
   *     rejected, even if the row before it was
   * @throws FigureFormatException if a file cannot be read to its end
   * @throws java.io.UncheckedIOException if a file is missing or cannot be read
   */
  public ReadReport read(Path path) {
    RowFaults.Lenient faults = new RowFaults.Lenient();
    FigureTable table = new FigureLoader(options, faults).load(path);
    return new ReadReport(table, faults.rows());
  }
}
