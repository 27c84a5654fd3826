package org.crosstally.chart;

import java.nio.file.Path;
import java.util.Locale;

/** The formats that a chart can be saved in, by the ending of the file's name. */
enum ImageFormat {
  PNG(".png"),
  SVG(".svg");

  private final String ending;

  ImageFormat(String ending) {
    this.ending = ending;
  }

  static ImageFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (name.endsWith(format.ending)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "'" + file + "' names no format of a chart; accepted endings: .png, .svg");
  }
}
