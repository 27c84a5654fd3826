package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statistics of revisions as R gives them; revision_golden.R makes the files. */
class RevisionGoldenTest {
  /** R solves the normal equations by QR, we by centring: twelve digits of sixteen agree. */
  private static final double TOLERANCE = 1e-11;

  record Golden(String dataset, String quantity, double value, String call) {
    @Override
    public String toString() {
      return dataset + " " + quantity + ", " + call;
    }
  }

  static Stream<Golden> golden() {
    return read("revision_golden.csv").stream()
        .map(
            row ->
                new Golden(
                    row.getField("dataset"),
                    row.getField("quantity"),
                    Double.parseDouble(row.getField("value")),
                    row.getField("call")));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void the_statistics_are_those_of_r(Golden golden) {
    double actual =
        Objects.requireNonNull(named(golden.dataset()).get(golden.quantity()), golden.quantity())
            .asOptional()
            .orElseThrow();

    assertThat(Math.abs(actual - golden.value()))
        .as("%s is %s in R, %s here", golden, golden.value(), actual)
        .isLessThanOrEqualTo(TOLERANCE * Math.max(Math.abs(golden.value()), 1e-3));
  }

  private static double[] column(String dataset, String name) {
    return read("revision_inputs.csv").stream()
        .filter(row -> row.getField("dataset").equals(dataset))
        .mapToDouble(row -> Double.parseDouble(row.getField(name)))
        .toArray();
  }

  private static Map<String, Statistic> named(String dataset) {
    RevisionStatistics s =
        RevisionStatistics.of(column(dataset, "preliminary"), column(dataset, "later"));
    Map<String, Statistic> named = new HashMap<>();
    named.put("mean", s.size().mean());
    named.put("mean_absolute", s.size().meanAbsolute());
    named.put("root_mean_square", s.size().rootMeanSquare());
    named.put("standard_deviation", s.size().standardDeviation());
    named.put("relative_mean", s.size().relativeMean());
    named.put("relative_mean_absolute", s.size().relativeMeanAbsolute());
    named.put("quantile_0.05", s.size().percentile5());
    named.put("quantile_0.25", s.size().lowerQuartile());
    named.put("quantile_0.5", s.size().median());
    named.put("quantile_0.75", s.size().upperQuartile());
    named.put("quantile_0.95", s.size().percentile95());
    named.put("u1", s.inequality().u1());
    named.put("u2", s.inequality().u2());
    named.put("bias_share", s.inequality().biasShare());
    named.put("regression_share", s.inequality().regressionShare());
    named.put("disturbance_share", s.inequality().disturbanceShare());
    named.put("signs_of_change", s.signs().ofChange());
    named.put("signs_of_growth", s.signs().ofGrowth());
    named.put("bias_error", s.bias().error());
    named.put("bias_t", s.bias().t());
    named.put("bias_p", s.bias().p());
    regression("news", s.news(), named);
    regression("noise", s.noise(), named);
    return named;
  }

  private static void regression(
      String name, RevisionRegression line, Map<String, Statistic> named) {
    named.put(name + "_intercept", line.intercept());
    named.put(name + "_slope", line.slope());
    named.put(name + "_intercept_error", line.interceptError());
    named.put(name + "_slope_error", line.slopeError());
    named.put(name + "_r_squared", line.rSquared());
    named.put(name + "_wald", line.wald());
    named.put(name + "_p", line.p());
  }

  private static List<NamedCsvRecord> read(String name) {
    InputStream bytes =
        Objects.requireNonNull(RevisionGoldenTest.class.getResourceAsStream(name), name);
    try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
