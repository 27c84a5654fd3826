package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.crosstally.trend.CountRegression.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each procedure on each series that breaks programs: a result of finite numbers, or why not. */
class HardSeriesTest {

  private interface Procedure {
    Outcome<?> on(double[] x, double[] y);
  }

  private static final Map<String, Procedure> PROCEDURES = procedures();

  private static final Map<String, Golden.Series> SERIES = series();

  private static Map<String, Procedure> procedures() {
    Map<String, Procedure> all = new LinkedHashMap<>();
    all.put("Mann-Kendall", MannKendall.withDefaults()::test);
    all.put("Hamed-Rao", CorrectedMannKendall.withDefaults()::test);
    all.put("pre-whitened", PrewhitenedMannKendall.withDefaults()::test);
    all.put("Theil-Sen", TheilSen.withDefaults()::fit);
    all.put("repeated median", RepeatedMedian.withDefaults()::fit);
    all.put("least squares", LeastSquares.withDefaults()::fit);
    all.put("residual tests", ResidualTests::of);
    all.put(
        "weighted line",
        (x, y) -> {
          double[] errors = new double[y.length];
          Arrays.fill(errors, 1);
          return WeightedLine.withDefaults().fit(x, y, errors);
        });
    all.put("AR(1) line", AutoregressiveLine.withDefaults()::fit);
    for (Family family : Family.values()) {
      all.put(family.name(), CountRegression.withDefaults().with(family)::fit);
    }
    all.put("breaks in mean", StructuralBreaks.withDefaults()::fit);
    all.put(
        "breaks in line",
        StructuralBreaks.withDefaults().with(StructuralBreaks.Model.TREND).withDraws(99, 1)::fit);
    all.put("change points", (x, y) -> ChangePoints.withDefaults().fit(y));
    all.put("Pettitt", (x, y) -> Pettitt.withDefaults().test(y));
    JoinPoints linear = JoinPoints.withDefaults().with(JoinPoints.Scale.LINEAR);
    all.put("join points", linear::fit);
    all.put("join points, log", JoinPoints.withDefaults()::fit);
    all.put("join range", (x, y) -> linear.ranges(x, y, 1));
    all.put("join test", (x, y) -> linear.withPermutations(99, 1).test(x, y, 0, 1));
    all.put("loess", Loess.withDefaults()::fit);
    all.put("Hodrick-Prescott", Whittaker.hodrickPrescott(100)::fit);
    all.put("parallel lines", (x, y) -> ParallelTrends.withDefaults().test(twice(x, y)));
    all.put(
        "parallel joins",
        (x, y) ->
            JoinComparability.withDefaults()
                .with(JoinPoints.Scale.LINEAR)
                .withPermutations(99, 1)
                .test(twice(x, y)));
    return all;
  }

  private static List<ParallelTrends.Series> twice(double[] x, double[] y) {
    ParallelTrends.Series one = new ParallelTrends.Series(x, y);
    return List.of(one, one);
  }

  private static Map<String, Golden.Series> series() {
    Map<String, Golden.Series> all = new LinkedHashMap<>();
    double[] rising = {3, 5, 4, 8, 7};
    for (int n = 0; n <= 5; n++) {
      put(all, "n = " + n, Arrays.copyOf(rising, n));
    }
    double[] constant = new double[12];
    Arrays.fill(constant, 7);
    put(all, "constant", constant);
    double[] line = new double[12];
    Arrays.setAll(line, i -> 1e9 + i);
    put(all, "1e9 + i", line);
    put(
        all,
        "1e9 + steps",
        RandomSeries.affine(new double[] {0, 1, 0, 2, 1, 2, 3, 2, 4, 3, 3, 5}, 1e9, 1));
    put(all, "huge", 3, 4, 3, 5, 4, 1e12, 5, 4, 6, 5, 7, 6);
    put(all, "ties", 1, 2, 1, 2, 2, 1, 2, 1, 1, 2, 1, 2);
    all.put(
        "equal times",
        new Golden.Series(
            "equal times",
            new double[] {1, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8, 8},
            new double[] {3, 5, 4, 6, 5, 8, 9, 7, 6, 4, 5, 3}));
    all.put(
        "gap",
        new Golden.Series(
            "gap",
            new double[] {1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14},
            new double[] {3, 5, 4, 6, 5, 8, 9, 7, 6, 4, 5, 3}));
    all.put("one time", new Golden.Series("one time", constant, line));
    return all;
  }

  private static void put(Map<String, Golden.Series> all, String name, double... y) {
    all.put(name, new Golden.Series(name, Samples.indices(y.length), y));
  }

  /** One row a procedure, one column a series: "." is a result, the rest is a reason. */
  private static final String EXPECTED =
      """
                        | n = 0 | n = 1 | n = 2 | n = 3 | n = 4 | n = 5 | constant | 1e9 + i | 1e9 + steps | huge | ties  | equal times | gap       | one time
      Mann-Kendall      | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      Hamed-Rao         | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | minus | tied        | .         | times
      pre-whitened      | few   | few   | few   | few   | .     | .     | const    | .       | .           | .    | .     | tied        | .         | times
      Theil-Sen         | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      repeated median   | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      least squares     | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      residual tests    | few   | few   | few   | .     | .     | .     | const    | line    | .           | .    | .     | .           | .         | times
      weighted line     | few   | few   | few   | .     | .     | .     | const    | line    | .           | .    | .     | .           | .         | times
      AR(1) line        | few   | few   | few   | few   | .     | .     | const    | line    | .           | .    | .     | tied        | root      | times
      POISSON           | few   | few   | few   | .     | .     | .     | .        | .       | .           | .    | .     | .           | .         | times
      QUASI_POISSON     | few   | few   | few   | .     | .     | .     | line     | line    | .           | .    | .     | .           | .         | times
      NEGATIVE_BINOMIAL | few   | few   | few   | even  | even  | even  | even     | even    | even        | .    | even  | even        | even      | times
      breaks in mean    | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      breaks in line    | few   | few   | few   | short | short | short | const    | .       | .           | .    | .     | .           | .         | times
      change points     | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | .
      Pettitt           | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | .
      join points       | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      join points, log  | few   | few   | few   | .     | .     | .     | const    | .       | .           | .    | .     | .           | .         | times
      join range        | few   | few   | few   | short | short | .     | const    | line    | .           | .    | .     | .           | .         | times
      join test         | few   | few   | few   | short | short | .     | const    | line    | .           | .    | .     | .           | .         | times
      loess             | few   | few   | few   | .     | .     | .     | .        | .       | .           | .    | .     | .           | .         | times
      Hodrick-Prescott  | few   | few   | few   | .     | .     | .     | .        | .       | .           | .    | .     | tied        | .         | tied
      parallel lines    | few   | few   | few   | .     | .     | .     | line     | line    | .           | .    | .     | .           | .         | times
      parallel joins    | short | short | short | short | short | .     | line     | line    | .           | .    | .     | .           | .         | short
      """;

  private static final Map<String, TrendReason> REASONS =
      Map.of(
          "few", TrendReason.TOO_FEW_POINTS,
          "const", TrendReason.CONSTANT_VALUES,
          "times", TrendReason.CONSTANT_TIMES,
          "tied", TrendReason.TIED_TIMES,
          "line", TrendReason.EXACT_LINE,
          "short", TrendReason.TOO_SHORT,
          "even", TrendReason.NO_OVERDISPERSION,
          "minus", TrendReason.NEGATIVE_VARIANCE,
          "root", TrendReason.UNIT_ROOT);

  static Stream<String> rows() {
    return EXPECTED.lines().skip(1);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyProcedureHasFiniteNumbersOrAReason(String row) {
    String[] cells = row.split("\\s*\\|\\s*");
    Procedure procedure = Objects.requireNonNull(PROCEDURES.get(cells[0]), cells[0]);
    List<String> series = List.copyOf(SERIES.keySet());
    assertThat(cells).hasSize(series.size() + 1);
    for (int c = 0; c < series.size(); c++) {
      Golden.Series hard = Objects.requireNonNull(SERIES.get(series.get(c)));
      Outcome<?> outcome = procedure.on(hard.x(), hard.y());
      String cell = cells[c + 1];
      Optional<TrendReason> expected = Optional.ofNullable(REASONS.get(cell));
      assertThat(expected.isEmpty()).as(cell).isEqualTo(cell.equals("."));
      assertThat(outcome.whyNot()).as(cells[0] + " on " + series.get(c)).isEqualTo(expected);
      outcome.asOptional().ifPresent(HardSeriesTest::isFinite);
    }
  }

  @Test
  void theTableHasEveryProcedureAndSeries() {
    assertThat(rows().map(row -> row.substring(0, row.indexOf('|')).strip()))
        .containsExactlyElementsOf(PROCEDURES.keySet());
    String[] head = EXPECTED.lines().findFirst().orElseThrow().split("\\s*\\|\\s*");
    assertThat(Arrays.asList(head).subList(1, head.length))
        .containsExactlyElementsOf(SERIES.keySet());
  }

  /** Goes through the components of records, lists and outcomes to the numbers in them. */
  private static void isFinite(Object value) {
    if (value instanceof Double number) {
      assertThat(number).isFinite();
    } else if (value instanceof Collection<?> many) {
      many.forEach(HardSeriesTest::isFinite);
    } else if (value instanceof Outcome<?> outcome) {
      outcome.asOptional().ifPresent(HardSeriesTest::isFinite);
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        try {
          isFinite(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new LinkageError(component.toString(), e);
        }
      }
    }
  }

  static Stream<String> names() {
    return PROCEDURES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMissingValueIsNoNumberToComputeWith(String name) {
    Procedure procedure = Objects.requireNonNull(PROCEDURES.get(name));
    double[] y = {1, 3, 2, Double.NaN, 5, 4, 6, 8};
    assertThatThrownBy(() -> procedure.on(Samples.indices(8), y))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLevelOfABillionTakesNoDigitsFromUnitSteps() {
    double[] steps = {0, 1, 0, 2, 1, 2, 3, 2, 4, 3, 3, 5};
    double[] x = Samples.indices(12);
    double[] large = RandomSeries.affine(steps, 1e9, 1);
    List<List<Evidence>> small = numbers(x, steps);
    List<List<Evidence>> big = numbers(x, large);
    for (int p = 0; p < small.size(); p++) {
      for (int r = 0; r < small.get(p).size(); r++) {
        Evidence one = small.get(p).get(r);
        if (!one.quantity().equals("intercept")) {
          assertThat(big.get(p).get(r).value())
              .as(one.toString())
              .isEqualTo(one.value(), within(1e-9 * Math.abs(one.value()) + 1e-12));
        }
      }
    }
  }

  private static List<List<Evidence>> numbers(double[] x, double[] y) {
    JoinPoints joins = JoinPoints.withDefaults().with(JoinPoints.Scale.LINEAR).withLargest(1);
    return List.of(
        MannKendall.withDefaults().test(x, y).orElseThrow().rows(),
        CorrectedMannKendall.withDefaults().test(x, y).orElseThrow().rows(),
        TheilSen.withDefaults().fit(x, y).orElseThrow().rows(),
        RepeatedMedian.withDefaults().fit(x, y).orElseThrow().rows(),
        LeastSquares.withDefaults().fit(x, y).orElseThrow().rows(),
        joins.fit(x, y).orElseThrow().models().get(1).rows(),
        StructuralBreaks.withDefaults().withDraws(99, 1).fit(x, y).orElseThrow().rows(),
        Pettitt.withDefaults().test(y).orElseThrow().rows());
  }
}
