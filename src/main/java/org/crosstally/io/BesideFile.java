package org.crosstally.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * Writes a file beside its place and then moves it there, so that nobody ever finds half of it and
 * a failed writing leaves the old one.
 */
final class BesideFile implements AutoCloseable {
  private final Path target;
  private final Path beside;

  private BesideFile(Path target, Path beside) {
    this.target = target;
    this.beside = beside;
  }

  /** Writes the whole content of a file that is not there yet. */
  interface Content {
    void writeTo(Path file) throws IOException;
  }

  /** Writes the rows beside the place of the file; {@link #move()} puts them there. */
  static BesideFile write(Path file, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    return write(file, beside -> writeRows(beside, header, rows));
  }

  /** Writes the content beside the place of the file; {@link #move()} puts it there. */
  static BesideFile write(Path file, Content content) throws IOException {
    // A link stays a link: what it points to is replaced.
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("a directory where a file is expected: " + file);
    }
    if (target.getParent() != null) {
      Files.createDirectories(target.getParent());
    }
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".tmp";
    BesideFile written = new BesideFile(target, target.resolveSibling(name));
    boolean complete = false;
    try {
      content.writeTo(written.beside);
      complete = true;
    } finally {
      if (!complete) {
        written.close();
      }
    }
    return written;
  }

  private static void writeRows(Path file, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    // The writer of Files refuses characters that UTF-8 cannot say; others write a question mark.
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(
                Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW))) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }

  /** Puts the file in its place. */
  void move() throws IOException {
    try {
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what is still beside its place. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(beside);
  }
}
