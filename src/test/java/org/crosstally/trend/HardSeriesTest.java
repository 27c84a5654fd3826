package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    put(all, "1e9 + steps", RandomSeries.affine(new double[] {0, 1, 0, 2, 1, 2, 3, 2, 4, 3, 3, 5}, 1e9, 1));
    put(all, "huge", 3, 4, 3, 5, 4, 1e12, 5, 4, 6, 5, 7, 6);
    put(all, "ties", 1, 2, 1, 2, 2, 1, 2, 1, 1, 2, 1, 2);
    all.put(
        "equal times",
        new Golden.Series(
            "equal times",
            new double[] {1, 1, 2, 3, 3, 3, 4, 5, 6, 7, 8, 8},
            new double[] {3, 5, 4, 6, 5, 8, 9, 7, 6, 4, 5, 3}));
    all.put("one time", new Golden.Series("one time", constant, line));
    return all;
  }

  private static void put(Map<String, Golden.Series> all, String name, double... y) {
    all.put(name, new Golden.Series(name, Samples.indices(y.length), y));
  }

  static Stream<String> names() {
    return PROCEDURES.keySet().stream();
  }

  @Test
  void print() {
    for (String name : PROCEDURES.keySet()) {
      StringBuilder row = new StringBuilder(name);
      SERIES.forEach(
          (key, s) ->
              row.append(" | ")
                  .append(
                      PROCEDURES
                          .get(name)
                          .on(s.x(), s.y())
                          .whyNot()
                          .map(Object::toString)
                          .orElse("OK")));
      System.out.println(row);
    }
  }
}
