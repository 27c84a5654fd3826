package org.crosstally.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the tests of revisions reject what is true, at a level of 5 %: seeded simulations of
 * series as short as those of annual figures are. The standard error of a share of 0.05 in 4,000
 * worlds is 0.0034.
 */
class RevisionTestLevelsTest {
  private static final int WORLDS = 4000;
  private static final double LEVEL = 0.05;

  /**
   * The shares of the worlds in which a test rejects.
   *
   * @param bias of the bias test, where revisions have a mean of zero
   * @param news of the news test, where they have nothing to do with the preliminary figures
   * @param noise of the noise test, where they have nothing to do with the later figures
   * @param classicalT of the t test of the mean
   * @param classicalF of the F test of the news regression
   */
  private record Rejections(
      double bias, double news, double noise, double classicalT, double classicalF) {}

  private static double[] autoregression(int n, double coefficient, Random random) {
    double[] values = new double[n];
    double value = random.nextGaussian() / Math.sqrt(1 - coefficient * coefficient);
    for (int i = 0; i < n; i++) {
      values[i] = value;
      value = coefficient * value + random.nextGaussian();
    }
    return values;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  private static Rejections rejections(int n, double ofRevisions, double ofFigures) {
    Random random = new Random(12);
    double[] counts = new double[5];
    for (int world = 0; world < WORLDS; world++) {
      double[] figures =
          Arrays.stream(autoregression(n, ofFigures, random)).map(x -> 100 + 5 * x).toArray();
      double[] revisions = autoregression(n, ofRevisions, random);
      RevisionStatistics news = RevisionStatistics.of(figures, sum(figures, revisions));
      double[] errors = autoregression(n, ofRevisions, random);
      RevisionStatistics noise = RevisionStatistics.of(sum(figures, errors), figures);
      counts[0] += rejects(news, s -> p(s.bias().p()));
      counts[1] += rejects(news, s -> p(s.news().p()));
      counts[2] += rejects(noise, s -> p(s.noise().p()));
      counts[3] += classicalT(revisions) < LEVEL ? 1 : 0;
      counts[4] += classicalF(figures, revisions) < LEVEL ? 1 : 0;
    }
    double[] shares = Arrays.stream(counts).map(count -> count / WORLDS).toArray();
    return new Rejections(shares[0], shares[1], shares[2], shares[3], shares[4]);
  }

  private static double p(Statistic statistic) {
    return statistic.outcome().orElseThrow();
  }

  private static int rejects(
      RevisionStatistics statistics, ToDoubleFunction<RevisionStatistics> p) {
    return p.applyAsDouble(statistics) < LEVEL ? 1 : 0;
  }

  private static double classicalT(double[] r) {
    int n = r.length;
    double mean = Locations.mean(r);
    double squares = Arrays.stream(r).map(v -> (v - mean) * (v - mean)).sum();
    double t = mean / Math.sqrt(squares / (n - 1) / n);
    return 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(t));
  }

  private static double classicalF(double[] x, double[] r) {
    int n = r.length;
    double meanX = Locations.mean(x);
    double meanR = Locations.mean(r);
    double xx = 0;
    double xr = 0;
    double rr = 0;
    for (int i = 0; i < n; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xr += (x[i] - meanX) * (r[i] - meanR);
      rr += (r[i] - meanR) * (r[i] - meanR);
    }
    double residual = rr - xr * xr / xx;
    double explained = n * meanR * meanR + xr * xr / xx;
    double f = explained / 2 / (residual / (n - 2));
    return 1 - new FDistribution(null, 2, n - 2).cumulativeProbability(f);
  }

  @ParameterizedTest
  @CsvSource({"8, 0", "10, 0", "14, 0", "20, 0", "40, 0", "10, 0.9", "20, 0.9", "40, 0.9"})
  void the_tests_keep_their_level_on_independent_revisions_however_few(int n, double ofFigures) {
    Rejections r = rejections(n, 0, ofFigures);

    assertThat(r.bias()).as("bias, %s", r).isBetween(0.02, 0.06);
    assertThat(r.news()).as("news, %s", r).isBetween(0.015, 0.075);
    assertThat(r.noise()).as("noise, %s", r).isBetween(0.015, 0.075);
  }

  @ParameterizedTest
  @CsvSource({"10", "20", "40"})
  void revisions_that_follow_each_other_disturb_the_tests_little(int n) {
    Rejections r = rejections(n, 0.5, 0);

    assertThat(r.bias()).as("bias, %s", r).isLessThan(0.11);
    assertThat(r.news()).as("news, %s", r).isLessThan(0.11);
    assertThat(r.noise()).as("noise, %s", r).isLessThan(0.11);
    // Without the robust error they reject at least twice as often.
    assertThat(r.classicalT()).as("classical t, %s", r).isGreaterThan(2 * r.bias());
    assertThat(r.classicalF()).as("classical F, %s", r).isGreaterThan(2 * r.news());
  }

  @ParameterizedTest
  @CsvSource({"10", "20", "40"})
  void figures_that_follow_each_other_too_disturb_the_regressions_more(int n) {
    Rejections r = rejections(n, 0.5, 0.9);

    assertThat(r.news()).as("news, %s", r).isBetween(0.05, 0.17);
    assertThat(r.noise()).as("noise, %s", r).isBetween(0.05, 0.17);
    assertThat(r.classicalF()).as("classical F, %s", r).isGreaterThan(1.8 * r.news());
  }
}
