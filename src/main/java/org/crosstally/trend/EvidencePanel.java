package org.crosstally.trend;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Every procedure of this package on one series, as rows of numbers under the names by which the
 * programs in use print them.
 *
 * <p>It serves to hold Crosstally against those programs: {@code ("ols-hac", "se_slope_lag2_adj")}
 * is what R prints for {@code NeweyWest(lm(y ~ x), lag = 2, prewhite = FALSE, adjust = TRUE)}. The
 * table in the description of the package says which name stands for which call, and which are left
 * out. A number that does not exist has no row: an exact p-value of tied times, a logarithm of
 * zero, a lag on uneven times. A program that ignores the times gets a row only where it does no
 * harm, that is where they are 1 apart.
 *
 * <p>Series whose times are a whole fraction of a unit apart (1/12 for months, 1/4 for quarters)
 * and that last two units or more go through the seasonal procedures; all others through the rest.
 */
public final class EvidencePanel {

  private final List<Evidence> rows;

  private EvidencePanel(List<Evidence> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The panel of a series.
   *
   * @param x the times, in any order; times may repeat
   * @param y the value at each time; one that is NaN is missing, and its time stays a gap
   * @return the panel, without rows if nothing can be computed
   * @throws IllegalArgumentException if the lengths differ, or a number is infinite or of a size
   *     beyond {@link TheilSen#fit(double[], double[])}
   */
  public static EvidencePanel of(double[] x, double[] y) {
    Samples.requireSameLength(x, y);
    int[] present = IntStream.range(0, y.length).filter(i -> !Double.isNaN(y[i])).toArray();
    double[] times = Samples.requireScale("x", Samples.pick(x, present));
    double[] values = Samples.requireScale("y", Samples.pick(y, present));
    int[] order = Samples.order(times, values);
    PanelSeries series = PanelSeries.of(Samples.pick(times, order), Samples.pick(values, order));
    PanelRows rows = new PanelRows();
    if (series.n() == 0) {
      return new EvidencePanel(List.of());
    }
    if (series.period() > 1) {
      SeasonalPanel.add(series, rows);
    } else {
      MonotonePanel.add(series, rows);
      SerialPanel.add(series, rows);
      LinePanel.add(series, rows);
      CountPanel.add(series, rows);
      JoinPanel.add(series, rows);
      BreakPanel.add(series, rows);
      SmoothPanel.add(series, rows);
      GrowthPanel.add(series, rows);
    }
    return new EvidencePanel(rows.all());
  }

  /**
   * The numbers.
   *
   * @return one row for each
   */
  public List<Evidence> rows() {
    return rows;
  }

  /**
   * The numbers as a table.
   *
   * @return a table with the columns method, quantity, value
   */
  public Table toTable() {
    return TrendTables.of("trend panel", rows);
  }
}
