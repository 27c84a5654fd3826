package org.crosstally.io;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.crosstally.figure.DecimalMark;
import org.crosstally.figure.FigureFormatException;
import org.crosstally.figure.FigureTable;
import org.crosstally.figure.Period;
import org.crosstally.figure.Problem;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;

/**
 * Reads a wide table: a column for each source, with a row for each period, or a column for each
 * period, with a row for each source. What the table itself does not say is told to the reader and
 * is the same for all of its figures.
 *
 * <pre>{@code
 * FigureTable figures = WideReader.columnPerSource("Year")
 *     .measure("population").unit("persons")
 *     .read(Path.of("estimates.csv"));
 * }</pre>
 *
 * <p>A blank cell is no figure: that a source says nothing about a year is how a wide table is
 * made. Marks such as {@code ..} or {@code n/a} are figures that are missing, and stay. The id of a
 * figure is made of its line and its column, as in {@code line-3-census}. Files are otherwise read
 * as by a strict {@link FigureReader}.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class WideReader {
  private final ReaderOptions options;
  private final Layout layout;
  private final String keyColumn;
  private final Set<String> ignored;

  /** What a column stands for. */
  enum Layout {
    COLUMN_PER_SOURCE,
    COLUMN_PER_PERIOD
  }

  private WideReader(ReaderOptions options, Layout layout, String keyColumn, Set<String> ignored) {
    this.options = options;
    this.layout = layout;
    this.keyColumn = keyColumn;
    this.ignored = ignored;
  }

  /**
   * A reader of tables in which each column is a source and each row a period.
   *
   * @param periodColumn the name of the column that holds the periods
   * @return the reader
   */
  public static WideReader columnPerSource(String periodColumn) {
    return new WideReader(ReaderOptions.DEFAULTS, Layout.COLUMN_PER_SOURCE, periodColumn, Set.of());
  }

  /**
   * A reader of tables in which each column is a period and each row a source.
   *
   * @param sourceColumn the name of the column that holds the sources
   * @return the reader
   */
  public static WideReader columnPerPeriod(String sourceColumn) {
    return new WideReader(ReaderOptions.DEFAULTS, Layout.COLUMN_PER_PERIOD, sourceColumn, Set.of());
  }

  /**
   * Names the measure of all figures; without it, it is {@code value}.
   *
   * @param id the id of a measure
   * @return a reader that knows it
   */
  public WideReader measure(String id) {
    return constant("measure", id);
  }

  /**
   * Names the unit of all figures; without it, none is stated.
   *
   * @param unit the text of a unit, such as {@code persons}
   * @return a reader that knows it
   * @throws org.crosstally.figure.TextFormatException if the text is no unit
   */
  public WideReader unit(String unit) {
    return constant("unit", Unit.parse(unit).format());
  }

  /**
   * Dates the publication of all figures.
   *
   * @param date a day, month or year
   * @return a reader that knows it
   */
  public WideReader published(Period date) {
    return constant("published", date.format());
  }

  /**
   * Says what all figures claim to be; without it, they are observed.
   *
   * @param status the status
   * @return a reader that knows it
   */
  public WideReader status(Status status) {
    return constant("status", status.code());
  }

  /**
   * Gives all figures a text in another column of figure tables: {@code document}, {@code origin},
   * {@code basis}, {@code note}, or a dimension such as {@code place}.
   *
   * @param column the name of the column
   * @param text the text
   * @return a reader that knows it
   * @throws IllegalArgumentException if the column was given before, or is one of those that the
   *     table itself says: {@code id}, {@code source}, {@code period}, {@code value}
   */
  public WideReader constant(String column, String text) {
    if (WideRows.OWN.contains(column)) {
      throw new IllegalArgumentException("the table itself says the '" + column + "'");
    }
    return new WideReader(options.constant(column, text), layout, keyColumn, ignored);
  }

  /**
   * Names a column that is no source or period, and is not read.
   *
   * @param column the name of the column
   * @return a reader that knows it; it refuses a file without such a column
   */
  public WideReader ignoring(String column) {
    Set<String> more = new HashSet<>(ignored);
    more.add(column);
    return new WideReader(options, layout, keyColumn, Set.copyOf(more));
  }

  /**
   * Tells the decimal mark of the values; without it, it is the point.
   *
   * @param decimalMark the decimal mark
   * @return a reader that knows it
   */
  public WideReader with(DecimalMark decimalMark) {
    return new WideReader(options.with(decimalMark), layout, keyColumn, ignored);
  }

  /**
   * Tells how characters are encoded; without it, in UTF-8.
   *
   * @param charset the charset of the file
   * @return a reader that knows it
   */
  public WideReader with(Charset charset) {
    return new WideReader(options.with(charset), layout, keyColumn, ignored);
  }

  /**
   * Tells the character between cells; without it, it is the comma.
   *
   * @param separator the separator
   * @return a reader that knows it
   */
  public WideReader with(FieldSeparator separator) {
    return new WideReader(options.with(separator), layout, keyColumn, ignored);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the figures, row by row
   * @throws FigureFormatException if there is a problem; its message names file, line, column, the
   *     offending text and what is accepted, for up to a hundred problems
   * @throws java.io.UncheckedIOException if the file is missing or cannot be read
   */
  public FigureTable read(Path file) {
    RowFaults.Strict faults = new RowFaults.Strict();
    WideRows rows = new WideRows(file.toString(), options, layout, keyColumn, ignored, faults);
    Optional<Problem> fault = new CsvInput(file, options).read(rows);
    if (fault.isPresent()) {
      throw faults.fatal(fault.get());
    }
    faults.raise();
    return rows.table();
  }
}
