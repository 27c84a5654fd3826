package org.crosstally.agreement;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.crosstally.agreement.RevisionStatistics.BiasTest;
import org.crosstally.agreement.RevisionStatistics.Inequality;
import org.crosstally.agreement.RevisionStatistics.Signs;
import org.crosstally.agreement.RevisionStatistics.Size;

/** The arrays of one computation of revision statistics. */
final class RevisionPairs {
  private static final double ROUNDING = 16 * Math.ulp(1.0);

  private final double[] preliminary;
  private final double[] later;
  private final double[] revisions;
  private final int[] before;
  private final int n;

  /** Differences of figures up to this size may be of their rounding only. */
  private final double rounding;

  RevisionPairs(double[] preliminary, double[] later, int[] before) {
    this.preliminary = preliminary.clone();
    this.later = later.clone();
    this.before = before.clone();
    this.n = later.length;
    this.revisions = new double[n];
    Arrays.setAll(revisions, i -> later[i] - preliminary[i]);
    this.rounding = ROUNDING * Math.max(largest(preliminary), largest(later));
  }

  RevisionStatistics statistics() {
    return new RevisionStatistics(
        n,
        size(),
        inequality(),
        new Signs(signsOfChange(), signsOfGrowth()),
        bias(),
        RevisionRegression.fit(preliminary, revisions, rounding),
        RevisionRegression.fit(later, revisions, rounding));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private Size size() {
    double[] absolute = Arrays.stream(revisions).map(Math::abs).toArray();
    double total = Arrays.stream(later).map(Math::abs).sum();
    double[] sorted = revisions.clone();
    Arrays.sort(sorted);
    return new Size(
        described(Locations::mean, revisions),
        described(Locations::mean, absolute),
        described(RevisionPairs::rootMeanSquare, revisions),
        described(RevisionPairs::deviation, revisions),
        Fewest.TO_DESCRIBE.of(
            n, RevisionReason.LATER_ZERO, () -> Arrays.stream(revisions).sum() / total),
        Fewest.TO_DESCRIBE.of(
            n, RevisionReason.LATER_ZERO, () -> Arrays.stream(absolute).sum() / total),
        described(r -> r[0], sorted),
        quantile(sorted, 0.05),
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        quantile(sorted, 0.95),
        described(r -> r[n - 1], sorted));
  }

  private Statistic described(ToDoubleFunction<double[]> statistic, double[] values) {
    return Fewest.TO_DESCRIBE.of(n, () -> statistic.applyAsDouble(values));
  }

  private Statistic quantile(double[] sorted, double p) {
    Fewest fewest = Fewest.forQuantile(p);
    Fewest atLeast = fewest.count() > Fewest.TO_DESCRIBE.count() ? fewest : Fewest.TO_DESCRIBE;
    return atLeast.of(
        n,
        () -> {
          double position = (n + 1) * p;
          int below = Math.max(1, Math.min(n - 1, (int) Math.floor(position + 1e-9)));
          double part = Math.max(0, Math.min(1, position - below));
          return sorted[below - 1] + part * (sorted[below] - sorted[below - 1]);
        });
  }

  private static double rootMeanSquare(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum() / values.length);
  }

  private static double deviation(double[] values) {
    double mean = Locations.mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  private Inequality inequality() {
    double[] shares = n < Fewest.TO_DECOMPOSE.count() ? new double[3] : shares();
    return new Inequality(
        Fewest.TO_DESCRIBE.of(
            n,
            RevisionReason.ALL_ZERO,
            () ->
                rootMeanSquare(revisions) / (rootMeanSquare(preliminary) + rootMeanSquare(later))),
        againstNoChange(),
        Fewest.TO_DECOMPOSE.of(n, RevisionReason.NOT_REVISED, () -> shares[0]),
        Fewest.TO_DECOMPOSE.of(n, RevisionReason.NOT_REVISED, () -> shares[1]),
        Fewest.TO_DECOMPOSE.of(n, RevisionReason.NOT_REVISED, () -> shares[2]));
  }

  /**
   * The shares of bias, regression and disturbance, by the line through R over P, whose explained
   * part is {@code (s_P - r s_L)^2} and whose residual is {@code (1 - r^2) s_L^2}, without the
   * cancellation of these differences.
   */
  private double[] shares() {
    double meanP = Locations.mean(preliminary);
    double meanR = Locations.mean(revisions);
    double pp = 0;
    double pr = 0;
    for (int i = 0; i < n; i++) {
      pp += (preliminary[i] - meanP) * (preliminary[i] - meanP);
      pr += (preliminary[i] - meanP) * (revisions[i] - meanR);
    }
    double slope = Math.sqrt(pp / n) > rounding ? pr / pp : 0;
    double residual = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      double e = revisions[i] - meanR - slope * (preliminary[i] - meanP);
      residual += e * e;
      square += revisions[i] * revisions[i];
    }
    return new double[] {n * meanR * meanR / square, slope * pr / square, residual / square};
  }

  private Statistic againstNoChange() {
    int count = 0;
    double revised = 0;
    double changed = 0;
    for (int i = 0; i < n; i++) {
      if (before[i] >= 0) {
        double change = later[i] - later[before[i]];
        count++;
        revised += revisions[i] * revisions[i];
        changed += change * change;
      }
    }
    double ratio = Math.sqrt(revised / changed);
    return Fewest.TO_DESCRIBE.of(count, RevisionReason.NO_CHANGE, () -> ratio);
  }

  private Statistic signsOfChange() {
    int count = 0;
    int right = 0;
    for (int i = 0; i < n; i++) {
      if (before[i] >= 0) {
        count++;
        right += signOfChange(preliminary, i) == signOfChange(later, i) ? 1 : 0;
      }
    }
    return share(right, count);
  }

  private double signOfChange(double[] values, int i) {
    return Math.signum(values[i] - values[before[i]]);
  }

  private Statistic signsOfGrowth() {
    int count = 0;
    int right = 0;
    for (int i = 0; i < n; i++) {
      if (before[i] >= 0 && growsTwice(preliminary, i) && growsTwice(later, i)) {
        count++;
        right += signOfGrowthChange(preliminary, i) == signOfGrowthChange(later, i) ? 1 : 0;
      }
    }
    return share(right, count);
  }

  /** Whether two quotients of growth are defined and end at this position. */
  private boolean growsTwice(double[] values, int i) {
    int last = before[i];
    return before[last] >= 0 && values[last] > 0 && values[before[last]] > 0;
  }

  /** The sign of the difference of two quotients, without dividing. */
  private double signOfGrowthChange(double[] values, int i) {
    int last = before[i];
    return Math.signum(values[i] * values[before[last]] - values[last] * values[last]);
  }

  private static Statistic share(int right, int count) {
    return Fewest.TO_COUNT_SIGNS.of(count, () -> right / (double) count);
  }

  private BiasTest bias() {
    if (n < Fewest.TO_TEST_BIAS.count()) {
      Statistic few = Fewest.TO_TEST_BIAS.tooFew(n);
      return new BiasTest(few, few, few);
    }
    double mean = Locations.mean(revisions);
    double[] centred = Arrays.stream(revisions).map(r -> r - mean).toArray();
    double variance = NeweyWest.weighted(centred, centred) / n / (n - 1);
    if (largest(centred) <= rounding || !(variance > 0)) {
      Statistic no =
          Statistic.undetermined(
              largest(revisions) == 0 ? RevisionReason.NOT_REVISED : RevisionReason.EQUAL_REVISIONS,
              n);
      return new BiasTest(no, no, no);
    }
    double t = mean / Math.sqrt(variance);
    return new BiasTest(
        Statistic.of(Math.sqrt(variance), n),
        Statistic.of(t, n),
        Statistic.of(NeweyWest.p(t * t, 1, n), n));
  }
}
