package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documented examples of R's gseries 3.0.2. */
class BalancingGoldenTest {

  /** The reference iterates to 1e-6; all its printed values are exact to more. */
  private static final double TOLERANCE = 1e-12;

  private static final List<NamedCsvRecord> ROWS = GoldenSeries.read("balancing_golden.csv");

  private static double[] column(String name, String series, String column) {
    return ROWS.stream()
        .filter(row -> row.getField("case").equals(name) && row.getField("series").equals(series))
        .mapToDouble(row -> Double.parseDouble(row.getField(column)))
        .toArray();
  }

  private static double[][] table(String name, String column, String... series) {
    return Arrays.stream(series).map(s -> column(name, s, column)).toArray(double[][]::new);
  }

  private static void matches(double[] actual, String name, String series) {
    double[] expected = column(name, series, "value");
    assertThat(actual).as(series).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("%s %s %d", name, series, i + 1)
          .isCloseTo(expected[i], within(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
    }
  }

  /** benchmarking(rho = .729, lambda = 0, biasOption = 3). */
  @Test
  void benchmarkingWithAnEstimatedBias() {
    double[] found =
        Cholette.withDefaults()
            .withRho(0.729)
            .withLambda(0)
            .with(Cholette.Bias.ADDITIVE)
            .benchmark(
                column("benchmarking.ex1", "value", "input"), Benchmarks.every(4, 10.3, 10.2))
            .orElseThrow()
            .values();
    matches(found, "benchmarking.ex1", "value");
  }

  /**
   * benchmarking(rho = .729, lambda = 1, biasOption = 1, var = "car_sales", "van_sales / alt_van").
   */
  @ParameterizedTest
  @CsvSource({"A/car_sales", "A/van_sales", "B/car_sales", "B/van_sales"})
  void benchmarkingWithFixedValues(String series) {
    double[] s = column("benchmarking.ex2", series, "input");
    double[] years =
        series.endsWith("car_sales")
            ? new double[] {10324, 10200, 10582, 11097, 11582, 11092}
            : new double[] {12000, 10400, 11550, 11400, 14500, 16000};
    double[] alterability = new double[s.length];
    Arrays.fill(alterability, 1);
    if (series.equals("A/van_sales")) {
      alterability[4] = 0;
      alterability[5] = 0;
    }
    BenchmarkedSeries found =
        Cholette.withDefaults()
            .withRho(0.729)
            .benchmark(s, alterability, Benchmarks.every(4, years))
            .orElseThrow();
    matches(found.values(), "benchmarking.ex2", series);
    assertThat(found.totals()).containsExactly(years, within(1e-10));
  }

  /** tsraking(data.frame(cars, vans, total), series, total1). */
  @Test
  void rakingInOneDimension() {
    double[] found = Raking.withDefaults().rake(new double[] {25, 5}, 40).orElseThrow();
    matches(new double[] {found[0]}, "tsraking.ex1", "cars");
    matches(new double[] {found[1]}, "tsraking.ex1", "vans");
  }

  /** tsraking(…, total1, total2, alterability_df = data.frame(vans_sask = 0)). */
  @Test
  void rakingInTwoDimensionsWithAFixedCell() {
    double[][] table = {{12, 14, 13}, {20, 20, 24}};
    double[][] alterability = {{1, 1, 1}, {1, 0, 1}};
    double[][] found =
        Raking.withDefaults()
            .rake(table, alterability, new double[] {40, 53}, new double[] {30, 31, 32})
            .orElseThrow();
    String[][] names = {
      {"cars_alb", "cars_sask", "cars_man"}, {"vans_alb", "vans_sask", "vans_man"}
    };
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        matches(new double[] {found[i][j]}, "tsraking.ex2", names[i][j]);
      }
    }
    assertThat(found[0][0] + found[1][0]).isCloseTo(30, within(1e-10));
    assertThat(found[1][0] + found[1][1] + found[1][2]).isCloseTo(53, within(1e-10));
  }

  /**
   * tsbalancing(EQ Revenues - Expenses - Profits, alter Profits = 0, lowerBd 0), period by period.
   */
  @ParameterizedTest
  @CsvSource({"tsbalancing.ex1, 1, 1", "tsbalancing.ex1b, 0.25, 0.125"})
  void balancingAnAccount(String name, double revenues, double expenses) {
    String[] series = {"Revenues", "Expenses", "Profits"};
    double[][] alterability = new double[3][5];
    Arrays.fill(alterability[0], 1);
    Arrays.fill(alterability[1], 1);
    alterability[0][1] = revenues;
    alterability[1][1] = expenses;
    double none = Double.NEGATIVE_INFINITY;
    SeriesBalancing.Result found =
        SeriesBalancing.withDefaults()
            .subjectTo(LinearConstraint.balanced("accounting rule", 1, -1, -1))
            .withLowerBounds(0, 0, none)
            .balance(table(name, "input", series), alterability)
            .orElseThrow();
    for (int k = 0; k < 3; k++) {
      matches(found.values(k), name, series[k]);
    }
    assertThat(found.binding()).isEmpty();
  }

  /** tsbalancing(…, temporal_grp_periodicity = 4, lower_bound = 0). */
  @Test
  void balancingWithInequalitiesAndAnnualTotals() {
    String name = "tsbalancing.ex2";
    String[] regions = {"West", "Centre", "East", "National"};
    String[] types = {"AllTypes", "Cars", "Trucks"};
    String[] series = new String[12];
    double[][] alterability = new double[12][5];
    for (int k = 0; k < 12; k++) {
      series[k] = regions[k % 4] + "_" + types[k / 4];
      Arrays.fill(alterability[k], k % 4 == 3 ? 0 : 1);
    }
    alterability[9][1] = 0;
    SeriesBalancing balancing = SeriesBalancing.withDefaults().withLowerBounds(0).keepingTotals(4);
    for (int type = 0; type < 3; type++) {
      double[] c = new double[12];
      Arrays.fill(c, 4 * type, 4 * type + 3, 1);
      c[4 * type + 3] = -1;
      balancing = balancing.subjectTo(LinearConstraint.balanced("National " + types[type], c));
    }
    for (int region = 0; region < 3; region++) {
      double[] c = new double[12];
      c[region] = -0.95;
      c[4 + region] = 1;
      c[8 + region] = 1;
      balancing = balancing.subjectTo(LinearConstraint.atMost(regions[region], 0, c));
    }
    double[][] y = table(name, "input", series);
    SeriesBalancing.Result found = balancing.balance(y, alterability).orElseThrow();
    for (int k = 0; k < 12; k++) {
      matches(found.values(k), name, series[k]);
      assertThat(Arrays.stream(found.values(k), 0, 4).sum())
          .isCloseTo(Arrays.stream(y[k], 0, 4).sum(), within(1e-10));
    }
    assertThat(found.binding())
        .containsExactly(
            new SeriesBalancing.Binding("West", 2), new SeriesBalancing.Binding("Centre", 1));
    for (SeriesBalancing.Binding binding : found.binding()) {
      int region = List.of(regions).indexOf(binding.constraint());
      int t = binding.period();
      assertThat(found.values(4 + region)[t] + found.values(8 + region)[t])
          .isCloseTo(0.95 * found.values(region)[t], within(1e-10));
    }
  }

  /**
   * The third documented example of tsbalancing, printed to seven digits: one-dimensional raking
   * with annual totals, from the second quarter of 2019.
   */
  @Test
  void balancingFromTheMiddleOfAYear() {
    double[][] y = {
      {14, 17, 14, 20, 16, 14, 19, 16},
      {18, 14, 19, 18, 16, 15, 20, 15},
      {14, 16, 18, 12, 19, 16, 14, 19},
      {58, 44, 58, 53, 44, 50, 52, 51}
    };
    double[][] printed = {
      {17.65217, 15.91489, 15.92157, 21.15283, 13.74700, 15.50782, 18.59234, 16.32000},
      {22.69565, 13.10638, 21.60784, 19.04513, 13.75373, 16.62184, 19.57931, 15.30000},
      {17.65217, 14.97872, 20.47059, 12.80204, 16.49927, 17.87034, 13.82835, 19.38000},
      y[3]
    };
    SeriesBalancing.Result found =
        SeriesBalancing.withDefaults()
            .subjectTo(LinearConstraint.balanced("cars", 1, 1, 1, -1))
            .keepingTotals(4, 3)
            .balance(y, 1, 1, 1, 0)
            .orElseThrow();
    for (int k = 0; k < 4; k++) {
      assertThat(found.values(k)).containsExactly(printed[k], within(5.1e-6));
    }
  }
}
