package org.crosstally.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crosstally.outcome.Outcome;
import org.crosstally.trend.ChangePoints.Penalty;
import org.crosstally.trend.StructuralBreaks.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks and change points against searches without shortcuts. */
class BreaksTest {

  private static final StructuralBreaks BREAKS = StructuralBreaks.withDefaults();

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  private static double[] noise(int seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] y = new double[n];
    Arrays.setAll(y, i -> Math.rint(random.nextDouble() * 20) / 2 + (i > n / 2 ? 3 : 0));
    return y;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void two_breaks_are_the_best_of_all_pairs(int seed) {
    double[] y = noise(seed, 16);
    double[] x = Samples.indices(16);
    for (Model model : Model.values()) {
      SegmentSums sums = new SegmentSums(x, y, model);
      double best = Double.POSITIVE_INFINITY;
      for (int a = 3; a <= 10; a++) {
        for (int b = a + 3; b <= 13; b++) {
          best = Math.min(best, sums.exactRss(0, a) + sums.exactRss(a, b) + sums.exactRss(b, 16));
        }
      }
      BreakModel two =
          BREAKS.with(model).withLeastLength(3).fit(x, y).orElseThrow().models().get(2);
      assertThat(two.squares()).isEqualTo(best, within(1e-10 * best));
    }
  }

  @Test
  void a_step_is_found_exactly_and_its_place_is_certain() {
    double[] y = new double[20];
    Arrays.setAll(y, i -> 1e9 + (i < 12 ? 0 : 1));
    StructuralBreaks.Result found = BREAKS.fit(Samples.indices(20), y).orElseThrow();
    assertThat(found.chosen()).isEqualTo(1);
    BreakModel.Break at = found.best().breaks().get(0);
    assertThat(at.last()).isEqualTo(12);
    assertThat(at.first()).isEqualTo(13);
    assertThat(at.interval().whyNot()).contains(TrendReason.EXACT_LINE);
  }

  @Test
  void intervals_end_at_the_data() {
    Golden.Series arrivals = Golden.series("arrivals");
    BreakModel.IndexInterval first =
        BREAKS
            .fit(arrivals.x(), arrivals.y())
            .orElseThrow()
            .best()
            .breaks()
            .get(0)
            .interval()
            .orElseThrow();
    assertThat(first.low()).isEqualTo(1);
    assertThat(first.reach()).isEqualTo(BreakModel.Reach.CLAMPED);
  }

  @Test
  void the_place_of_a_break_has_the_distribution_of_bai() {
    ArgmaxDistribution same = new ArgmaxDistribution(1, 1);
    assertThat(same.cumulative(0)).isEqualTo(0.5, within(1e-15));
    // Bai (1997) prints 7.7 and 11.0 for two-sided 0.90 and 0.95.
    assertThat(same.quantile(0.95)).isEqualTo(7.7, within(0.05));
    assertThat(same.quantile(0.975)).isEqualTo(11.0, within(0.05));
    assertThat(same.quantile(0.025)).isEqualTo(-same.quantile(0.975), within(1e-9));
    ArgmaxDistribution lopsided = new ArgmaxDistribution(2, 0.5);
    assertThat(lopsided.cumulative(-1e-9)).isEqualTo(lopsided.cumulative(1e-9), within(1e-4));
    assertThat(lopsided.cumulative(-400)).isLessThan(1e-12);
    assertThat(lopsided.cumulative(400)).isEqualTo(1, within(1e-12));
  }

  @Test
  void the_largest_f_has_the_tail_of_a_bessel_process() {
    for (int k = 1; k <= 2; k++) {
      double before = 1;
      for (double c = 1; c < 200; c *= 1.3) {
        double p = SupremumF.upper(c, k, 0.15);
        assertThat(p).isLessThan(before).isPositive();
        // No smaller than at one place.
        assertThat(p).isGreaterThan(Tails.chiSquareUpper(c, k));
        before = p;
      }
      // Far out, -ln of the chance to stay below is nu T + 2 Q with the series of nu and Q in 1/c:
      // (c/2)^(k/2) exp(-c/2) / Gamma(k/2) (T (1 - k/c) + 4/c), up to 1/c^2.
      double c = 400;
      double time = 2 * Math.log(0.85 / 0.15);
      double gamma = k == 1 ? Math.sqrt(Math.PI) : 1;
      double tail =
          Math.pow(c / 2, k / 2.0) * Math.exp(-c / 2) / gamma * (time * (1 - k / c) + 4 / c);
      assertThat(SupremumF.upper(c, k, 0.15)).isEqualTo(tail, within(3e-4 * tail));
    }
  }

  /** Between the steps, a path crosses the level as a Brownian bridge does. */
  @Test
  void the_largest_f_is_exceeded_as_often_as_simulated_paths_do() {
    SplittableRandom random = new SplittableRandom(12);
    double bound = 2;
    double time = 2 * Math.log(0.85 / 0.15);
    int steps = 400;
    double dt = time / steps;
    double keep = Math.exp(-dt / 2);
    double spread = Math.sqrt(1 - keep * keep);
    int paths = 20_000;
    double below = 0;
    for (int path = 0; path < paths; path++) {
      double y = random.nextGaussian();
      double stays = Math.abs(y) < bound ? 1 : 0;
      for (int i = 0; i < steps && stays > 0; i++) {
        double next = keep * y + spread * random.nextGaussian();
        stays *=
            Math.abs(next) >= bound
                ? 0
                : (1 - Math.exp(-2 * (bound - y) * (bound - next) / dt))
                    * (1 - Math.exp(-2 * (bound + y) * (bound + next) / dt));
        y = next;
      }
      below += stays;
    }
    // The error of the share is 0.0035.
    assertThat(SupremumF.upper(bound * bound, 1, 0.15)).isEqualTo(1 - below / paths, within(0.012));
  }

  @Test
  void sequential_tests_find_one_step_and_no_more() {
    double[] y = new double[60];
    double[] noise = noise(4, 60);
    Arrays.setAll(y, i -> (i < 25 ? 0 : 40) + noise[i] - (i > 30 ? 3 : 0));
    StructuralBreaks.Result found =
        BREAKS
            .with(StructuralBreaks.Criterion.SEQUENTIAL)
            .fit(Samples.indices(60), y)
            .orElseThrow();
    assertThat(found.chosen()).isEqualTo(1);
    assertThat(found.best().breaks().get(0).index()).isEqualTo(25);
    assertThat(
            BREAKS
                .with(StructuralBreaks.Criterion.LWZ)
                .fit(Samples.indices(60), y)
                .orElseThrow()
                .chosen())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void change_points_are_the_cheapest_of_all_segmentations(int seed) {
    double[] y = noise(seed, 12);
    for (ChangePoints.Model model : ChangePoints.Model.values()) {
      for (Penalty penalty : new Penalty[] {Penalty.AIC, Penalty.BIC, Penalty.MBIC}) {
        double[] values =
            model == ChangePoints.Model.POISSON ? Arrays.stream(y).map(Math::rint).toArray() : y;
        ChangePoints.Result found =
            ChangePoints.withDefaults()
                .with(model)
                .with(penalty)
                .with(ChangePoints.Noise.OF_VALUES)
                .fit(values)
                .orElseThrow();
        double total = found.cost() + found.each() * found.changes().size();
        double best = cheapest(values, model, penalty == Penalty.MBIC, found.each());
        assertThat(total).isEqualTo(best, within(1e-9 * Math.abs(best) + 1e-9));
      }
    }
  }

  /** The least cost over all sets of places, one bit for each. */
  private static double cheapest(
      double[] y, ChangePoints.Model model, boolean lengths, double each) {
    double mean = Arrays.stream(y).average().orElseThrow();
    double sigma =
        model == ChangePoints.Model.MEAN
            ? Math.sqrt(Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (y.length - 1))
            : 1;
    double[] sorted = Arrays.stream(y).distinct().sorted().toArray();
    double gap =
        IntStream.range(1, sorted.length)
            .mapToDouble(i -> sorted[i] - sorted[i - 1])
            .min()
            .orElseThrow();
    SegmentCost cost = new SegmentCost(y, model, sigma, gap * gap / 12, lengths);
    double best = Double.POSITIVE_INFINITY;
    for (int set = 0; set < 1 << (y.length - 1); set++) {
      double sum = each * Integer.bitCount(set);
      boolean fits = true;
      int from = 0;
      for (int to = 1; to <= y.length; to++) {
        if (to == y.length || (set >> (to - 1) & 1) == 1) {
          fits &= to - from >= cost.least();
          sum += cost.of(from, to);
          from = to;
        }
      }
      best = fits ? Math.min(best, sum) : best;
    }
    return best;
  }

  @Test
  void drawn_p_values_hold_at_few_points_where_the_limit_does_not() {
    StructuralBreaks line = BREAKS.with(Model.TREND).withDraws(999, 3);
    SplittableRandom random = new SplittableRandom(8);
    int byLimit = 0;
    int byDraws = 0;
    int byLimitOfSums = 0;
    int byDrawnSums = 0;
    for (int round = 0; round < 400; round++) {
      double[] y = new double[15];
      Arrays.setAll(y, i -> 5 - 2 * i + random.nextGaussian());
      BreakTests tests = line.fit(Samples.indices(15), y).orElseThrow().tests().orElseThrow();
      byLimit += tests.largestFP() < 0.05 ? 1 : 0;
      byLimitOfSums += tests.cusumP() < 0.05 ? 1 : 0;
      byDraws += tests.simulated().orElseThrow().largestFP() < 0.05 ? 1 : 0;
      byDrawnSums += tests.simulated().orElseThrow().cusumP() < 0.05 ? 1 : 0;
    }
    // Of 400 tests without a break, 20 should reject, with a standard error of 4.4.
    assertThat(byDraws).isBetween(7, 33);
    assertThat(byDrawnSums).isBetween(7, 33);
    assertThat(byLimit).isGreaterThan(40);
    assertThat(byLimitOfSums).isZero();
  }

  @Test
  void drawn_p_values_of_many_points_come_near_to_the_limits_and_are_seeded() {
    double[] y = noise(2, 300);
    Arrays.setAll(y, i -> y[i] - (i > 150 ? 2.6 : 0));
    StructuralBreaks mean = BREAKS.withDraws(1999, 3);
    BreakTests tests = mean.fit(Samples.indices(300), y).orElseThrow().tests().orElseThrow();
    BreakTests.Simulated drawn = tests.simulated().orElseThrow();
    assertThat(drawn.largestFP()).isEqualTo(tests.largestFP(), within(0.05));
    assertThat(drawn.cusumP()).isEqualTo(tests.cusumP(), within(0.05));
    assertThat(mean.fit(Samples.indices(300), y).orElseThrow().tests().orElseThrow())
        .isEqualTo(tests);
    assertThat(BREAKS.fit(Samples.indices(300), y).orElseThrow().tests().orElseThrow().simulated())
        .isEqualTo(Outcome.undetermined(TrendReason.NOT_ASKED_FOR));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_p_of_pettitt_is_the_share_of_all_orders(int seed) {
    double[] y = Arrays.copyOf(noise(seed, 7), 7);
    double[] ranks = Samples.midRanks(y);
    double k = largestSum(ranks);
    int[] counts = new int[2];
    orders(ranks, 0, k, counts);
    Pettitt.Result found = Pettitt.withDefaults().test(y).orElseThrow();
    assertThat(found.k()).isEqualTo(k);
    assertThat(found.basis()).isEqualTo(Pettitt.Basis.ALL_ORDERS);
    assertThat(found.p()).isEqualTo((double) counts[1] / counts[0], within(1e-14));
    assertThat(counts[0]).isEqualTo(5040);
  }

  private static double largestSum(double[] ranks) {
    double sum = 0;
    double largest = 0;
    for (int t = 1; t <= ranks.length; t++) {
      sum += ranks[t - 1];
      largest = Math.max(largest, Math.abs(2 * sum - t * (ranks.length + 1.0)));
    }
    return largest;
  }

  /** Goes through all orders, and counts them and those whose K is as large. */
  private static void orders(double[] ranks, int from, double k, int[] counts) {
    if (from == ranks.length) {
      counts[0]++;
      counts[1] += largestSum(ranks) >= k ? 1 : 0;
      return;
    }
    for (int i = from; i < ranks.length; i++) {
      double[] next = ranks.clone();
      next[from] = ranks[i];
      next[i] = ranks[from];
      orders(next, from + 1, k, counts);
    }
  }

  @Test
  void drawn_orders_come_near_to_all_orders_and_the_approximation_does_not() {
    double[] y = Golden.series("arrivals").y();
    Pettitt.Result all = Pettitt.withDefaults().test(y).orElseThrow();
    double drawn = RankPaths.drawn(Samples.midRanks(y), all.k(), 9999, 5);
    assertThat(drawn).isEqualTo(all.p(), within(4 * Math.sqrt(all.p() / 9999)));
    Pettitt.Result rough =
        Pettitt.withDefaults().with(Pettitt.Reference.APPROXIMATION).test(y).orElseThrow();
    assertThat(rough.p()).isGreaterThan(1.2 * all.p());
    // The smallest p there is: the upper half of 20 values first, or last.
    Pettitt.Result step = Pettitt.withDefaults().test(Samples.indices(20)).orElseThrow();
    assertThat(step.p()).isEqualTo(2 / 184756.0, within(1e-18));
    double[] longer = Golden.series("Nile").y();
    Pettitt.Result nile = Pettitt.withDefaults().test(longer).orElseThrow();
    assertThat(nile.basis()).isEqualTo(Pettitt.Basis.DRAWN_ORDERS);
    assertThat(nile.p()).isEqualTo(1e-4);
    assertThat(Pettitt.withDefaults().test(longer).orElseThrow()).isEqualTo(nile);
  }

  @Test
  void what_cannot_be_searched_says_why() {
    double[] x = {1, 2, 3, 4};
    assertThat(BREAKS.fit(new double[2], new double[2]).whyNot())
        .contains(TrendReason.TOO_FEW_POINTS);
    assertThat(BREAKS.fit(x, new double[4]).whyNot()).contains(TrendReason.CONSTANT_VALUES);
    assertThat(BREAKS.with(Model.TREND).fit(x, new double[] {1, 3, 2, 4}).whyNot())
        .contains(TrendReason.TOO_SHORT);
    ChangePoints changes = ChangePoints.withDefaults();
    assertThat(changes.fit(new double[] {1, 1, 1, 1, 5}).whyNot())
        .contains(TrendReason.ZERO_VARIANCE);
    assertThat(changes.with(ChangePoints.Model.POISSON).fit(new double[] {1, 2.5, 3}).whyNot())
        .contains(TrendReason.NOT_COUNTS);
    assertThat(Pettitt.withDefaults().test(new double[] {2, 2, 2}).whyNot())
        .contains(TrendReason.CONSTANT_VALUES);
  }
}
