package org.crosstally.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats that a chart can be saved in, by the ending of the file's name. */
enum ImageFormat {
  PDF(".pdf"),
  EPS(".eps"),
  SVG(".svg"),
  PNG(".png"),
  TIFF(".tif", ".tiff");

  /** A copy that cannot be changed. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> endings;

  ImageFormat(String... endings) {
    this.endings = List.of(endings);
  }

  static ImageFormat of(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (format.endings.stream().anyMatch(name::endsWith)) {
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
    String ending = endings.stream().filter(lower::endsWith).findFirst().orElse("");
    return name.substring(0, name.length() - ending.length());
  }
}
