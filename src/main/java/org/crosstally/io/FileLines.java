package org.crosstally.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks up lines of a file again, for messages. */
final class FileLines {
  private static final int LONGEST = 200;

  private FileLines() {}

  /** The first two hundred characters of a line, counted from 1. */
  static String text(Path file, Charset charset, int line) throws IOException {
    StringBuilder out = new StringBuilder();
    try (Reader reader =
        new StrictDecoder(new BufferedInputStream(Files.newInputStream(file)), charset)) {
      char[] buffer = new char[1 << 13];
      int current = 1;
      char last = 0;
      for (int n = reader.read(buffer); n > 0 && current <= line; n = reader.read(buffer)) {
        for (int i = 0; i < n && current <= line && out.length() < LONGEST; i++) {
          char c = buffer[i];
          boolean ends = c == '\n' ? last != '\r' : c == '\r';
          if (ends) {
            current++;
          } else if (current == line && c != '\n') {
            out.append(c);
          }
          last = c;
        }
        if (out.length() == LONGEST) {
          break;
        }
      }
    } catch (MalformedBytesException e) {
      // The bytes lie behind what was asked for; what was found is what can be shown.
      return out.toString();
    }
    return out.toString();
  }

  /** The line on which a byte stands, counted from 1, in a charset that writes breaks as ASCII. */
  static int lineOf(Path file, long position) throws IOException {
    int line = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int last = 0;
      for (long i = 0; i < position; i++) {
        int b = in.read();
        if (b == '\r' || (b == '\n' && last != '\r')) {
          line++;
        }
        last = b;
      }
    }
    return line;
  }
}
