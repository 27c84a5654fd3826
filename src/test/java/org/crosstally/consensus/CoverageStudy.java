package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The simulation of coverage in full, as a main that prints its tables. */
public final class CoverageStudy {

  private CoverageStudy() {}

  /**
   * Prints the tables.
   *
   * @param args the number of runs, 20,000 unless given
   */
  public static void main(String[] args) {
    int runs = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
    System.out.println("| k | tau2 | z | Knapp-Hartung | truncated |");
    for (int k : new int[] {2, 3, 5, 10, 20}) {
      for (double tau2 : new double[] {0, 0.3, 2}) {
        System.out.printf(Locale.ROOT, "| %d | %.1f |", k, tau2);
        for (MeanTest test : MeanTest.values()) {
          System.out.printf(Locale.ROOT, " %.4f |", randomEffects(k, tau2, test, runs));
        }
        System.out.println();
      }
    }
    System.out.println("| k | sigma | bias | coverage | bias of middles | coverage of middles |");
    for (int k : new int[] {4, 6, 12, 25}) {
      for (double sigma : new double[] {0.2, 0.5, 1}) {
        Comparison found = censored(k, sigma, runs / 10);
        System.out.printf(
            Locale.ROOT,
            "| %d | %.1f | %.4f | %.4f | %.4f | %.4f |%n",
            k,
            sigma,
            found.bias(),
            found.coverage(),
            found.biasOfMiddles(),
            found.coverageOfMiddles());
      }
    }
  }

  static double randomEffects(int k, double tau2, MeanTest test, int runs) {
    SplittableRandom random = new SplittableRandom(31L * k + Math.round(10 * tau2));
    RandomEffects procedure = RandomEffects.withDefaults().with(test);
    int covered = 0;
    double[] y = new double[k];
    double[] v = new double[k];
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < k; i++) {
        v[i] = 0.2 + 0.6 * random.nextDouble();
        y[i] = 7 + Math.sqrt(tau2 + v[i]) * RandomData.gaussian(random);
      }
      covered += procedure.fit(y, v).orElseThrow().interval().contains(7) ? 1 : 0;
    }
    return (double) covered / runs;
  }

  /** Exact, rounded and bounded reports of 5, on the natural scale. */
  static List<Report> reports(SplittableRandom random, int k, double sigma) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      double x = 5 + sigma * RandomData.gaussian(random);
      // A bound that does not depend on the value, as a threshold of a form or a law does not.
      double bound = 5 + 2 * sigma * random.nextDouble();
      reports.add(
          switch (i < 2 ? 0 : random.nextInt(3)) {
            case 0 -> Report.exact(x);
            case 1 -> Report.rounded(Math.rint(x), 1);
            default -> x >= bound ? Report.atLeast(bound) : Report.atMost(bound);
          });
    }
    return reports;
  }

  /** Bias and coverage of the censored likelihood, and with a point in place of each set. */
  record Comparison(double bias, double coverage, double biasOfMiddles, double coverageOfMiddles) {}

  static Comparison censored(int k, double sigma, int runs) {
    SplittableRandom random = new SplittableRandom(17L * k + Math.round(10 * sigma));
    double[] sums = new double[4];
    for (int run = 0; run < runs; run++) {
      List<Report> reports = reports(random, k, sigma);
      List<Report> points = reports.stream().map(CoverageStudy::point).toList();
      add(sums, 0, CensoredMean.withDefaults().fit(reports).orElseThrow());
      add(sums, 2, CensoredMean.withDefaults().fit(points).orElseThrow());
    }
    return new Comparison(sums[0] / runs, sums[1] / runs, sums[2] / runs, sums[3] / runs);
  }

  private static Report point(Report report) {
    if (report.isTwoSided()) {
      return Report.exact((report.low() + report.high()) / 2);
    }
    return Report.exact(Double.isInfinite(report.low()) ? report.high() : report.low());
  }

  private static void add(double[] sums, int at, CensoredMean.Result found) {
    sums[at] += found.estimate() - 5;
    sums[at + 1] += found.interval().contains(5) ? 1 : 0;
  }
}
