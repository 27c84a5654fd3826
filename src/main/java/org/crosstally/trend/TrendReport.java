package org.crosstally.trend;

import java.util.List;
import java.util.Map;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.TimeSeries;
import tech.tablesaw.api.Table;

/**
 * What a series says about a trend, and what it does not: the procedures side by side, a conclusion
 * as data, how it holds, and a verdict in words.
 *
 * <p>With 15 to 30 yearly values no single procedure tells the truth: a series that rises for eight
 * years and falls for six has no monotone trend, a straight line of no slope, and a turn that
 * nobody can miss. The report holds {@linkplain TrendEvidence all of them} together and says which
 * of their answers contradict each other. Times are calendar years, so that a gap keeps its width.
 *
 * <p>The {@linkplain TrendRobustness robustness} draws the values from their intervals a thousand
 * times, with a fixed seed, leaves out the first value, the last and the provisional ones, and
 * {@linkplain #comparedWith(Map) on request} compares with the same series reconciled by other
 * rules.
 *
 * <p>Immutable.
 *
 * @param series the series
 * @param results what the procedures found
 * @param conclusion what follows, as data
 * @param robustness how the conclusion holds
 * @param verdict what follows and what does not, in sentences
 */
public record TrendReport(
    TimeSeries series,
    TrendEvidence results,
    TrendConclusion conclusion,
    TrendRobustness robustness,
    List<String> verdict) {

  /**
   * Copies the sentences.
   *
   * @param series the series
   * @param results what the procedures found
   * @param conclusion what follows, as data
   * @param robustness how the conclusion holds
   * @param verdict what follows and what does not, in sentences
   */
  public TrendReport {
    verdict = List.copyOf(verdict);
  }

  /**
   * Examines a series of calendar years.
   *
   * @param series the series
   * @return the report; procedures that a short or constant series does not allow say why
   * @throws IllegalArgumentException if a period of the series is not a calendar year
   */
  public static TrendReport of(TimeSeries series) {
    requireYears(series);
    TrendEvidence results = TrendEvidence.of(series.years(), series.values());
    TrendConclusion conclusion =
        TrendJudge.conclude(results.mannKendall(), results.corrected(), results.joins());
    return report(series, results, conclusion, TrendRobustness.of(series, conclusion));
  }

  private static void requireYears(TimeSeries series) {
    series
        .observations()
        .forEach(
            o -> {
              if (o.period().length() != Period.Length.YEAR) {
                throw new IllegalArgumentException(
                    "a trend is measured over calendar years, and " + o.period() + " is none");
              }
            });
  }

  private static TrendReport report(
      TimeSeries series,
      TrendEvidence results,
      TrendConclusion conclusion,
      TrendRobustness robustness) {
    List<String> verdict = new TrendVerdict(series, results, conclusion, robustness).sentences();
    return new TrendReport(series, results, conclusion, robustness, verdict);
  }

  /**
   * The same report, which also says whether the series reconciled by other rules leads to the same
   * conclusion.
   *
   * @param alternatives the other series by a name for the rule, such as {@code latest figure}
   * @return a copy with one more variation for each; the order is that of the map
   * @throws IllegalArgumentException if a period of a series is not a calendar year
   */
  public TrendReport comparedWith(Map<String, TimeSeries> alternatives) {
    alternatives.values().forEach(TrendReport::requireYears);
    return report(series, results, conclusion, robustness.with(alternatives, conclusion));
  }

  /**
   * Whether the values rise or fall all along.
   *
   * @return the test of Mann and Kendall
   */
  public Outcome<MannKendall.Result> mannKendall() {
    return results.mannKendall();
  }

  /**
   * The median slope in units of the series per year.
   *
   * @return the line of Theil and Sen
   */
  public Outcome<TheilSen.Result> theilSen() {
    return results.theilSen();
  }

  /**
   * The straight line in units of the series per year.
   *
   * @return the line of least squares
   */
  public Outcome<LeastSquares.Result> leastSquares() {
    return results.leastSquares();
  }

  /**
   * All numbers that the procedures found.
   *
   * @return the rows of evidence
   */
  public List<Evidence> evidence() {
    return results.rows();
  }

  /**
   * All numbers that the procedures found, as a table.
   *
   * @return a table with the columns method, quantity, value
   */
  public Table toTable() {
    return TrendTables.of(this);
  }

  /**
   * The verdict as one paragraph, as it can go into a paper.
   *
   * @return the sentences, with blanks between them
   */
  public String paragraph() {
    return String.join(" ", verdict);
  }

  /**
   * The verdict as text.
   *
   * @return one sentence to a line
   */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), verdict);
  }
}
