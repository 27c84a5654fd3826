package org.crosstally.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.crosstally.outcome.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RobustMeanTest {

  private static final double[] OUTLIER = {2914, 2927, 2929, 3500};

  static List<RobustMean> procedures() {
    return List.of(
        RobustMean.median(),
        RobustMean.hodgesLehmann(),
        RobustMean.huber(),
        RobustMean.huberProposal2(),
        RobustMean.biweight(),
        RobustMean.trimmed(0.25),
        RobustMean.winsorised(0.25));
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void anotherUnitAndOrderGiveTheSameLocation(RobustMean procedure) {
    Stream.concat(Golden.allData(), RandomData.of(40))
        .forEach(
            data -> {
              Outcome<RobustMean.Location> found = procedure.fit(data.y());
              Outcome<RobustMean.Location> other =
                  procedure.fit(RandomData.reversed(RandomData.affine(data.y(), 0, -1e-12)));
              assertThat(other.whyNot()).isEqualTo(found.whyNot());
              if (found.asOptional().isPresent()) {
                double expected = found.orElseThrow().estimate();
                double scale = Math.max(Math.abs(expected), found.orElseThrow().scale());
                assertThat(other.orElseThrow().estimate() * -1e12)
                    .as("%s of %s", procedure, data)
                    .isCloseTo(expected, within(1e-11 * scale));
              }
            });
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void aHugeOutlierMovesNothingFurther(RobustMean procedure) {
    double[] y = {1, 2, 3, 4, 5, 6, 7, 1e3};
    double near = procedure.fit(y).orElseThrow().estimate();
    y[7] = 1e30;
    assertThat(procedure.fit(y).orElseThrow().estimate()).isCloseTo(near, within(1e-9));
    assertThat(near).isBetween(3.0, 6.0);
  }

  @ParameterizedTest
  @MethodSource("procedures")
  void oneValueIsItself(RobustMean procedure) {
    Outcome<RobustMean.Location> found = procedure.fit(new double[] {2914});
    if (procedure instanceof RobustMean.Huber) {
      assertThat(found.whyNot()).contains(ConsensusReason.ZERO_SCALE);
    } else {
      assertThat(found.orElseThrow().estimate()).isEqualTo(2914);
      assertThat(found.orElseThrow().standardError().whyNot())
          .contains(ConsensusReason.TOO_FEW_VALUES);
    }
    assertThat(procedure.fit(new double[0]).whyNot()).contains(ConsensusReason.NO_VALUES);
  }

  @Test
  void hodgesLehmannIsTheMedianOfAllWalshAverages() {
    RandomData.of(60)
        .forEach(
            data -> {
              double[] y = data.y();
              double[] walsh = new double[y.length * (y.length + 1) / 2];
              int next = 0;
              for (int i = 0; i < y.length; i++) {
                for (int j = 0; j <= i; j++) {
                  walsh[next++] = (y[i] + y[j]) / 2;
                }
              }
              assertThat(RobustMean.hodgesLehmann().fit(y).orElseThrow().estimate())
                  .isCloseTo(Samples.median(walsh), within(1e-14 * Samples.max(walsh)));
            });
  }

  @Test
  void trimmedAndWinsorisedMeansAreThoseOfTheMiddle() {
    double[] y = {10, 1, 2, 3, 100};
    RobustMean.Location trimmed = RobustMean.trimmed(0.2).fit(y).orElseThrow();
    assertThat(trimmed.estimate()).isEqualTo(5);
    // R: psych::winsor.sd(y, 0.2) with these quantiles is sd(c(10, 2, 2, 3, 10)) = 4.219
    double s = Math.sqrt((2 * 3.4 * 3.4 + 2.4 * 2.4 + 2 * 4.6 * 4.6) / 4);
    assertThat(trimmed.standardError().orElseThrow())
        .isCloseTo(s / (0.6 * Math.sqrt(5)), within(1e-14));
    RobustMean.Location winsorised = RobustMean.winsorised(0.2).fit(y).orElseThrow();
    assertThat(winsorised.estimate()).isCloseTo(5.4, within(1e-14));
    assertThat(winsorised.standardError().orElseThrow())
        .isCloseTo(s * 4 / (2 * Math.sqrt(5)), within(1e-13));
  }

  @Test
  void proposal2SolvesItsEquationsWhereOthersStopEarly() {
    Golden.Data data = Golden.data("nicob.radiofrequency");
    RobustMean.Location found = RobustMean.huberProposal2().fit(data.y()).orElseThrow();
    double inside = 1 - 2 * Normal.upper(1.5);
    double beta = inside + 2.25 * (1 - inside) - 3 * Normal.density(1.5);
    double sum = 0;
    double squares = 0;
    for (double y : data.y()) {
      double u = (y - found.estimate()) / found.scale();
      double psi = Math.max(-1.5, Math.min(1.5, u));
      sum += psi;
      squares += psi * psi;
    }
    assertThat(sum).isCloseTo(0, within(1e-9));
    assertThat(squares).isCloseTo(7 * beta, within(1e-9));
  }

  @Test
  void halfOfTheValuesEqualLeaveNoScale() {
    double[] y = {5, 5, 5, 9};
    assertThat(RobustMean.huber().fit(y).whyNot()).contains(ConsensusReason.ZERO_SCALE);
    assertThat(RobustMean.biweight().fit(y).orElseThrow().estimate()).isEqualTo(5);
    assertThat(RobustMean.huberProposal2().fit(y).orElseThrow().scale()).isZero();
  }

  @Test
  void theWeightedMedianHasHalfOfTheWeightOnEitherSide() {
    WeightedMedian median = WeightedMedian.withDefaults();
    double[] v = {1, 1, 1, 1 / 10.0};
    assertThat(median.fit(OUTLIER, v).orElseThrow().estimate()).isEqualTo(3500);
    double[] thirds = {3, 3, 3, 1};
    assertThat(median.fit(OUTLIER, thirds).orElseThrow().estimate()).isEqualTo(3214.5);
  }

  @Test
  void theGraybillDealErrorAllowsForEstimatedVariances() {
    double[] y = {1, 3};
    double[] v = {1, 1};
    double[] degrees = {4, 4};
    GraybillDeal mean = GraybillDeal.withDefaults();
    // Each share is 1/2: 1 + 4 (2 x 1/4 x 1/4) = 3/2, over a sum of weights of 2.
    assertThat(mean.fit(y, v, degrees).orElseThrow().standardError())
        .isCloseTo(Math.sqrt(0.75), within(1e-15));
    assertThat(
            mean.with(GraybillDeal.ErrorRule.SINHA)
                .fit(y, v, degrees)
                .orElseThrow()
                .standardError())
        .isCloseTo(Math.sqrt((1 + 2.0 / 6) / 2), within(1e-15));
    assertThat(mean.fit(y, v, degrees).orElseThrow().estimate()).isEqualTo(2);
  }

  @Test
  void theLargestConsistentSubsetLeavesTheOutlierOut() {
    LargestConsistentSubset.Result found =
        LargestConsistentSubset.withDefaults()
            .fit(OUTLIER, new double[] {100, 100, 100, 100})
            .orElseThrow();
    assertThat(found.members()).containsExactly(0, 1, 2);
    assertThat(found.estimate()).isCloseTo(2923.3333333333335, within(1e-9));
  }

  @Test
  void theLargestConsistentSubsetIsThatOfAllSubsets() {
    RandomData.of(40)
        .forEach(
            data -> {
              LargestConsistentSubset search = LargestConsistentSubset.withDefaults();
              Outcome<LargestConsistentSubset.Result> found = search.fit(data.y(), data.v());
              int size = found.asOptional().map(subset -> subset.members().size()).orElse(1);
              assertThat(size).as(data.name()).isEqualTo(largest(data.y(), data.v()));
            });
  }

  private static int largest(double[] y, double[] v) {
    int best = 1;
    for (int set = 1; set < 1 << y.length; set++) {
      int bits = set;
      int[] members =
          java.util.stream.IntStream.range(0, y.length).filter(i -> (bits >> i & 1) == 1).toArray();
      double[] values = Arrays.stream(members).mapToDouble(i -> y[i]).toArray();
      double[] variances = Arrays.stream(members).mapToDouble(i -> v[i]).toArray();
      double q = new WeightSums(values, variances).qAt(0);
      if (members.length > best && Tails.chiSquaredUpper(q, members.length - 1) >= 0.05) {
        best = members.length;
      }
    }
    return best;
  }

  @Test
  void twoEquallyGoodSubsetsAreNamedAmbiguous() {
    double[] v = {1, 1, 1, 1};
    LargestConsistentSubset search = LargestConsistentSubset.withDefaults();
    assertThat(search.fit(new double[] {0, 1, 100, 101}, v).whyNot())
        .contains(ConsensusReason.AMBIGUOUS_SUBSET);
    assertThat(search.fit(new double[] {0, 100, 200, 300}, v).whyNot())
        .contains(ConsensusReason.NO_CONSISTENT_SUBSET);
  }

  @Test
  void theLinearPoolOfOneReportIsThatReport() {
    LinearPool pool = LinearPool.of(new double[] {10}, new double[] {4});
    assertThat(pool.mean()).isEqualTo(10);
    assertThat(pool.standardDeviation()).isEqualTo(2);
    assertThat(pool.quantile(0.975)).isCloseTo(10 + 2 * 1.9599639845400545, within(1e-12));
    ConfidenceInterval shortest = pool.shortestInterval(0.95);
    assertThat(shortest.low()).isCloseTo(10 - 2 * 1.9599639845400545, within(1e-6));
  }

  @Test
  void theLinearPoolIsAsWideAsItsReports() {
    LinearPool pool = LinearPool.of(new double[] {-5, 5}, new double[] {1, 1}, new double[] {3, 1});
    assertThat(pool.mean()).isCloseTo(-2.5, within(1e-15));
    assertThat(pool.standardDeviation())
        .isCloseTo(Math.sqrt(1 + 0.75 * 6.25 + 0.25 * 56.25), within(1e-13));
    for (double share : new double[] {1e-6, 0.2, 0.75, 0.999}) {
      assertThat(pool.probabilityUpTo(pool.quantile(share))).isCloseTo(share, within(1e-14));
    }
    // The shortest half lies within the heavier report.
    ConfidenceInterval half = pool.shortestInterval(0.5);
    assertThat(half.high() - half.low()).isCloseTo(2 * Normal.upperQuantile(1 / 6.0), within(1e-4));
  }

  @Test
  void invalidDataAreRefused() {
    assertThatThrownBy(() -> RobustMean.trimmed(0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RobustMean.median().fit(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinearPool.of(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
