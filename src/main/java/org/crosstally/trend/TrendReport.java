package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Period;
import org.crosstally.outcome.Outcome;
import org.crosstally.series.TimeSeries;
import tech.tablesaw.api.Table;

/**
 * What a series says about a trend, and what it does not: several procedures side by side, and a
 * verdict in words.
 *
 * <p>The report holds the test of Mann and Kendall (exact where it can be), the slope of Theil and
 * Sen with its interval, and the least-squares line with Newey-West errors (lags by the number of
 * points, with the small-sample factor, t distribution). Times are calendar years, so that a gap
 * keeps its width. The uncertainty of the values themselves is not taken into account.
 *
 * <p>Immutable.
 *
 * @param series the series
 * @param mannKendall whether the values rise or fall all along
 * @param theilSen the median slope in units of the series per year
 * @param leastSquares the straight line in units of the series per year
 * @param verdict what follows and what does not, in sentences
 */
public record TrendReport(
    TimeSeries series,
    Outcome<MannKendall.Result> mannKendall,
    Outcome<TheilSen.Result> theilSen,
    Outcome<LeastSquares.Result> leastSquares,
    List<String> verdict) {

  /**
   * Copies the sentences.
   *
   * @param series the series
   * @param mannKendall whether the values rise or fall all along
   * @param theilSen the median slope in units of the series per year
   * @param leastSquares the straight line in units of the series per year
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
    series
        .observations()
        .forEach(
            o -> {
              if (o.period().length() != Period.Length.YEAR) {
                throw new IllegalArgumentException(
                    "a trend is measured over calendar years, and " + o.period() + " is none");
              }
            });
    double[] x = series.years();
    double[] y = series.values();
    Outcome<MannKendall.Result> mannKendall = MannKendall.withDefaults().test(x, y);
    Outcome<TheilSen.Result> theilSen = TheilSen.withDefaults().fit(x, y);
    Outcome<LeastSquares.Result> leastSquares =
        LeastSquares.withDefaults()
            .with(ErrorModel.neweyWest(Bandwidth.bySampleSize(), SmallSample.N_OVER_N_MINUS_K))
            .with(ReferenceDistribution.STUDENT_T)
            .fit(x, y);
    List<String> verdict =
        new TrendVerdict(series, mannKendall, theilSen, leastSquares).sentences();
    return new TrendReport(series, mannKendall, theilSen, leastSquares, verdict);
  }

  /**
   * All numbers that the procedures found.
   *
   * @return the rows of evidence
   */
  public List<Evidence> evidence() {
    List<Evidence> rows = new ArrayList<>();
    mannKendall.asOptional().ifPresent(result -> rows.addAll(result.rows()));
    theilSen.asOptional().ifPresent(result -> rows.addAll(result.rows()));
    leastSquares.asOptional().ifPresent(result -> rows.addAll(result.rows()));
    return rows;
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
   * The verdict as text.
   *
   * @return one sentence to a line
   */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), verdict);
  }
}
