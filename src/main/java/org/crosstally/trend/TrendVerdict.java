package org.crosstally.trend;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crosstally.figure.Status;
import org.crosstally.outcome.Outcome;
import org.crosstally.outcome.Reason;
import org.crosstally.series.Observation;
import org.crosstally.series.TimeSeries;

/** Says in words what the evidence establishes, and what it leaves open. */
final class TrendVerdict {
  /** The level at which a finding counts as established. */
  private static final double ALPHA = 0.05;

  /**
   * Below this Durbin-Watson statistic, errors that ignore serial correlation are clearly too
   * small.
   */
  private static final double SERIAL_CORRELATION = 1.5;

  private final TimeSeries series;
  private final Outcome<MannKendall.Result> mannKendall;
  private final Outcome<TheilSen.Result> theilSen;
  private final Outcome<LeastSquares.Result> leastSquares;

  TrendVerdict(
      TimeSeries series,
      Outcome<MannKendall.Result> mannKendall,
      Outcome<TheilSen.Result> theilSen,
      Outcome<LeastSquares.Result> leastSquares) {
    this.series = series;
    this.mannKendall = mannKendall;
    this.theilSen = theilSen;
    this.leastSquares = leastSquares;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(data());
    sentences.add(monotone());
    sentences.add(medianSlope());
    sentences.addAll(line());
    turn(sentences);
    sentences.add("The uncertainty of the values themselves is not taken into account here.");
    return sentences;
  }

  private String data() {
    List<Observation.Present> present = series.present();
    int absent = series.observations().size() - present.size();
    long provisional = present.stream().filter(o -> o.status() == Status.PROVISIONAL).count();
    if (present.isEmpty()) {
      return series.label() + ": no values.";
    }
    String span = present.get(0).period() + " to " + present.get(present.size() - 1).period();
    return series.label()
        + ", "
        + span
        + ": "
        + present.size()
        + " values"
        + (absent > 0 ? ", " + absent + " years without a value" : "")
        + (provisional > 0 ? ", " + provisional + " provisional" : "")
        + ".";
  }

  private String monotone() {
    return mannKendall
        .asOptional()
        .map(
            result -> {
              String evidence =
                  String.format(
                      Locale.ROOT,
                      "(Mann-Kendall: S = %d, tau-b = %.3f, two-sided p = %s, %s)",
                      result.s(),
                      result.tauB(),
                      p(result.p().twoSided()),
                      result.chosen().name().toLowerCase(Locale.ROOT));
              if (result.p().twoSided() >= ALPHA) {
                return "A monotone trend is not established " + evidence + ".";
              }
              return (result.s() > 0 ? "A monotone increase" : "A monotone decrease")
                  + " is established at the 5 % level if the values are serially independent "
                  + evidence
                  + ".";
            })
        .orElseGet(() -> "A monotone trend cannot be tested: " + why(mannKendall) + ".");
  }

  private String medianSlope() {
    return theilSen
        .asOptional()
        .map(
            result ->
                "The median slope (Theil-Sen) is "
                    + number(result.slope())
                    + perYear()
                    + ", with 95 % between "
                    + number(result.interval().low())
                    + " and "
                    + number(result.interval().high())
                    + (result.interval().contains(0) ? "; no change lies within." : "."))
        .orElseGet(() -> "No median slope: " + why(theilSen) + ".");
  }

  private List<String> line() {
    if (leastSquares.asOptional().isEmpty()) {
      return List.of("No least-squares line: " + why(leastSquares) + ".");
    }
    LeastSquares.Result result = leastSquares.asOptional().get();
    List<String> sentences = new ArrayList<>();
    String slope = "The least-squares line has a slope of " + number(result.slope()) + perYear();
    if (result.inference().asOptional().isEmpty()) {
      return List.of(slope + "; no error: " + why(result.inference()) + ".");
    }
    LeastSquares.Inference inference = result.inference().asOptional().get();
    sentences.add(
        slope
            + " (standard error "
            + number(inference.slope().standardError())
            + " after Newey and West, p = "
            + p(inference.slope().p())
            + ") and explains "
            + Math.round(100 * result.rSquared())
            + " % of the variance.");
    if (inference.durbinWatson() < SERIAL_CORRELATION) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Its residuals hang together from year to year (Durbin-Watson %.2f): a straight line misses the course, and p-values"
                  + " that assume independence are too small.",
              inference.durbinWatson()));
    }
    return sentences;
  }

  /**
   * Where the series turns: a description, not a test, since the turning point is chosen from the
   * data.
   */
  private void turn(List<String> sentences) {
    List<Observation.Present> present = series.present();
    double[] values = series.values();
    int peak = indexOfLargest(values, 1);
    int trough = indexOfLargest(values, -1);
    if (isInside(peak, values.length) && dominates(values, peak, 1)) {
      sentences.add(turn("highest", present.get(peak), values, peak, 1));
    }
    if (isInside(trough, values.length) && dominates(values, trough, -1)) {
      sentences.add(turn("lowest", present.get(trough), values, trough, -1));
    }
  }

  private static int indexOfLargest(double[] values, int sign) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (sign * values[i] > sign * values[best]) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isInside(int index, int length) {
    return index >= 2 && index <= length - 3;
  }

  /** Whether most steps lead to the turning point before it, and away from it afterwards. */
  private static boolean dominates(double[] values, int turn, int sign) {
    return 2 * steps(values, 0, turn, sign) > turn
        && 2 * steps(values, turn, values.length - 1, -sign) > values.length - 1 - turn;
  }

  private static int steps(double[] values, int from, int to, int sign) {
    int steps = 0;
    for (int i = from; i < to; i++) {
      if (sign * (values[i + 1] - values[i]) > 0) {
        steps++;
      }
    }
    return steps;
  }

  private String turn(String word, Observation.Present at, double[] values, int index, int sign) {
    int before = steps(values, 0, index, sign);
    int after = steps(values, index, values.length - 1, -sign);
    return String.format(
        Locale.ROOT,
        "That does not mean that nothing changed: the %s value is %s in %s; before it the series %s in %d of %d steps, after it"
            + " it %s in %d of %d. This describes the course; a test of the turn needs a model with a break.",
        word,
        number(values[index]),
        at.period(),
        sign > 0 ? "rose" : "fell",
        before,
        index,
        sign > 0 ? "fell" : "rose",
        after,
        values.length - 1 - index);
  }

  private String perYear() {
    String unit = series.unit().format();
    return (unit.isEmpty() ? "" : " " + unit) + " a year";
  }

  private static String why(Outcome<?> outcome) {
    return outcome.whyNot().map(Reason::sentence).orElse("");
  }

  private static String p(double p) {
    return p < 0.001
        ? String.format(Locale.ROOT, "%.1e", p)
        : String.format(Locale.ROOT, "%.3f", p);
  }

  /**
   * Four significant digits, or all digits before the point, with a minus sign in ASCII as in
   * tables.
   */
  private static String number(double value) {
    double size = Math.abs(value);
    int decimals = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(Math.min(decimals, 15));
    return format.format(value);
  }
}
