package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;

/** Values that other programs computed; README.md beside them names the call behind each. */
final class Golden {

  static final Map<String, HeterogeneityEstimator> METHODS =
      Map.of(
          "EE", HeterogeneityEstimator.EQUAL_EFFECTS,
          "DL", HeterogeneityEstimator.DERSIMONIAN_LAIRD,
          "REML", HeterogeneityEstimator.RESTRICTED_MAXIMUM_LIKELIHOOD,
          "PM", HeterogeneityEstimator.PAULE_MANDEL,
          "ML", HeterogeneityEstimator.MAXIMUM_LIKELIHOOD,
          "EB", HeterogeneityEstimator.EMPIRICAL_BAYES,
          "SJ", HeterogeneityEstimator.SIDIK_JONKMAN,
          "HE", HeterogeneityEstimator.HEDGES,
          "HS", HeterogeneityEstimator.HUNTER_SCHMIDT);

  static final Map<String, MeanTest> TESTS =
      Map.of(
          "z", MeanTest.NORMAL,
          "knha", MeanTest.KNAPP_HARTUNG,
          "adhoc", MeanTest.KNAPP_HARTUNG_TRUNCATED);

  private static final List<NamedCsvRecord> INPUTS = read("consensus_inputs.csv");

  private Golden() {}

  /** Values and their variances. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Data(String name, double[] y, double[] v) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A row of a golden file. */
  record Row(NamedCsvRecord cells) {

    Data data() {
      return Golden.data(cells.getField("dataset"));
    }

    String text(String column) {
      return cells.getField(column);
    }

    boolean isBlank(String column) {
      return text(column).isEmpty() || text(column).equals("NA");
    }

    int integer(String column) {
      return Integer.parseInt(text(column));
    }

    double number(String column) {
      String cell = text(column);
      return cell.equals("Inf")
          ? Double.POSITIVE_INFINITY
          : cell.equals("-Inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell);
    }

    void matches(String column, double actual, double relative) {
      matches(column, actual, relative, 0);
    }

    /** The absolute part is for numbers that are 0 up to the rounding of a scale. */
    void matches(String column, double actual, double relative, double absolute) {
      double expected = number(column);
      assertThat(Math.abs(actual - expected))
          .as("%s: %s is %s, %s here", this, column, expected, actual)
          .isLessThanOrEqualTo(relative * Math.abs(expected) + absolute);
    }

    void matches(String column, Outcome<Double> actual, double relative, double absolute) {
      if (isBlank(column)) {
        assertThat(actual.whyNot()).as("%s: %s", this, column).isPresent();
      } else {
        matches(column, actual.orElseThrow(), relative, absolute);
      }
    }

    HeterogeneityEstimator method() {
      return Objects.requireNonNull(METHODS.get(text("method")));
    }

    @Override
    public String toString() {
      return String.join(" ", cells.getFields().subList(0, 3));
    }
  }

  static Stream<Row> rows(String file) {
    return read(file).stream().map(Row::new);
  }

  static Data data(String name) {
    List<NamedCsvRecord> rows =
        INPUTS.stream().filter(row -> row.getField("dataset").equals(name)).toList();
    return new Data(
        name,
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("yi"))).toArray(),
        rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("vi"))).toArray());
  }

  static Stream<Data> allData() {
    return INPUTS.stream().map(row -> row.getField("dataset")).distinct().map(Golden::data);
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
