package org.crosstally.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crosstally.figure.Problem;

/** Reads a file of separated text row by row, and says what ended the reading too early. */
final class CsvInput {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final ReaderOptions options;
  private List<String> header = List.of();

  CsvInput(Path file, ReaderOptions options) {
    this.file = file;
    this.options = options;
  }

  /** Takes rows. */
  interface Rows {
    /** Takes the first row; an answer ends the reading. */
    Optional<Problem> header(int line, List<String> cells);

    /** Takes any other row. */
    void row(int line, List<String> cells);
  }

  /**
   * Reads the file.
   *
   * @return what ended the reading before the end of the file; empty if nothing did
   * @throws UncheckedIOException if the file cannot be read
   */
  Optional<Problem> read(Rows rows) {
    if (Files.isDirectory(file)) {
      return Optional.of(whole("a directory where a file is expected", "a file"));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Optional<Problem> encoding = encoding(in);
      return encoding.isPresent() ? encoding : parse(in, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  /** UTF-16 read as UTF-8 is either malformed or full of NULs; its own message helps more. */
  private Optional<Problem> encoding(InputStream in) throws IOException {
    in.mark(4);
    byte[] first = in.readNBytes(4);
    in.reset();
    if (first.length < 2 || !options.charset().equals(StandardCharsets.UTF_8)) {
      return Optional.empty();
    }
    boolean marked =
        (first[0] == (byte) 0xFE && first[1] == (byte) 0xFF)
            || (first[0] == (byte) 0xFF && first[1] == (byte) 0xFE);
    boolean halfNul = (first[0] == 0) != (first[1] == 0);
    return marked || halfNul
        ? Optional.of(
            whole(
                "the file looks like UTF-16",
                "UTF-8, or the charset told by the reader option with(StandardCharsets.UTF_16)"))
        : Optional.empty();
  }

  private Optional<Problem> parse(InputStream in, Rows rows) throws IOException {
    StrictDecoder decoder = new StrictDecoder(in, options.charset());
    CellHandler handler = new CellHandler(decoder::delivered);
    try (CsvReader<List<String>> reader =
        CsvReader.builder()
            .fieldSeparator(options.separator().character())
            .allowUnclosedQuote(false)
            .maxBufferSize(BUFFER)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .build(handler, decoder)) {
      return loop(reader, handler, rows);
    } catch (CsvParseException e) {
      return Optional.of(fault(e, decoder, handler));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedBytesException malformed) {
        return Optional.of(malformed(malformed));
      }
      throw e.getCause();
    }
  }

  private Optional<Problem> loop(CsvReader<List<String>> reader, CellHandler handler, Rows rows) {
    int count = 0;
    for (List<String> cells : reader) {
      int line = (int) Math.min(handler.recordLine(), Integer.MAX_VALUE);
      if (count == 0) {
        header = cells;
        Optional<Problem> problem = rows.header(line, cells);
        if (problem.isPresent()) {
          return problem;
        }
      } else {
        rows.row(line, cells);
      }
      count = 1 + Math.min(count, 1);
    }
    String accepted = "a header with the names of the columns, and a row for each figure";
    return switch (count) {
      case 0 -> Optional.of(whole("the file is empty", accepted));
      case 1 -> Optional.of(whole("the file has a header only", accepted));
      default -> Optional.empty();
    };
  }

  private Problem fault(CsvParseException e, StrictDecoder decoder, CellHandler handler)
      throws IOException {
    int line = (int) Math.min(handler.line(), Integer.MAX_VALUE);
    String text = FileLines.text(file, options.charset(), line);
    String reason;
    String accepted = "quotes around the whole cell, and two quotes for one within it";
    if (e instanceof CellFaultException cell) {
      reason = String.valueOf(cell.getMessage());
      accepted = cell.accepted();
    } else if (e.getCause() != null) {
      throw e;
    } else if (handler.deliveredSince() > CellHandler.LONGEST_CELL) {
      reason = String.valueOf(CellHandler.tooLong().getMessage());
      accepted = CellHandler.tooLong().accepted();
    } else if (decoder.isAtEnd()) {
      reason = "the quote that opens in this line is not closed";
    } else {
      reason = "text follows the closing quote of a cell that opens in this line";
    }
    int column = handler.count();
    String name = column < header.size() ? header.get(column) : "";
    return new Problem(file.toString(), line, column + 1, name, text, reason, accepted);
  }

  private Problem malformed(MalformedBytesException e) throws IOException {
    int line = FileLines.lineOf(file, e.position());
    return Problem.ofRow(
        file.toString(),
        line,
        e.bytes(),
        "the bytes at position " + e.position() + " are no text in " + options.charset(),
        "text in "
            + options.charset()
            + ", or another charset told by the reader option with(Charset)");
  }

  private Problem whole(String reason, String accepted) {
    return Problem.ofWhole(file.toString(), reason, accepted);
  }
}
