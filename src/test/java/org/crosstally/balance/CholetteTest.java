package org.crosstally.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CholetteTest {

  /** January to October beside whole years, a quarter, and a year that is not binding. */
  private static List<Benchmark> spans(double[] s, Random random) {
    List<Benchmark> list = new ArrayList<>();
    int[][] spans = {{0, 12}, {12, 22}, {12, 24}, {15, 18}, {24, 36}};
    for (int[] span : spans) {
      double sum = Arrays.stream(s, span[0], span[1]).sum();
      list.add(
          new Benchmark(
              span[0], span[1], sum * (0.9 + 0.2 * random.nextDouble()), span[0] == 24 ? 0.3 : 0));
    }
    return list;
  }

  @Test
  void overlappingAndLooseBenchmarksGiveTheGeneralisedLeastSquaresEstimate() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      double[] s = random.doubles(40, 50, 150).toArray();
      double[] alterability = random.doubles(40, 0, 2).toArray();
      alterability[5] = 0;
      List<Benchmark> list = spans(s, random);
      double rho = 0.9;
      double lambda = 0.5;
      double[] found =
          Cholette.withDefaults()
              .withRho(rho)
              .withLambda(lambda)
              .benchmark(s, alterability, Benchmarks.of(list))
              .orElseThrow()
              .values();
      assertThat(found)
          .containsExactly(leastSquares(s, alterability, list, rho, lambda), within(1e-9));
      assertThat(found[5]).isEqualTo(s[5]);
      for (Benchmark b : list.subList(0, 4)) {
        assertThat(Arrays.stream(found, b.from(), b.to()).sum())
            .isCloseTo(b.total(), within(1e-10));
      }
    }
  }

  /** x = s + V J' (J V J' + W)^-1 (a - J s), as in the documentation of R's gseries. */
  private static double[] leastSquares(
      double[] s, double[] alterability, List<Benchmark> list, double rho, double lambda) {
    int n = s.length;
    RealMatrix v = MatrixUtils.createRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        v.setEntry(
            i,
            k,
            Math.sqrt(alterability[i] * alterability[k])
                * Math.pow(s[i] * s[k], lambda)
                * Math.pow(rho, Math.abs(i - k)));
      }
    }
    RealMatrix j = MatrixUtils.createRealMatrix(list.size(), n);
    RealMatrix w = MatrixUtils.createRealMatrix(list.size(), list.size());
    double[] rest = new double[list.size()];
    for (int i = 0; i < rest.length; i++) {
      Benchmark b = list.get(i);
      for (int t = b.from(); t < b.to(); t++) {
        j.setEntry(i, t, 1);
      }
      w.setEntry(i, i, b.alterability() * b.total());
      rest[i] = b.total() - Arrays.stream(s, b.from(), b.to()).sum();
    }
    RealMatrix jv = j.multiply(v);
    double[] change =
        jv.transpose()
            .multiply(MatrixUtils.inverse(jv.multiply(j.transpose()).add(w)))
            .operate(rest);
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      x[t] = s[t] + change[t];
    }
    return x;
  }

  @Test
  void prorataIsRhoZeroAndLambdaOneHalf() {
    double[] found =
        Cholette.withDefaults()
            .withRho(0)
            .withLambda(0.5)
            .benchmark(new double[] {1, 2, 3, 4}, Benchmarks.every(2, 6, 14))
            .orElseThrow()
            .values();
    assertThat(found).containsExactly(new double[] {2, 4, 6, 8}, within(1e-14));
  }

  @Test
  void beyondTheBenchmarksAdjustmentsDieOutToTheBias() {
    double[] s = new double[60];
    Arrays.fill(s, 10);
    Benchmarks years = Benchmarks.every(12, 150, 130);
    Cholette cholette = Cholette.withDefaults().withRho(0.8).withLambda(1);
    double[] alone = cholette.benchmark(s, years).orElseThrow().values();
    assertThat(alone[59]).isCloseTo(10, within(0.01));
    for (int t = 30; t < 40; t++) {
      assertThat((alone[t + 1] - 10) / (alone[t] - 10)).isCloseTo(0.8, within(1e-9));
    }
    double[] moved =
        cholette.with(Cholette.Bias.MULTIPLICATIVE).benchmark(s, years).orElseThrow().values();
    assertThat(moved[59]).isCloseTo(10 * 280.0 / 240, within(0.01));
    double[] added =
        cholette.with(Cholette.Bias.ADDITIVE).benchmark(s, years).orElseThrow().values();
    assertThat(added[59]).isCloseTo(10 + 40.0 / 24, within(0.01));
  }

  @Test
  void aZeroOfTheIndicatorStaysInProportionalModels() {
    double[] s = {0, 5, 5, 0, 4, 6};
    double[] found =
        Cholette.withDefaults().benchmark(s, Benchmarks.every(3, 12, 9)).orElseThrow().values();
    assertThat(found[0]).isZero();
    assertThat(found[3]).isZero();
    assertThat(found[1] + found[2]).isCloseTo(12, within(1e-12));
  }

  @Test
  void impossibleBenchmarksAreSaidToBe() {
    Cholette cholette = Cholette.withDefaults().withRho(0.9);
    double[] s = {1, 2, 3, 4, 5, 6};
    Benchmarks halves =
        Benchmarks.of(
            List.of(
                Benchmark.binding(0, 3, 7),
                Benchmark.binding(3, 6, 15),
                Benchmark.binding(0, 6, 23)));
    assertThat(cholette.benchmark(s, halves).whyNot())
        .contains(BenchmarkingReason.CONTRADICTORY_BENCHMARKS);
    double[] fixed = new double[6];
    assertThat(cholette.benchmark(s, fixed, Benchmarks.every(3, 7, 15)).whyNot())
        .contains(BenchmarkingReason.CONTRADICTORY_BENCHMARKS);
    assertThat(cholette.benchmark(s, fixed, Benchmarks.every(3, 6, 15)).orElseThrow().values())
        .containsExactly(s);
    assertThat(cholette.benchmark(s, Benchmarks.none()).whyNot())
        .contains(BenchmarkingReason.NO_BENCHMARKS);
    assertThat(
            cholette
                .with(Cholette.Bias.MULTIPLICATIVE)
                .benchmark(new double[] {1, -1}, Benchmarks.every(2, 3))
                .whyNot())
        .contains(BenchmarkingReason.ZERO_INDICATOR);
  }

  @Test
  void aRedundantTotalThatAgreesChangesNothing() {
    double[] s = new Random(1).doubles(24, 5, 15).toArray();
    List<Benchmark> years =
        List.of(Benchmark.binding(0, 12, 130), Benchmark.binding(12, 24, 120.3));
    List<Benchmark> more = new ArrayList<>(years);
    more.add(Benchmark.binding(0, 24, 250.3));
    for (double rho : new double[] {0, 0.7, 1}) {
      Cholette cholette = Cholette.withDefaults().withRho(rho);
      assertThat(cholette.benchmark(s, Benchmarks.of(more)).orElseThrow().values())
          .containsExactly(
              cholette.benchmark(s, Benchmarks.of(years)).orElseThrow().values(), within(1e-12));
    }
  }

  @Test
  void invalidArgumentsAreRefused() {
    Cholette cholette = Cholette.withDefaults();
    assertThatThrownBy(() -> cholette.withRho(1.1)).hasMessage("rho is 1.1: from 0 to 1");
    assertThatThrownBy(() -> cholette.withLambda(-1))
        .hasMessage("lambda is -1.0: a finite number from 0 on");
    assertThatThrownBy(() -> cholette.benchmark(new double[] {Double.NaN}, Benchmarks.none()))
        .hasMessage("indicator[0] is NaN: a finite number");
    Benchmarks loose = Benchmarks.of(List.of(new Benchmark(0, 2, 3, 1)));
    assertThatThrownBy(() -> cholette.benchmark(new double[2], loose))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alterability 1.0 of a benchmark: 0 for this procedure");
    assertThatThrownBy(() -> Benchmark.binding(3, 3, 1))
        .hasMessage("periods 3 to 3: a span from 0 on that is not empty");
  }
}
