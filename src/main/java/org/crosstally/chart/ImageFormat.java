package org.crosstally.chart;

import java.nio.file.Path;
import java.util.Locale;

/** The formats that a chart can be saved in, by the ending of the file's name. */
enum ImageFormat {
  PDF(".pdf", ".pdf"),
  EPS(".eps", ".eps"),
  SVG(".svg", ".svg"),
  PNG(".png", ".png"),
  TIFF(".tif", ".tiff");

  private final String ending;
  private final String longEnding;

  ImageFormat(String ending, String longEnding) {
    this.ending = ending;
    this.longEnding = longEnding;
  }

  static ImageFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (name.endsWith(format.ending) || name.endsWith(format.longEnding)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + file
            + "' names no format of a chart; accepted endings: .pdf, .eps, .svg, .png, .tif, .tiff");
  }

  /** The name of a file without the ending of this format. */
  String stem(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    String lower = name.toLowerCase(Locale.ROOT);
    String end = lower.endsWith(longEnding) ? longEnding : ending;
    return name.substring(0, name.length() - end.length());
  }
}
