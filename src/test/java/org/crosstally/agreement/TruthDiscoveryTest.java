package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.crosstally.agreement.Claims.Claim;
import org.crosstally.agreement.TruthDiscovery.Estimated;
import org.crosstally.agreement.TruthDiscovery.Method;
import org.crosstally.agreement.TruthDiscovery.NotEstimated;
import org.crosstally.agreement.TruthDiscovery.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which sources can be relied on. The golden values come from the formulas of the papers, computed
 * with numpy (population standard deviation; chi-square quantile at .025 with a floor of 1e-15 for
 * the sum of squares; alpha = beta = 10) until nothing moves.
 */
class TruthDiscoveryTest {
  private static final List<NamedCsvRecord> GOLDEN = read("truth_golden.csv");
  private static final Claims CLAIMS =
      Claims.of(
          read("truth_inputs.csv").stream()
              .map(
                  row ->
                      new Claim(
                          row.getField("object"),
                          row.getField("source"),
                          Double.parseDouble(row.getField("value"))))
              .toList());

  private static List<NamedCsvRecord> read(String file) {
    try (InputStream in =
            Objects.requireNonNull(TruthDiscoveryTest.class.getResourceAsStream(file));
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Estimated estimate(Method method, Claims claims) {
    return (Estimated) TruthDiscovery.by(method).estimate(claims);
  }

  private static double golden(String method, String kind, String index) {
    return GOLDEN.stream()
        .filter(row -> row.getField("method").equals(method))
        .filter(row -> row.getField("kind").equals(kind))
        .filter(row -> row.getField("index").equals(index))
        .mapToDouble(row -> Double.parseDouble(row.getField("value")))
        .findFirst()
        .orElseThrow();
  }

  private static double meanAbsoluteError(Estimated estimated) {
    return estimated.truths().stream()
        .mapToDouble(t -> Math.abs(t.value() - golden("truth", "truth", t.object())))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"MEAN", "MEDIAN", "CRH", "CATD", "GTM"})
  void the_published_methods_match_the_golden_values(Method method) {
    Estimated estimated = estimate(method, CLAIMS);

    assertThat(estimated.truths()).hasSize(40);
    for (Truth truth : estimated.truths()) {
      double expected = golden(method.code(), "truth", truth.object());
      assertThat(truth.value()).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }
    for (TruthDiscovery.Weight weight : estimated.weights()) {
      double expected = golden(method.code(), "weight", weight.source());
      assertThat(weight.value()).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
    }
  }

  @Test
  void variance_components_are_nearer_to_the_truth_than_all_of_them() {
    Map<Method, Double> errors = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      errors.put(method, meanAbsoluteError(estimate(method, CLAIMS)));
    }
    System.out.println("mean absolute errors on the golden set: " + errors);

    assertThat(errors.get(Method.VARIANCE_COMPONENTS)).isLessThan(1.348);
    assertThat(errors.get(Method.CATD)).isCloseTo(1.695, within(5e-4));
  }

  /**
   * Other worlds of the same kind: sources whose standard errors differ by a factor of five to two
   * hundred, few or many of them, of full or long-tailed coverage; in one of five, one claim in
   * twenty is wilder by a factor of eight.
   */
  @Test
  void on_two_hundred_other_worlds_variance_components_are_best_on_average() {
    Map<Method, Double> sums = new EnumMap<>(Method.class);
    for (int seed = 1; seed <= 200; seed++) {
      World world = World.of(seed);
      for (Method method : Method.values()) {
        sums.merge(method, world.error(estimate(method, world.claims())), Double::sum);
      }
    }
    sums.replaceAll((method, sum) -> sum / 200);
    System.out.println("mean errors on 200 worlds, in units of the best possible: " + sums);

    double best = Collections.min(sums.values());
    assertThat(sums.get(Method.VARIANCE_COMPONENTS)).isLessThanOrEqualTo(1.02 * best);
  }

  /** A world with known truths and precisions. */
  private record World(Claims claims, Map<String, Double> truths, double best) {
    static World of(int seed) {
      Random random = new Random(seed);
      int sources = 4 + random.nextInt(21);
      int objects = 10 + random.nextInt(111);
      double widest = Math.log(new double[] {5, 50, 200}[random.nextInt(3)]);
      double[] errors = random.doubles(sources).map(u -> Math.exp(u * widest)).toArray();
      double tail = 0.2 + 0.6 * random.nextDouble();
      List<Claim> claims = new ArrayList<>();
      Map<String, Double> truths = new java.util.HashMap<>();
      double best = 0;
      for (int j = 0; j < objects; j++) {
        double truth = 1000 + 50.0 * j;
        truths.put("" + j, truth);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < sources; i++) {
          double coverage = seed % 2 == 0 ? 1 / Math.pow(1 + i, tail) : 0.15 + 0.85 * i / sources;
          if (random.nextDouble() < coverage || i < 2) {
            double wild = seed % 5 == 0 && random.nextDouble() < 0.05 ? 8 : 1;
            double error = wild * errors[i] * random.nextGaussian();
            claims.add(new Claim("" + j, "" + i, truth + error));
            sum += error / (errors[i] * errors[i]);
            total += 1 / (errors[i] * errors[i]);
          }
        }
        best += Math.abs(sum / total) / objects;
      }
      return new World(Claims.of(claims), truths, best);
    }

    double error(Estimated estimated) {
      double sum = 0;
      for (Truth truth : estimated.truths()) {
        sum += Math.abs(truth.value() - truths.getOrDefault(truth.object(), 0.0));
      }
      return sum / truths.size() / best;
    }
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void the_order_of_the_claims_changes_nothing(Method method) {
    World world = World.of(3);
    List<Claim> claims = new ArrayList<>(listOf(world.claims(), x -> x));
    Collections.shuffle(claims, new Random(1));

    assertThat(estimate(method, Claims.of(claims))).isEqualTo(estimate(method, world.claims()));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void a_change_of_unit_and_a_shift_change_the_truths_alike(Method method) {
    World world = World.of(8);
    DoubleUnaryOperator change = x -> 1024 * x - 4096;
    Estimated plain = estimate(method, world.claims());
    Estimated changed = estimate(method, Claims.of(listOf(world.claims(), change)));

    for (int j = 0; j < plain.truths().size(); j++) {
      double expected = change.applyAsDouble(plain.truths().get(j).value());
      assertThat(changed.truths().get(j).value())
          .isCloseTo(expected, within(1e-7 * Math.abs(expected)));
    }
  }

  private static List<Claim> listOf(Claims claims, DoubleUnaryOperator change) {
    List<Claim> list = new ArrayList<>();
    for (int j = 0; j < claims.objects().size(); j++) {
      for (int k = 0; k < claims.valuesOf(j).length; k++) {
        list.add(
            new Claim(
                claims.objects().get(j),
                claims.sources().get(claims.sourcesOf(j)[k]),
                change.applyAsDouble(claims.valuesOf(j)[k])));
      }
    }
    return list;
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void one_claim_is_the_truth_and_equal_claims_are(Method method) {
    Claims one = Claims.of(List.of(new Claim("a", "s", 7)));
    Claims equal =
        Claims.of(
            List.of(
                new Claim("a", "s", 7),
                new Claim("a", "t", 7),
                new Claim("b", "s", 9),
                new Claim("b", "t", 9)));

    assertThat(estimate(method, one).truths()).extracting(Truth::value).containsExactly(7.0);
    assertThat(estimate(method, equal).truths()).extracting(Truth::value).containsExactly(7.0, 9.0);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void no_result_holds_an_infinity_where_one_source_is_exact(Method method) {
    Claims claims =
        Claims.of(
            List.of(
                new Claim("a", "s", 7),
                new Claim("a", "t", 7),
                new Claim("a", "u", 8),
                new Claim("b", "s", 9),
                new Claim("b", "t", 9),
                new Claim("c", "u", 3)));

    assertThat(estimate(method, claims).truths()).allMatch(t -> Double.isFinite(t.value()));
    assertThat(estimate(method, claims).weights()).allMatch(w -> Double.isFinite(w.value()));
  }

  @Test
  void without_claims_there_is_no_estimate() {
    assertThat(TruthDiscovery.by(Method.CRH).estimate(Claims.of(List.of())))
        .isEqualTo(new NotEstimated(Method.CRH, "there are no claims"));
  }

  @Test
  void a_source_states_one_number_about_an_object() {
    assertThatThrownBy(() -> Claims.of(List.of(new Claim("a", "s", 7), new Claim("a", "s", 8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("source 's' states two numbers about 'a': 7.0 and 8.0");
  }

  @Test
  void the_standard_error_of_a_truth_covers_it() {
    int covered = 0;
    int truths = 0;
    for (int seed = 1; seed <= 60; seed++) {
      World world = World.of(1000 + 5 * seed + 1);
      for (Truth truth : estimate(Method.VARIANCE_COMPONENTS, world.claims()).truths()) {
        double error = Math.abs(truth.value() - world.truths().getOrDefault(truth.object(), 0.0));
        covered += error <= 1.96 * truth.standardError().orElseThrow() ? 1 : 0;
        truths++;
      }
    }
    System.out.println("95 % intervals of the truths cover " + (double) covered / truths);

    // The variances are plugged in, so that a few per cent of coverage are lost.
    assertThat((double) covered / truths).isBetween(0.88, 0.98);
  }
}
