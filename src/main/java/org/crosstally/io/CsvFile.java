package org.crosstally.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Writes rows of text as a file: commas, quotes where they are needed, line feeds, UTF-8 without a
 * byte order mark. The file is written beside its place and then moved there, so that nobody ever
 * finds half of it.
 */
public final class CsvFile {

  private CsvFile() {}

  /**
   * Writes a file, in the place of an older one if there is one.
   *
   * @param file the file; missing folders are made
   * @param header the names of the columns
   * @param rows the rows, with a text for each column
   * @throws IllegalArgumentException if a row has another number of texts than the header
   * @throws UncheckedIOException if the file cannot be written, or if a text is not made of
   *     characters
   */
  public static void write(Path file, List<String> header, Iterable<? extends List<String>> rows) {
    try (BesideFile beside = BesideFile.write(file, header, checked(header.size(), rows))) {
      beside.move();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e, e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getCause(), e.getCause());
    }
  }

  private static Iterable<List<String>> checked(int width, Iterable<? extends List<String>> rows) {
    return () ->
        new Iterator<>() {
          private final Iterator<? extends List<String>> given = rows.iterator();

          @Override
          public boolean hasNext() {
            return given.hasNext();
          }

          @Override
          public List<String> next() {
            List<String> row = given.next();
            if (row.size() != width) {
              throw new IllegalArgumentException(
                  "a row of " + row.size() + " texts under a header of " + width + ": " + row);
            }
            return row;
          }
        };
  }
}
