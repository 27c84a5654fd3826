package org.crosstally.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes files that are there whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file beside its place and then moves it there, so that nobody finds half of it and a
   * failed writing leaves the old one. Several threads may write the same file: the last one
   * stands.
   *
   * @param file the file; missing folders are made, and a link stays a link
   * @param bytes its content
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    try (BesideFile written =
        BesideFile.write(
            file, beside -> Files.write(beside, bytes, StandardOpenOption.CREATE_NEW))) {
      written.move();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /**
   * Writes a text in UTF-8, as {@link #write(Path, byte[])} does.
   *
   * @param file the file
   * @param text its text
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
