package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Values that other programs computed; the column {@code call} names the call behind each. They are
 * in three files: tests and lines, breaks and joins, smoothed courses and changes.
 */
final class Golden {

  private static final List<NamedCsvRecord> INPUTS = read("trend_inputs.csv");

  private static final List<Value> ALL =
      Stream.of("trend_golden.csv", "breaks_golden.csv", "course_golden.csv")
          .flatMap(Golden::values)
          .toList();

  private Golden() {}

  /** A series and its name. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Series(String name, double[] x, double[] y) {
    double[] logY() {
      return Arrays.stream(y).map(Math::log).toArray();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A value, and whence it is. */
  record Value(
      String dataset, String method, String quantity, double value, String tool, String call) {

    Series series() {
      return Golden.series(dataset);
    }

    /** The relative tolerance is that of the program, not of ours. */
    void isMatchedBy(double actual, double relative) {
      assertThat(Math.abs(actual - value))
          .as("%s: %s is %s in %s, %s here", dataset, quantity, value, tool, actual)
          .isLessThanOrEqualTo(relative * Math.abs(value));
    }

    @Override
    public String toString() {
      return String.join(" ", dataset, tool, call, quantity);
    }
  }

  /** Values of other programs. */
  static Stream<Value> of(String... methods) {
    return ALL.stream().filter(value -> List.of(methods).contains(value.method()));
  }

  /** All values of other programs that there are. */
  static Stream<Value> all() {
    return ALL.stream();
  }

  /** Values computed in 60 digits by trend_exact.py. */
  static Stream<Value> exact(String... methods) {
    return values("trend_exact.csv", methods);
  }

  private static Stream<Value> values(String file, String... methods) {
    return values(file).filter(value -> List.of(methods).contains(value.method()));
  }

  private static Stream<Value> values(String file) {
    return read(file).stream()
        .map(
            row ->
                new Value(
                    row.getField("dataset"),
                    row.getField("method"),
                    row.getField("quantity"),
                    Double.parseDouble(row.getField("value")),
                    row.getField("tool"),
                    row.getField("call")));
  }

  static Series series(String dataset) {
    List<NamedCsvRecord> rows =
        INPUTS.stream().filter(row -> row.getField("dataset").equals(dataset)).toList();
    return new Series(
        dataset,
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("x"))).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("y"))).toArray());
  }

  static Stream<Series> allSeries() {
    return INPUTS.stream().map(row -> row.getField("dataset")).distinct().map(Golden::series);
  }

  private static List<NamedCsvRecord> read(String name) {
    InputStream bytes = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name);
    try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
