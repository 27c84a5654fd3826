package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The simulation of coverage in full, as a main that prints its tables: {@code mvn -q -Pcoverage
 * test-compile exec:java}.
 */
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
    System.out.println();
    System.out.println(
        "| reports | k | sigma | bias | coverage | length | of middles: bias | coverage | length |");
    for (Kind kind : Kind.values()) {
      for (int k : new int[] {4, 6, 12, 25}) {
        for (double sigma : new double[] {0.2, 0.5, 1}) {
          print(kind, k, sigma, censored(kind, k, sigma, runs / 4));
        }
      }
    }
  }

  private static void print(Kind kind, int k, double sigma, Comparison found) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f | %+.3f | %.3f | %.2f | %+.3f | %.3f | %.2f |%n",
        kind.label,
        k,
        sigma,
        found.sets().bias(),
        found.sets().coverage(),
        found.sets().length(),
        found.middles().bias(),
        found.middles().coverage(),
        found.middles().length());
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

  /** What is reported of values around the truth. */
  enum Kind {
    /** Two exact ones, and then exact ones, ones rounded to a whole number, and bounds. */
    MIXED("exact, rounded, bounds", 5),
    /** Every other one rounded to a whole number, a third of the way from one to the next. */
    HALF_ROUNDED("every other one rounded", 5.3);

    final double truth;
    private final String label;

    Kind(String label, double truth) {
      this.label = label;
      this.truth = truth;
    }

    List<Report> reports(SplittableRandom random, int k, double sigma) {
      List<Report> reports = new ArrayList<>();
      for (int i = 0; i < k; i++) {
        double x = truth + sigma * RandomData.gaussian(random);
        reports.add(this == MIXED ? mixed(random, i, x, sigma) : halfRounded(i, x));
      }
      return reports;
    }

    private Report mixed(SplittableRandom random, int i, double x, double sigma) {
      // A bound that does not depend on the value, as a threshold of a form or a law does not.
      double bound = truth + 2 * sigma * random.nextDouble();
      return switch (i < 2 ? 0 : random.nextInt(3)) {
        case 0 -> Report.exact(x);
        case 1 -> Report.rounded(Math.rint(x), 1);
        default -> x >= bound ? Report.atLeast(bound) : Report.atMost(bound);
      };
    }

    private static Report halfRounded(int i, double x) {
      return i % 2 == 0 ? Report.exact(x) : Report.rounded(Math.rint(x), 1);
    }
  }

  /**
   * How intervals did.
   *
   * @param bias the mean error of the estimates
   * @param coverage the share of intervals that hold the truth
   * @param length the mean length of the intervals
   */
  record Performance(double bias, double coverage, double length) {}

  /** The censored likelihood, and the same with a point in place of each set. */
  record Comparison(Performance sets, Performance middles) {}

  static Comparison censored(Kind kind, int k, double sigma, int runs) {
    SplittableRandom random = new SplittableRandom(17L * k + Math.round(10 * sigma));
    double[] sums = new double[6];
    for (int run = 0; run < runs; run++) {
      List<Report> reports = kind.reports(random, k, sigma);
      List<Report> points = reports.stream().map(CoverageStudy::point).toList();
      add(sums, 0, kind.truth, CensoredMean.withDefaults().fit(reports).orElseThrow());
      add(sums, 3, kind.truth, CensoredMean.withDefaults().fit(points).orElseThrow());
    }
    return new Comparison(
        new Performance(sums[0] / runs, sums[1] / runs, sums[2] / runs),
        new Performance(sums[3] / runs, sums[4] / runs, sums[5] / runs));
  }

  private static Report point(Report report) {
    if (report.isTwoSided()) {
      return Report.exact((report.low() + report.high()) / 2);
    }
    return Report.exact(Double.isInfinite(report.low()) ? report.high() : report.low());
  }

  private static void add(double[] sums, int at, double truth, CensoredMean.Result found) {
    sums[at] += found.estimate() - truth;
    sums[at + 1] += found.interval().contains(truth) ? 1 : 0;
    sums[at + 2] += found.interval().high() - found.interval().low();
  }
}
