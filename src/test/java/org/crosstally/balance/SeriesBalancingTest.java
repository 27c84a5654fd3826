package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesBalancingTest {

  @Test
  void partsInProportionAndEvenly() {
    Raking raking = Raking.withDefaults();
    assertThat(raking.rake(new double[] {1, 3}, 8).orElseThrow())
        .containsExactly(new double[] {2, 6}, within(1e-15));
    assertThat(raking.rake(new double[] {1, 3}, new double[] {1, 1.0 / 3}, 8).orElseThrow())
        .containsExactly(new double[] {3, 5}, within(1e-15));
    assertThat(raking.rake(new double[] {2, -2}, 1).orElseThrow())
        .containsExactly(new double[] {2.5, -1.5}, within(1e-15));
    // Parts and total share the discrepancy of 4 as 1 : 3 : 8.
    assertThat(raking.withTotalAlterability(1).rake(new double[] {1, 3}, 8).orElseThrow())
        .containsExactly(new double[] {1 + 4.0 / 12, 3 + 12.0 / 12}, within(1e-14));
    assertThat(raking.rake(new double[] {1, 3}, new double[] {0, 0}, 8).whyNot())
        .contains(BenchmarkingReason.INFEASIBLE);
    assertThat(raking.rake(new double[] {0, 4}, 8).orElseThrow())
        .containsExactly(new double[] {0, 8}, within(1e-15));
  }

  @Test
  void tablesMeetTheirMargins() {
    Random random = new Random(5);
    double[][] table = new double[12][];
    double[] rows = new double[12];
    double[] columns = new double[9];
    for (int i = 0; i < 12; i++) {
      table[i] = random.doubles(9, 0, 100).toArray();
      table[i][random.nextInt(9)] = 0;
      double[] truth = random.doubles(9, 0, 100).toArray();
      rows[i] = Arrays.stream(truth).sum();
      for (int j = 0; j < 9; j++) {
        columns[j] += truth[j];
      }
    }
    double[][] found = Raking.withDefaults().rake(table, rows, columns).orElseThrow();
    for (int i = 0; i < 12; i++) {
      assertThat(Arrays.stream(found[i]).sum()).isCloseTo(rows[i], within(1e-10));
    }
    for (int j = 0; j < 9; j++) {
      int column = j;
      assertThat(Arrays.stream(found).mapToDouble(row -> row[column]).sum())
          .isCloseTo(columns[j], within(1e-10));
    }
    // At the minimum (x - y)/y is the sum of one number for the row and one for the column.
    double[][] change = new double[12][9];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 9; j++) {
        change[i][j] = table[i][j] == 0 ? Double.NaN : found[i][j] / table[i][j] - 1;
        assertThat(table[i][j] == 0 ? found[i][j] : 0).isZero();
      }
    }
    for (int i = 1; i < 12; i++) {
      for (int j = 1; j < 9; j++) {
        double twist = change[i][j] - change[i - 1][j] - change[i][j - 1] + change[i - 1][j - 1];
        assertThat(Double.isNaN(twist) ? 0 : twist).isCloseTo(0, within(1e-10));
      }
    }
    columns[0] += 1;
    assertThat(Raking.withDefaults().rake(table, rows, columns).whyNot())
        .contains(BenchmarkingReason.TOTALS_DISAGREE);
  }

  @Test
  void boundsThatBindAreNamedAndImpossibleOnesSaidToBe() {
    SeriesBalancing balancing =
        SeriesBalancing.withDefaults().subjectTo(LinearConstraint.balanced("sum", 1, 1, -1));
    double[][] y = {{2, 30}, {10, 10}, {4, 50}};
    SeriesBalancing.Result found =
        balancing
            .withLowerBounds(1, 0, 0)
            .withUpperBounds(33, 99, 99)
            .balance(y, 1, 1, 0)
            .orElseThrow();
    assertThat(found.values(0)).containsExactly(new double[] {1, 33}, within(1e-12));
    assertThat(found.values(1)).containsExactly(new double[] {3, 17}, within(1e-12));
    assertThat(found.binding())
        .containsExactly(
            new SeriesBalancing.Binding("lower bound of series 0", 0),
            new SeriesBalancing.Binding("upper bound of series 0", 1));
    assertThat(balancing.withLowerBounds(3).balance(y, 1, 1, 0).whyNot())
        .contains(BenchmarkingReason.INFEASIBLE);
    assertThat(balancing.balance(new double[][] {{1}, {2}, {4}}, 0, 0, 0).whyNot())
        .contains(BenchmarkingReason.INFEASIBLE);
  }

  @Test
  void looseTotalsAreCompromises() {
    double[][] y = {{10, 10}, {10, 10}};
    SeriesBalancing sums =
        SeriesBalancing.withDefaults()
            .subjectTo(LinearConstraint.equalTo("sum", 26, 1, 1))
            .keepingTotals(2);
    assertThat(sums.balance(y, 1, 1).whyNot()).contains(BenchmarkingReason.INFEASIBLE);
    SeriesBalancing.Result found = sums.withTotalAlterability(0.5).balance(y, 1, 1).orElseThrow();
    for (int k = 0; k < 2; k++) {
      assertThat(found.values(k)).containsExactly(new double[] {13, 13}, within(1e-12));
    }
  }

  @Test
  void incompleteGroupsAreBalancedPeriodByPeriod() {
    double[][] y = {{1, 2, 3, 4, 5}, {2, 2, 2, 2, 2}, {4, 5, 4, 6, 7}};
    SeriesBalancing.Result found =
        SeriesBalancing.withDefaults()
            .subjectTo(LinearConstraint.balanced("sum", 1, 1, -1))
            .keepingTotals(2, 1)
            .balance(y, 1, 1, 1)
            .orElseThrow();
    for (int t = 0; t < 5; t++) {
      assertThat(found.values(0)[t] + found.values(1)[t] - found.values(2)[t])
          .isCloseTo(0, within(1e-12));
    }
    assertThat(found.values(0)[1] + found.values(0)[2]).isCloseTo(5, within(1e-12));
    assertThat(found.values(0)[3] + found.values(0)[4]).isCloseTo(9, within(1e-12));
    assertThat(found.values(0)[0]).isCloseTo(1 + 1.0 / 7, within(1e-12));
    // 9 + 4 is not 14: no values keep all three totals of the last group.
    double[][] off = {{1, 2, 3, 4, 5}, {2, 2, 2, 2, 2}, {4, 5, 4, 6, 8}};
    assertThat(
            SeriesBalancing.withDefaults()
                .subjectTo(LinearConstraint.balanced("sum", 1, 1, -1))
                .keepingTotals(2, 1)
                .balance(off, 1, 1, 1)
                .whyNot())
        .contains(BenchmarkingReason.INFEASIBLE);
  }

  @Test
  void systemsMeetAllTheirSums() {
    Random random = new Random(6);
    int n = 36;
    double[][] truth = {
      random.doubles(n, 5, 15).toArray(),
      random.doubles(n, 5, 15).toArray(),
      random.doubles(n, 5, 15).toArray()
    };
    double[][] s = new double[3][n];
    double[] sums = new double[n];
    double[] difference = new double[n];
    for (int t = 0; t < n; t++) {
      for (int k = 0; k < 3; k++) {
        s[k][t] = truth[k][t] * (0.8 + 0.4 * random.nextDouble());
        sums[t] += truth[k][t];
      }
      difference[t] = truth[0][t] - truth[1][t];
    }
    List<Benchmarks> years =
        List.of(
            Benchmarks.every(12, years(truth[0])),
            Benchmarks.none(),
            Benchmarks.every(12, years(truth[2])));
    List<MultivariateCholette.WeightedSum> known =
        List.of(
            MultivariateCholette.WeightedSum.of(sums, 1, 1, 1),
            MultivariateCholette.WeightedSum.of(difference, 1, -1, 0));
    for (double rho : new double[] {0.5, 1}) {
      MultivariateCholette.Result found =
          MultivariateCholette.withDefaults().withRho(rho).benchmark(s, years, known).orElseThrow();
      assertThat(years(found.values(0))).containsExactly(years(truth[0]), within(1e-10));
      assertThat(years(found.values(2))).containsExactly(years(truth[2]), within(1e-10));
      for (int t = 0; t < n; t++) {
        assertThat(found.values(0)[t] + found.values(1)[t] + found.values(2)[t])
            .isCloseTo(sums[t], within(1e-10));
        assertThat(found.values(0)[t] - found.values(1)[t]).isCloseTo(difference[t], within(1e-10));
      }
    }
    sums[3] += 1;
    List<MultivariateCholette.WeightedSum> wrong =
        List.of(MultivariateCholette.WeightedSum.of(sums, 1, 1, 1));
    List<Benchmarks> all = Arrays.stream(truth).map(v -> Benchmarks.every(12, years(v))).toList();
    assertThat(MultivariateCholette.withDefaults().benchmark(s, all, wrong).whyNot())
        .contains(BenchmarkingReason.CONTRADICTORY_BENCHMARKS);
    assertThat(
            MultivariateCholette.withDefaults()
                .benchmark(
                    s, List.of(years.get(0), Benchmarks.none(), Benchmarks.none()), List.of())
                .whyNot())
        .contains(BenchmarkingReason.TOO_FEW_BENCHMARKS);
  }

  private static double[] years(double[] months) {
    double[] years = new double[months.length / 12];
    for (int t = 0; t < 12 * years.length; t++) {
      years[t / 12] += months[t];
    }
    return years;
  }

  @Test
  void oneSeriesOfASystemIsTheUnivariateMethod() {
    Random random = new Random(7);
    double[] s = random.doubles(30, 5, 15).toArray();
    Benchmarks years = Benchmarks.every(12, 130, 110);
    for (double rho : new double[] {0, 0.7, 1}) {
      double[] alone =
          Cholette.withDefaults().withRho(rho).benchmark(s, years).orElseThrow().values();
      double[] found =
          MultivariateCholette.withDefaults()
              .withRho(rho)
              .benchmark(new double[][] {s}, List.of(years), List.of())
              .orElseThrow()
              .values(0);
      assertThat(found).containsExactly(alone, within(1e-12));
    }
  }

  @Test
  void invalidArgumentsAreRefused() {
    SeriesBalancing balancing =
        SeriesBalancing.withDefaults().subjectTo(LinearConstraint.balanced("sum", 1, -1));
    assertThatThrownBy(() -> balancing.balance(new double[][] {{1}, {2}, {3}}, 1, 1, 1))
        .hasMessage("coefficients has 2 values instead of 3");
    assertThatThrownBy(() -> balancing.balance(new double[][] {{1}, {2}}, 1, -1))
        .hasMessage("alterability[0] is -1.0: a finite number from 0 on");
    assertThatThrownBy(() -> balancing.withLowerBounds(Double.NaN))
        .hasMessage("a bound is NaN: a number, or an infinity for none");
    assertThatThrownBy(() -> balancing.keepingTotals(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> balancing.balance(new double[][] {{1}, {2, 3}}, 1, 1))
        .hasMessage("series[1] has 2 values instead of 1");
  }
}
