package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Series that other programs computed; benchmarking.md beside them names the call behind each. */
final class GoldenSeries {

  private static final Map<String, double[]> INPUTS = inputs();

  private GoldenSeries() {}

  /** All values of one call. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Call(String source, String name, String method, double[] values) {

    /** The part of the method's name between colons. */
    String option(int at) {
      return method.split(":", -1)[at];
    }

    double[] input(String series) {
      return GoldenSeries.input(name, series);
    }

    /** Compares each value, relative to its size. */
    void matches(double[] actual, double tolerance) {
      assertThat(actual).as(toString()).hasSameSizeAs(values);
      for (int i = 0; i < values.length; i++) {
        assertThat(Math.abs(actual[i] - values[i]))
            .as("%s, value %d: %s for %s", this, i + 1, actual[i], values[i])
            .isLessThanOrEqualTo(tolerance * Math.abs(values[i]));
      }
    }

    @Override
    public String toString() {
      return source + " " + name + " " + method;
    }
  }

  static double[] input(String name, String series) {
    return Objects.requireNonNull(INPUTS.get(name + "," + series), series).clone();
  }

  /** The calls whose method starts in one way. */
  static Stream<Call> calls(String file, String prefix) {
    Map<List<String>, List<Double>> groups = new LinkedHashMap<>();
    for (NamedCsvRecord row : read(file)) {
      if (row.getField("method").startsWith(prefix)) {
        groups
            .computeIfAbsent(
                List.of(row.getField("source"), row.getField("case"), row.getField("method")),
                key -> new ArrayList<>())
            .add(Double.parseDouble(row.getField("value")));
      }
    }
    return groups.entrySet().stream()
        .map(
            e ->
                new Call(
                    e.getKey().get(0), e.getKey().get(1), e.getKey().get(2), array(e.getValue())));
  }

  private static double[] array(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Map<String, double[]> inputs() {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    calls("benchmarking_golden.csv", "input:")
        .forEach(
            call ->
                series.put(
                    call.name() + "," + call.option(1),
                    Arrays.stream(call.values()).boxed().toList()));
    for (NamedCsvRecord row : read("benchmarking_inputs.csv")) {
      series
          .computeIfAbsent(
              row.getField("case") + "," + row.getField("series"), k -> new ArrayList<>())
          .add(Double.parseDouble(row.getField("value")));
    }
    Map<String, double[]> arrays = new LinkedHashMap<>();
    series.forEach((key, list) -> arrays.put(key, array(list)));
    return arrays;
  }

  static List<NamedCsvRecord> read(String file) {
    try (Reader reader =
            new InputStreamReader(
                Objects.requireNonNull(GoldenSeries.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
