package org.crosstally.io;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A flat file of figures as a large study would have it: a few hundred sources and places, monthly
 * and yearly periods, and values of which some are rounded, bounded or missing. The same number of
 * rows always gives the same file.
 */
public final class MillionFigures {
  private static final String HEADER =
      "id,source,origin,published,measure,place,period,value,unit,status\n";
  private static final String[] MEASURES = {"arrivals", "applications", "grants", "stock"};

  private MillionFigures() {}

  /**
   * Writes the file, unless it is there already.
   *
   * @param folder where it is put
   * @param rows the number of figures
   * @return the file
   */
  public static Path write(Path folder, int rows) throws IOException {
    Path file = folder.resolve("figures-" + rows + ".csv");
    if (Files.exists(file)) {
      return file;
    }
    Files.createDirectories(folder);
    Path beside = folder.resolve(file.getFileName() + ".tmp");
    try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
      out.write(HEADER);
      Random random = new Random(1);
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < rows; i++) {
        row.setLength(0);
        append(row, i, random);
        out.append(row);
      }
    }
    return Files.move(beside, file);
  }

  private static void append(StringBuilder row, int index, Random random) {
    int year = 1980 + random.nextInt(45);
    row.append('f').append(index);
    row.append(",source-").append(random.nextInt(200)).append(',');
    if (random.nextInt(3) > 0) {
      row.append("office-").append(random.nextInt(30));
    }
    row.append(',').append(year + 1).append('-').append(twoDigits(1 + random.nextInt(12)));
    row.append('-').append(twoDigits(1 + random.nextInt(28)));
    row.append(',').append(MEASURES[random.nextInt(MEASURES.length)]);
    row.append(",P").append(random.nextInt(150));
    row.append(',').append(year);
    if (random.nextInt(2) == 0) {
      row.append('-').append(twoDigits(1 + random.nextInt(12)));
    }
    row.append(',').append(value(random));
    row.append(",persons,").append(random.nextInt(10) == 0 ? "provisional" : "observed");
    row.append('\n');
  }

  private static String value(Random random) {
    int number = random.nextInt(1_000_000);
    return switch (random.nextInt(20)) {
      case 0 -> "~" + number / 100 * 100;
      case 1 -> "<" + number;
      case 2 -> "..";
      case 3 -> number / 10 + "." + number % 10;
      default -> String.valueOf(number);
    };
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }
}
