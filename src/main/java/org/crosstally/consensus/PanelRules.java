package org.crosstally.consensus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crosstally.outcome.Outcome;

/** The rules by which a panel recommends a method. */
final class PanelRules {

  private static final int MANY = 10;
  private static final int FEWEST_FOR_OUTLIER = 4;
  private static final double FAR_IN_MAD = 6;
  private static final double FAR_IN_SIGMA = 3.5;
  private static final double LOG_SPAN = 3;

  private final List<Report> reports;
  private final List<ConsensusPanel.Row> rows;
  private final double[] y;
  private final double[] v;

  PanelRules(List<Report> reports, List<ConsensusPanel.Row> rows) {
    this.reports = reports;
    this.rows = rows;
    this.y = reports.stream().mapToDouble(Report::low).toArray();
    this.v = reports.stream().mapToDouble(Report::variance).toArray();
  }

  static boolean allAboveZero(List<Report> reports) {
    return reports.stream()
        .allMatch(
            report ->
                report.isTwoSided()
                    ? report.low() > 0
                    : Double.isInfinite(report.low()) ? report.high() > 0 : report.low() > 0);
  }

  Outcome<ConsensusPanel.Recommendation> recommend() {
    int k = reports.size();
    if (k == 0) {
      return Outcome.undetermined(ConsensusReason.NO_VALUES);
    }
    if (!reports.stream().allMatch(Report::isExact)) {
      return censored();
    }
    boolean weighted = reports.stream().allMatch(report -> report.variance() > 0);
    if (k == 1) {
      return because(
          weighted ? PanelMethod.EQUAL_EFFECTS : PanelMethod.MEAN,
          "There is one report, and it stands for itself.");
    }
    int outlier = k < FEWEST_FOR_OUTLIER ? -1 : outlier();
    if (outlier >= 0) {
      return withoutOutlier(outlier);
    }
    if (k >= MANY && Math.abs(skewness()) > 2 * skewnessError(k)) {
      return because(
          PanelMethod.MEDIAN,
          "The %d values are skewed (skewness %s, more than twice its error), and the median does"
              + " not follow the longer side.",
          k,
          number(skewness()));
    }
    return weighted ? byAgreement(k) : alike();
  }

  private Outcome<ConsensusPanel.Recommendation> withoutOutlier(int outlier) {
    PanelMethod method = y.length < MANY ? PanelMethod.MEDIAN : PanelMethod.BIWEIGHT;
    double median = Samples.median(y);
    if (Samples.mad(y) == 0) {
      return because(
          method,
          "The value %s lies apart from the %d of %d values that agree on %s, and a mean would"
              + " follow it.",
          number(y[outlier]),
          Arrays.stream(y).filter(value -> value == median).count(),
          y.length,
          number(median));
    }
    return because(
        method,
        "The value %s lies more than %s median absolute deviations from the median %s of %d"
            + " values, and a mean would follow it.",
        number(y[outlier]),
        number(FAR_IN_MAD),
        number(median),
        y.length);
  }

  private Outcome<ConsensusPanel.Recommendation> alike() {
    boolean bare = reports.stream().noneMatch(report -> report.variance() > 0);
    return because(
        PanelMethod.MEAN,
        bare
            ? "The %d values state no uncertainties and %s, so that they count alike."
            : "Not all of the %d values state an uncertainty; they %s and count alike.",
        y.length,
        y.length >= FEWEST_FOR_OUTLIER ? "show no outlier" : "are too few to tell an outlier");
  }

  private Outcome<ConsensusPanel.Recommendation> byAgreement(int k) {
    RandomEffectsFit equal =
        RandomEffects.withDefaults()
            .with(HeterogeneityEstimator.EQUAL_EFFECTS)
            .fit(y, v)
            .orElseThrow();
    String p = number(equal.qP());
    if (k >= 5) {
      return because(
          PanelMethod.RESTRICTED_KNAPP_HARTUNG_TRUNCATED,
          "%d values with stated uncertainties and no outlier (Q = %s, p = %s): their variance"
              + " between sources can be estimated, and its uncertainty goes into the interval.",
          k,
          number(equal.q()),
          p);
    }
    boolean agree = equal.qP() >= (k == 2 ? 0.05 : 0.1);
    if (agree) {
      return because(
          PanelMethod.EQUAL_EFFECTS,
          "The %d values agree within their stated uncertainties (p of Q = %s), and are too few to"
              + " estimate a variance between sources.",
          k,
          p);
    }
    return k == 2
        ? because(
            PanelMethod.LINEAR_POOL,
            "The two values contradict each other (p of Q = %s) and nothing says which is wrong: the"
                + " pool spans both.",
            p)
        : because(
            PanelMethod.PAULE_MANDEL_KNAPP_HARTUNG,
            "The %d values differ by more than their stated uncertainties (p of Q = %s): a variance"
                + " between sources is added that explains just that.",
            k,
            p);
  }

  private Outcome<ConsensusPanel.Recommendation> censored() {
    long sets = reports.stream().filter(report -> !report.isExact()).count();
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (Report report : reports) {
      double place = place(report);
      smallest = Math.min(smallest, place);
      largest = Math.max(largest, place);
    }
    if (reports.size() == 2 && areApart(reports.get(0), reports.get(1)) && isPooled()) {
      return because(
          PanelMethod.LINEAR_POOL,
          "The two reports contradict each other and nothing says which is wrong: the pool spans"
              + " both.");
    }
    boolean log = allAboveZero(reports) && largest > LOG_SPAN * smallest;
    return because(
        log ? PanelMethod.CENSORED_LOG : PanelMethod.CENSORED,
        "%d of %d reports are rounded values, bounds or ranges, which count as the sets they are%s.",
        sets,
        reports.size(),
        log ? ", on the log scale because the reports span more than a factor of 3" : "");
  }

  private boolean isPooled() {
    return rows.stream().anyMatch(row -> row.method() == PanelMethod.LINEAR_POOL);
  }

  private static boolean areApart(Report one, Report other) {
    return one.isTwoSided()
        && other.isTwoSided()
        && Math.max(one.low(), other.low()) > Math.min(one.high(), other.high());
  }

  /** The middle of a report, or its bound. */
  private static double place(Report report) {
    if (report.isTwoSided()) {
      return report.low() + (report.high() - report.low()) / 2;
    }
    return Double.isInfinite(report.low()) ? report.high() : report.low();
  }

  private Outcome<ConsensusPanel.Recommendation> because(
      PanelMethod method, String format, Object... numbers) {
    Outcome<ConsensusPanel.Line> found =
        rows.stream().filter(row -> row.method() == method).findFirst().orElseThrow().result();
    return found.whyNot().isPresent()
        ? Outcome.undetermined(found.whyNot().get())
        : Outcome.of(
            new ConsensusPanel.Recommendation(
                method, found.orElseThrow(), String.format(Locale.ROOT, format, numbers)));
  }

  /** The position of the value farthest from the median if it is an outlier, otherwise -1. */
  private int outlier() {
    double median = Samples.median(y);
    double mad = Samples.mad(y);
    int farthest = 0;
    for (int i = 1; i < y.length; i++) {
      farthest = Math.abs(y[i] - median) > Math.abs(y[farthest] - median) ? i : farthest;
    }
    double distance = Math.abs(y[farthest] - median);
    // With a deviation of 0 more than half agree to the last digit, and any other value is far off.
    return distance > FAR_IN_MAD * mad && distance > FAR_IN_SIGMA * Math.sqrt(v[farthest])
        ? farthest
        : -1;
  }

  private double skewness() {
    double mean = Samples.mean(y);
    double squares = 0;
    double cubes = 0;
    for (double value : y) {
      squares += (value - mean) * (value - mean);
      cubes += (value - mean) * (value - mean) * (value - mean);
    }
    int k = y.length;
    return squares == 0 ? 0 : cubes / k / Math.pow(squares / k, 1.5);
  }

  private static double skewnessError(double k) {
    return Math.sqrt(6 * (k - 2) / ((k + 1) * (k + 3)));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String format = size != 0 && (size < 1e-3 || size >= 1e7) ? "%.3e" : "%.4g";
    String text = String.format(Locale.ROOT, size >= 1e4 && size < 1e7 ? "%.0f" : format, value);
    boolean trailing = text.contains(".") && !text.contains("e");
    return trailing ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
