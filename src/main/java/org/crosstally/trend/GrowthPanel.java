package org.crosstally.trend;

import java.util.ArrayList;
import java.util.List;
import org.crosstally.figure.Measure;
import org.crosstally.figure.Period;
import org.crosstally.figure.Status;
import org.crosstally.figure.Unit;
import org.crosstally.series.ChangeMeasure;
import org.crosstally.series.Estimate;
import org.crosstally.series.Growth;
import org.crosstally.series.Observation;
import org.crosstally.series.RatioInterval;
import org.crosstally.series.TimeSeries;
import org.crosstally.series.YearToDate;

/** Growth under the names of other programs, by the calendar and never by the row. */
final class GrowthPanel {

  private static final double LEVEL = 0.95;

  private GrowthPanel() {}

  /** Changes on the value one unit of time before, where there is one. */
  static void add(PanelSeries series, PanelRows rows) {
    double[] x = series.x();
    double[] y = series.y();
    for (int i = 1; i < series.n(); i++) {
      if (Math.abs(x[i] - x[i - 1] - 1) < 1e-9) {
        change(y[i - 1], y[i], "[" + (i + 1) + "]", rows);
        if (x[i] == Math.rint(x[i]) && series.counts()) {
          ratios(y[i - 1], y[i], Long.toString((long) x[i]), rows);
        }
      }
    }
    int last = series.n() - 1;
    if (last > 0 && x[last] > x[0]) {
      Growth.compound(Estimate.exact(y[0]), Estimate.exact(y[last]), x[last] - x[0])
          .asOptional()
          .ifPresent(rate -> rows.add("cagr", "pct", rate.value()));
    }
    for (int i = 1; i <= last && y[0] > 0; i++) {
      rows.add("index100", "idx[" + (i + 1) + "]", 100 * y[i] / y[0]);
    }
  }

  private static void change(double then, double now, String index, PanelRows rows) {
    measure(ChangeMeasure.ABSOLUTE, then, now, "diff" + index, rows);
    measure(ChangeMeasure.PERCENT, then, now, "pct" + index, rows);
    measure(ChangeMeasure.LOGARITHMIC, then, now, "logchg" + index, rows);
    measure(ChangeMeasure.SYMMETRIC, then, now, "sym_pct" + index, rows);
  }

  private static void measure(
      ChangeMeasure measure, double then, double now, String quantity, PanelRows rows) {
    measure.between(then, now).asOptional().ifPresent(v -> rows.add("yoy", quantity, v));
  }

  private static void ratios(double then, double now, String year, PanelRows rows) {
    RatioInterval.ofCounts(RatioInterval.Method.EXACT_BINOMIAL, then, now, LEVEL)
        .asOptional()
        .ifPresent(
            r -> {
              rows.add("yoy-poisson-exact", "ratio_" + year, r.ratio())
                  .add("yoy-poisson-exact", "p_" + year, r.p());
              ends(r, "yoy-poisson-exact", year, rows);
            });
    RatioInterval.ofCounts(RatioInterval.Method.DELTA, then, now, LEVEL)
        .asOptional()
        .ifPresent(r -> ends(r, "yoy-delta-log-poisson", year, rows));
    RatioInterval.ofCounts(RatioInterval.Method.FIELLER, then, now, LEVEL)
        .asOptional()
        .ifPresent(r -> ends(r, "yoy-fieller-poisson", year, rows));
  }

  private static void ends(RatioInterval r, String method, String year, PanelRows rows) {
    rows.add(method, "lo95_" + year, r.low()).add(method, "hi95_" + year, r.high());
  }

  /** Changes on the same month a year before, and of the first months of each year. */
  static void addMonthly(PanelSeries series, int[] ticks, PanelRows rows) {
    boolean calendar =
        ticks.length > 0
            && Math.floorDiv(ticks[0], 12) >= 1
            && Math.floorDiv(ticks[ticks.length - 1], 12) <= 9999;
    if (series.period() != 12 || !calendar) {
      return;
    }
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < ticks.length; i++) {
      if (i == 0 || ticks[i] != ticks[i - 1]) {
        Period month = Period.ofMonth(Math.floorDiv(ticks[i], 12), Math.floorMod(ticks[i], 12) + 1);
        observations.add(
            new Observation.Present(month, Estimate.exact(series.y()[i]), Status.OBSERVED));
      }
    }
    TimeSeries monthly =
        new TimeSeries("monthly", Measure.Kind.FLOW, new Unit.Base(""), observations);
    List<Growth.Row> changes = Growth.of(monthly).rows();
    for (int i = 0; i < changes.size(); i++) {
      String quantity = "pct12[" + (i + 1) + "]";
      changes
          .get(i)
          .change()
          .asOptional()
          .ifPresent(change -> rows.add("yoy-monthly", quantity, change.value()));
    }
    for (int months : new int[] {6, 9}) {
      for (YearToDate.Year year : YearToDate.of(monthly, months).years()) {
        year.percent()
            .asOptional()
            .ifPresent(p -> rows.add("ytd-" + months, "pct_" + year.year(), p.value()));
      }
    }
  }
}
