package org.crosstally.consensus;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.outcome.Outcome;
import tech.tablesaw.api.Table;

/**
 * All applicable estimators side by side, and one of them recommended by stated rules.
 *
 * <p>Exact reports with variances go through every method; exact ones without through those that
 * need none; where a report is a rounded value, a bound or a range, only {@link CensoredMean} takes
 * it for what it is. A method that does not apply has no row; one that applies but finds nothing
 * has a row that says why.
 *
 * <p>The rules, of which the first that fits decides:
 *
 * <ol>
 *   <li>Two reports, of which one at least is a set, that share no number: the linear pool, which
 *       spans both, where each has a middle and a variance to be pooled by.
 *   <li>Some report is a set: the censored likelihood, on the log scale if all reports are above 0
 *       and the largest, by its middle or its bound, is more than 3 times the smallest; no method
 *       if the reports do not identify a number.
 *   <li>One report: itself.
 *   <li>Four or more reports, of which one lies more than 6 median absolute deviations from the
 *       median, and more than 3.5 of its own standard deviations: the median, and from ten reports
 *       on the biweight. Where more than half agree to the last digit the median absolute deviation
 *       is 0, and every other value is that far.
 *   <li>Ten or more reports that are skewed about their mean beyond twice the error of the
 *       skewness: the median.
 *   <li>No variances: the mean.
 *   <li>Two reports: equal effects if they agree ({@code p of Q >= 0.05}), otherwise the linear
 *       pool, which spans both.
 *   <li>Three or four reports: equal effects if they agree ({@code p of Q >= 0.1}), otherwise Paule
 *       and Mandel with the truncated Knapp-Hartung error.
 *   <li>Five or more: restricted maximum likelihood with the truncated Knapp-Hartung error.
 * </ol>
 *
 * <p>No rule can know whether reports are independent: copies must be taken out before.
 */
public final class ConsensusPanel {

  private final List<Row> rows;
  private final Outcome<Recommendation> recommendation;

  private ConsensusPanel(List<Row> rows, Outcome<Recommendation> recommendation) {
    this.rows = rows;
    this.recommendation = recommendation;
  }

  /**
   * The panel of exact values with variances, with intervals at 0.95.
   *
   * @param y the values
   * @param v the variance of each value
   * @return the panel
   * @throws IllegalArgumentException as {@link RandomEffects#fit(double[], double[])}
   */
  public static ConsensusPanel of(double[] y, double[] v) {
    double[] values = Samples.requireValues(y);
    double[] variances = Samples.requireVariances(values, v);
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      reports.add(Report.exact(values[i]).withVariance(variances[i]));
    }
    return of(reports);
  }

  /**
   * The panel of reports of any kind, with intervals at 0.95.
   *
   * @param reports the reports, one per independent source
   * @return the panel
   */
  public static ConsensusPanel of(List<Report> reports) {
    PanelRows rows = new PanelRows(List.copyOf(reports), 0.95);
    List<Row> all = rows.all();
    return new ConsensusPanel(all, new PanelRules(reports, all).recommend());
  }

  /**
   * The way to combine reports that the rules recommend for these very reports; the reason comes
   * with the number.
   *
   * @return the recommendation of the panel, whatever the reports
   */
  public static Consensus recommended() {
    return reports -> {
      Outcome<Recommendation> found = of(reports).recommendation();
      return found
          .asOptional()
          .map(
              best ->
                  Outcome.of(
                      new Consensus.Combined(best.method().label(), best.line(), best.reason())))
          .orElseGet(() -> Outcome.undetermined(found.whyNot().orElseThrow()));
    };
  }

  /**
   * One row for each applicable method.
   *
   * @return the rows, in the order of {@link PanelMethod}
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The method that the rules recommend.
   *
   * @return the recommendation, or why there is none: {@code NO_VALUES}, or the reason why the
   *     reports do not identify a number
   */
  public Outcome<Recommendation> recommendation() {
    return recommendation;
  }

  /**
   * The rows as a table: method, estimate, standard error, low, high, recommended, and a note where
   * a number is missing.
   *
   * @return a new table
   */
  public Table toTable() {
    return ConsensusTables.of(this);
  }

  /**
   * What one method found.
   *
   * @param method the method
   * @param result its estimate, or why it has none
   */
  public record Row(PanelMethod method, Outcome<Line> result) {}

  /**
   * An estimate with its error.
   *
   * @param estimate in the unit of the reports
   * @param standardError in the same unit; on the log scale the error of the logarithm times the
   *     estimate; or why there is none
   * @param interval an interval at 0.95, or why there is none
   */
  public record Line(
      double estimate, Outcome<Double> standardError, Outcome<ConfidenceInterval> interval) {}

  /**
   * The recommended method and why.
   *
   * @param method the method
   * @param line what it found
   * @param reason the rule that decided, with its numbers, as a sentence
   */
  public record Recommendation(PanelMethod method, Line line, String reason) {}
}
